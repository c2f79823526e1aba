"""Holds the visitor inside the window: what a window system, a mouse or a drag could do to it comes to nothing.

Touches, clicks and keys are `attention`'s. A stylus is let through, because some people point with one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow

_NOT_FOR_VISITORS = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.DragLeave,
        QEvent.Type.Drop,
        QEvent.Type.InputMethod,
    }
)
_BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_AGAIN_MILLISECONDS = 250
"""A window system that refuses is asked four times a second, and the screens still move."""


class Lock(QObject):
    """An event filter of the window. Install it last, so that it is asked first.

    A kiosk's window fills the screen until `release`: it cannot be closed, hidden, shrunk or put away from outside.
    With `is_kiosk` false, which is for developers, the window can be closed like any other.
    """

    def __init__(self, *, is_kiosk: bool) -> None:
        super().__init__()
        self._holds = is_kiosk

    def release(self) -> None:
        """From now on the window may go: the program itself is ending."""
        self._holds = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _NOT_FOR_VISITORS or (kind in _BUTTONS and _is_other_button(event)):
            event.ignore()
            return True
        if self._holds and isinstance(watched, QWindow):
            return self._hold(watched, kind, event)
        return False

    def _hold(self, window: QWindow, kind: QEvent.Type, event: QEvent) -> bool:
        if kind == QEvent.Type.Close:
            event.ignore()
            return True
        if kind == QEvent.Type.Hide or (
            kind == QEvent.Type.WindowStateChange and window.windowState() is not Qt.WindowState.WindowFullScreen
        ):
            QTimer.singleShot(_AGAIN_MILLISECONDS, window, lambda: self._fill(window))
        return False

    def _fill(self, window: QWindow) -> None:
        if self._holds:
            window.showFullScreen()


def _is_other_button(event: QEvent) -> bool:
    return isinstance(event, QMouseEvent) and event.button() is not Qt.MouseButton.LeftButton


def let_go(window: QQuickWindow) -> None:
    """Release without a click whatever is pressed: a finger that landed on one question is no answer to the next.

    What is hidden is let go by Qt itself; the faces stay from one question to the next.
    """
    waiting: list[QQuickItem] = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            waiting.extend(item.childItems())
            if item.property("pressed") is True:
                item.ungrabTouchPoints()
                item.ungrabMouse()
