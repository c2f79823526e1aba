"""The central database as one object."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Engine, func, make_url, select, update
from sqlalchemy.exc import ArgumentError

from kiosk.domain.errors import BadInput
from sync.central.store import tables
from sync.central.store.accounts import Accounts
from sync.central.store.audits import Audits
from sync.central.store.backup import Backup
from sync.central.store.engine import SQLITE_VERSION, open_engine, reading, writing
from sync.central.store.enrolments import Enrolments
from sync.central.store.export import ResponseExport
from sync.central.store.fleet import Fleet
from sync.central.store.inbox import Inbox
from sync.central.store.projection import Projection
from sync.central.store.statements import as_it_stands, bytes_of
from sync.central.store.upgrade import upgrade

FILE_NAME = "central.sqlite"


@dataclass(frozen=True, slots=True)
class Status:
    """What is in the database."""

    engine: str
    terminals: int
    batches: int
    responses: int
    quarantined: int


class CentralStore:
    """Everything the central office keeps; close it, or use it as a context manager."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.enrolments = Enrolments(engine)
        self.inbox = Inbox(engine)
        self.projection = Projection(engine)
        self.export = ResponseExport(engine)
        self.audits = Audits(engine)
        self.accounts = Accounts(engine)
        self.fleet = Fleet(engine)
        self.backup = Backup(engine)

    @classmethod
    def open(cls, url: URL) -> CentralStore:
        """Open, and bring to the newest version where needed; raises `StoreFault`."""
        engine = open_engine(url)
        upgrade(engine)
        return cls(engine)

    def status(self) -> Status:
        """How much there is of what."""
        tabled = (tables.terminal, tables.inbox, tables.response, tables.quarantine)
        with reading(self._engine, one_state=True) as connection:
            counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tabled]
            engine = (
                f"SQLite {SQLITE_VERSION}"
                if self._engine.dialect.name == "sqlite"
                else f"PostgreSQL {connection.exec_driver_sql('SHOW server_version').scalar_one()}"
            )
        return Status(engine, *counts)

    def reasons(self) -> dict[str, int]:
        """Why lines are in quarantine, and how many for each reason, most first."""
        table, number = tables.quarantine, func.count()
        with reading(self._engine) as connection:
            reason = as_it_stands(connection, table.c.reason)
            found = connection.execute(select(reason, number).group_by(reason).order_by(number.desc())).all()
        return {bytes_of(reason).decode(errors="replace"): times for reason, times in found}

    def broken(self) -> str:
        """The first thing that is broken in the order of SQLite's file, or nothing; reads all of it.

        Where a key is damaged, whole rows are not found any more by theirs. PostgreSQL looks after its own files.
        """
        if self._engine.dialect.name != "sqlite":
            return ""
        with reading(self._engine) as connection:
            # A quick one does not look at the order.
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
        return "" if found == "ok" else str(found)

    def check_commit(self) -> None:
        """Write something and commit it; raises `StoreFault` when that cannot be done."""
        with writing(self._engine) as connection:
            connection.execute(update(tables.readiness).values(checks=tables.readiness.c.checks + 1))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def database_url(given: str | None, data: Path) -> URL:
    """The database to use: the one `given`, or the file `central.sqlite` in the data folder; raises `BadInput`."""
    if given is None:
        return URL.create("sqlite+pysqlite", database=str(data / FILE_NAME))
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        url = None
    match url.get_backend_name() if url is not None else "":
        case "postgresql" | "postgres" if url is not None:
            return url.set(drivername="postgresql+psycopg")
        case "sqlite" if url is not None and url.database not in (None, "", ":memory:") and not (url.host or url.query):
            return url.set(drivername="sqlite+pysqlite")
    raise BadInput("--database is not an address such as postgresql://user@host/okienko or sqlite:////folder/file")


def to_be_made(url: URL) -> Path | None:
    """The file that opening `url` would make; None where it is there, or a server's."""
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    return None if file is None or file.exists() else file


def take_away(file: Path) -> None:
    """Take away a file that was just made, in which nothing is, with what SQLite has laid beside it."""
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def require_existing(url: URL) -> None:
    """Raise `BadInput` where `url` is a file that is not there, or has lost all that was in it: neither must look like
    an empty office, of which a copy would take the place of a good one."""
    if url.get_backend_name() != "sqlite":
        return
    file = Path(url.database or "")
    if not file.exists():
        hint = "name its folder with --data, or begin one: kiosk-central serve"
        raise BadInput(f"there is no central office's data in {file}; {hint}")
    if not file.stat().st_size:
        raise BadInput(f"{file} is empty; put back a copy into another folder: kiosk-central restore")
