"""Reporting periods nest: whatever day one takes, its week, month and year contain it and nothing is in two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.reporting import Level, ReportingPeriod

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def week_of(day: date) -> ReportingPeriod:
    return ReportingPeriod.of(Period.containing(day, PeriodLength.WEEK))


@given(DAYS)
def test_every_day_lies_in_its_parents_and_each_text_reads_back(day: date) -> None:
    found: ReportingPeriod | None = ReportingPeriod(day, Level.DAY)
    while found is not None:
        assert found.first_day <= day <= found.last_day
        assert ReportingPeriod.parse(str(found)) == found
        parent = found.parent
        if parent is not None:
            assert parent.first_day <= found.first_day
            assert found.last_day <= parent.last_day
            assert found.within(parent)
            assert not parent.within(found)
        found = parent


@given(DAYS)
def test_months_and_years_follow_each_other_without_gap_or_overlap(day: date) -> None:
    month = week_of(day).parent
    assert month is not None
    year = month.parent
    assert year is not None
    for period in (month, year):
        following = week_of(period.last_day + timedelta(days=1))
        after = following.parent if period is month else following.parent and following.parent.parent
        assert after is not None
        assert after.first_day == period.last_day + timedelta(days=1)
        assert after > period


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert str(ReportingPeriod.parse("2026-W40").parent) == "2026-10"  # Monday 28 September, Thursday 1 October
    assert str(ReportingPeriod.parse("2027-W53".replace("2027", "2026")).parent) == "2026-12"
    assert str(ReportingPeriod.parse("2026-12").parent) == "2026"


def test_a_period_is_over_only_after_its_last_day() -> None:
    week = ReportingPeriod.parse("2026-W48")
    assert not week.is_over(date(2026, 11, 29))
    assert week.is_over(date(2026, 11, 30))


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-W54", "2026-02-30", "0000", "2026-00", "x" * 1000, "9999-W53"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a period"):
        ReportingPeriod.parse(text)


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-W52", "0500", "0500-03"])
def test_the_ends_of_the_calendar_are_periods_too(text: str) -> None:
    period = ReportingPeriod.parse(text)
    assert str(period) == text
    assert period.first_day < period.last_day
    assert period.is_over(date(2026, 1, 1)) is (text < "2026")
    assert period.parent is None or period.within(period.parent)
