"""The table of the responses that no rule has flagged, such that the table of all gives no small count away beside it.

Whoever has both subtracts one from the other and has the flagged ones. So they are told apart as by any other column,
the table of both goes through the gate, and only then are the flagged ones left out: where 1 to k-1 of them are in a
cell, a line or the whole, the figure without them is hidden. The table of all is never the poorer for it.
"""

from __future__ import annotations

from kiosk.analysis.disclosure import THRESHOLD, Released, SkipLogic, release
from kiosk.domain.counts import FLAGGED, UNFLAGGED, Counts


def release_unflagged(counts: Counts, threshold: int = THRESHOLD, skip_logic: SkipLogic | None = None) -> Released:
    """What may be shown of the unflagged part of `counts`, of which `FLAGGED` must be a column."""
    both = release(counts, threshold, skip_logic)
    place = counts.columns.index(FLAGGED)
    cells = {cell[:place] + cell[place + 1 :]: count for cell, count in both.cells.items() if cell[place] == UNFLAGGED}
    whole = release(counts.only([FLAGGED]), threshold)
    columns = counts.columns[:place] + counts.columns[place + 1 :]
    total = None if whole.total is None else whole.cells.get((UNFLAGGED,), 0)
    return Released(columns, cells, total, threshold)
