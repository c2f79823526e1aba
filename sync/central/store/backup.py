"""A copy of everything in one file, whichever database it is of, that can be put into whichever database.

The file is a central database of its own on SQLite, taken from one state while the centre serves. What terminals sent
after it is not lost: they keep what was acknowledged for 35 days, see that the centre has come back with less, and send
it again.
"""

from __future__ import annotations

import fcntl
import glob
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, RowMapping, Table, delete, func, insert, literal, select

from kiosk.content.durable import sync_folder
from kiosk.domain.errors import BadInput, FileFault, FileTrouble, StoreFault
from kiosk.export.atomic import ADVICE, PART, clear_remains, faults_of_files, faults_of_reading, refuse_what_is_no_file
from sync.central.store import tables
from sync.central.store.engine import faults_translated, open_engine, reading, says_full, says_refused, writing
from sync.central.store.readable import count_unreadable, readable
from sync.central.store.statements import insert_many_missing
from sync.central.store.stored_batch import stored_batch, unpacked
from sync.central.store.upgrade import upgrade
from sync.protocol import GENESIS, Malformed, read_header

_AT_ONCE = 1000
_BODIES_AT_ONCE = 50
_LEFT_OUT = frozenset({"enrolment_try"})
"""Wrong codes of the last minute."""
_MADE_BY_MIGRATIONS = frozenset({"readiness"})
_NAME_A_COPY = "name one that `kiosk-central backup` has written"
_PUT_BACK = "kiosk-central ledger tells more; put back the last good copy into another folder: kiosk-central restore"
_LITTLE = 2**20
"""Bytes that SQLite may not get although some are left."""

Progress = Callable[[float], None]
"""Called now and then with the share that is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds. The chain of every epoch in it was reckoned anew and is whole.

    `unreadable` responses are damaged and were left out: their batches are there, of which they can be made anew.
    """

    terminals: int
    batches: int
    responses: int
    audit_lines: int
    unreadable: int = 0


