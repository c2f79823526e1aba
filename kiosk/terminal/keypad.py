"""The whole visit by a tactile keypad: next, previous, press, and a digit for each answer.

Every key comes through here first. Keys that are not of the keypad do nothing, so that no chord of a keyboard leads
out of the program; a key held down counts once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.keys import DIGITS, PLUGS, KeyAction
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_STEPS = 500
"""Items of the focus chain looked at for the next one that can be reached."""


@QmlElement
class KeypadViewModel(QObject):
    """Whether the visitor uses the keypad, and what each key does. GUI thread only."""

    changed = Signal()
    began = Signal()
    """The first key of a visit has done what it is for."""

    def __init__(self, codes: Mapping[int, KeyAction], actions: Mapping[KeyAction, Callable[[], None]]) -> None:
        super().__init__()
        self._codes = codes
        self._actions = actions
        self._answer: Callable[[int], bool] = lambda _number: False
        self._type: Callable[[QKeyEvent], bool] = lambda _event: False
        self._is_used = False

    @Property(bool, notify=changed)
    def isUsed(self) -> bool:
        """Whether a key was pressed in this visit: then answers show their digits."""
        return self._is_used

    def answer_with(self, answer: Callable[[int], bool]) -> None:
        """`answer` takes a digit, and tells whether it was an answer on the page shown."""
        self._answer = answer

    def type_with(self, type_: Callable[[QKeyEvent], bool]) -> None:
        """`type_` takes a key where text is written, and tells whether it took it."""
        self._type = type_

    def forget(self) -> None:
        """The visit is over."""
        self._use(is_used=False)

    def take(self, window: QQuickWindow, event: QKeyEvent) -> None:
        """Do what the key says. Nothing else in the program may see it."""
        if event.isAutoRepeat() or event.type() is not QEvent.Type.KeyPress:
            return
        chord = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        action = self._codes.get(event.key())
        if action in PLUGS:
            self._actions[action]()
            return
        if self._type(event) or chord or (action is None and event.key() not in DIGITS):
            return
        is_first = not self._is_used
        self._use(is_used=True)
        if action is KeyAction.NEXT:
            _move(window, forward=True)
        elif action is KeyAction.PREVIOUS:
            _move(window, forward=False)
        elif action is KeyAction.PRESS:
            _press(window)
        elif action is not None:
            self._actions[action]()
        else:
            self._answer(DIGITS[event.key()])
        if is_first:
            self.began.emit()

    def _use(self, *, is_used: bool) -> None:
        if is_used != self._is_used:
            self._is_used = is_used
            self.changed.emit()


def _move(window: QQuickWindow, *, forward: bool) -> None:
    """Give the focus to the next target in reading order, and after the last to the first."""
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    focused: QQuickItem | None = window.activeFocusItem()
    item: QQuickItem | None = focused if focused is not None else window.contentItem()
    for _ in range(_MOST_STEPS):
        item = item.nextItemInFocusChain(forward) if item is not None else None
        if item is None:
            return
        if item.inherits("QQuickAbstractButton") and item.isVisible() and item.isEnabled():
            item.forceActiveFocus(reason)
            return


def _press(window: QQuickWindow) -> None:
    item: QQuickItem | None = window.activeFocusItem()
    if item is not None and item.inherits("QQuickAbstractButton") and item.isEnabled():
        QMetaObject.invokeMethod(item, "click")
