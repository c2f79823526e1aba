"""Tells a burst at one terminal, so that its interviews are kept and flagged, never dropped.

The moments are those of the monotonic clock and live in memory alone: nothing of them is written, and a restarted
terminal begins with none. Why these figures, and what a flag tells: `docs/decisions/0006-bursts.md`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BurstRule:
    """An interview is flagged when it and the `beginnings - 1` before it began within less than `window` seconds, and
    it began less than `gap` seconds after the one before.

    So the first `beginnings - 1` of a burst go unflagged: they may be with the central office by the time it shows.
    `beginnings` is at least 2. A published rule never changes; other figures are another `version`.
    """

    name: str
    version: int
    beginnings: int
    window: float
    gap: float

    @property
    def id(self) -> str:
        """What a flagged response carries."""
        return f"{self.name}-{self.version}"


BURST_1 = BurstRule("burst", 1, beginnings=4, window=60.0, gap=15.0)
"""The 4th beginning within a minute, and within 15 seconds of the 3rd: an interview that is read and answered takes
longer, and 15 seconds is the longest repeat window we found published by a maker of such terminals."""


class BurstWatch:
    """What one terminal remembers between interviews: as many moments as the rule looks back, flagged ones too."""

    def __init__(self, rule: BurstRule = BURST_1) -> None:
        self._rule = rule
        self._moments: deque[float] = deque(maxlen=rule.beginnings - 1)

    def begin(self, moment: float) -> tuple[str, ...]:
        """An interview begins at `moment` of the monotonic clock: the flags of its response."""
        rule, moments = self._rule, self._moments
        is_full = len(moments) == rule.beginnings - 1
        in_burst = is_full and moment - moments[0] < rule.window and moment - moments[-1] < rule.gap
        moments.append(moment)
        return (rule.id,) if in_burst else ()
