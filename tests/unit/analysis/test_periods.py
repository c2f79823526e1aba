"""No figure of any period is small, nor is the difference of two of them, whoever looks however often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.analysis.disclosure import release
from kiosk.analysis.periods import PeriodTables
from kiosk.domain.counts import PERIOD, Column, Counts
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import ReportingPeriod

A, B = Column("a", is_question=True), Column("b")
WEEKS = ("2026-W45", "2026-W46", "2026-W47", "2026-W49", "2026-W50", "2027-W02")
"""Three weeks of a November, two of the December after it, one of the next year."""
LATER = date(2028, 1, 10)
K = 5

Atom = tuple[str, str, str]
Figure = tuple[frozenset[Atom], int]
MANY = st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5, 6, 9, 14, 30])
COUNTS = st.fixed_dictionaries({(week, a, b): MANY for week in WEEKS for a in "xyz" for b in "pq"})


def counts_of(cells: dict[Atom, int]) -> Counts:
    return Counts((PERIOD, A, B), {cell: count for cell, count in cells.items() if count})


def figures(tables: PeriodTables, cells: dict[Atom, int]) -> Iterator[Figure]:
    """Everything that is shown, each as the smallest groups of responses that it counts together.

    What is seen to be empty is left out of the groups: whoever looks knows that two figures differ by nothing there.
    """
    asked = [
        (period, columns, tables.released(period, columns))
        for period in tables.periods
        for columns in ((), (A,), (B,), (A, B))
    ]
    empty = {
        atom
        for atom in cells
        for period, columns, released in asked
        if ReportingPeriod.parse(atom[0]).within(period)
        and (released.cells.get(cell_of(atom, columns), 0) == 0 if released.total is not None else False)
    }
    weeks = {str(period) for period in tables.periods}
    atoms = [atom for atom in cells if atom not in empty and atom[0] in weeks]
    for period, columns, released in asked:
        inside = [atom for atom in atoms if ReportingPeriod.parse(atom[0]).within(period)]
        if released.total is not None:
            yield frozenset(inside), released.total
        for cell, count in released.cells.items():
            if count is not None:
                yield frozenset(atom for atom in inside if cell_of(atom, columns) == cell), count


def cell_of(atom: Atom, columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(atom[1 if column == A else 2] for column in columns)


def small_differences(found: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    one_each = dict(found)
    return [
        (larger, smaller)
        for one, other in combinations(one_each.items(), 2)
        for larger, smaller in [(one, other) if one[1] >= other[1] else (other, one)]
        if smaller[0] < larger[0] and 0 < larger[1] - smaller[1] < K
    ]


@settings(max_examples=150, deadline=None)
@given(COUNTS)
def test_no_figure_and_no_difference_of_two_is_small(cells: dict[Atom, int]) -> None:
    found = list(figures(PeriodTables(counts_of(cells), LATER), cells))
    assert [count for _, count in found if 0 < count < K] == []
    assert small_differences(found) == []


@settings(max_examples=150, deadline=None)
@given(COUNTS)
def test_what_is_shown_is_true(cells: dict[Atom, int]) -> None:
    for atoms, count in figures(PeriodTables(counts_of(cells), LATER), cells):
        assert count == sum(cells[atom] for atom in atoms)


def test_periods_looked_at_one_by_one_would_give_small_counts_away() -> None:
    """The known-bad way: each table through the gate alone. The same search finds what it lets out."""
    cells = {("2026-W45", "x", "p"): 20, ("2026-W46", "x", "p"): 3, ("2026-W47", "x", "p"): 30}
    alone: list[Figure] = []
    by_month: defaultdict[str, int] = defaultdict(int)
    for (week, _, _), count in cells.items():
        total = release(Counts((A,), {("x",): count})).total
        if total is not None:
            alone.append((frozenset({(week, "x", "p")}), total))
        by_month["2026-11"] += count
    alone.append((frozenset(cells), by_month["2026-11"]))
    assert small_differences([*alone, (frozenset(list(cells)[::2]), 50)])
    found = list(figures(PeriodTables(counts_of(cells), LATER), cells))
    assert small_differences(found) == []
    assert frozenset(cells) not in dict(found), "the month less its two shown weeks is the third"


def test_a_month_is_shown_where_its_small_weeks_protect_each_other() -> None:
    cells = {("2026-W45", "x", "p"): 3, ("2026-W46", "x", "p"): 3, ("2026-W47", "x", "p"): 30}
    tables = PeriodTables(counts_of(cells), LATER)
    assert tables.released(ReportingPeriod.parse("2026-11"), ()).total == 36
    assert tables.released(ReportingPeriod.parse("2026-W45"), ()).total is None


def test_a_year_does_not_tell_of_one_month_what_that_hides() -> None:
    """Found by the search: all z and q of the year are November's, which hides them, or its one x and q would show."""
    cells = dict.fromkeys(product(WEEKS, "xyz", "pq"), 0) | {
        ("2026-W45", "x", "q"): 1, ("2026-W45", "z", "p"): 4, ("2026-W46", "z", "p"): 2, ("2026-W46", "z", "q"): 5,
        ("2026-W49", "y", "p"): 1, ("2026-W49", "z", "p"): 4, ("2026-W50", "y", "p"): 5, ("2026-W50", "y", "q"): 5,
    }  # fmt: skip
    tables = PeriodTables(counts_of(cells), LATER)
    assert tables.released(ReportingPeriod.parse("2026-11"), (A, B)).cells["z", "q"] is None
    assert tables.released(ReportingPeriod.parse("2026"), (A, B)).cells["z", "q"] is None
    assert small_differences(list(figures(tables, cells))) == []


def test_what_is_not_over_is_not_told() -> None:
    cells = {("2026-W48", "x", "p"): 100}
    tables = PeriodTables(counts_of(cells), date(2026, 11, 29))
    assert tables.periods == ()
    with pytest.raises(BadInput, match="not over"):
        tables.released(ReportingPeriod.parse("2026-W48"))


def test_a_later_week_changes_no_table_that_was_told() -> None:
    cells = {("2026-W45", "x", "p"): 20, ("2026-W45", "y", "p"): 2, ("2026-W45", "z", "q"): 9}
    week = ReportingPeriod.parse("2026-W45")
    before = PeriodTables(counts_of(cells), LATER).released(week)
    after = PeriodTables(counts_of({**cells, ("2026-W46", "y", "p"): 50}), LATER).released(week)
    assert before == after


def test_a_period_without_responses_is_an_empty_table() -> None:
    assert PeriodTables(counts_of({}), LATER).released(ReportingPeriod.parse("2026")).total == 0
