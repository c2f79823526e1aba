"""CSV: one row per response, UTF-8 with a byte order mark; memory stays flat.

Each state of a question is turned into text once, and a line is put together from such pieces.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from pathlib import Path

from kiosk.domain.record import Record
from kiosk.export.atomic import atomic_text
from kiosk.export.coding import State
from kiosk.export.missing import Missing
from kiosk.export.table import Style, Table
from kiosk.export.variables import Variable

_LINES_AT_ONCE = 1000
_properties = itemgetter(*(place for place, name in enumerate(Record._fields) if name not in {"id", "answers"}))
_FORMULA_SIGNS = "=+-@\t\r"


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ",") -> int:
    """Write any small table atomically; gives the number of rows. Raises `EnvironmentFault`."""
    written = 0
    with atomic_text(path) as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(header)
        for row in rows:
            writer.writerow(_harmless(cell) if isinstance(cell, str) else cell for cell in row)
            written += 1
    return written


def write_csv(path: Path, table: Table, style: Style) -> None:
    """Write `table` atomically. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    separator = ";" if style.excel else ","
    joined = _joining(separator)
    fronts: dict[tuple[object, ...], str] = {}
    with atomic_text(path) as file:
        file.write(joined([*table.properties, *(one.name for one in table.codebook.variables)]) + "\r\n")
        lines: list[str] = []
        for record, period, states in table.rows(
            lambda state, variables: joined(map(_harmless, state_cells(state, variables, style)))
        ):
            front = fronts.get(key := _properties(record))
            if front is None:
                front = fronts[key] = joined(table.property_cells(record, period))
            # An id needs no marks around it: both stores hold nothing but UUIDs there.
            lines.append(separator.join([record.id, front, *states]))
            if len(lines) == _LINES_AT_ONCE:
                file.write("\r\n".join(lines) + "\r\n")
                lines.clear()
        file.writelines(line + "\r\n" for line in lines)


def _harmless(text: str) -> str:
    """A spreadsheet takes a text that begins like a formula for one; an apostrophe keeps it a text."""
    return f"'{text}" if len(text) > 1 and text[0] in _FORMULA_SIGNS else text


def state_cells(state: State, variables: Sequence[Variable], style: Style) -> list[str]:
    """What a question's state looks like in a text file: codes and marks, or labels."""
    return [_cell(cell, variable, style) for cell, variable in zip(state, variables, strict=True)]


def _cell(cell: str | Missing, variable: Variable, style: Style) -> str:
    if isinstance(cell, Missing):
        return cell.label.in_language(style.language) if style.labels else cell.mark
    value = next(value for value in variable.values if value.code == cell)
    if style.labels:
        return value.label.in_language(style.language)
    # "Nie dotyczy" has a code such as 98, which would be reckoned into averages.
    return cell if value.missing is None else value.missing.mark


def _joining(separator: str) -> Callable[[Iterable[object]], str]:
    def joined(cells: Iterable[object]) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator="").writerow(cells)
        found = text.getvalue()
        return "" if found == '""' else found  # one empty cell, which the writer would mark

    return joined
