"""One state of the responses, to be written out: read through the bare cursor, a few thousand at a time."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager

from sqlalchemy import Connection, func, select

from kiosk.domain.record import PeriodCount, Record
from kiosk.encryption import Keyring
from kiosk.store import tables
from kiosk.store.checksums import fits, summed
from kiosk.store.engine import Engines, faults_translated
from kiosk.store.opened import OPENED, opened, require_keys

_AT_ONCE = 2000
_ANSWERS = Record._fields.index("answers")
_log = logging.getLogger(__name__)
_FITS = summed(tables.responses).fits()
_RECORDS = """
SELECT id, '', questionnaire, version, language, period, channel, complete, {opened}(id, answers), flags
FROM responses
WHERE questionnaire = :questionnaire AND {fits} {among} ORDER BY id
"""
_PERIODS = "SELECT questionnaire, version, period FROM responses WHERE {fits}"
_AMONG = "AND period IN (SELECT value FROM json_each(:periods))"


class ResponseSource:
    """Gives readings of the responses; any thread."""

    def __init__(self, engines: Engines, keys: Keyring) -> None:
        self._engines = engines
        self._keys = keys

    @contextmanager
    def opened(self) -> Iterator[ResponseReading]:
        """A reading of the state that the store has now; raises `StoreFault`."""
        with ExitStack() as stack:
            with faults_translated("read responses"):
                connection = stack.enter_context(self._engines.read.connect())
                stack.enter_context(connection.begin())
            reading = ResponseReading(connection, self._keys)
            try:
                yield reading
            finally:
                reading.close()


class ResponseReading:
    """A `kiosk.export.source.Source` over this terminal's file, good while it is open.

    What reads answers raises `BadInput` where some are encrypted for keys that are not at hand.
    """

    def __init__(self, connection: Connection, keys: Keyring) -> None:
        self._connection = connection
        self._keys = keys
        self._is_readable = False
        self._counts: Sequence[PeriodCount] | None = None
        self._walks: list[Generator[Record]] = []

    def close(self) -> None:
        """End every walk that is not at its end: their cursors belong to this connection."""
        for walk in self._walks:
            walk.close()

    def period_counts(self) -> Sequence[PeriodCount]:
        if self._counts is None:
            with faults_translated("count responses"), closing(self._connection.connection.cursor()) as cursor:
                # GROUP BY sorts them all first, which takes twice as long.
                found = Counter(cursor.execute(_PERIODS.format(fits=_FITS)))
                self._counts = [PeriodCount._make(("", *by, number)) for by, number in sorted(found.items())]
        return self._counts

    def records(self, questionnaire: str, periods: Collection[str] | None = None) -> Iterator[Record]:
        self._walks.append(walk := self._records(questionnaire, periods))
        return walk

    def _records(self, questionnaire: str, periods: Collection[str] | None) -> Generator[Record]:
        # Not by way of SQLAlchemy's rows, which cost more than all that is done with them.
        self._require_keys()
        with faults_translated("read responses"), closing(self._connection.connection.cursor()) as cursor:
            query = _RECORDS.format(opened=OPENED, fits=_FITS, among="" if periods is None else _AMONG)
            cursor.execute(query, {"questionnaire": questionnaire, "periods": json.dumps(sorted(periods or ()))})
            altered = 0
            while some := cursor.fetchmany(_AT_ONCE):
                readable = [row for row in some if row[_ANSWERS] is not None]
                altered += len(some) - len(readable)
                yield from map(Record._make, readable)
        if altered:
            _log.error("%s encrypted responses have been altered and cannot be read: they are left out", altered)

    def given_answers(self, questionnaire: str, version: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        self._require_keys()
        each = func.json_each(opened(tables.responses.c.answers)).table_valued("key", "value", joins_implicitly=True)
        query = (
            select(each.c.key, each.c.value)
            .select_from(tables.responses, each)
            .where(
                tables.responses.c.questionnaire == questionnaire,
                tables.responses.c.version == version,
                fits(tables.responses),
            )
            .distinct()
        )
        with faults_translated("read responses"):
            for key, value in self._connection.execute(query):
                yield key, tuple(json.loads(value))

    def _require_keys(self) -> None:
        if not self._is_readable:
            with faults_translated("read responses"):
                require_keys(self._connection, tables.responses.c.answers, self._keys)
            self._is_readable = True
