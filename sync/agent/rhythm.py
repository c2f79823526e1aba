"""When to speak with the central office, so that a whole fleet never speaks at once; source: reliability.md, 2.6."""

from __future__ import annotations

from sync.agent.chance import Chance
from sync.agent.trouble import Delayed, Rejected, Trouble

_SHORTEST = 5.0
_LONGEST = 3600.0
_HOUR = 3600.0
_NOT_ENROLLED = 60.0


class Rhythm:
    """Waiting times in seconds, each with its share of chance."""

    def __init__(self, chance: Chance, start_spread: float = 300) -> None:
        self._chance = chance
        self._start_spread = start_spread

    def first(self) -> float:
        """After a start: mains power comes back to all terminals of a town at once."""
        return self._chance.uniform(0, self._start_spread)

    def next(self, next_s: float) -> float:
        """After a contact that went well."""
        return next_s * self._chance.uniform(0.5, 1.5)

    def after(self, trouble: Trouble, failures: int) -> float:
        """After the `failures`-th failure in a row, counted from 1."""
        match trouble:
            case Delayed(retry_after=float(wish)):
                wish = max(wish, _SHORTEST)  # "now", or a date that a wrong clock takes for past, must not be a storm
                return wish + self._chance.uniform(0, 0.3 * wish)
            case Rejected():
                return _HOUR * self._chance.uniform(0.5, 1.5)
        return self.back_off(failures)

    def back_off(self, failures: int) -> float:
        """After the `failures`-th time in a row that the centre was away or busy.

        Full jitter up to a ceiling that doubles, beginning with the spread of a start; at last from half an hour to an
        hour. Not from five seconds, as reliability.md has it: a centre that comes back five minutes after the mains met
        seventeen times the mean. And not from nothing at the end: a fleet that finds the centre back after days came
        twice as thickly in the first seconds as on the whole.
        """
        ceiling = _doubled(max(_SHORTEST, self._start_spread), failures)
        return self._chance.uniform(ceiling / 2 if ceiling >= _LONGEST else 0, ceiling)

    def after_fault(self, failures: int) -> float:
        """After the `failures`-th fault in a row of this machine, of which no other terminal knows."""
        return self._chance.uniform(0, _doubled(_SHORTEST, failures))

    def not_enrolled(self) -> float:
        """Until the terminal looks again whether somebody has enrolled it."""
        return self._chance.uniform(0.5, 1.5) * _NOT_ENROLLED


def _doubled(first: float, failures: int) -> float:
    """A ceiling: `first`, twice that after another failure, and so on, an hour at most."""
    return min(_LONGEST, first * 2.0 ** min(max(failures - 1, 0), 20))
