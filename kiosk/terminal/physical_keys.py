"""A keyboard plugged into the terminal writes where its page has a field, whatever has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.navigation import NavigationViewModel

_NO_LETTERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
"""Of those modifiers: AltGr, with which Polish letters are typed, comes as Control and Alt on some systems."""


class Field(Protocol):
    """What is written into."""

    def press(self, key: str) -> None: ...
    def erase(self) -> None: ...


class PhysicalKeys:
    """Asked by the keypad before it looks at a key. What leads through every page (Tab, arrows, Return) is left to it.

    A space is written unless the ring stands on something: then it presses that, as everywhere.
    """

    def __init__(self, fields: Mapping[str, Field], navigation: NavigationViewModel, window: QQuickWindow) -> None:
        """`fields` by the pages that have one."""
        self._fields = fields
        self._navigation = navigation
        self._window = window

    def takes(self, event: QKeyEvent) -> bool:
        """Write what this key press writes, and tell whether it wrote anything."""
        field = self._fields.get(self._navigation.page)
        if field is None:
            return False
        written = self._written(event, self._window)
        if written == "\b":
            field.erase()
        elif written:
            field.press(written)
        return bool(written)

    def _written(self, event: QKeyEvent, window: QQuickWindow) -> str:
        """The letter that this key writes here, a backspace, or nothing."""
        if event.key() == Qt.Key.Key_Backspace:
            return "\b"
        held = event.modifiers() & _NO_LETTERS
        text = event.text()
        if held not in _TYPING or not text.isprintable():
            return ""
        return "" if text == " " and _has_ring(window.activeFocusItem()) else text


def _has_ring(focus: QQuickItem | None) -> bool:
    return focus is not None and bool(focus.property("visualFocus"))
