"""Tells the second half of a double tap: what it lands on was not there when the finger decided to tap twice.

Many people double-click everything, and a trembling finger bounces. The first tap is an answer and shows the next
question within milliseconds; the second must not answer that one too. EN 301 549, 5.8 asks the same of keys.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.domain.clock import Clock
from kiosk.terminal.signs import Place

NEAR = 15.0
"""Millimetres: the second touch of a double tap lands closer to the first than this."""


@dataclass(frozen=True, slots=True)
class _Tap:
    at: float
    where: Place | int
    seen: str
    """What was on the screen."""


class DoubleTaps:
    """`shown` names what can be pressed now; `seconds` is how soon a second tap follows, 0 lets every tap through."""

    def __init__(self, clock: Clock, shown: Callable[[], str], seconds: float) -> None:
        self._clock = clock
        self._shown = shown
        self._seconds = seconds
        self._last: _Tap | None = None

    def is_second(self, where: Place | int) -> bool:
        """Whether this touch at a place, or press of a key, belongs to the one before and is to do nothing.

        Only if the screen has changed in between: who turns pages or writes taps the same place quickly and means it.
        """
        now, last = self._clock.monotonic(), self._last
        if last is None or now - last.at >= self._seconds or not _is_near(where, last.where):
            self._last = _Tap(now, where, self._shown())
            return False
        # Of three taps the third belongs to the first as well: what counts is what that one saw.
        self._last = _Tap(now, where, last.seen)
        return last.seen != self._shown()

    def lifted(self) -> None:
        """The finger or key has gone up: only now the time for a second one begins."""
        if self._last is not None:
            self._last = replace(self._last, at=self._clock.monotonic())


def _is_near(one: Place | int, other: Place | int) -> bool:
    if isinstance(one, int) or isinstance(other, int):
        return one == other
    return math.dist(one, other) < NEAR
