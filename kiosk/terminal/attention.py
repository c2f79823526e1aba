"""Every touch, click and key on its way into the window: the idle clock hears of it, and some go no further.

What takes away the warning, or wakes the terminal, does nothing else, and neither does the second half of a double
tap: from the moment the finger lands until it is lifted, and the mouse events that Qt makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QPointerEvent, QTouchEvent

from kiosk.domain.clock import Clock
from kiosk.terminal.double_taps import DoubleTaps
from kiosk.terminal.idle import IdleClock
from kiosk.terminal.signs import Place

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOUSE = (*_CLICKS, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_ONE_HAND = 0.5
"""Seconds: another finger that lands so soon after one that is swallowed belongs to the same hand."""
_TWO_TAPS = 0.7
"""Seconds after waking in which nothing is pressed yet: people tap twice, and have not seen the page so soon."""


class Attention(QObject):
    """An event filter of the window. `wake` takes away what covers the pages, and tells if there was anything.

    It is told whether the touch or key is a sign of life: what leans on the glass is kept from the pages as well.
    Keys go to `take_key` and nowhere else: what is no key of the keypad does nothing. Those of `plugs` always go there:
    a headset is plugged in once, and must not have to be again because there was something to take away.
    `notice` is told of every touch and click first, and changes nothing about it.
    """

    def __init__(
        self,
        idle: IdleClock,
        wake: Callable[[bool], bool],
        take_key: Callable[[QKeyEvent], None],
        double_taps: DoubleTaps,
        clock: Clock,
        pixels_per_millimetre: float,
        plugs: Collection[int] = (),
        notice: Callable[[QPointerEvent], None] = lambda _event: None,
    ) -> None:
        super().__init__()
        self._idle = idle
        self._wake = wake
        self._take_key = take_key
        self._double_taps = double_taps
        self._clock = clock
        self._pixels_per_millimetre = pixels_per_millimetre
        self._plugs = plugs
        self._notice = notice
        self._swallowed: set[int] = set()
        self._swallowed_at = float("-inf")
        self._touch_was_swallowed = False
        self._mouse_is_swallowed = False
        self._keys_swallowed: set[int] = set()
        self._woken_at = float("-inf")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent) and kind in _TOUCHES:
            return self._touched(event)
        if isinstance(event, QMouseEvent) and kind in _MOUSE:
            return self._clicked(event)
        if isinstance(event, QKeyEvent) and kind in _KEYS:
            return self._typed(event)
        return False

    def _touched(self, event: QTouchEvent) -> bool:
        self._notice(event)
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._swallowed.clear()
            self._touch_was_swallowed = False
        points = event.points()
        # Only a finger that lands is a sign of life: one that lies there sends updates for ever.
        landed = [point for point in points if point.state() == QEventPoint.State.Pressed]
        swallowing = [point for point in landed if self._sees(self._place(point.position()))]
        if swallowing:
            self._swallowed.update(point.id() for point in landed)
            self._swallowed_at = self._clock.monotonic()
            self._touch_was_swallowed = True
        elif landed and self._swallowed and self._clock.monotonic() - self._swallowed_at < _ONE_HAND:
            self._swallowed.update(point.id() for point in landed)
            swallowing = landed
        moving = [point for point in points if point.state() != QEventPoint.State.Stationary]
        is_swallowed = bool(swallowing) or (bool(self._swallowed) and all(p.id() in self._swallowed for p in moving))
        if any(point.state() == QEventPoint.State.Released for point in points):
            self._double_taps.lifted()
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._swallowed.clear()
        else:
            self._swallowed -= {point.id() for point in points if point.state() == QEventPoint.State.Released}
        if is_swallowed:
            event.accept()  # or Qt makes a click of it
        return is_swallowed

    def _clicked(self, event: QMouseEvent) -> bool:
        if event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return self._touch_was_swallowed
        self._notice(event)
        if event.type() in _CLICKS:
            self._mouse_is_swallowed = self._sees(self._place(event.position()))
        is_swallowed = self._mouse_is_swallowed
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._double_taps.lifted()
            self._mouse_is_swallowed = False
        return is_swallowed

    def _typed(self, event: QKeyEvent) -> bool:
        key = event.key()
        # A key that repeats itself is held down, by somebody or by something.
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            if self._sees(None, key):
                self._keys_swallowed.add(key)
            else:
                self._keys_swallowed.discard(key)
        is_swallowed = key in self._keys_swallowed
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._double_taps.lifted()
            self._keys_swallowed.discard(key)
        if not is_swallowed or key in self._plugs:
            self._take_key(event)
        return True

    def _sees(self, place: Place | None, key: int = 0) -> bool:
        """Tell who must know; whether that is all this touch or key may do."""
        # Asked before anything is taken away: a second tap must not press what the first one uncovered.
        is_second = self._double_taps.is_second(key if place is None else place)
        was_warning = self._idle.isWarning
        now = self._clock.monotonic()
        if self._wake(self._idle.sign(place)):
            self._woken_at = now
        return was_warning or is_second or now - self._woken_at < _TWO_TAPS

    def _place(self, point: QPointF) -> Place:
        return point.x() / self._pixels_per_millimetre, point.y() / self._pixels_per_millimetre
