"""Parquet: columns with types, a group of rows at a time in flat memory.

A question on a scale of numbers is a small integer, any other its code; null is no value, and `<name>_missing` says
why there is none. So averages are right by themselves. The labels in all languages are in the file's metadata, JSON
under the key `okienko`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kiosk.domain.errors import EnvironmentFault
from kiosk.export.atomic import atomic_path
from kiosk.export.columns import Numbers, chunks
from kiosk.export.missing import Missing
from kiosk.export.property_labels import PROPERTY_LABELS
from kiosk.export.table import Style, Table
from kiosk.export.variables import Codebook, Variable

METADATA_KEY = "okienko"
_NUMBERS = {"version": pa.int32(), "complete": pa.bool_()}
_WORDS = pa.dictionary(pa.int16(), pa.string())
_ROWS_AT_ONCE = 100_000


def write_parquet(path: Path, table: Table, style: Style) -> None:
    """Write Parquet atomically. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    variables = table.codebook.variables
    schema = pa.schema(
        [
            *(pa.field(name, _property_type(name)) for name in table.properties),
            *(
                field
                for one in variables
                for field in (pa.field(one.name, _type(one, style)), pa.field(f"{one.name}_missing", _WORDS))
            ),
        ],
        metadata={METADATA_KEY: json.dumps(described(table.codebook), ensure_ascii=False)},
    )
    coders = [_Column(one, style) for one in variables]
    with atomic_path(path) as place:
        try:
            with pq.ParquetWriter(str(place), schema, compression="zstd") as writer:
                for chunk in chunks(table, _ROWS_AT_ONCE):
                    arrays = [_property(name, cells) for name, cells in chunk.properties.items()]
                    for coder, numbers in zip(coders, chunk.numbers, strict=True):
                        arrays += [coder.values(numbers), coder.missing(numbers)]
                    writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
        except pa.ArrowException as fault:
            raise EnvironmentFault(f"cannot write {path}: {fault}") from fault


def described(codebook: Codebook) -> Mapping[str, object]:
    """Names, labels and values of every variable in all languages, and what each kind of missing is called."""
    return {
        "questionnaire": codebook.newest.id,
        "versions": [one.version for one in codebook.questionnaires],
        "properties": {name: dict(label.texts) for name, label in PROPERTY_LABELS.items()},
        "variables": [
            {
                "name": one.name,
                "question": one.question,
                "choice": one.choice,
                "label": dict(one.label.texts),
                "values": [
                    {
                        "code": value.code,
                        "number": value.number,
                        "label": dict(value.label.texts),
                        "missing": value.missing.word if value.missing else None,
                    }
                    for value in one.values
                ],
            }
            for one in codebook.variables
        ],
        "missing": {kind.word: {"number": kind.number, "label": dict(kind.label.texts)} for kind in Missing},
    }


class _Column:
    """One variable: from its numbers to what Parquet holds."""

    def __init__(self, variable: Variable, style: Style) -> None:
        self._as_number = variable.is_number and not style.labels
        values = {
            value.number: value.label.in_language(style.language) if style.labels else value.code
            for value in variable.values
            if value.missing is None
        }
        self._values = _Words(values)
        self._kinds = _Words({kind.number: kind.word for kind in Missing})

    def values(self, numbers: Numbers) -> pa.Array:
        if self._as_number:
            return pa.array(numbers, pa.int16(), mask=numbers < 0)
        return self._values.array(numbers)

    def missing(self, numbers: Numbers) -> pa.Array:
        return self._kinds.array(numbers)


class _Words:
    """A dictionary column of the words for those numbers that have one, null for the others."""

    def __init__(self, words: Mapping[int, str]) -> None:
        self._words = pa.array(list(words.values()), pa.string())
        self._lowest = -10
        self._place = np.full(max([0, *words]) - self._lowest + 1, -1, dtype=np.int16)
        for place, number in enumerate(words):
            self._place[number - self._lowest] = place

    def array(self, numbers: Numbers) -> pa.Array:
        places = self._place[np.minimum(numbers - self._lowest, len(self._place) - 1)]
        return pa.DictionaryArray.from_arrays(pa.array(places, mask=places < 0), self._words)


def _property(name: str, cells: list[str | int]) -> pa.Array:
    return pa.array([bool(cell) for cell in cells] if name == "complete" else cells, _property_type(name))


def _property_type(name: str) -> pa.DataType:
    return _NUMBERS.get(name, pa.string() if name == "id" else _WORDS)


def _type(variable: Variable, style: Style) -> pa.DataType:
    return pa.int16() if variable.is_number and not style.labels else _WORDS
