"""`--public`: tables that may be published, by month and year, each through the disclosure gate with k = 10.

One variable at a time: what a table tells of one question it never tells by another. A hidden count is an empty cell
and says so beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.skip_logic import skip_logic
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import Level, ReportingPeriod
from kiosk.export.codebook_page import label_of
from kiosk.export.csv_file import write_rows
from kiosk.export.frequencies import frequencies
from kiosk.export.table import Style, Table

THRESHOLD = 10
"""k of what is published; 5 is for what an office reads itself."""
HEADER = (
    "period", "first_day", "last_day", "variable", "question", "code", "label", "responses", "hidden", "all_responses",
)  # fmt: skip
Asked = Callable[[ReportingPeriod], bool]
"""Whether a month or year was asked for."""


def require_public(path: Path) -> None:
    """Raise `BadInput` where `path` is no file that public tables are written to."""
    if path.suffix.lower() != ".csv":
        raise BadInput(f"cannot write public tables to '{path.name}'; allowed: a name that ends in .csv")


def write_public(path: Path, table: Table, style: Style, today: date, is_asked_for: Asked) -> int:
    """Write the public tables atomically, a row a value; gives how many. Raises what `write_table` does.

    `table` holds every response with its own period, whatever months and years `is_asked_for`.
    """
    require_public(path)
    rows = public_rows(table, style.language, today, is_asked_for)
    return write_rows(path, HEADER, rows, ";" if style.excel else ",")


def public_rows(table: Table, language: str, today: date, is_asked_for: Asked) -> Iterator[Sequence[object]]:
    """The rows, by variable, then period, then value. What the office's own tables hide is hidden here, too."""
    counted = frequencies(table)
    told = skip_logic(table.codebook.questionnaires)
    for variable in table.codebook.variables:
        public = PeriodTables(counted[variable.name], today, THRESHOLD, told)
        internal = PeriodTables(counted[variable.name], today, skip_logic=told)
        for period in public.periods:
            released, inside = public.released(period), internal.released(period)
            if period.level < Level.MONTH or not is_asked_for(period) or released.total is None or inside.total is None:
                continue
            for (value,), count in sorted(released.cells.items()):
                is_hidden = count is None or inside.cells.get((value,), 0) is None
                yield (
                    str(period),
                    period.first_day.isoformat(),
                    period.last_day.isoformat(),
                    variable.name,
                    variable.label.in_language(language),
                    value,
                    label_of(variable, value, language),
                    "" if is_hidden else count,
                    int(is_hidden),
                    released.total,
                )
