"""The disclosure gate: every count passes here before anyone sees it, and small ones are hidden.

A cell of 1 to k-1 responses is hidden (primary suppression). Where the hidden cells of a line could be had by
subtracting the shown ones from the line's total, more are hidden until that gives a sum of at least k over at least
two cells (complementary suppression). A line is every set of cells that differ in one column only.

Source: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4; threshold rule with k = 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.counts import Column, Counts

THRESHOLD = 5
"""k for what an office reads itself; 10 for what is published."""

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """A table that may be shown: None stands for a hidden count. `total` is None when it is hidden itself."""

    columns: tuple[Column, ...]
    cells: Mapping[Cell, int | None]
    total: int | None
    threshold: int


def release(counts: Counts, threshold: int = THRESHOLD) -> Released:
    """What may be shown of `counts`."""
    total = counts.total
    if 0 < total < threshold:
        return Released(counts.columns, dict.fromkeys(counts.cells), None, threshold)
    hidden = {cell for cell, count in counts.cells.items() if 0 < count < threshold}
    while more := _to_hide_besides(counts, hidden, threshold):
        hidden |= more
    shown = {cell: None if cell in hidden else count for cell, count in counts.cells.items()}
    return Released(counts.columns, shown, total, threshold)


def _to_hide_besides(counts: Counts, hidden: set[Cell], threshold: int) -> set[Cell]:
    """The smallest shown cell of each line whose hidden cells are too few, or too small together."""
    more: set[Cell] = set()
    for line in _lines(counts):
        secret = [cell for cell in line if cell in hidden]
        open_cells = [cell for cell in line if cell not in hidden]
        protected = len(secret) > 1 and sum(counts.cells[cell] for cell in secret) >= threshold
        if secret and open_cells and not protected:
            more.add(min(open_cells, key=lambda cell: (counts.cells[cell], cell)))
    return more


def _lines(counts: Counts) -> Iterator[list[Cell]]:
    for axis in range(len(counts.columns)):
        lines: defaultdict[Cell, list[Cell]] = defaultdict(list)
        for cell in counts.cells:
            lines[cell[:axis] + cell[axis + 1 :]].append(cell)
        yield from lines.values()
