"""The table of the responses that no rule has flagged, such that the table of all gives no small count away beside it.

Whoever has both subtracts one from the other and has the flagged ones. So they are told apart as by any other column,
the table of both goes through the gate, and only then are the flagged ones left out: where 1 to k-1 of them are in a
cell, a line or the whole, the figure without them is hidden. The table of all is never the poorer for it.
"""

from __future__ import annotations

from kiosk.analysis.disclosure import Released
from kiosk.analysis.periods import PeriodTables
from kiosk.domain.counts import FLAGGED, UNFLAGGED
from kiosk.domain.reporting import ReportingPeriod


def released_unflagged(tables: PeriodTables, period: ReportingPeriod) -> Released:
    """What may be shown of the unflagged part of one period; `FLAGGED` must be a column of `tables`.

    Raises `BadInput` before the period is over.
    """
    both = tables.released(period)
    whole = tables.released(period, [FLAGGED])
    place = both.columns.index(FLAGGED)
    cells = {cell[:place] + cell[place + 1 :]: count for cell, count in both.cells.items() if cell[place] == UNFLAGGED}
    columns = both.columns[:place] + both.columns[place + 1 :]
    total = None if whole.total is None else whole.cells.get((UNFLAGGED,), 0)
    if total is None:
        return Released(columns, {}, None, both.threshold)
    return Released(columns, cells, total, both.threshold)
