"""Statutory days off in Poland, against written tables."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.public_holidays import easter, is_public_holiday, public_holidays

EASTER = """
1818-03-22 1913-03-23 1943-04-25 1951-03-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2016-03-27 2017-04-16
2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
2040-04-01 2049-04-18 2076-04-19 2285-03-22
"""
"""Easter Sundays as calendars print them: the earliest and latest possible, and those where simpler rules go wrong."""
OF_2026 = """
2026-01-01 2026-01-06 2026-04-05 2026-04-06 2026-05-01 2026-05-03 2026-05-24 2026-06-04 2026-08-15 2026-11-01
2026-11-11 2026-12-24 2026-12-25 2026-12-26
"""


@pytest.mark.parametrize("day", EASTER.split())
def test_easter_is_where_the_calendar_has_it(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


def test_days_off_of_a_whole_year() -> None:
    assert sorted(day.isoformat() for day in public_holidays(2026)) == OF_2026.split()


def test_christmas_eve_is_a_day_off_since_2025() -> None:
    assert not is_public_holiday(date(2024, 12, 24))
    assert is_public_holiday(date(2025, 12, 24))


def test_epiphany_is_a_day_off_since_2011() -> None:
    assert not is_public_holiday(date(2010, 1, 6))
    assert is_public_holiday(date(2011, 1, 6))


def test_corpus_christi_is_always_a_thursday_and_the_easters_fall_on_their_weekdays() -> None:
    for year in range(1951, 2200):
        first = easter(year)
        assert (first.isoweekday(), (first.month, first.day) >= (3, 22), (first.month, first.day) <= (4, 25)) == (
            7,
            1,
            1,
        )
        assert sum(day.isoweekday() == 4 and day.month in (5, 6) for day in public_holidays(year)) >= 1
