"""No small count is shown, nor to be had by subtraction."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kiosk.analysis.disclosure import Released, release
from kiosk.domain.counts import Column, Counts


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
    assert shown(released) == {"a": None}


def test_small_cell_alone_in_its_table_hides_the_total() -> None:
    released = release(table(a=40, b=4))
    assert shown(released) == {"a": None, "b": None}
    assert released.total == 44


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7))
def test_hidden_counts_of_a_line_can_never_be_had_from_the_total(counts: list[int]) -> None:
    released = release(table(**{f"c{number}": count for number, count in enumerate(counts)}))
    assert not any(count is not None and 0 < count < 5 for count in released.cells.values())
    hidden = [count for count, seen in zip(counts, released.cells.values(), strict=True) if seen is None]
    if released.total is not None and hidden:
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
