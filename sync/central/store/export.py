"""Reads every response for a file: one state of the database, a few rows at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Text, case, cast, func, select, true

from kiosk.domain.record import PeriodCount, Record
from sync.central.store import tables
from sync.central.store.engine import faults_translated, reading
from sync.central.store.readable import count_unreadable, readable

_AT_ONCE = 2000


class ResponseExport:
    """Gives readings of the responses, whatever the office."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def opened(self) -> Iterator[ResponseReading]:
        """A reading of the state that the database has now. Raises `StoreFault`."""
        with reading(self._engine, one_state=True) as connection:
            yield ResponseReading(connection)

    def unreadable(self) -> int:
        """How many responses are damaged so that they cannot be read. Looks at all; raises `StoreFault`."""
        with reading(self._engine) as connection:
            return count_unreadable(connection)


class ResponseReading:
    """A `kiosk.export.source.Source` over the central database, good while it is open.

    Responses that cannot be read are in nothing that it gives; `unreadable` is how many there are.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.unreadable = count_unreadable(connection)
        # They are looked for once: where there are none, no query has to ask again.
        self._whole = readable(connection) if self.unreadable else true()
        self._counts: Sequence[PeriodCount] | None = None

    def period_counts(self) -> Sequence[PeriodCount]:
        columns = tables.response.c
        by = (columns.office, columns.questionnaire, columns.version, columns.period)
        if self._counts is None:
            with faults_translated("count the responses"):
                found = self._connection.execute(select(*by, func.count()).where(self._whole).group_by(*by))
                self._counts = [PeriodCount(*row) for row in found]
        return self._counts

    def records(self, questionnaire: str, periods: Collection[str] | None = None) -> Iterator[Record]:
        columns = tables.response.c
        query = (
            select(
                columns.id,
                columns.office,
                columns.questionnaire,
                columns.version,
                columns.language,
                columns.period,
                columns.channel,
                columns.complete,
                cast(columns.answers, Text),  # as it lies there: JSON is read once a distinct answer, not once a row
                columns.flags,
            )
            .where(columns.questionnaire == questionnaire, self._whole)
            .order_by(columns.id)
        )
        if periods is not None:
            query = query.where(columns.period.in_(sorted(periods)))
        with faults_translated("read the responses"):
            rows = self._connection.execution_options(yield_per=_AT_ONCE).execute(query)
            for row in rows:
                yield Record(*row)

    def given_answers(self, questionnaire: str, version: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        # Not only by a WHERE, which may be asked last: what reads JSON fails over what is none.
        answers = case((self._whole, tables.response.c.answers)) if self.unreadable else tables.response.c.answers
        is_postgresql = self._connection.dialect.name == "postgresql"
        each = (func.jsonb_each_text if is_postgresql else func.json_each)(answers).table_valued("key", "value")
        query = (
            select(each.c.key, each.c.value)
            .select_from(tables.response.join(each, true()))
            .where(tables.response.c.questionnaire == questionnaire, tables.response.c.version == version)
            .distinct()
        )
        with faults_translated("read the responses"):
            for key, value in self._connection.execute(query):
                yield key, tuple(json.loads(value))
