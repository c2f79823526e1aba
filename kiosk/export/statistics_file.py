"""SPSS (.sav) and Stata (.dta): values and variables with labels in one language, each kind of missing by itself.

SPSS keeps missing as user-missing numbers from -9 to -1 with labels, Stata as `.a` to `.f` with labels. The library
writes from a whole frame, so memory grows with the responses: two bytes a variable and response for SPSS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyreadstat

from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.export.atomic import atomic_path
from kiosk.export.columns import Numbers, chunks
from kiosk.export.missing import Missing
from kiosk.export.property_labels import COMPLETE_LABELS, PROPERTY_LABELS
from kiosk.export.table import Style, Table
from kiosk.export.variables import SPSS_NAME, STATA_NAME, Variable

SPSS_LABEL, SPSS_VALUE_LABEL = 256, 120
"""Longest labels in bytes: SPSS's Universals."""
STATA_LABEL, STATA_VALUE_LABEL = 80, 32_000
"""Longest labels in characters: Stata's manual [R] Limits."""
_NUMBERS = {"version", "complete"}
_LETTERS = {kind.number: kind.letter for kind in Missing}


def write_sav(path: Path, table: Table, style: Style) -> None:
    """Write SPSS's system file atomically. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    frame, variables = _frame(table, SPSS_NAME)
    language = style.language
    labels = {
        name: {value.number: _cut(value.label.in_language(language), SPSS_VALUE_LABEL) for value in one.values}
        | {kind.number: kind.label.in_language(language) for kind in Missing if not _is_named(one, kind)}
        for name, one in variables.items()
    }
    with atomic_path(path) as place:
        _write(
            pyreadstat.write_sav,
            frame,
            place,
            column_labels=_column_labels(frame, variables, language, lambda text: _cut(text, SPSS_LABEL)),
            variable_value_labels=labels | {"complete": _complete_labels(language)},
            missing_ranges={name: [{"lo": -9, "hi": -1}] for name in variables},
            variable_measure={name: "ordinal" if one.is_number else "nominal" for name, one in variables.items()},
            variable_format=dict.fromkeys([*variables, "version", "complete"], "F8.0"),
            file_label=table.codebook.newest.title.in_language(language)[:60],
            row_compress=True,
        )


def write_dta(path: Path, table: Table, style: Style) -> None:
    """Write Stata's file (version 118) atomically. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    frame, variables = _frame(table, STATA_NAME)
    language = style.language
    kinds: dict[str, list[str]] = {}
    for name in variables:
        numbers: Numbers = frame[name].to_numpy()
        found = [_LETTERS[number] for number in np.unique(numbers[numbers < 0]).tolist()]
        if found:
            frame[name] = _with_letters(numbers)
            kinds[name] = found
    labels = {
        name: {value.number: value.label.in_language(language) for value in one.values if value.missing is None}
        | {letter: _label_of_letter(one, letter, language) for letter in kinds.get(name, ())}
        for name, one in variables.items()
    }
    with atomic_path(path) as place:
        _write(
            pyreadstat.write_dta,
            frame,
            place,
            column_labels=_column_labels(frame, variables, language, lambda text: text[:STATA_LABEL]),
            variable_value_labels=labels | {"complete": _complete_labels(language)},
            missing_user_values=kinds,
            file_label=table.codebook.newest.title.in_language(language)[:80],
            version=15,
        )


def _frame(table: Table, longest_name: int) -> tuple[pd.DataFrame, Mapping[str, Variable]]:
    """Every row, and the variables by the names that they have in it."""
    properties: dict[str, list[object]] = {name: [] for name in table.properties}
    numbers: list[list[Numbers]] = [[] for _ in table.codebook.variables]
    for chunk in chunks(table):
        for name, cells in chunk.properties.items():
            properties[name].append(pd.Series(cells, dtype="int32" if name in _NUMBERS else "str"))
        for kept, found in zip(numbers, chunk.numbers, strict=True):
            kept.append(np.ascontiguousarray(found))
    if not table.written:
        raise BadInput(
            "nothing was written, for there is no response that may be told: weeks that are not over, or that fewer "
            "than five share, are held back; choose a longer time, or wait"
        )
    variables = {one.short_name(longest_name): one for one in table.codebook.variables}
    columns: dict[str, object] = {name: pd.concat(series, ignore_index=True) for name, series in properties.items()}
    for name, parts in zip(variables, numbers, strict=True):
        columns[name] = np.concatenate(parts)
        parts.clear()
    return pd.DataFrame(columns, copy=False), variables


def _write(writer: Callable[..., None], frame: pd.DataFrame, place: Path, **options: object) -> None:
    try:
        writer(frame, str(place), **options)
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as fault:
        raise EnvironmentFault(f"cannot write the file: {fault}; is there room left?") from fault


def _with_letters(numbers: Numbers) -> object:
    """Numbers, and a letter for each that stands for a kind of missing: what the library takes for Stata."""
    words: npt.NDArray[np.object_] = np.empty(int(np.max(numbers)) + 10, dtype=np.object_)
    for number in range(-9, len(words) - 9):
        words[number + 9] = _LETTERS.get(number, number)
    return words[numbers + 9]


def _column_labels(
    frame: pd.DataFrame, variables: Mapping[str, Variable], language: str, cut: Callable[[str], str]
) -> Sequence[str]:
    labels = (variables[name].label if name in variables else PROPERTY_LABELS[name] for name in frame.columns)
    return [cut(label.in_language(language)) for label in labels]


def _cut(text: str, most: int) -> str:
    """As much of `text` as fits into so many bytes, never half a letter."""
    return text.encode()[:most].decode(errors="ignore")


def _is_named(variable: Variable, kind: Missing) -> bool:
    """Whether a choice of the variable's own says this kind of missing in its own words."""
    return any(value.missing is kind for value in variable.values)


def _label_of_letter(variable: Variable, letter: str, language: str) -> str:
    kind = next(kind for kind in Missing if kind.letter == letter)
    own = next((value.label for value in variable.values if value.missing is kind), kind.label)
    return own.in_language(language)


def _complete_labels(language: str) -> dict[int, str]:
    return {number: label.in_language(language) for number, label in COMPLETE_LABELS.items()}
