"""What time is believed: never goes back by itself, never runs away, and comes right at a word of the centre."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.believed_time import (
    KEPT_EVERY,
    LONGEST_REST,
    TOLERATED,
    Doubt,
    Mark,
    Reading,
    advanced,
    believe,
    is_news,
    set_right,
    vouched,
)
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.pin import Moment

WARSAW = ZoneInfo("Europe/Warsaw")
RELEASED = date(2026, 11, 28)
START = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)
DEAD = datetime(1970, 1, 1, tzinfo=UTC)
WILD = datetime(2046, 5, 5, tzinfo=UTC)
NOON = timedelta(hours=12)


@dataclass
class Machine:
    """A machine with a clock that may be off, in the true world; `mark` is what its terminal has on the disk."""

    truth: datetime = START
    off: timedelta = timedelta()
    boot: int = 1
    running: timedelta = timedelta(minutes=1)
    is_synchronised: bool = False
    mark: Mark | None = field(default=None)

    @property
    def reading(self) -> Reading:
        shown = (self.truth + self.off).astimezone(WARSAW)
        return Reading(shown, Moment(f"boot {self.boot}", self.running.total_seconds()), self.is_synchronised)

    @property
    def now(self) -> datetime:
        """In UTC: a time of an hour that comes twice equals no time of another zone (PEP 495)."""
        return believe(self.reading, self.mark, RELEASED).now.astimezone(UTC)

    @property
    def doubt(self) -> Doubt | None:
        return believe(self.reading, self.mark, RELEASED).doubt

    def is_right(self) -> bool:
        """The true time is believed, and so is the clock."""
        return (self.now, self.doubt) == (self.truth, None)

    def look(self) -> None:
        self.mark = advanced(self.reading, self.mark, RELEASED)

    def runs(self, time: timedelta) -> None:
        self.truth += time
        self.running += time

    def is_off(self, time: timedelta) -> None:
        """Switched off for `time` and on again."""
        self.truth += time
        self.boot += 1
        self.running = timedelta(seconds=30)
        self.is_synchronised = False

    def shows(self, time: datetime) -> None:
        self.off = time - self.truth

    def hears(self, said: datetime | None = None) -> None:
        self.mark = vouched(self.reading, said or self.truth, RELEASED) or self.mark


def test_a_right_clock_is_believed_to_the_second() -> None:
    machine = Machine()
    for _ in range(3):
        assert machine.is_right()
        machine.look()
        machine.runs(timedelta(hours=5))
        machine.is_off(timedelta(days=40))


@pytest.mark.parametrize(("shown", "doubt"), [(DEAD, Doubt.BEHIND), (WILD, Doubt.AHEAD)])
def test_a_wild_clock_at_the_first_start_of_all_is_the_day_of_the_version(shown: datetime, doubt: Doubt) -> None:
    machine = Machine()
    machine.shows(shown)
    assert (machine.now.astimezone(WARSAW).date(), machine.doubt) == (RELEASED, doubt)


@pytest.mark.parametrize(("shown", "doubt"), [(DEAD, Doubt.BEHIND), (WILD, Doubt.AHEAD)])
def test_a_wild_clock_later_is_what_was_believed_last_and_goes_on_from_there(shown: datetime, doubt: Doubt) -> None:
    machine = Machine()
    machine.look()
    machine.is_off(timedelta(hours=14))
    machine.shows(shown)
    assert machine.doubt is doubt
    assert machine.truth - timedelta(hours=15) < machine.now < machine.truth
    machine.look()
    machine.runs(timedelta(days=30))
    assert machine.truth - timedelta(hours=15) < machine.now < machine.truth


def test_one_wild_start_never_moves_the_mark() -> None:
    machine = Machine()
    machine.look()
    machine.is_off(NOON)
    machine.shows(WILD)
    for _ in range(10):
        machine.look()
        machine.runs(timedelta(hours=1))
    machine.is_off(timedelta())
    machine.shows(machine.truth)
    assert machine.is_right()


def test_a_year_in_a_cupboard_is_no_leap_and_two_are() -> None:
    machine = Machine()
    machine.look()
    machine.is_off(timedelta(days=370))
    assert machine.is_right()
    machine.is_off(timedelta(days=370))
    assert machine.doubt is Doubt.AHEAD


@pytest.mark.parametrize("shown", [DEAD, WILD])
def test_the_centre_sets_it_right_until_the_machine_is_switched_off(shown: datetime) -> None:
    machine = Machine()
    machine.shows(shown)
    machine.look()
    machine.hears()
    for _ in range(30):
        machine.runs(timedelta(days=1))
        machine.look()
        assert machine.now == machine.truth
        assert machine.doubt is not None  # the clock is still to be set
    machine.is_off(timedelta(hours=3))
    assert machine.truth - timedelta(hours=4) < machine.now < machine.truth


def test_the_clock_may_leap_once_the_centre_has_spoken() -> None:
    machine = Machine()
    machine.shows(DEAD)
    machine.hears()
    for shown in (WILD, machine.truth, DEAD):
        machine.shows(shown)
        assert machine.now == machine.truth
    machine.shows(machine.truth)
    assert machine.doubt is None


@pytest.mark.parametrize("shown", [DEAD, WILD])
def test_a_clock_that_the_network_sets_right_an_hour_after_the_start(shown: datetime) -> None:
    machine = Machine()
    machine.shows(shown)
    machine.look()
    machine.runs(timedelta(hours=1))
    machine.look()
    assert machine.now != machine.truth
    machine.shows(machine.truth)
    machine.is_synchronised = True
    assert machine.is_right()


def test_a_mark_that_was_moved_by_a_year_too_many_comes_back_at_the_word_of_the_network_or_the_centre() -> None:
    for by_network in (True, False):
        machine = Machine()
        machine.shows(machine.truth + timedelta(days=365))
        machine.look()
        machine.shows(machine.truth)
        machine.look()
        assert machine.doubt is Doubt.BEHIND
        if by_network:
            machine.is_synchronised = True
        else:
            machine.hears()
        machine.look()
        machine.is_off(timedelta(days=1))
        assert machine.is_right()


def test_a_clock_that_the_centre_found_wrong_is_not_believed_at_the_next_start() -> None:
    machine = Machine()
    machine.shows(machine.truth + timedelta(days=365))
    machine.hears()
    machine.look()
    machine.is_off(NOON)
    assert machine.doubt is Doubt.AHEAD
    assert machine.truth - timedelta(hours=13) < machine.now < machine.truth
    machine.look()
    machine.hears()
    machine.shows(machine.truth)  # somebody has set it
    machine.look()
    machine.is_off(NOON)
    assert machine.is_right()


def test_a_person_sets_the_floor_and_the_centre_still_knows_better() -> None:
    machine = Machine()
    machine.look()
    machine.is_off(timedelta(days=800))
    assert machine.doubt is Doubt.AHEAD
    machine.mark = set_right(machine.reading, RELEASED)
    assert machine.is_right()
    machine.shows(WILD)
    machine.mark = set_right(machine.reading, RELEASED)
    assert machine.now == WILD
    machine.hears()
    assert machine.now == machine.truth
    machine.shows(DEAD)
    assert set_right(machine.reading, RELEASED) is None


@pytest.mark.parametrize("said", [DEAD, datetime(2026, 11, 27, 12, tzinfo=UTC), datetime(2060, 1, 1, tzinfo=UTC)])
def test_a_centre_that_says_what_cannot_be_is_not_believed(said: datetime) -> None:
    assert vouched(Machine().reading, said, RELEASED) is None


def test_a_mark_is_written_when_it_says_something_new_and_not_at_every_look() -> None:
    machine = Machine()
    machine.look()
    first = machine.mark
    assert first is not None
    assert is_news(first, None)
    machine.runs(timedelta(minutes=59))
    machine.look()
    assert machine.mark is not None
    assert not is_news(machine.mark, first)
    machine.runs(timedelta(minutes=1))
    machine.look()
    assert is_news(machine.mark, first)
    machine.hears()
    assert is_news(machine.mark, first)


# -- whatever happens ------------------------------------------------------------------------------------------------

OFFS = st.one_of(
    st.just(timedelta()),
    st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)),
    st.timedeltas(timedelta(days=-2), timedelta(days=2)),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), OFFS),
        st.tuples(st.just("run"), st.timedeltas(timedelta(), timedelta(days=60))),
        st.tuples(st.just("rest"), st.timedeltas(timedelta(), timedelta(days=500))),
    ),
    max_size=12,
)


def do(machine: Machine, what: str, time: timedelta) -> None:
    match what:
        case "set":
            machine.off = time
        case "run":
            machine.runs(time)
        case "rest":
            machine.is_off(time)


@given(STEPS)
def test_time_never_goes_back_while_nobody_vouches(steps: list[tuple[str, timedelta]]) -> None:
    machine = Machine()
    for what, time in steps:
        machine.look()
        before = machine.now
        do(machine, what, time)
        assert machine.now >= before


@given(STEPS)
def test_what_is_believed_is_never_a_long_rest_ahead_of_what_was(steps: list[tuple[str, timedelta]]) -> None:
    machine = Machine()
    for what, time in steps:
        machine.look()
        before = machine.now
        do(machine, what, time)
        assert machine.now - before <= LONGEST_REST + (time if what == "run" else timedelta(minutes=1))


@given(STEPS, OFFS)
def test_a_right_clock_is_believed_after_one_contact_at_most(
    steps: list[tuple[str, timedelta]], off: timedelta
) -> None:
    machine = Machine()
    for what, time in steps:
        machine.look()
        do(machine, what, time)
    machine.off = off
    machine.look()
    machine.hears()
    machine.off = timedelta()
    machine.look()
    machine.runs(NOON)
    assert machine.is_right()
    machine.look()
    machine.is_off(NOON)
    assert machine.is_right()


@given(STEPS, OFFS)
def test_whatever_the_clock_shows_after_a_contact_the_time_is_right(
    steps: list[tuple[str, timedelta]], off: timedelta
) -> None:
    machine = Machine()
    for what, time in steps:
        machine.look()
        do(machine, what, time)
    machine.hears()
    machine.off = off
    machine.look()
    machine.runs(NOON)
    assert machine.now == machine.truth
    assert (machine.doubt is None) == (abs(off) <= TOLERATED)


# -- daylight saving -------------------------------------------------------------------------------------------------

CHANGES = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)]


@pytest.mark.parametrize("change", CHANGES)
def test_periods_change_at_the_offices_midnight_and_once_on_a_day_of_23_or_25_hours(change: date) -> None:
    released = date(change.year, 1, 1)
    machine = Machine(truth=datetime(change.year, change.month, change.day, tzinfo=UTC) - timedelta(days=1))
    days: list[Period] = []
    weeks: list[Period] = []
    for _ in range(3 * 24 * 6):
        machine.mark = advanced(machine.reading, machine.mark, released)
        belief = believe(machine.reading, machine.mark, released)
        assert (belief.now.astimezone(UTC), belief.doubt) == (machine.truth, None)
        days.append(Period.containing(belief.now.date(), PeriodLength.DAY))
        weeks.append(Period.containing(belief.now.date(), PeriodLength.WEEK))
        machine.runs(timedelta(minutes=10))
    assert days == sorted(days)
    assert weeks == sorted(weeks)
    assert len(set(weeks)) == 2  # the change is on the Sunday with which a week ends
    hours = days.count(Period(change, PeriodLength.DAY)) / 6
    assert hours == (23 if change.month == 3 else 25)


@pytest.mark.parametrize("change", CHANGES)
def test_a_clock_set_by_hand_at_a_change_is_no_doubt(change: date) -> None:
    """An hour is what somebody sets it by who does not know that it sets itself."""
    for off in (timedelta(hours=1), timedelta(hours=-1)):
        machine = Machine(truth=datetime(change.year, change.month, change.day, 2, 30, tzinfo=UTC))
        machine.mark = advanced(machine.reading, None, date(change.year, 1, 1))
        machine.off = off
        belief = believe(machine.reading, machine.mark, date(change.year, 1, 1))
        assert belief.doubt is None
        assert belief.now >= machine.truth


def test_the_mark_falls_behind_by_an_hour_at_most_at_each_switching_off() -> None:
    machine = Machine()
    machine.look()
    machine.shows(DEAD)
    on_disk = machine.mark
    for _ in range(100):
        for _ in range(8):  # a working day
            machine.look()
            assert machine.mark is not None
            if is_news(machine.mark, on_disk):
                on_disk = machine.mark
            machine.runs(timedelta(hours=1))
        machine.mark = on_disk
        machine.is_off(timedelta())
    assert machine.truth - machine.now <= 101 * KEPT_EVERY
