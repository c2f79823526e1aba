"""A response's period is told as coarsely as it takes for five to share it, and not before it is over."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.record import PeriodCount
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.told_periods import told_periods

WEEKS = ("2026-W36", "2026-W37", "2026-W38", "2026-W42", "2026-W43", "2026-W48", "2025-W10")
TODAY = date(2026, 11, 28)
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.sampled_from(WEEKS)), st.integers(1, 9), min_size=1, max_size=12
)


def told(counts: dict[tuple[str, str], int], today: date = TODAY) -> dict[tuple[str, str], str]:
    rows = [PeriodCount(office, "q", 1, period, number) for (office, period), number in counts.items()]
    return dict(told_periods(rows, today, 5))


@given(COUNTS)
def test_every_told_period_is_shared_by_five_is_over_and_holds_the_true_one(counts: dict[tuple[str, str], int]) -> None:
    shared: Counter[tuple[str, str]] = Counter()
    for (office, period), text in told(counts).items():
        shared[office, text] += counts[office, period]
        large = ReportingPeriod.parse(text)
        assert ReportingPeriod.parse(period).within(large)
        assert large.is_over(TODAY)
    assert all(number >= 5 for number in shared.values())


@given(COUNTS)
def test_as_time_goes_on_only_what_was_held_back_changes(counts: dict[tuple[str, str], int]) -> None:
    before, after = told(counts), told(counts, date(2027, 6, 1))
    assert {key: after.get(key) for key in before} == before


def test_weak_weeks_of_a_month_are_told_together() -> None:
    counts = {("a", "2026-W36"): 3, ("a", "2026-W37"): 2, ("a", "2026-W38"): 5, ("a", "2026-W42"): 4}
    assert told(counts) == {("a", "2026-W36"): "2026-09", ("a", "2026-W37"): "2026-09", ("a", "2026-W38"): "2026-W38"}


def test_one_office_does_not_hide_in_another() -> None:
    assert told({("a", "2026-W36"): 3, ("b", "2026-W36"): 9}) == {("b", "2026-W36"): "2026-W36"}
