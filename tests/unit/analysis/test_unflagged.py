"""Figures with and without what was flagged: nobody who has both learns how few were flagged anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.analysis.disclosure import Released, release
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.unflagged import released_unflagged
from kiosk.domain.counts import FLAGGED, PERIOD, Column, Counts
from kiosk.domain.reporting import ReportingPeriod

LANGUAGE, Q = Column("language"), Column("q", is_question=True)
COLUMNS = (FLAGGED, LANGUAGE, Q)
Cell = tuple[str, ...]
ANY = ""
"""In a name of a cell: summed over this column."""


WEEK = ReportingPeriod.parse("2025-W40")


def release_unflagged(counts: Counts) -> Released:
    """The table of a week in which `counts` came in."""
    cells = {(str(WEEK), *cell): count for cell, count in counts.cells.items()}
    return released_unflagged(PeriodTables(Counts((PERIOD, *counts.columns), cells), date(2026, 1, 1)), WEEK)


def survey(unflagged: Mapping[str, int], flagged: Mapping[str, int]) -> Counts:
    """Answers to one question in one language."""
    cells: dict[Cell, int] = {("0", "pl", code): count for code, count in unflagged.items()}
    cells |= {("1", "pl", code): count for code, count in flagged.items()}
    return Counts(COLUMNS, cells)


def shown(released: Released) -> dict[str, int | None]:
    return {cell[-1]: count for cell, count in released.cells.items()}


def without(counts: Counts) -> Released:
    return release_unflagged(counts.only([FLAGGED, Q]))


def test_nothing_flagged_gives_the_same_table() -> None:
    counts = survey({"5": 20, "4": 9, "1": 3}, {})
    assert without(counts) == release(counts.only([Q]))


def test_large_burst_is_left_out() -> None:
    released = without(survey({"5": 20, "4": 9, "1": 6}, {"1": 37}))
    assert shown(released) == {"5": 20, "4": 9, "1": 6}
    assert released.total == 35
    assert released.columns == (Q,)


def test_few_flagged_in_all_hide_the_whole_table_without_them() -> None:
    counts = survey({"5": 20, "4": 9}, {"5": 3})
    released = without(counts)
    assert (shown(released), released.total) == ({}, None)
    assert shown(release(counts.only([Q]))) == {"5": 23, "4": 9}


def test_few_flagged_in_one_cell_hide_it_and_others() -> None:
    released = without(survey({"5": 20, "4": 9, "3": 12, "1": 8}, {"5": 30, "1": 2}))
    assert released.total == 49
    assert shown(released) == {"5": None, "4": None, "3": 12, "1": None}


def test_all_of_a_tiny_survey_flagged_says_nothing() -> None:
    assert without(survey({}, {"1": 3})).total is None


def test_everything_flagged_is_no_one_left() -> None:
    assert without(survey({}, {"1": 30})).total == 0


EVERY_TABLE = ((Q,), (LANGUAGE, Q), (LANGUAGE,))
"""What `kiosk counts` shows, by language and without; the languages alone stand for a question that all answered."""
Gate = Callable[[Counts], Released]
tables_of_counts = st.lists(st.integers(0, 12), min_size=12, max_size=12).map(
    lambda counts: Counts(
        COLUMNS, {key: count for key, count in zip(product("01", "ab", "xyz"), counts, strict=True) if count}
    )
)


@settings(max_examples=300, deadline=None)
@given(tables_of_counts)
def test_no_small_count_follows_from_all_tables_with_and_without_together(counts: Counts) -> None:
    assert small_counts_had_from(counts, release_unflagged) == {}


def test_attack_finds_what_a_gate_without_the_difference_would_leave() -> None:
    """The known-bad way: the unflagged responses go through the gate by themselves."""
    counts = Counts(COLUMNS, {("0", "a", "x"): 20, ("0", "b", "y"): 9, ("1", "a", "x"): 3})
    assert small_counts_had_from(counts, alone)["1", ANY, "x"] == 3


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_attack_on_few_flagged_among_many(few: int) -> None:
    unflagged: dict[Cell, int] = dict(zip(product("0", "ab", "xy"), (20, 30, 40, 50), strict=True))
    counts = Counts(COLUMNS, {**unflagged, ("1", "b", "y"): 90, ("1", "a", "x"): few})
    assert small_counts_had_from(counts, alone) != {}
    assert small_counts_had_from(counts, release_unflagged) == {}


def alone(counts: Counts) -> Released:
    cells = {cell[1:]: count for cell, count in counts.cells.items() if cell[0] == "0"}
    return release(Counts(counts.columns[1:], cells))


def small_counts_had_from(counts: Counts, gate: Gate) -> dict[Cell, int]:
    """Every count of 1 to 4 that follows by adding and subtracting what is shown, whatever the way there."""
    if not counts.cells:
        return {}
    values = [sorted(set(found)) for found in zip(*counts.cells, strict=True)]
    atoms = list(product(*values))
    span = Span()
    for name, count in published(counts, gate):
        assert count == true_count(counts, name)
        span.add([int(matches(atom, name)) for atom in atoms])
    names = product(*([*found, ANY] for found in values))
    return {
        name: count
        for name in names
        if 0 < (count := true_count(counts, name)) < 5 and [int(matches(atom, name)) for atom in atoms] in span
    }


def published(counts: Counts, gate: Gate) -> Iterator[tuple[Cell, int]]:
    """Everything that can be read off the tables: shown cells, shown totals, and gaps, which say 0."""
    for columns in EVERY_TABLE:
        yield from readable(counts.only(columns), release(counts.only(columns)), {})
        split = counts.only([FLAGGED, *columns])
        yield from readable(split, release(split), {})
        unflagged = Counts(columns, {cell[1:]: count for cell, count in split.cells.items() if cell[0] == "0"})
        yield from readable(unflagged, gate(split), {FLAGGED: "0"})


def readable(counts: Counts, released: Released, fixed: Mapping[Column, str]) -> Iterator[tuple[Cell, int]]:
    def name(cell: Sequence[str]) -> Cell:
        places = {**dict(zip(counts.columns, cell, strict=False)), **fixed}
        return tuple(places.get(column, ANY) for column in COLUMNS)

    if released.total is not None:
        yield name(()), released.total
    if released.total is None:
        return  # nothing is told at all
    for cell in product(*(sorted(set(found)) for found in zip(*counts.cells, strict=True))):
        count = released.cells.get(cell, 0)
        if count is not None:
            yield name(cell), count


def matches(atom: Cell, name: Cell) -> bool:
    return all(wanted in (ANY, value) for value, wanted in zip(atom, name, strict=True))


def true_count(counts: Counts, name: Cell) -> int:
    return sum(count for cell, count in counts.cells.items() if matches(cell, name))


class Span:
    """The sums that follow from given ones: a vector space over the whole numbers modulo a prime."""

    PRIME = 2**31 - 1

    def __init__(self) -> None:
        self._basis: dict[int, list[int]] = {}

    def add(self, vector: Sequence[int]) -> None:
        rest = self._rest(vector)
        place = next((place for place, value in enumerate(rest) if value), None)
        if place is not None:
            inverse = pow(rest[place], -1, self.PRIME)
            self._basis[place] = [value * inverse % self.PRIME for value in rest]

    def __contains__(self, vector: Sequence[int]) -> bool:
        return not any(self._rest(vector))

    def _rest(self, vector: Sequence[int]) -> list[int]:
        rest = list(vector)
        for place in sorted(self._basis):
            factor = rest[place]
            if factor:
                rest = [(a - factor * b) % self.PRIME for a, b in zip(rest, self._basis[place], strict=True)]
        return rest
