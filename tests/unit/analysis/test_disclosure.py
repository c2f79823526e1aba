"""No small count is shown, nor to be had by subtraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kiosk.analysis.disclosure import Released, release
from kiosk.domain.counts import DECLINED, NOT_ASKED, Column, Counts

LANGUAGE, Q = Column("language"), Column("q", is_question=True)


def table(**cells: int) -> Counts:
    return Counts((Column("q"),), {(name,): count for name, count in cells.items()})


def shown(released: Released) -> dict[str, int | None]:
    return {cell[-1]: count for cell, count in released.cells.items()}


def test_large_counts_are_shown() -> None:
    assert shown(release(table(a=10, b=5))) == {"a": 10, "b": 5}


def test_one_small_count_hides_another_too() -> None:
    assert shown(release(table(a=30, b=3, c=8))) == {"a": 30, "b": None, "c": None}


def test_two_small_counts_that_sum_to_less_than_k_hide_a_third() -> None:
    assert shown(release(table(a=30, b=1, c=2, d=9))) == {"a": 30, "b": None, "c": None, "d": None}


def test_table_of_less_than_k_shows_nothing_at_all() -> None:
    released = release(table(a=3))
    assert released.total is None
    assert shown(released) == {}, "which answers there are would be those of the few"


def test_small_cell_alone_in_its_table_hides_the_total() -> None:
    released = release(table(a=40, b=4))
    assert shown(released) == {"a": None, "b": None}
    assert released.total == 44


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7))
def test_hidden_counts_of_a_line_can_never_be_had_from_the_total(counts: list[int]) -> None:
    released = release(table(**{f"c{number}": count for number, count in enumerate(counts)}))
    assert not any(count is not None and 0 < count < 5 for count in released.cells.values())
    if released.total is None:
        assert not released.cells
        return
    hidden = [count for count, seen in zip(counts, released.cells.values(), strict=True) if seen is None]
    if hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= 5


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9))
def test_in_two_dimensions_no_row_or_column_gives_a_single_hidden_cell_away(counts: list[int]) -> None:
    keys = list(product("abc", "xyz"))
    released = release(Counts((Column("r"), Column("c")), dict(zip(keys, counts, strict=True))))
    if released.total is None:
        return
    for axis, name in [(0, name) for name in "abc"] + [(1, name) for name in "xyz"]:
        line = [key for key in keys if key[axis] == name]
        hidden = [key for key in line if released.cells[key] is None]
        assert len(hidden) != 1 or len(line) == 1


def test_small_cell_alone_in_its_row_and_its_column_is_not_had_from_the_total() -> None:
    released = release(Counts((LANGUAGE, Q), {("pl", "x"): 10, ("pl", "y"): 7, ("en", "z"): 3}))
    assert released.total == 20
    assert sum(count or 0 for count in released.cells.values()) < 20 - 7


def test_what_one_command_hides_another_does_not_give_away() -> None:
    cells: dict[tuple[str, ...], int] = {("pl", "1"): 3, ("pl", "4"): 8, ("pl", "5"): 6, ("en", "5"): 3}
    overall = release(totals(Counts((LANGUAGE, Q), cells), 0))
    assert shown(overall) == {"1": None, "4": None, "5": 9}
    by_language = release(Counts((LANGUAGE, Q), cells))
    assert {cell for cell, count in by_language.cells.items() if cell[1] in ("1", "4") and count is not None} == set()


def test_total_hidden_to_protect_another_is_hidden_in_its_parts() -> None:
    table = Counts((LANGUAGE, Q), {("a", "x"): 3, ("b", "x"): 8, ("c", "x"): 6, ("c", "y"): 24})
    assert shown(release(totals(table, 1))) == {"a": None, "b": None, "c": 30}
    assert release(table).cells["b", "x"] is None
    assert had_by_subtraction(table) == {}


@given(st.lists(st.integers(0, 12), min_size=9, max_size=9))
def test_no_hidden_count_follows_from_a_table_and_its_totals_together(counts: list[int]) -> None:
    keys = product("abc", "xyz")
    table = Counts((LANGUAGE, Q), {key: count for key, count in zip(keys, counts, strict=True) if count})
    assert had_by_subtraction(table) == {}


def test_subtraction_finds_what_a_gate_without_totals_would_leave() -> None:
    """The known-bad gate: small cells are hidden and nothing else."""
    table = Counts((LANGUAGE, Q), {("a", "x"): 3, ("a", "y"): 9, ("b", "x"): 9, ("b", "y"): 9})
    assert had_by_subtraction(table, gate=only_small_hidden) == {("a", "x"): 3}


def test_what_skip_logic_tells_in_another_table_is_not_left_alone() -> None:
    staff = Counts((Q,), {("osoba",): 30, ("firma",): 20, ("urzad",): 12, ("wewn",): 8, (DECLINED,): 3})
    assert shown(release(staff))["wewn"] is None
    told = shown(release(staff, skip_logic={Q: [frozenset({"wewn"})]}))
    assert told == {"osoba": 30, "firma": 20, "urzad": None, "wewn": 8, DECLINED: None}


def test_what_other_tables_show_is_hidden_last() -> None:
    assert shown(release(table(**{"1": 20, "2": 9, DECLINED: 3, NOT_ASKED: 6}))) == {
        "1": 20,
        "2": None,
        DECLINED: None,
        NOT_ASKED: 6,
    }


def totals(counts: Counts, axis: int) -> Counts:
    """The table without one of its columns."""
    sums: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for cell, count in counts.cells.items():
        sums[cell[:axis] + cell[axis + 1 :]] += count
    return Counts(counts.columns[:axis] + counts.columns[axis + 1 :], dict(sums))


def only_small_hidden(counts: Counts) -> Released:
    cells = {cell: None if count < 5 else count for cell, count in counts.cells.items()}
    return Released(counts.columns, cells, counts.total, 5)


def had_by_subtraction(counts: Counts, gate: Callable[[Counts], Released] = release) -> dict[tuple[str, ...], int]:
    """Every hidden cell that follows from shown ones, of the table, of its rows and columns and of the whole."""
    if gate(counts).total is None:
        return {}  # nothing is told at all
    rows, columns = gate(totals(counts, 1)), gate(totals(counts, 0))
    names = [(row, column) for (row,) in (*rows.cells, ("",)) for (column,) in (*columns.cells, ("",))]
    seen = {**gate(counts).cells}
    seen.update({(row, ""): count for (row,), count in rows.cells.items()})
    seen.update({("", column): count for (column,), count in columns.cells.items()})
    seen["", ""] = rows.total
    known = {name: count for name in names if (count := seen.get(name, 0)) is not None}
    hidden = set(names) - set(known)
    lines = [[(row, column) for (row,) in (*rows.cells, ("",))] for (column,) in (*columns.cells, ("",))]
    lines += [[(row, column) for (column,) in (*columns.cells, ("",))] for (row,) in (*rows.cells, ("",))]
    grows = True
    while grows:
        grows = False
        for *parts, whole in lines:
            unknown = [name for name in (*parts, whole) if name not in known]
            if len(unknown) == 1:
                given = sum(known[part] for part in parts if part in known)
                known[unknown[0]] = given if unknown == [whole] else known[whole] - given
                grows = True
    return {name: known[name] for name in hidden & set(known)}


def test_nothing_collected_is_shown_as_nothing() -> None:
    released = release(table())
    assert (dict(released.cells), released.total) == ({}, 0)
