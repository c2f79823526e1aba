"""What time it is, where the machine's clock may be years off: what is believed, and what is put down of it.

    the centre has told the time since the machine was switched on   that, carried on by how long it has been running
    the kernel holds its clock for synchronised (NTP)                the clock
    the clock is behind the floor                                    the floor
    the clock is further ahead of the floor than a long rest         the floor
    else                                                             the clock

The *floor* is the time below which the true one cannot be: the day of this version, or what was believed last, and how
long the machine has been running since. It goes on while the machine runs, so that a terminal with a dead clock lags by
how long it was switched off and by no more. What was believed is put down as a `Mark`, and a mark moves only by what is
believed: one wild start does not move it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from kiosk.domain.pin import Moment

TOLERATED = timedelta(hours=1)
"""By how much a clock may be off before anybody is told: a period begins an hour early or late at worst."""
LONGEST_REST = timedelta(days=400)
"""How long a terminal may have been switched off for its clock still to be believed: a year in a cupboard and the time
for which it is then set up. A clock that has lost its battery is off by ten years and more."""
KEPT_EVERY = timedelta(hours=1)
"""How often a mark is put down anew: by so much a terminal with a dead clock falls behind at each switching off."""
LAST = datetime(2200, 1, 1, tzinfo=UTC)
"""No time as late as this is believed of anybody: reckoning with it must not leave the calendar."""
LONGEST_LIFE = timedelta(days=30 * 365)
"""So long after its release no version is in use: whoever says it is later than that is wrong."""
_NOISE = timedelta(minutes=1)
"""How far one answer of the centre may be from the one before, by its journey."""


class Doubt(StrEnum):
    """Why the machine's clock is not believed."""

    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Mark:
    """What was believed at one moment.

    `at` is UTC. `is_vouched`: the centre has said so, which holds until the machine is switched off. `was_wrong`: the
    clock was off when the centre said so last; with nobody to vouch for it, the next start does not believe it.
    `heard` is what the centre said last, at any start.
    """

    at: datetime
    moment: Moment
    is_vouched: bool = False
    was_wrong: bool = False
    heard: datetime | None = None

    def carried_on(self, to: Moment) -> datetime:
        """The earliest that it can be at `to`; the very time, while the machine has not been switched off."""
        return self.at + timedelta(seconds=to.seconds_since(self.moment))

    def vouches_at(self, moment: Moment) -> bool:
        """Whether the centre has told the time since the machine was switched on."""
        return self.is_vouched and self.moment.boot == moment.boot


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine shows: its wall clock in the office's zone, how long it has been running, and whether its kernel
    holds the clock for synchronised."""

    clock: datetime
    moment: Moment
    is_synchronised: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """`now` is in the zone of the clock; `doubt` is None where the clock is believed.

    `is_certain`: the centre or the network vouches for `now`, which else is only not known to be wrong.
    """

    now: datetime
    doubt: Doubt | None = None
    is_certain: bool = False


def believe(reading: Reading, mark: Mark | None, released: date) -> Belief:
    """What time it is, by a clock, by what was believed before, and by the day of this version."""
    # Between two times of one zone Python reckons by the hands of the clock, an hour wrong at a change: always UTC.
    shown = reading.clock.astimezone(UTC)
    first = _first_of(released, reading)
    if mark is not None and mark.vouches_at(reading.moment):
        return replace(_instead(reading, mark.carried_on(reading.moment)), is_certain=True)
    if reading.is_synchronised and first <= shown < LAST:
        return Belief(reading.clock, is_certain=True)
    floor = first if mark is None else max(first, mark.carried_on(reading.moment))
    if floor <= shown <= floor + (TOLERATED if mark is not None and mark.was_wrong else LONGEST_REST):
        return Belief(reading.clock)
    return _instead(reading, floor)


def advanced(reading: Reading, mark: Mark | None, released: date) -> Mark:
    """The mark after a look at the clock."""
    belief = believe(reading, mark, released)
    is_vouched = mark is not None and mark.vouches_at(reading.moment)
    if is_vouched or reading.is_synchronised:
        was_wrong = belief.doubt is not None
    else:
        was_wrong = mark is not None and mark.was_wrong
    heard = mark.heard if mark is not None else None
    return Mark(belief.now.astimezone(UTC), reading.moment, is_vouched, was_wrong, heard)


def vouched(reading: Reading, said: datetime, released: date) -> Mark | None:
    """The mark after the centre has said what time it is; None where that cannot be.

    It may lie before the mark so far: a clock that was ahead by less than a long rest has moved that one.
    """
    first = _first_of(released, reading)
    if not first <= said < min(LAST, first + LONGEST_LIFE):
        return None
    off = abs(reading.clock.astimezone(UTC) - said)
    said = said.astimezone(UTC)
    return Mark(said, reading.moment, is_vouched=True, was_wrong=off > TOLERATED, heard=said)


def is_leap(reading: Reading, mark: Mark | None, said: datetime, released: date) -> bool:
    """Whether the centre says what is a long rest away from a time that nobody doubts: then it may be the wrong one."""
    belief = believe(reading, mark, released)
    is_undoubted = belief.doubt is None or belief.is_certain
    return is_undoubted and abs(belief.now.astimezone(UTC) - said) > LONGEST_REST


def set_right(reading: Reading, released: date) -> Mark | None:
    """The mark after a person at the machine has said that its clock is right; None where that cannot be.

    The floor is then what the clock shows, and what the centre said before counts no more. It, and the network, may
    still know better.
    """
    shown = reading.clock.astimezone(UTC)
    if not _first_of(released, reading) <= shown < LAST:
        return None
    return Mark(shown, reading.moment)


def is_news(new: Mark, old: Mark | None) -> bool:
    """Whether `new` tells so much more than `old` that it is worth a write to the disk."""
    if old is None or _kind(new) != _kind(old):
        return True
    return abs(new.at - old.carried_on(new.moment)) > _NOISE or new.at - old.at >= KEPT_EVERY


def _kind(mark: Mark) -> tuple[str, bool, bool]:
    return mark.moment.boot, mark.is_vouched, mark.was_wrong


def _first_of(released: date, reading: Reading) -> datetime:
    return datetime.combine(released, time(), reading.clock.tzinfo).astimezone(UTC)


def _instead(reading: Reading, better: datetime) -> Belief:
    """`better` in place of what the clock shows; that is no doubt of the clock where they differ by little."""
    ahead = reading.clock.astimezone(UTC) - better
    doubt = None if abs(ahead) <= TOLERATED else Doubt.AHEAD if ahead > timedelta() else Doubt.BEHIND
    return Belief(better.astimezone(reading.clock.tzinfo), doubt)
