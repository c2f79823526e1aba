"""JSON Lines: one object a response, answers as they were given, and why the others are missing."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.export.atomic import atomic_path
from kiosk.export.coding import State
from kiosk.export.missing import Missing
from kiosk.export.table import Style, Table
from kiosk.export.variables import Variable

_LINES_AT_ONCE = 1000


def write_jsonl(path: Path, table: Table, style: Style) -> None:
    """Write JSON Lines atomically, UTF-8 without a mark. Raises `EnvironmentFault`, `StoreFault`, `Cancelled`."""
    encode = msgspec.json.Encoder().encode
    names = ("id", *table.properties[1:])
    with atomic_path(path) as place, place.open("wb") as file:
        lines: list[bytes] = []
        for record, period, states in table.rows(lambda state, variables: _told(state, variables, style)):
            answers: dict[str, object] = {}
            missing: dict[str, str] = {}
            for key, (answer, kind) in zip(table.codebook.by_question, states, strict=True):
                if kind is None:
                    answers[key] = answer
                else:
                    missing[key] = kind
            properties: dict[str, object] = dict(
                zip(names, (record.id, *table.property_cells(record, period)), strict=True)
            )
            properties["complete"] = bool(properties["complete"])
            properties["flags"] = record.flags.split()
            lines.append(encode({**properties, "answers": answers, "missing": missing}))
            if len(lines) == _LINES_AT_ONCE:
                file.write(b"\n".join(lines) + b"\n")
                lines.clear()
        file.writelines(line + b"\n" for line in lines)


def _told(state: State, variables: tuple[Variable, ...], style: Style) -> tuple[object, str | None]:
    """A question's answer, or the word for why there is none. Several choices are a list of those that were chosen."""
    kinds = {cell for cell in state if isinstance(cell, Missing)}
    if len(kinds) == len({*state}):
        # A choice that this version does not offer says nothing of the question.
        told = sorted(kinds - {Missing.NOT_OFFERED}, key=lambda kind: kind.number) or [Missing.NOT_OFFERED]
        return None, told[0].word
    if variables[0].choice is None:
        code = str(state[0])
        value = next(value for value in variables[0].values if value.code == code)
        if value.missing is not None:
            return None, value.missing.word
        return _number_or_text(code, variables[0], style), None
    return [str(one.choice) for cell, one in zip(state, variables, strict=True) if cell == "1"], None


def _number_or_text(code: str, variable: Variable, style: Style) -> object:
    if style.labels:
        return next(value.label.in_language(style.language) for value in variable.values if value.code == code)
    return int(code) if variable.is_number else code
