"""Opens the file the safe way: right SQLite, WAL, full synchronous, secure delete, one lock at a time.

WORKAROUND: SQLAlchemy leaves BEGIN to the driver, which sends a deferred one, and SQLite ignores its busy timeout
when a reader becomes a writer (github.com/python/cpython/issues/124510): writing transactions begin IMMEDIATE instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote

import sqlalchemy
from pysqlite3 import dbapi2
from sqlalchemy import Connection, Engine, event

from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.encryption import Keyring
from kiosk.store import checksums, opened
from kiosk.store.folder import make_private
from kiosk.store.sql_functions import raise_swallowed
from kiosk.store.version_gate import require_safe

SQLITE_VERSION: str = dbapi2.sqlite_version

_PATIENCE = 10_000
"""Milliseconds that a writer waits for another."""
_READING = (
    "temp_store=MEMORY",  # a temporary file would hold answers outside the data folder
    f"busy_timeout={_PATIENCE}",
)
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    *_READING,
)


_UNREADABLE = "something in the file is damaged"
_KINDS = {
    dbapi2.SQLITE_CORRUPT: DamagedStore,
    dbapi2.SQLITE_NOTADB: DamagedStore,
}
_WHAT_TO_DO = {
    dbapi2.SQLITE_IOERR: "; see to the disk (dmesg), and to the room on it",
    dbapi2.SQLITE_FULL: "; make room on the disk",
}


@dataclass(frozen=True, slots=True)
class Engines:
    """Two ways to the same file: `write` takes the write lock when a transaction begins, `read` never does."""

    write: Engine
    read: Engine

    def dispose(self) -> None:
        self.write.dispose()
        self.read.dispose()


def open_engines(file: Path, keys: Keyring | None = None) -> Engines:
    """Engines over `file`, which is made for its owner alone where it is missing; raises `StoreFault`.

    What is encrypted is read with `keys`.
    """
    require_safe(dbapi2.sqlite_version_info)
    make_private(file)
    keys = keys or Keyring()
    return Engines(write=_engine(file, "BEGIN IMMEDIATE", keys), read=_engine(file, "BEGIN", keys))


def open_reading_engines(file: Path, keys: Keyring, *, is_still: bool) -> Engines:
    """Engines over a `file` in a folder that can only be read; whoever writes with them gets a `StoreFault`.

    `is_still`: nobody changes the file meanwhile, and its log is empty; SQLite passes over what is in one.
    """
    require_safe(dbapi2.sqlite_version_info)
    address = f"file:{quote(str(file))}?{'immutable=1' if is_still else 'mode=ro'}"
    engine = sqlalchemy.create_engine(
        "sqlite+pysqlite://",
        creator=lambda: dbapi2.connect(address, uri=True, check_same_thread=False),
        module=dbapi2,
        poolclass=sqlalchemy.pool.QueuePool,
    )
    _prepare(engine, "BEGIN", keys, _READING)
    return Engines(write=engine, read=engine)


@contextmanager
def transaction(engine: Engine, doing: str) -> Iterator[Connection]:
    """One transaction, rolled back unless it comes to its end; raises `StoreFault`."""
    with faults_translated(doing), engine.begin() as connection:
        yield connection


def rewrite(engine: Engine) -> bool:
    """Rewrite the file in key order and empty the log; False, at once, when a reader keeps the log from it."""
    with faults_translated("settle the file"):
        pooled = engine.raw_connection()
        try:
            cursor = pooled.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA busy_timeout=0")  # the next visitor must not wait until somebody has read to the end
            try:
                busy: int = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
            finally:
                cursor.execute(f"PRAGMA busy_timeout={_PATIENCE}")
        finally:
            pooled.close()
    return not busy


def quick_check(engine: Engine) -> str:
    """The first thing that SQLite finds broken in the file, or nothing."""
    with faults_translated("check the database"), engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    return "" if found == "ok" else str(found)


@contextmanager
def faults_translated(doing: str) -> Iterator[None]:
    """Turn the library's database errors into `StoreFault`, with what was being done.

    What a function of ours has raised inside a query comes out as it is, Ctrl-C too.
    """
    try:
        yield
    except sqlalchemy.exc.SQLAlchemyError as fault:
        cause = getattr(fault, "orig", None) or fault
        _tell(doing, cause)
    except (dbapi2.Error, OSError) as fault:
        _tell(doing, fault)
    except ValueError:  # a date that is none, a text that is no UTF-8
        raise DamagedStore(f"cannot {doing}: {_UNREADABLE}") from None


def _tell(doing: str, cause: BaseException) -> NoReturn:
    raise_swallowed(cause)
    if str(cause).startswith("Could not decode"):  # the driver goes on with the text, which may be an answer
        raise DamagedStore(f"cannot {doing}: {_UNREADABLE}") from None
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # without what an extended code says beyond
    raise _KINDS.get(code, StoreFault)(f"cannot {doing}: {cause}{_WHAT_TO_DO.get(code, '')}") from cause


def _engine(file: Path, begin_statement: str, keys: Keyring) -> Engine:
    engine = sqlalchemy.create_engine(
        # Not an address in one text: a folder with a question mark in its name would be cut there.
        sqlalchemy.URL.create("sqlite+pysqlite", database=str(file)),
        module=dbapi2,
        poolclass=sqlalchemy.pool.QueuePool,
        connect_args={"check_same_thread": False},
    )
    _prepare(engine, begin_statement, keys, _PRAGMAS)
    return engine


def _prepare(engine: Engine, begin_statement: str, keys: Keyring, pragmas: Sequence[str]) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        checksums.prepare(connection)
        opened.prepare(connection, keys)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin_statement)