class Backup:
    """Copies of the central database behind `engine`, out and in."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def write(self, file: Path, progress: Progress = lambda _share: None) -> Contents:
        """Write a copy to `file`, whole and durable or not at all. Raises `FileFault`, `StoreFault`."""
        with faults_of_files(f"cannot write {file}"):
            refuse_what_is_no_file(file)
            if self._is(file):  # the terminals' batches would go on into a file that has no name any more
                raise BadInput(f"{file} is the central database itself; name another file for the copy")
        with faults_of_files(f"cannot write {file}"), _beside(file) as place:
            with _room_told(f"cannot write {file}", place), _opened(place, str(file)) as copy:
                with reading(self._engine, one_state=True) as source, writing(copy) as target:
                    unreadable = _copy_tables(source, target, progress)
                contents = replace(_verified(copy), unreadable=unreadable)
                _close_into_one_file(copy)
            place.replace(file)
            sync_folder(file.parent)
        return contents

    def put_back(self, file: Path, progress: Progress = lambda _share: None) -> Contents:
        """Fill this database, in which there must be nothing, from the copy `file`; all of it or nothing.

        Raises `BadInput` where `file` is no such copy or something is here already, `FileFault`, `StoreFault`.
        """
        require_copy(file)
        # Brought to the newest tables in a copy of the copy: what was saved is never written to.
        beside = f"cannot work beside {file}, which takes as much room again"
        with faults_of_files(beside), _beside(file) as place:
            shutil.copyfile(file, place)
            with _room_told(beside, place):
                copy = _checked(place, file)
            try:
                with reading(copy, one_state=True) as source:
                    unreadable = _fill(source, self._engine, progress)
            finally:
                copy.dispose()
        return replace(_verified(self._engine), unreadable=unreadable)

    def drill(self, file: Path) -> Contents:
        """Put the copy `file` back into a database that is thrown away again; what it gave. Raises as `put_back`."""
        doing = f"cannot try {file} out beside itself"
        with (
            faults_of_files(doing),
            _beside(file) as place,
            _room_told(doing, place),
            _opened(place, f"a trial beside {file}") as trial,
        ):
            return Backup(trial).put_back(file)

    def _is(self, file: Path) -> bool:
        own = self._engine.url.database if self._engine.dialect.name == "sqlite" else None
        return own is not None and file.exists() and file.samefile(own)


def require_copy(file: Path) -> None:
    """Raise `FileFault` where there is no such file, `BadInput` where it is clearly no copy."""
    with faults_of_reading(file, "kiosk-central backup"), file.open("rb") as opened:
        if not opened.read(16).startswith(b"SQLite format 3"):
            raise BadInput(f"{file} is no copy of a central office; {_NAME_A_COPY}")
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:
        what = f"is no copy but the database of a centre: what came last is in {log.name}, and would be left out"
        raise BadInput(f"{file} {what}; {_NAME_A_COPY}, with --data {file.parent} for this one")


@contextmanager
def _opened(file: Path, name: str) -> Iterator[Engine]:
    engine = open_engine(URL.create("sqlite+pysqlite", database=str(file)), name)
    try:
        upgrade(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _room_told(doing: str, place: Path) -> Iterator[None]:
    """Tell by a `FileFault` that there is no room for the database at `place`, which SQLite says in several ways."""
    try:
        yield
    except (StoreFault, BadInput) as fault:
        room = os.statvfs(place.parent)
        is_little = room.f_bavail * room.f_frsize < _LITTLE
        if not any(says_full(cause) or (is_little and says_refused(cause)) for cause in _causes(fault)):
            raise
        raise FileFault(FileTrouble.FULL, f"{doing}: {ADVICE[FileTrouble.FULL]}") from fault


def _causes(fault: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = fault
    while cause is not None:
        yield cause
        cause = cause.__cause__


def _checked(place: Path, file: Path) -> Engine:
    """The copy that lies at `place`, looked through and at the newest tables; raises `BadInput` for anything else."""
    engine = open_engine(URL.create("sqlite+pysqlite", database=str(place)), str(file))
    try:
        with reading(engine) as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            known = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars())
        if found != "ok":
            raise BadInput(f"{file} is damaged ({found}); take another copy")
        if tables.inbox.name not in known:
            what = "a terminal's database" if "open_interviews" in known else "another database"
            raise BadInput(f"{file} is no copy of a central office but {what}; {_NAME_A_COPY}")
        upgrade(engine)
    except StoreFault as fault:
        engine.dispose()
        raise BadInput(f"{file} cannot be used: {fault}") from fault
    except BaseException:
        engine.dispose()
        raise
    return engine


def _fill(source: Connection, target: Engine, progress: Progress) -> int:
    """How many responses could not be read, and were left out."""
    with writing(target) as connection:
        for table in (tables.terminal, tables.inbox, tables.response):
            if connection.execute(select(literal(1)).select_from(table).limit(1)).first() is not None:
                raise BadInput(
                    "the database holds something already; name an empty folder with --data, or an empty --database"
                )
        connection.execute(delete(tables.enrolment_code))
        return _copy_tables(source, connection, progress)


def _copy_tables(source: Connection, target: Connection, progress: Progress) -> int:
    """How many responses could not be read, and were left out."""
    wanted = [table for table in tables.metadata.sorted_tables if table.name not in _LEFT_OUT | _MADE_BY_MIGRATIONS]
    whole = sum(_count(source, table) for table in wanted)
    unreadable = count_unreadable(source)
    done = unreadable
    for table in wanted:
        # In the order of keys, which are random where order would tell something.
        for some in _lots(source, table):
            rows = [dict(row) for row in some]
            if table is tables.response:  # where the order of keys is damaged, one may be there twice
                unreadable += len(rows) - insert_many_missing(target, table, rows)
            else:
                target.execute(insert(table), rows)
            done += len(some)
            progress(done / max(1, whole))
    return unreadable


def _lots(source: Connection, table: Table) -> Iterator[Sequence[RowMapping]]:
    query = select(table).order_by(*table.primary_key)
    if table is tables.response:
        query = query.where(readable(source))
    with faults_translated("read what is to be copied"):
        rows = source.execution_options(yield_per=_at_once(table)).execute(query)
        yield from rows.mappings().partitions()


def _verified(engine: Engine) -> Contents:
    """What is there, after every batch was unpacked and every chain followed; raises `StoreFault` where one breaks."""
    heads: dict[tuple[str, str], tuple[int, str]] = {}
    with reading(engine, one_state=True) as connection:
        offices = set(connection.scalars(select(tables.terminal.c.office).distinct()))
        order = (tables.inbox.c.terminal, tables.inbox.c.epoch, tables.inbox.c.n)
        rows = connection.execution_options(yield_per=_BODIES_AT_ONCE).execute(select(tables.inbox).order_by(*order))
        for row in rows:
            n, sha = heads.get((row.terminal, row.epoch), (0, GENESIS))
            its = f"of terminal {row.terminal}, epoch {row.epoch}"
            try:
                prev = read_header(unpacked(stored_batch(row))).prev
                if row.office not in offices:
                    raise Malformed("no terminal is of the office beside it")
            except Malformed as fault:
                raise StoreFault(f"batch {row.n} {its} is damaged ({fault}); {_PUT_BACK}") from fault
            if (row.n, prev) != (n + 1, sha):
                raise StoreFault(f"the chain {its} breaks at batch {row.n}; {_PUT_BACK}")
            heads[row.terminal, row.epoch] = (row.n, row.sha)
        known = {(row.terminal, row.epoch): (row.n, row.sha) for row in connection.execute(select(tables.head))}
        if {key: head for key, head in known.items() if head[0]} != heads:
            raise StoreFault(f"the centre's batches are not those that it has acknowledged; {_PUT_BACK}")
        counted = (tables.terminal, tables.inbox, tables.response, tables.audit)
        return Contents(*(_count(connection, table) for table in counted))


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _at_once(table: Table) -> int:
    return _BODIES_AT_ONCE if table is tables.inbox else _AT_ONCE


def _close_into_one_file(engine: Engine) -> None:
    pooled = engine.raw_connection()  # outside of a transaction, in which SQLite keeps its journal as it is
    try:
        for pragma in ("wal_checkpoint(TRUNCATE)", "journal_mode=DELETE"):
            pooled.cursor().execute(f"PRAGMA {pragma}").fetchall()
    finally:
        pooled.close()


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A place for a file in a folder of its own beside `file`; what a killed program left there is cleared away."""
    for left in file.parent.glob(f".{glob.escape(file.name)}.*{PART}"):
        clear_remains(left)
    folder = file.parent / f".{file.name}.{secrets.token_hex(4)}{PART}"
    folder.mkdir(mode=0o700)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield folder / "copy.sqlite"
    finally:
        os.close(descriptor)
        with suppress(OSError):
            shutil.rmtree(folder)
