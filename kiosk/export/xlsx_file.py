"""Excel workbook: the data, the labels of every value, and a codebook; row by row, in flat memory.

Data that need more rows than a sheet has (1,048,576) go on in a further sheet.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiosk.domain.errors import EnvironmentFault
from kiosk.export.atomic import atomic_path
from kiosk.export.coding import State
from kiosk.export.csv_file import state_cells
from kiosk.export.missing import Missing
from kiosk.export.property_labels import PROPERTY_LABELS
from kiosk.export.table import Style, Table
from kiosk.export.variables import Variable

_SCRATCH = "okienko-xlsx-"
MOST_ROWS = 1_048_576
"""Rows of a sheet, header among them: Excel specifications and limits, Microsoft."""
_SHEETS = {
    "pl": ("dane", "etykiety", "opis zmiennych"),
    "en": ("data", "labels", "codebook"),
    "uk": ("дані", "мітки", "опис змінних"),
    "de": ("Daten", "Wertelabels", "Codebuch"),
}
_HEADS = {
    "pl": (("zmienna", "kod", "liczba w SPSS i Stata", "etykieta"), ("zmienna", "pytanie", "odpowiedź", "etykieta")),
    "en": (("variable", "code", "number in SPSS and Stata", "label"), ("variable", "question", "choice", "label")),
    "uk": (("змінна", "код", "число в SPSS і Stata", "мітка"), ("змінна", "питання", "відповідь", "мітка")),
    "de": (("Variable", "Code", "Zahl in SPSS und Stata", "Label"), ("Variable", "Frage", "Antwort", "Label")),
}


def write_xlsx(path: Path, table: Table, style: Style) -> None:
    """Write a workbook atomically. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    with (
        atomic_path(path) as place,
        _scratch() as scratch,
        place.open("r+b") as file,
    ):
        # Nothing in a cell is ever taken for a formula, an address or a number that it only looks like.
        options = {
            "constant_memory": True,
            "tmpdir": scratch,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        output = _Output(file)
        book = xlsxwriter.Workbook(output, options)
        try:
            bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
            _write_data(book, table, style, bold)
            _write_labels(book, table, style, bold)
            book.close()
        except XlsxWriterException as fault:
            raise EnvironmentFault(f"cannot write {path}: {fault}; is there room left?") from fault
        finally:
            output.is_wanted = False
            for sheet in book.worksheets():
                if sheet.row_data_fh is not None:
                    sheet._opt_close()  # noqa: SLF001  # the library leaves its file open where writing fails


@contextmanager
def _scratch() -> Iterator[str]:
    """A folder for the sheets until they are packed, for us alone. Clears what killed exports have left."""
    for left in Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"):
        number = left.name.removeprefix(_SCRATCH).partition("-")[0]
        if number.isdecimal() and not Path(f"/proc/{number}").exists():
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"{_SCRATCH}{os.getpid()}-") as folder:
        yield folder


class _Output:
    """What the library writes to. After a fault it takes no more: the library tries once more when it is taken down."""

    def __init__(self, file: BinaryIO) -> None:
        self.is_wanted = True
        self._file = file
        self._place = 0

    def write(self, data: bytes) -> int:
        written = self._file.write(data) if self.is_wanted else len(data)
        self._place += written
        return written

    def seek(self, place: int, whence: int = 0) -> int:
        self._place = self._file.seek(place, whence) if self.is_wanted else place
        return self._place

    def tell(self) -> int:
        return self._place

    def flush(self) -> None:
        if self.is_wanted:
            self._file.flush()

    def seekable(self) -> bool:
        return True


def _write_data(book: xlsxwriter.Workbook, table: Table, style: Style, bold: Format) -> None:
    name = _SHEETS[style.language][0]
    header = [*table.properties, *(one.name for one in table.codebook.variables)]
    sheet: Worksheet | None = None
    number = 0
    for written, (record, period, states) in enumerate(
        table.rows(lambda state, variables: _cells(state, variables, style))
    ):
        if sheet is None or number == MOST_ROWS:
            sheet = _sheet(book, name if sheet is None else f"{name} {written // (MOST_ROWS - 1) + 1}", header, bold)
            number = 1
        cells: list[str | int] = [record.id, *table.property_cells(record, period)]
        for found in states:
            cells += found
        _write_row(sheet, number, cells)
        number += 1
    if sheet is None:
        _sheet(book, name, header, bold)


def _cells(state: State, variables: tuple[Variable, ...], style: Style) -> list[str | int]:
    """A question's cells: what is a number is one, so that Excel can reckon with it."""
    return [
        int(text) if variable.is_number and text.isdecimal() and not style.labels else text
        for text, variable in zip(state_cells(state, variables, style), variables, strict=True)
    ]


def _write_labels(book: xlsxwriter.Workbook, table: Table, style: Style, bold: Format) -> None:
    language = style.language
    value_head, variable_head = _HEADS[language]
    labels = _sheet(book, _SHEETS[language][1], value_head, bold, widths=(28, 16, 14, 70))
    rows: list[tuple[str | int, ...]] = [
        (one.name, value.code, value.number, value.label.in_language(language))
        for one in table.codebook.variables
        for value in one.values
    ]
    rows += [("*", kind.mark, kind.number, kind.label.in_language(language)) for kind in Missing]
    for number, row in enumerate(rows, start=1):
        _write_row(labels, number, row)
    codebook = _sheet(book, _SHEETS[language][2], variable_head, bold, widths=(28, 20, 16, 100))
    told: list[tuple[str | int, ...]]
    told = [(name, "", "", PROPERTY_LABELS[name].in_language(language)) for name in table.properties]
    told += [
        (one.name, one.question, one.choice or "", one.label.in_language(language)) for one in table.codebook.variables
    ]
    for number, row in enumerate(told, start=1):
        _write_row(codebook, number, row)


def _sheet(
    book: xlsxwriter.Workbook, name: str, header: Sequence[str], bold: Format, widths: Iterable[int] = ()
) -> Worksheet:
    sheet: Worksheet = book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for column, text in enumerate(header):
        sheet.write_string(0, column, text, bold)
    return sheet


def _write_row(sheet: Worksheet, number: int, cells: Iterable[str | int]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(number, column, cell)
        elif cell:
            sheet.write_string(number, column, cell)
