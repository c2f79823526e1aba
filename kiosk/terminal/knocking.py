"""The knock by which an administrator asks to be let in: nothing that visitors, children or a leaning arm do.

One finger taps the two upper corners by turns, beginning on the left, four times; then it stays on the left one for
two seconds and is lifted. Fast taps on one place, two hands at once, a palm that lies there, a swipe across: each
breaks it off at its second step. Nothing can be pressed in those corners of most pages, so a half-made knock does
nothing either. Who cannot reach up there or make it has a chord of keys instead.
"""

from __future__ import annotations

from enum import Enum

from kiosk.terminal.signs import Place

CORNER = 22.0
"""Millimetres: how far from the edges a corner reaches."""
SHORTEST_PAUSE, LONGEST_PAUSE = 0.25, 2.5
"""Seconds between lifting the finger and landing it again in the other corner."""
LONGEST_TAP = 1.0
SHORTEST_STAY, LONGEST_STAY = 2.0, 8.0
"""Seconds for which the last touch stays. What lies there longer was left there."""


class _Corner(Enum):
    LEFT = 0
    RIGHT = 1


_KNOCK = (_Corner.LEFT, _Corner.RIGHT, _Corner.LEFT, _Corner.RIGHT, _Corner.LEFT)


class Knock:
    """Told of every touch, in the order in which they come; times are those of the monotonic clock."""

    def __init__(self, panel_width: float = 0.0) -> None:
        self.panel_width = panel_width
        """In millimetres."""
        self._done = 0
        self._landed_at: float | None = None
        self._lifted_at = 0.0

    def land(self, place: Place, seconds: float) -> None:
        """A single finger lands, while no other is down."""
        is_next = self._corner(place) is _KNOCK[self._done]
        if self._done:
            is_next = is_next and SHORTEST_PAUSE <= seconds - self._lifted_at <= LONGEST_PAUSE
        if not is_next:
            self.break_off()
            if self._corner(place) is not _KNOCK[0]:
                return
        self._landed_at = seconds

    def lift(self, place: Place, seconds: float) -> bool:
        """The finger is lifted. Tells whether the knock is complete with it."""
        stayed = seconds - self._landed_at if self._landed_at is not None else -1.0
        is_last = self._done == len(_KNOCK) - 1
        shortest, longest = (SHORTEST_STAY, LONGEST_STAY) if is_last else (0.0, LONGEST_TAP)
        if not shortest <= stayed <= longest or self._corner(place) is not _KNOCK[self._done]:
            self.break_off()
            return False
        self._landed_at, self._lifted_at = None, seconds
        self._done += 1
        if is_last:
            self.break_off()
        return is_last

    def break_off(self) -> None:
        """This was no knock: another finger, a key, a touch that was taken back. Safe to repeat."""
        self._done, self._landed_at = 0, None

    def _corner(self, place: Place) -> _Corner | None:
        if not 0 <= place[1] <= CORNER:
            return None
        if 0 <= place[0] <= CORNER:
            return _Corner.LEFT
        return _Corner.RIGHT if self.panel_width - CORNER <= place[0] <= self.panel_width else None
