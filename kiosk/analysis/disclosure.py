"""The disclosure gate: every count passes here before anyone sees it, and small ones are hidden.

A cell of 1 to k-1 responses is hidden (primary suppression). Where the hidden cells of a line could be had by
subtracting the shown ones from the line's total, more are hidden until that gives a sum of at least k over at least
two cells (complementary suppression). A line is every set of cells that differ in one column only; cells that nobody
fell into belong to it and may be hidden too, for a gap says 0 as plainly as a figure.

Totals are tables of their own, shown by another command: what is hidden there is hidden here in all its parts, so
that both hide the same however often and by whatever columns one asks. What was skipped is shown by another question's
table: `skip_logic` says which sums follow from there.

Source: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4; threshold rule with k = 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from kiosk.domain.counts import DECLINED, NOT_ASKED, Column, Counts

THRESHOLD = 5
"""k for what an office reads itself; 10 for what is published."""

Cell = tuple[str, ...]
_Part = TypeVar("_Part")
Values = frozenset[str]
SkipLogic = Mapping[Column, Sequence[Values]]
"""Values of a column whose sum another question's table tells: those that lead to the question. The rest's sum, too."""


@dataclass(frozen=True, slots=True)
class Released:
    """A table that may be shown: None stands for a hidden count.

    `total` is None when it is hidden itself. Then there are no cells, either: which of them there are would be the
    answers of the few.
    """

    columns: tuple[Column, ...]
    cells: Mapping[Cell, int | None]
    total: int | None
    threshold: int


def release(counts: Counts, threshold: int = THRESHOLD, skip_logic: SkipLogic | None = None) -> Released:
    """What may be shown of `counts`."""
    total = counts.total
    if total == 0:
        return Released(counts.columns, dict(counts.cells), 0, threshold)
    if total < threshold:
        return Released(counts.columns, {}, None, threshold)
    told = [tuple((skip_logic or {}).get(column, ())) for column in counts.columns]
    table = with_empty_cells(counts)
    return released_but(counts, table, _hidden(table, told, threshold), total, threshold)


def released_but(
    counts: Counts, table: Mapping[Cell, int], hidden: Container[Cell], total: int | None, threshold: int
) -> Released:
    """`table`, which is `counts` with its empty cells, without what is hidden; an empty cell is left out or hidden."""
    shown = {
        cell: None if cell in hidden else count
        for cell, count in table.items()
        if cell in counts.cells or cell in hidden
    }
    return Released(counts.columns, shown, total, threshold)


def with_empty_cells(counts: Counts) -> dict[Cell, int]:
    """The table with every combination of the values that occur: one that nobody fell into may need hiding, too."""
    values = [sorted(set(found)) for found in zip(*counts.cells, strict=True)]
    return {cell: counts.cells.get(cell, 0) for cell in product(*values)}


def _hidden(table: Mapping[Cell, int], told: Sequence[Sequence[Values]], threshold: int) -> set[Cell]:
    """The cells to hide: small ones, parts of hidden totals, and what protects both."""
    hidden = {cell for cell, count in table.items() if 0 < count < threshold}
    for axis in range(len(told)) if len(told) > 1 else ():
        totals: defaultdict[Cell, int] = defaultdict(int)
        for cell, count in table.items():
            totals[without(cell, axis)] += count
        hidden_totals = _hidden(totals, [*told[:axis], *told[axis + 1 :]], threshold)
        hidden |= {cell for cell in table if without(cell, axis) in hidden_totals}
    hide_besides(table, told, hidden, threshold)
    return hidden


def hide_besides(
    table: Mapping[Cell, int], told: Sequence[Sequence[Values]], hidden: set[Cell], threshold: int
) -> None:
    """Add to `hidden` what else must go, until no line gives a hidden cell away."""
    lines = list(_lines(table, told))
    grows = True
    while grows:
        grows = False
        for axis, line in lines:
            while (another := _to_hide_besides(table, axis, line, hidden, threshold)) is not None:
                hidden.add(another)
                grows = True


def _to_hide_besides(
    table: Mapping[Cell, int], axis: int, line: Sequence[Cell], hidden: set[Cell], threshold: int
) -> Cell | None:
    """The smallest shown cell of a line whose hidden cells are too few, or too small together."""
    secret = [cell for cell in line if cell in hidden]
    if not secret or (len(secret) > 1 and is_enough([table[cell] for cell in secret], threshold)):
        return None

    def preference(cell: Cell) -> tuple[bool, bool, int, Cell]:
        # How many declined or were not asked shows in other tables too, so that hiding it here protects little.
        return cell[axis] in (DECLINED, NOT_ASKED), table[cell] == 0, table[cell], cell

    return min((cell for cell in line if cell not in hidden), key=preference, default=None)


def is_enough(counts: Sequence[int], threshold: int) -> bool:
    """Whether hidden counts protect each other: whoever knows that each is at least 1 learns of none of them.

    Five that are 5 together are 1 each.
    """
    there = [count for count in counts if count]
    return sum(there) - max(len(there) - 1, 0) >= threshold


def _lines(table: Mapping[Cell, int], told: Sequence[Sequence[Values]]) -> Iterator[tuple[int, list[Cell]]]:
    """Every line with the axis along which it runs; before a line, those parts of it whose sums are told elsewhere."""
    for axis, groups in enumerate(told):
        lines: defaultdict[Cell, list[Cell]] = defaultdict(list)
        for cell in table:
            lines[without(cell, axis)].append(cell)
        for line in lines.values():
            for group in groups:
                yield axis, [cell for cell in line if cell[axis] in group]
                yield axis, [cell for cell in line if cell[axis] not in group]
            yield axis, line


def without(cell: tuple[_Part, ...], axis: int) -> tuple[_Part, ...]:
    """The cell of the total over that column."""
    return cell[:axis] + cell[axis + 1 :]
