"""A keyboard plugged into the terminal writes into the search, whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.navigation import SEARCH, NavigationViewModel
from kiosk.terminal.search import SearchViewModel

_NO_LETTERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
"""Of those modifiers: AltGr, with which Polish letters are typed, comes as Control and Alt on some systems."""
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhysicalKeys(QObject):
    """Watches a window. The keys that lead through every page (Tab, arrows, Return) are left alone.

    A space is written unless the ring stands on something: then it presses that, as everywhere. A key held down counts
    once.
    """

    def __init__(self, search: SearchViewModel, navigation: NavigationViewModel) -> None:
        super().__init__()
        self._search = search
        self._navigation = navigation

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._navigation.page != SEARCH or not isinstance(event, QKeyEvent) or not isinstance(watched, QQuickWindow):
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if event.isAutoRepeat():
            return bool(event.key() in _PRESSING or self._written(event, watched))
        written = self._written(event, watched)
        if event.type() is QEvent.Type.KeyPress and written == "\b":
            self._search.erase()
        elif event.type() is QEvent.Type.KeyPress and written:
            self._search.press(written)
        return bool(written)

    def _written(self, event: QKeyEvent, window: QQuickWindow) -> str:
        """The letter that this key writes here, a backspace, or nothing."""
        if event.key() == Qt.Key.Key_Backspace:
            return "\b"
        held = event.modifiers() & _NO_LETTERS
        text = event.text()
        if held not in _TYPING or not text.isprintable():
            return ""
        return "" if text == " " and _has_ring(window.activeFocusItem()) else text.lower()


def _has_ring(focus: QQuickItem | None) -> bool:
    return focus is not None and bool(focus.property("visualFocus"))
