"""Which touches and keys show that somebody is here: a leaning arm, a drip or a bag on the glass soon does not."""

from __future__ import annotations

import math
from collections import deque

Place = tuple[float, float]
"""Where a finger landed, in millimetres from the left and the top of the panel."""

MOST = 20
"""Signs of one kind in a row, with nothing done in between, that count. WCAG 2.2, 2.2.1 asks for ten extensions."""
SAME_PLACE = 5.0
"""Millimetres: two touches closer than this landed at the same place. A finger that taps twice strays by less."""
_PLACES = 50


class Signs:
    """What was seen since something was last done. Times are not its matter: they are the idle clock's."""

    def __init__(self) -> None:
        self._places: deque[Place] = deque(maxlen=_PLACES)
        self._repeats = 0
        self._dismissals = 0

    def counts(self, place: Place | None, *, is_dismissal: bool) -> bool:
        """Whether this touch, or key if it has no place, still shows that somebody is here.

        A touch where nothing was touched before counts until `MOST` warnings were dismissed in a row; one at an old
        place also only `MOST` times.
        """
        is_old = place is not None and any(math.dist(place, old) <= SAME_PLACE for old in self._places)
        if is_old:
            self._repeats += 1
        elif place is not None:
            self._places.append(place)
        self._dismissals += is_dismissal
        return self._dismissals <= MOST and not (is_old and self._repeats > MOST)

    def forget(self) -> None:
        """Something was done: count from the beginning."""
        self._places.clear()
        self._repeats = self._dismissals = 0


LEANING = 60.0
"""Seconds: what leans or drips comes again sooner; a place that was left alone for so long is free again."""


class Leanings:
    """Places where touches keep coming that show nothing: they do not wake a sleeping screen either."""

    def __init__(self) -> None:
        self._places: deque[tuple[Place, float]] = deque(maxlen=_PLACES)

    def note(self, place: Place, seconds: float) -> None:
        """A touch at `place` showed nothing, at this time of the monotonic clock."""
        self._places.append((place, seconds))

    def hold(self, place: Place, seconds: float) -> bool:
        """Whether something leans on `place`, or did so lately."""
        return any(math.dist(place, other) <= SAME_PLACE and seconds - when <= LEANING for other, when in self._places)
