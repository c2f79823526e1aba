"""A visitor's finger: touches what is on the screen by its name, with real touch events."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.terminal.application import Terminal
from kiosk.terminal.scenes import find, items_in_sight, settle_layout, wait_until
from kiosk.terminal.typography import as_spoken


@functools.cache
def touch_device() -> QPointingDevice:
    """One touch screen per process: Qt keeps every device it was ever given."""
    return QTest.createTouchDevice()


class Visitor:
    """Stands before `terminal` and touches it."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    @property
    def window(self) -> QQuickWindow:
        return self._terminal.window

    @property
    def page(self) -> str:
        """The page in sight."""
        return self._terminal.navigation.page

    def sees(self, name: str) -> bool:
        """Whether something with this name is on the screen."""
        return any(item.objectName() == name for item in items_in_sight(self.window))

    def reads(self, name: str) -> str:
        """The words on it, without what only keeps lines well broken."""
        return as_spoken(str(find(self.window, name).property("text")))

    def press(self, name: str) -> QPoint:
        """Put the finger on it."""
        point = self.place(name)
        QTest.touchEvent(self.window, touch_device()).press(0, point, self.window).commit()
        return point

    def lift(self, point: QPoint) -> None:
        """Take the finger away."""
        QTest.touchEvent(self.window, touch_device()).release(0, point, self.window).commit()

    def land(self, finger: int, point: QPoint, *stuck: int) -> None:
        """A finger lands at `point`, while those that are `stuck` lie where they are."""
        sequence = QTest.touchEvent(self.window, touch_device())
        for other in stuck:
            sequence.stationary(other)
        sequence.press(finger, point, self.window).commit()

    def shift(self, finger: int, point: QPoint) -> None:
        """A finger that is down moves to `point`."""
        QTest.touchEvent(self.window, touch_device()).move(finger, point, self.window).commit()

    def leave(self, finger: int, point: QPoint, *stuck: int) -> None:
        """A finger is lifted at `point`, while those that are `stuck` lie where they are."""
        sequence = QTest.touchEvent(self.window, touch_device())
        for other in stuck:
            sequence.stationary(other)
        sequence.release(finger, point, self.window).commit()

    def place(self, name: str) -> QPoint:
        """Where the thing with this name is."""
        settle_layout(self.window)
        return middle(find(self.window, name))

    def slide(self, start: str, end: str) -> None:
        """Put the finger on one thing and lift it on another."""
        self.press(start)
        there = middle(find(self.window, end))
        QTest.touchEvent(self.window, touch_device()).move(0, there, self.window).commit()
        self.lift(there)

    def tap(self, name: str) -> None:
        """Touch it shortly; what it starts may still be under way."""
        self.lift(self.press(name))

    def touch(self, name: str) -> None:
        """Touch it, and wait until the screen has answered."""
        self.tap(name)
        wait_until(lambda: not self._terminal.visit.is_busy)
        settle_layout(self.window)

    def choose_language(self, code: str) -> None:
        """By the button of the strip, from whatever page."""
        self.touch("language")
        self.touch(f"language-{code}")

    def type(self, key: Qt.Key) -> None:
        """Press a key of the keypad."""
        QTest.keyClick(self.window, key)
        wait_until(lambda: not self._terminal.visit.is_busy)
        settle_layout(self.window)


def middle(item: QQuickItem) -> QPoint:
    """The middle of an item, in the window's pixels."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
