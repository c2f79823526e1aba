"""Reads every response for a file: one state of the database, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select, true

from kiosk.export.csv_file import DECLINED
from sync.central.store import tables
from sync.central.store.engine import reading

_FIXED = ("id", "office", "questionnaire", "version", "language", "period", "channel", "complete", "flags")
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class ResponseTable:
    """Responses as a table: `rows` may be walked through once, while the export is open."""

    columns: Sequence[str]
    rows: Iterator[Sequence[object]]


class ResponseExport:
    """The responses in the order of their random ids; memory stays flat however many there are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def opened(self) -> Iterator[ResponseTable]:
        """The table: fixed columns, then one per question ever answered, sorted; several codes are parted by a space.

        An empty cell is a question not asked or not reached, `DECLINED` one not answered. Raises `StoreFault`.
        """
        with reading(self._engine, one_state=True) as connection:
            questions = _questions(connection)
            yield ResponseTable(columns=(*_FIXED, *questions), rows=_rows(connection, questions))


def _questions(connection: Connection) -> Sequence[str]:
    answers = tables.response.c.answers
    if connection.dialect.name == "postgresql":
        query = select(func.jsonb_object_keys(answers).label("question")).distinct()
    else:
        each = func.json_each(answers).table_valued("key")
        query = select(each.c.key).select_from(tables.response.join(each, true())).distinct()
    return sorted(connection.scalars(query))


def _rows(connection: Connection, questions: Sequence[str]) -> Iterator[Sequence[object]]:
    query = select(tables.response).order_by(tables.response.c.id)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        answers: dict[str, list[str]] = row.answers
        fixed = (row.id, row.office, row.questionnaire, row.version, row.language, row.period, row.channel)
        cells = ((" ".join(answers[key]) or DECLINED) if key in answers else "" for key in questions)
        yield (*fixed, int(row.complete), row.flags, *cells)
