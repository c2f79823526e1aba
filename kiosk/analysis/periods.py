"""Tables by reporting period that give no small count away, neither alone nor against each other.

Who reads results week by week could subtract: the month less the weeks he has seen, this month's report less the last
one's. So only periods that are over are told, each once and for ever the same, and a year is made of months and those
of weeks (`reporting.py`). From the smallest upwards: a week hides its small cells like any table (`disclosure.py`). A
figure of a larger period is hidden when what its parts do not show of it is one part alone (a month, a week), or fewer
than the threshold together. A total that is hidden hides its parts in every table, however one asks.

Source: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4.4 (hierarchical tables); the order from below
because a week is told before its year is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import chain

from kiosk.analysis.disclosure import (
    THRESHOLD,
    Cell,
    Released,
    SkipLogic,
    hide_besides,
    is_enough,
    released_but,
    with_empty_cells,
    without,
)
from kiosk.domain.counts import PERIOD, Column, Counts
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import ReportingPeriod

Columns = tuple[Column, ...]


class PeriodTables:
    """What may be told of `counts`, of which `PERIOD` must be a column; `today` is the office's."""

    def __init__(
        self, counts: Counts, today: date, threshold: int = THRESHOLD, skip_logic: SkipLogic | None = None
    ) -> None:
        self._threshold = threshold
        self._skip_logic = skip_logic or {}
        self._columns = tuple(column for column in counts.columns if column != PERIOD)
        self._counts: dict[ReportingPeriod, Counts] = {}
        self._own: dict[ReportingPeriod, Counts] = {}
        self._children: defaultdict[ReportingPeriod, list[ReportingPeriod]] = defaultdict(list)
        self._memory: dict[tuple[ReportingPeriod, Columns], set[Cell]] = {}
        self._tables: dict[tuple[ReportingPeriod, Columns], tuple[Counts, dict[Cell, int]]] = {}
        self._today = today
        self._fill(counts)

    @property
    def periods(self) -> tuple[ReportingPeriod, ...]:
        """Every period with responses that is over, larger ones after the smaller ones that begin with them."""
        return tuple(sorted(period for period in self._counts if period.is_over(self._today)))

    def released(self, period: ReportingPeriod, columns: Sequence[Column] | None = None) -> Released:
        """The table of one period by `columns` (None: all but the period); raises `BadInput` before it is over."""
        if not period.is_over(self._today):
            raise BadInput(f"{period} is not over: its results are told from the day after {period.last_day}")
        chosen = self._columns if columns is None else tuple(columns)
        if period not in self._counts:
            return Released(chosen, {}, 0, self._threshold)
        if self._hidden(period, ()):
            return Released(chosen, {}, None, self._threshold)
        counts, table = self._table(period, chosen)
        return released_but(counts, table, self._hidden(period, chosen), counts.total, self._threshold)

    def _fill(self, counts: Counts) -> None:
        place = counts.columns.index(PERIOD)
        cells: defaultdict[ReportingPeriod, defaultdict[Cell, int]] = defaultdict(lambda: defaultdict(int))
        own: defaultdict[ReportingPeriod, dict[Cell, int]] = defaultdict(dict)
        for cell, count in counts.cells.items():
            period: ReportingPeriod | None
            period = smallest = ReportingPeriod.parse(cell[place])
            rest = without(cell, place)
            own[smallest][rest] = count
            while period is not None:
                cells[period][rest] += count
                period = period.parent
        self._counts = {period: Counts(self._columns, dict(found)) for period, found in cells.items()}
        self._own = {period: Counts(self._columns, found) for period, found in own.items()}
        for period in self._counts:
            if period.parent is not None:
                self._children[period.parent].append(period)

    def _table(self, period: ReportingPeriod, columns: Columns) -> tuple[Counts, dict[Cell, int]]:
        key = period, columns
        if key not in self._tables:
            counts = self._counts[period].only(columns)
            self._tables[key] = counts, with_empty_cells(counts) if columns else {(): counts.total}
        return self._tables[key]

    def _hidden(self, period: ReportingPeriod, columns: Columns) -> set[Cell]:
        key = period, columns
        if key not in self._memory:
            self._memory[key] = self._to_hide(period, columns)
        return self._memory[key]

    def _to_hide(self, period: ReportingPeriod, columns: Columns) -> set[Cell]:
        _, table = self._table(period, columns)
        hidden = {cell for cell, count in table.items() if 0 < count < self._threshold}
        for axis in range(len(columns)):
            hidden_totals = self._hidden(period, without(columns, axis))
            hidden |= {cell for cell in table if without(cell, axis) in hidden_totals}
        hidden |= {cell for cell in table if cell not in hidden and self._gives_away(period, columns, cell)}
        if columns:
            hide_besides(
                table, [tuple(self._skip_logic.get(column, ())) for column in columns], hidden, self._threshold
            )
        return hidden

    def _gives_away(self, period: ReportingPeriod, columns: Columns, cell: Cell) -> bool:
        """Whether the figure of `cell`, less what the parts of the period show of it, tells something hidden there.

        One part alone would be known, however many weeks it is made of: its own table hides it from other figures.
        """
        if period not in self._children:
            return False
        parts = self._untold(period, columns, cell)
        return bool(parts) and (len(parts) == 1 or not is_enough([*chain.from_iterable(parts)], self._threshold))

    def _untold(self, period: ReportingPeriod, columns: Columns, cell: Cell) -> list[list[int]]:
        """How many responses this cell has in each part of the period that does not show it, by its smallest parts."""
        hiding = [child for child in self._children.get(period, ()) if cell in self._hidden(child, columns)]
        parts = [[*chain.from_iterable(self._untold(child, columns, cell))] for child in hiding]
        if period in self._own:  # its own responses carry no smaller period: no part shows them
            parts.append([self._own[period].only(columns).cells.get(cell, 0)])
        return [part for part in parts if part]
