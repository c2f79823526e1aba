"""Every row that matters carries a CRC-32 of its table, its key and its values: SQLite has none of its own.

Of single flipped bits, SQLite's `integrity_check` sees only those that break the tree of pages; the others change what
people said. The checksum is made and checked inside SQLite, over the values as they lie in the row with their types
(`quote`), so that no damaged text is decoded before it is known to be damaged: a query asks for rows that fit.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Table, TextClause, bindparam, literal_column, text
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.store.sql_functions import teach

COLUMN = "checksum"
_FUNCTION = "okienko_crc32"
_SHA256 = "okienko_sha256"
_OUTSIDE = {"batches": (("body", "sha"),)}
"""Columns that another one covers with its SHA-256: of them only whether they are empty is in the checksum."""
_NEW, _CHANGED = "new_", "changed_"


@dataclass(frozen=True, slots=True)
class Summed:
    """How the checksum of one table's rows is made: of all `columns` but itself; those in `real` have fractions.

    The columns are taken by their names' order: a migration that adds one must make every checksum of the table anew,
    of rows that fit until then and of no others.
    """

    table: str
    columns: tuple[str, ...]
    real: frozenset[str] = frozenset()

    def sql(self, given: Mapping[str, str] | None = None) -> str:
        """The checksum as SQL, over a row of the table, with the expressions `given` in the place of columns."""
        parts = [f"'{self.table}'", *(self._quoted(column, given or {}) for column in sorted(self.columns))]
        return f"{_FUNCTION}(CAST({' || '.join(parts)} AS BLOB))"

    def fits(self) -> str:
        """The condition, as SQL, that a row is as it was written."""
        condition = f"{self.table}.{COLUMN} = {self.sql()}"
        for outside, by in _OUTSIDE.get(self.table, ()):
            body, sha = f"{self.table}.{outside}", f"{self.table}.{by}"
            condition += f" AND ({body} IS NULL OR (typeof({body}) = 'blob' AND {_SHA256}({body}) = {sha}))"
        return f"({condition})"

    def _quoted(self, column: str, given: Mapping[str, str]) -> str:
        value = given.get(column, f"{self.table}.{column}")
        if column in dict(_OUTSIDE.get(self.table, ())):
            value = f"{value} IS NULL"
        elif column in self.real:
            value = f"CAST({value} AS REAL)"  # SQLite keeps a round number as an integer and reads it as a fraction
        return f"',' || quote({value})"


def prepare(connection: Any) -> None:
    """Teach the driver's `connection` the functions that the checksums are made with."""
    # By itself, for every row of every query pays for it; what is written in C is not entered by Ctrl-C.
    connection.create_function(_FUNCTION, 1, zlib.crc32, deterministic=True)
    teach(connection, _SHA256, 1, _sha256, deterministic=True)


@cache
def summed(table: Table) -> Summed:
    """How the checksums of `table` are made."""
    columns = [column for column in table.columns if column.name != COLUMN]
    reals = frozenset(column.name for column in columns if isinstance(column.type, Float))
    return Summed(table.name, tuple(column.name for column in columns), reals)


@cache
def fits(table: Table) -> ColumnElement[bool]:
    """The condition that a row of `table` is as it was written. No row is read or changed without it."""
    return literal_column(summed(table).fits())


def changed(table: Table, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Values of an UPDATE: the `changes`, with the checksum that goes with them.

    To be used with `fits` in the condition: else a damaged row would be given a good name.
    """
    names = {name: _CHANGED + name for name in changes}
    binds = [bindparam(names[name], value, table.c[name].type) for name, value in changes.items()]
    given = {name: f":{bound}" for name, bound in names.items()}
    return {**changes, COLUMN: text(summed(table).sql(given)).bindparams(*binds)}


@cache
def insertion(table: Table) -> Insert:
    """An INSERT that makes the checksum of each row; to be executed with `new_rows`."""
    columns = [column for column in table.columns if column.name != COLUMN]
    binds = {column.name: bindparam(_NEW + column.name, type_=column.type) for column in columns}
    made = text(summed(table).sql({name: f":{_NEW}{name}" for name in binds})).bindparams(*binds.values())
    return sqlite_insert(table).values({**binds, COLUMN: made})


def replacing(table: Table, given: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What an INSERT that meets a row of the same key sets: everything new but for what is `given` as SQL."""
    keys = {column.name for column in table.primary_key}
    values: dict[str, TextClause] = {}
    for column in summed(table).columns:
        if column not in keys:
            values[column] = text((given or {}).get(column, f"excluded.{column}"))
    sources = {name: f"excluded.{name}" for name in summed(table).columns}
    return {**values, COLUMN: text(summed(table).sql({**sources, **(given or {})}))}


def new_rows(table: Table, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows as `insertion` takes them; a column that is not named is empty."""
    return [{_NEW + name: row.get(name) for name in summed(table).columns} for row in rows]


def insert_rows(connection: Connection, table: Table, *rows: Mapping[str, Any]) -> None:
    """Insert rows with their checksums."""
    connection.execute(insertion(table), new_rows(table, rows))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
