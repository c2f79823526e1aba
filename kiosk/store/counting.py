"""Answers the one question of every measure: how many responses, by these columns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.types import String

from kiosk.domain.counts import CHOSEN, DECLINED, NOT_ASKED, NOT_CHOSEN, Column, Counts
from kiosk.store import tables
from kiosk.store.engine import Engines, faults_translated

PROPERTIES = ("questionnaire", "version", "language", "period", "channel", "complete")
"""The columns of a response that are not questions."""


class Counting:
    """Reads only; any thread. Raises `StoreFault`."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def count(self, columns: Sequence[Column], questionnaire: str | None = None) -> Counts:
        """How many closed responses there are by `columns`, of one questionnaire or of all."""
        values = [_value(column).label(f"c{number}") for number, column in enumerate(columns)]
        query = select(*values, func.count()).select_from(tables.responses)
        if questionnaire is not None:
            query = query.where(tables.responses.c.questionnaire == questionnaire)
        if values:
            query = query.group_by(*values)
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            rows = connection.execute(query).all()
        cells = {tuple(map(str, values)): int(number) for *values, number in rows if number}
        return Counts(tuple(columns), cells)

    def questionnaires(self) -> tuple[str, ...]:
        """Ids of the questionnaires that have responses."""
        query = select(tables.responses.c.questionnaire).distinct().order_by(tables.responses.c.questionnaire)
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            return tuple(connection.execute(query).scalars())


def _value(column: Column) -> ColumnElement[str]:
    if not column.is_question:
        return sql_cast(tables.responses.c[column.name], String)
    answers, path = tables.responses.c.answers, f'$."{column.name}"'
    kind = func.json_type(answers, path)
    if column.code is None:
        given: ColumnElement[str] = func.json_extract(answers, f"{path}[0]")
    else:
        # Not LIKE, to which '_' is any letter and A is a.
        given = case((func.instr(func.json_extract(answers, path), f'"{column.code}"') > 0, CHOSEN), else_=NOT_CHOSEN)
    return case(
        (kind.is_(None), literal(NOT_ASKED)),
        (func.json_array_length(answers, path) == 0, literal(DECLINED)),
        else_=given,
    )
