"""When an office is open: hours of the week, days off by law, days the office names, and when it opens again."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.office import OpeningHours
from kiosk.domain.opening import OpeningTimes

WARSAW = ZoneInfo("Europe/Warsaw")
WEEK = tuple(OpeningHours(day, time(7), time(18 if day == 1 else 15)) for day in range(1, 6))
OFFICE = OpeningTimes(WEEK)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("moment", "closes"),
    [
        ("2026-11-23 07:00", "2026-11-23 18:00"),
        ("2026-11-23 17:59:59", "2026-11-23 18:00"),
        ("2026-11-24 09:00", "2026-11-24 15:00"),
        ("2026-11-23 06:59:59", None),
        ("2026-11-23 18:00", None),
        ("2026-11-28 09:00", None),
        ("2026-11-11 09:00", None),
        ("2026-12-24 09:00", None),
    ],
)
def test_open_from_the_minute_it_opens_until_the_minute_it_closes(moment: str, closes: str | None) -> None:
    assert OFFICE.closes(at(moment)) == (at(closes) if closes else None)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-23 05:00", "2026-11-23 07:00"),
        ("2026-11-23 09:00", "2026-11-24 07:00"),
        ("2026-11-27 20:00", "2026-11-30 07:00"),
        ("2026-04-03 16:00", "2026-04-07 07:00"),  # Good Friday evening: Tuesday after Easter Monday
        ("2026-11-10 16:00", "2026-11-12 07:00"),
        ("2026-12-23 16:00", "2026-12-28 07:00"),
        ("2026-12-31 16:00", "2027-01-04 07:00"),
        ("2026-10-23 20:00", "2026-10-26 07:00"),  # clocks are put back in between
    ],
)
def test_opens_next_on_the_first_day_that_is_no_day_off(moment: str, opens: str) -> None:
    assert OFFICE.opens_next(at(moment)) == at(opens)


def test_days_that_the_office_names_are_closed() -> None:
    bridged = OpeningTimes(WEEK, frozenset({date(2026, 11, 24), date(2026, 11, 25)}))
    assert bridged.on(date(2026, 11, 24)) == ()
    assert bridged.closes(at("2026-11-24 09:00")) is None
    assert bridged.opens_next(at("2026-11-23 19:00")) == at("2026-11-26 07:00")


def test_two_stretches_of_one_day_are_told_in_their_order() -> None:
    split = OpeningTimes((OpeningHours(1, time(14), time(18)), OpeningHours(1, time(8), time(12))))
    assert [each.opens for each in split.on(date(2026, 11, 23))] == [time(8), time(14)]
    assert split.closes(at("2026-11-23 13:00")) is None
    assert split.opens_next(at("2026-11-23 13:00")) == at("2026-11-23 14:00")
    assert split.closes(at("2026-11-23 14:00")) == at("2026-11-23 18:00")


def test_what_is_later_than_two_weeks_is_not_told() -> None:
    monday = OpeningTimes((OpeningHours(1, time(7), time(15)),), frozenset({date(2026, 11, 30)}))
    assert monday.opens_next(at("2026-11-23 07:00")) == at("2026-12-07 07:00")
    longer = OpeningTimes(monday.hours, monday.closed | {date(2026, 12, 7)})
    assert longer.opens_next(at("2026-11-23 16:00")) is None


def test_a_place_without_hours_never_opens() -> None:
    assert OpeningTimes(()).closes(at("2026-11-23 09:00")) is None
    assert OpeningTimes(()).opens_next(at("2026-11-23 09:00")) is None
