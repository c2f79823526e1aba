"""`--public`: tables that may be published, by month and year, each through the disclosure gate with k = 10.

One variable at a time: what a table tells of one question it never tells by another. A hidden count is an empty cell
and says so beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.analysis.periods import PeriodTables
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import Level, ReportingPeriod
from kiosk.export.csv_file import write_rows
from kiosk.export.frequencies import frequencies, skip_logic_of
from kiosk.export.missing import Missing
from kiosk.export.table import Style, Table
from kiosk.export.variables import Variable

THRESHOLD = 10
"""k of what is published; 5 is for what an office reads itself."""
HEADER = (
    "period", "first_day", "last_day", "variable", "question", "code", "label", "responses", "hidden", "all_responses",
)  # fmt: skip
_MISSING = {kind.word: kind for kind in Missing}


def require_public(path: Path) -> None:
    """Raise `BadInput` where `path` is no file that public tables are written to."""
    if path.suffix.lower() != ".csv":
        raise BadInput(f"cannot write public tables to '{path.name}'; allowed: a name that ends in .csv")


def write_public(path: Path, table: Table, style: Style, today: date) -> int:
    """Write the public tables atomically, a row a value; gives how many. Raises what `write_table` does."""
    require_public(path)
    return write_rows(path, HEADER, public_rows(table, style.language, today), ";" if style.excel else ",")


def public_rows(table: Table, language: str, today: date) -> Iterator[Sequence[object]]:
    """The rows, by variable, then period, then value."""
    counted = frequencies(table, _month)
    told = skip_logic_of(table.codebook)
    for variable in table.codebook.variables:
        tables = PeriodTables(counted[variable.name], today, THRESHOLD, told)
        for period in tables.periods:
            released = tables.released(period)
            total = "" if released.total is None else released.total
            for (value,), count in sorted(released.cells.items()):
                yield (
                    str(period),
                    period.first_day.isoformat(),
                    period.last_day.isoformat(),
                    variable.name,
                    variable.label.in_language(language),
                    value if value not in _MISSING else f"({value})",
                    _label(variable, value, language),
                    "" if count is None else count,
                    int(count is None),
                    total,
                )


def _month(period: str) -> str:
    """The month of a week or day; what is told by month or year already stays so."""
    found = ReportingPeriod.parse(period)
    while found.level < Level.MONTH and found.parent is not None:
        found = found.parent
    return str(found)


def _label(variable: Variable, value: str, language: str) -> str:
    kind = _MISSING.get(value)
    if kind is not None:
        return kind.label.in_language(language)
    return next((one.label.in_language(language) for one in variable.values if one.code == value), value)
