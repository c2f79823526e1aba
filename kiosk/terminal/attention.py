"""Notices every touch and key before anything else does: somebody is here, and what keys may do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.terminal.idle import IdleClock
from kiosk.terminal.keypad import KeypadViewModel
from kiosk.terminal.reading import ReadingViewModel

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_SIGNS = (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class Attention(QObject):
    """The window's one event filter. While the warning is shown, a touch or key only takes the warning away."""

    def __init__(
        self, window: QQuickWindow, idle: IdleClock, keypad: KeypadViewModel, reading: ReadingViewModel
    ) -> None:
        super().__init__()
        self._window = window
        self._idle = idle
        self._keypad = keypad
        self._reading = reading
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            was_warning = self._idle.isWarning
            self._idle.touch()
            self._reading.interrupt()
            if was_warning:
                return True
        if event.type() in _KEYS:
            if isinstance(event, QKeyEvent):
                self._keypad.take(self._window, event)
            return True
        return False
