"""A DBAPI-2 driver over apsw, whose SQLite takes a VFS written in Python: the store runs on it as on its own driver.

Only what SQLAlchemy and `kiosk.store` ask for. Rows are fetched at once; a transaction is begun by hand, as the store
does it, and ended by `commit` or `rollback`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

import apsw

Values: TypeAlias = Sequence[Any] | Mapping[str, Any]


class Error(Exception):
    """Everything that goes wrong in the driver."""


class InterfaceError(Error):
    """The driver was used wrongly."""


class DatabaseError(Error):
    """SQLite has refused or failed."""


class OperationalError(DatabaseError):
    """Locks, disks and statements that do not run."""


class IntegrityError(DatabaseError):
    """A constraint would be broken."""


class ProgrammingError(DatabaseError):
    """Wrong number or kind of values."""


class Driver:
    """What SQLAlchemy takes for the driver's module; `vfs` is the name of a registered VFS."""

    paramstyle = "qmark"
    sqlite_version = apsw.sqlite_lib_version()
    sqlite_version_info = tuple(map(int, sqlite_version.split(".")))
    PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
    Binary = bytes

    Error = Error
    InterfaceError = InterfaceError
    DatabaseError = DatabaseError
    OperationalError = OperationalError
    IntegrityError = IntegrityError
    ProgrammingError = ProgrammingError

    def __init__(self, vfs: str) -> None:
        self._vfs = vfs

    def connect(self, database: str, **_options: object) -> Link:
        with _translated():
            return Link(apsw.Connection(database, vfs=self._vfs))


class Link:
    """A connection. Its name is not the library's, which mypy would take it for."""

    isolation_level: str | None = None

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def cursor(self) -> Cursor:
        return Cursor(self._connection)

    def execute(self, statement: str, values: Values = ()) -> Cursor:
        return self.cursor().execute(statement, values)

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, name: str, arguments: int, function: Callable[..., Any], **_options: object) -> None:
        self._connection.create_scalar_function(name, function, arguments)

    def close(self) -> None:
        with _translated():
            self._connection.close()


class Cursor:
    """One statement's outcome."""

    arraysize = 1

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self.description: tuple[tuple[Any, ...], ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def execute(self, statement: str, values: Values = ()) -> Cursor:
        cursor = self._connection.cursor()
        cursor.exec_trace = self._describe  # a query without rows is over, and not to be asked, when execute returns
        before = self._connection.total_changes()
        with _translated():
            self._rows = iter(cursor.execute(statement, values).fetchall())
        self._count(statement, before)
        return self

    def executemany(self, statement: str, lot: Sequence[Values]) -> Cursor:
        before = self._connection.total_changes()
        with _translated():
            self._connection.cursor().executemany(statement, lot)
        self.description = None
        self._count(statement, before)
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        return list(islice(self._rows, size))

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)

    def close(self) -> None:
        self._rows = iter(())

    def _describe(self, cursor: apsw.Cursor, _statement: str, _values: object) -> bool:
        columns = cursor.get_description()
        self.description = tuple((name, *(None,) * 6) for name, _ in columns) or None
        return True

    def _count(self, statement: str, before: int) -> None:
        changes = statement.lstrip()[:6].upper() in {"INSERT", "UPDATE", "DELETE"}
        self.rowcount = self._connection.total_changes() - before if changes else -1
        self.lastrowid = self._connection.last_insert_rowid()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the library's errors into those of DBAPI-2."""
    try:
        yield
    except apsw.ConstraintError as fault:
        raise IntegrityError(str(fault)) from fault
    except (apsw.CorruptError, apsw.NotADBError) as fault:
        raise DatabaseError(str(fault)) from fault
    except apsw.BindingsError as fault:
        raise ProgrammingError(str(fault)) from fault
    except apsw.Error as fault:
        raise OperationalError(str(fault)) from fault
