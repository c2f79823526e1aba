"""Opens either database the safe way: durable at commit, one lock at a time.

WORKAROUND: a deferred BEGIN makes SQLite ignore its busy timeout when a reader becomes a writer
(github.com/python/cpython/issues/124510): writing transactions begin IMMEDIATE here; readers stay deferred.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy
from pysqlite3 import dbapi2
from sqlalchemy import URL, Connection, Engine, event

from kiosk.domain.errors import StoreFault
from kiosk.store.sql_functions import raise_swallowed
from kiosk.store.version_gate import require_safe
from sync.central.store import readable

CONNECTIONS = 8
"""Connections of one process, and so threads that work on the database at once."""

SQLITE_VERSION: str = dbapi2.sqlite_version

_PRAGMAS = (
    "busy_timeout=30000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",  # a temporary file would hold answers outside the data folder
)
_PATIENCE = {
    "connect_timeout": 10,
    "options": "-c lock_timeout=10s -c idle_in_transaction_session_timeout=10min",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""A server that is gone without a word, or a lock that is never let go, is a fault and not a silence for ever."""

_PUT_BACK = "put back a good copy into another folder: kiosk-central restore"
_DAMAGED = f"something in it is damaged; {_PUT_BACK}"
_NAME_ANOTHER = "name a folder where this user may write with --data, or a --database"
_CENTRAL = "the central database"
_WHAT_TO_DO = {
    dbapi2.SQLITE_FULL: "make room on its disk",
    dbapi2.SQLITE_READONLY: "see to its disk and to the rights of its folder",
    dbapi2.SQLITE_IOERR: "see to its disk, and to the room on it",
    dbapi2.SQLITE_CANTOPEN: "is it a file that this user may read and write, in a folder where he may write?",
    dbapi2.SQLITE_BUSY: "another program holds it: try again when that has done its work",
    dbapi2.SQLITE_NOTADB: _PUT_BACK,
    dbapi2.SQLITE_CORRUPT: _PUT_BACK,
}
_IS_IT_THERE = "does the server run, and are address, user and password in --database right?"
_ENCODER = msgspec.json.Encoder(order="sorted")


def open_engine(url: URL, name: str = _CENTRAL) -> Engine:
    """An engine over `url` (see `database_url`), called `name` when something is the matter; raises `StoreFault`."""
    engine = _open_sqlite(url) if url.get_backend_name() == "sqlite" else _open_postgresql(url)
    engine.update_execution_options(name=name)
    return engine


@contextmanager
def reading(engine: Engine, *, one_state: bool = False) -> Iterator[Connection]:
    """One transaction that changes nothing; with `one_state` all its statements see the same state of the database.

    Raises `StoreFault`.
    """
    with _faults_of(engine, "read"), engine.connect() as connection:
        if one_state and engine.dialect.name == "postgresql":  # SQLite's readers always do
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that may write, committed at the end of the block; raises `StoreFault`."""
    lane = engine.get_execution_options().get("lane", nullcontext())
    with lane, _faults_of(engine, "write to"), engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def faults_translated(doing: str, *, is_central: bool = True) -> Iterator[None]:
    """Turn the library's database errors into `StoreFault`, with what was being done and without the values.

    Of the central database itself it is said what helps. What a function of ours has raised inside a query comes out
    as it is, Ctrl-C too.
    """
    try:
        yield
    except sqlalchemy.exc.SQLAlchemyError as fault:
        met = getattr(fault, "orig", None) or fault
        raise_swallowed(met)
        cause = str(met).partition("\n")[0]
        if is_central and (what_to_do := _what_to_do(fault)):
            cause = f"{cause}; {what_to_do}"
        if cause.startswith("Could not decode"):  # the driver goes on with the text, which may be an answer
            raise StoreFault(f"cannot {doing}: {_DAMAGED}") from None
        raise StoreFault(f"cannot {doing}: {cause}") from fault
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise StoreFault(f"cannot {doing}: {_DAMAGED}") from None
    except (ValueError, TypeError) as fault:
        if not _is_met_by_library(fault):  # a bug of ours
            raise
        raise StoreFault(f"cannot {doing}: {_DAMAGED}") from None


def _is_met_by_library(fault: BaseException) -> bool:
    """Whether SQLAlchemy was reading a row: a date that is none has no error of its own."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__")).startswith("sqlalchemy.")


def says_full(fault: BaseException) -> bool:
    """Whether SQLite says by this that the disk is full."""
    return bool(_code(fault) == dbapi2.SQLITE_FULL)


def says_refused(fault: BaseException) -> bool:
    """Whether SQLite says by this that the system refused something: it may be room."""
    return _code(fault) in (dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN)


def _what_to_do(fault: sqlalchemy.exc.SQLAlchemyError) -> str:
    if code := _code(fault):
        return _WHAT_TO_DO.get(code, "")
    has_no_connection = isinstance(fault, sqlalchemy.exc.OperationalError) and fault.statement is None
    return _IS_IT_THERE if has_no_connection else ""


def _code(fault: BaseException) -> int:
    code: int = getattr(getattr(fault, "orig", None), "sqlite_errorcode", 0)
    return code & 0xFF  # without what an extended code says beyond


def _faults_of(engine: Engine, doing: str) -> AbstractContextManager[None]:
    name: str = engine.get_execution_options().get("name", _CENTRAL)
    return faults_translated(f"{doing} {name}", is_central=name == _CENTRAL)


def _canonical(value: object) -> str:
    return _ENCODER.encode(value).decode()


def _open_sqlite(url: URL) -> Engine:
    require_safe(dbapi2.sqlite_version_info)
    file = Path(url.database or "")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):  # and must not be opened by us: closing it would drop SQLite's locks here
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as fault:
        raise StoreFault(f"cannot create {file}: {fault.strerror}; {_NAME_ANOTHER}") from fault
    engine = sqlalchemy.create_engine(
        url,
        module=dbapi2,
        poolclass=sqlalchemy.pool.QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=0,
        connect_args={"check_same_thread": False},
        json_serializer=_canonical,
        hide_parameters=True,
        # Writers of this process take turns here: SQLite's own way to wait for its one lock is to sleep.
        execution_options={"lane": threading.Lock()},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        readable.prepare(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _open_postgresql(url: URL) -> Engine:
    engine = sqlalchemy.create_engine(
        url,
        pool_pre_ping=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        connect_args=_PATIENCE,
        json_serializer=_canonical,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        """An acknowledged batch must be on disk; a stricter setting of the server's is left alone."""
        with connection.cursor() as cursor:
            if cursor.execute("SHOW synchronous_commit").fetchone()[0] in ("off", "local"):
                cursor.execute("SET synchronous_commit = on")
        connection.commit()

    return engine
