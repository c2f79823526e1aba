"""Puts a fresh file in the place of a damaged one, with every row that is as it was written; deletes nothing.

    1  okienko.sqlite.salvaging   is filled, row by row, each proved by its checksum
    2  okienko.sqlite.salvaged    is its name once it is whole and on the disk
    3  ….corrupt.DATE             is where the damaged file goes, with its log
    4  okienko.sqlite             is the name that the fresh one takes

Whoever opens the folder next goes on from any of these steps. The responses keep their ids, so the office, which gets
all of them in a new epoch, passes over those that it has.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2
from sqlalchemy import Connection, Table, text, update

from kiosk.domain.audit import AuditEvent
from kiosk.domain.clock import Clock
from kiosk.domain.errors import StoreFault
from kiosk.store import mending, tables
from kiosk.store.auditing import AuditStore
from kiosk.store.carving import Carver, Record
from kiosk.store.checksums import COLUMN, changed, fits, summed
from kiosk.store.engine import faults_translated, open_engines, transaction
from kiosk.store.migrating import HEAD, migrate
from kiosk.store.write_ahead_log import PAGE, Log, read_log

_SALVAGING, _SALVAGED, _CORRUPT = ".salvaging", ".salvaged", ".corrupt."
_LOGS = ("-wal", "-shm")
_BETTER = {
    # A page may lie there as it was and as it is: what was rejected stays rejected, and what was counted counted.
    "comments": "excluded.state = 'rejected' OR (excluded.state = 'released' AND comments.state = 'new')",
    "tallies": "excluded.count > tallies.count",
}
_log = logging.getLogger(__name__)


def salvage(file: Path, clock: Clock) -> None:
    """Do it all. Nobody may have the file open. Raises `StoreFault`, and then nothing has been moved."""
    log = read_log(log_of(file))
    fresh = _beside(file, _SALVAGING)
    _forget(fresh)
    found: Counter[str] = Counter()
    engines = open_engines(fresh)
    try:
        migrate(engines, HEAD)
        with transaction(engines.write, "salvage the database") as connection:
            with faults_translated("read the damaged database"):
                rows = _Rows(connection)
                for record, is_listed in _records(file, log):
                    if table := rows.keep(record, is_listed=is_listed):
                        found[table] += 1
            _begin_anew(connection)
        AuditStore(engines, clock).record(AuditEvent.DATABASE_SALVAGED)
    finally:
        engines.dispose()
    with faults_translated("save what the database holds"):
        _sync(fresh)
        fresh.rename(_beside(file, _SALVAGED))
    finish(file, clock.now().date())
    told = ", ".join(f"{table}: {number}" for table, number in sorted(found.items())) or "nothing"
    _log.error("the database was damaged; it has been moved aside, and this is what has been saved: %s", told)


def finish(file: Path, today: date) -> None:
    """Take the last steps where a salvage was cut short; does nothing where there was none. Raises `StoreFault`."""
    whole = _beside(file, _SALVAGED)
    try:
        if not whole.exists():
            return
        name = next(one for one in _names(file, today) if not one.exists())
        for end in (*_LOGS, ""):  # in this order: the next try gives the rest the same name
            if (old := file.with_name(file.name + end)).exists():
                old.rename(name.with_name(name.name + end))
        whole.rename(file)
        _sync(file.parent)
    except OSError as fault:
        raise StoreFault(f"cannot put the saved database in its place: {fault.strerror}") from fault


def corrupt_files(file: Path) -> list[str]:
    """Names of the damaged files that have been moved aside."""
    found = file.parent.glob(f"{file.name}{_CORRUPT}*")
    return sorted(one.name for one in found if not one.name.endswith(_LOGS))


def is_unfinished(file: Path) -> bool:
    """Whether a salvage was cut short after which a fresh file waits to take the place of this one."""
    return _beside(file, _SALVAGED).exists()


def log_of(file: Path) -> Path:
    """Where SQLite keeps the write-ahead log of `file`."""
    return file.with_name(f"{file.name}-wal")


def index_of(file: Path) -> Path:
    """Where SQLite keeps the index of that log, while somebody has the file open or after he was killed."""
    return file.with_name(f"{file.name}-shm")


class _Rows:
    """Takes records that are rows of ours into the fresh file."""

    def __init__(self, connection: Connection) -> None:
        self._cursor = connection.connection.cursor()
        self._by_width: dict[int, list[_Shape]] = {}
        for table in tables.metadata.sorted_tables:
            if COLUMN in table.columns:
                shape = _Shape(table, [row[1] for row in self._cursor.execute(f"PRAGMA table_info({table.name})")])
                self._by_width.setdefault(len(shape.columns), []).append(shape)

    def keep(self, record: Record, *, is_listed: bool) -> str:
        """The table of which this is a row, as it was written; nothing where it is none."""
        for shape in self._by_width.get(len(record), ()):
            if shape.table.name == tables.comments.name and not is_listed:
                continue  # bytes that no page lists any more may be of a comment that has been rejected
            if shape.is_row(self._cursor, record):
                with suppress(dbapi2.IntegrityError):  # a line of the audit list that is here already
                    self._cursor.execute(shape.insertion, record)
                    return shape.table.name if self._cursor.rowcount > 0 else ""
        return ""


class _Shape:
    """A table as its rows lie in the file."""

    def __init__(self, table: Table, columns: list[str]) -> None:
        self.table = table
        self.columns = columns
        marks = {name: f"?{place}" for place, name in enumerate(columns, 1)}
        self._made = f"SELECT {marks[COLUMN]} = {summed(table).sql(marks)}"
        keys = ", ".join(column.name for column in table.primary_key)
        better = _BETTER.get(table.name)
        rest = ", ".join(f"{name} = excluded.{name}" for name in columns)
        self.insertion = f"INSERT INTO {table.name} VALUES ({', '.join(marks.values())}) ON CONFLICT ({keys}) DO " + (  # noqa: S608
            f"UPDATE SET {rest} WHERE {better}" if better else "NOTHING"
        )

    def is_row(self, cursor: Any, record: Record) -> bool:
        (is_whole,) = cursor.execute(self._made, record).fetchone()
        if is_whole and self.table is tables.batches:
            body, sha = (record[self.columns.index(name)] for name in ("body", "sha"))
            return body is None or (isinstance(body, bytes) and hashlib.sha256(body).hexdigest() == sha)
        return bool(is_whole)


def _records(file: Path, log: Log) -> Iterator[tuple[Record, bool]]:
    """Every record of the file as its log leaves it, and of frames that may be a page of it."""
    latest = {frame.page: frame.image for frame in log.frames if frame.is_good}
    doubtful = {frame.page for frame in log.frames if not frame.is_good}
    with file.open("rb") as stream:
        number = log.pages or max([file.stat().st_size // PAGE, *latest])

        def page(place: int) -> bytes | None:
            if place in latest:
                return latest[place]
            stream.seek((place - 1) * PAGE) if place > 0 else None
            image = stream.read(PAGE) if place > 0 else b""
            return image if len(image) == PAGE else None

        carver = Carver(page)
        for place in range(1, number + 1):
            for record, is_listed in carver.records(page(place) or bytes(PAGE), is_first=place == 1):
                yield record, is_listed and place not in doubtful
        for frame in log.frames:
            if not frame.is_good:
                yield from carver.records(frame.image, is_first=frame.page == 1)


def _begin_anew(connection: Connection) -> None:
    """What was left open counts once; all that is in no batch waits; the road goes on in a new epoch."""
    connection.execute(text("DELETE FROM open_interviews WHERE id IN (SELECT id FROM responses)"))
    mending.let_all_wait(connection)
    left = changed(tables.road, {"epoch": "", "acknowledged": 0})
    connection.execute(update(tables.road).where(fits(tables.road)).values(left))


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _names(file: Path, today: date) -> Iterator[Path]:
    first = _beside(file, f"{_CORRUPT}{today.isoformat()}")
    yield first
    for again in count(2):
        yield first.with_name(f"{first.name}.{again}")


def _forget(fresh: Path) -> None:
    """Take away what a salvage left that was cut short before it had read everything."""
    try:
        for end in ("", *_LOGS):
            _beside(fresh, end).unlink(missing_ok=True)
    except OSError as fault:
        raise StoreFault(f"cannot save what the database holds: {fault.strerror}") from fault


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
