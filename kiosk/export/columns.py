"""Rows turned into columns of numbers, some thousands at a time: what SPSS, Stata and Parquet are written from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from kiosk.export.coding import State
from kiosk.export.missing import Missing
from kiosk.export.table import Table
from kiosk.export.variables import Variable

Numbers = npt.NDArray[np.int16]
_ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: `properties` by column name, `numbers` by variable (missing ones are negative, see `Missing`)."""

    properties: dict[str, list[str | int]]
    numbers: list[Numbers]

    def __len__(self) -> int:
        return len(self.properties["id"])


def chunks(table: Table, rows_at_once: int = _ROWS_AT_ONCE) -> Iterator[Chunk]:
    """All rows of `table`, in order; numbers in the order of the codebook's variables."""
    known = _StateNumbers()
    rows = table.rows(known.add)
    while some := list(islice(rows, rows_at_once)):
        cells = zip(*((record.id, *table.property_cells(record, period)) for record, period, _ in some), strict=True)
        states = np.array([states for *_, states in some], dtype=np.int32)
        numbers: list[Numbers] = []
        for place, question in enumerate(table.codebook.by_question):
            found = known.of(question)[states[:, place]]
            numbers.extend(found[:, column] for column in range(found.shape[1]))
        yield Chunk(dict(zip(("id", *table.properties[1:]), map(list, cells), strict=True)), numbers)


def number_of(cell: str | Missing, variable: Variable) -> int:
    """The number by which statistics programs know a cell."""
    if isinstance(cell, Missing):
        return cell.number
    return next(value.number for value in variable.values if value.code == cell)


class _StateNumbers:
    """What each state of each question is in numbers, a row a state, each once; grows as states come up."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, dict[tuple[int, ...], int]] = defaultdict(dict)
        self._known: dict[str, Numbers] = {}

    def add(self, state: State, variables: tuple[Variable, ...]) -> int:
        """Take a state in; gives the place of its row."""
        rows = self._rows[variables[0].question]
        return rows.setdefault(tuple(number_of(*pair) for pair in zip(state, variables, strict=True)), len(rows))

    def of(self, question: str) -> Numbers:
        """The numbers of a question's states so far."""
        known = self._known.get(question)
        if known is None or len(known) < len(self._rows[question]):
            known = self._known[question] = np.array(list(self._rows[question]), dtype=np.int16)
        return known
