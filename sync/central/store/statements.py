"""The few statements that both engines spell alike but SQLAlchemy keeps apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, LargeBinary, Table, and_, bindparam, cast, column, func, select
from sqlalchemy.dialects import postgresql, sqlite

from sync.central.store import tables


def insert_missing(connection: Connection, table: Table) -> Any:
    """`INSERT … ON CONFLICT DO NOTHING`: rows whose primary key is there already are passed over."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))
    return sqlite.insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))


def insert_many_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """The same for many rows, each with a value for every column; how many were missing."""
    counted = {"preserve_rowcount": True}
    if connection.dialect.name == "postgresql":
        given = {"rows": msgspec.json.encode(rows).decode()}
        return connection.execute(_insert_from_json(table), given, execution_options=counted).rowcount
    return connection.execute(insert_missing(connection, table), rows, execution_options=counted).rowcount


@cache
def _insert_from_json(table: Table) -> Any:
    """All rows in one parameter: a parameter for each value costs PostgreSQL's driver more than it costs the server."""
    columns = [column(one.name, one.type) for one in table.columns]
    given = func.jsonb_to_recordset(bindparam("rows", type_=postgresql.TEXT).cast(postgresql.JSONB(none_as_null=True)))
    rows = given.table_valued(*columns, name="given").render_derived(with_types=True)
    chosen = select(*(rows.c[one.name] for one in table.columns))
    insert = postgresql.insert(table).from_select(list(table.columns.keys()), chosen)
    return insert.on_conflict_do_nothing(index_elements=list(table.primary_key))


def hold_still(connection: Connection, table: Table) -> None:
    """Let nobody else write to `table` until this transaction ends, but wait; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE")


def in_inbox(table: Table) -> ColumnElement[bool]:
    """The condition that a row of `table` is of a batch of the inbox."""
    inbox = tables.inbox.c
    return and_(table.c.terminal == inbox.terminal, table.c.epoch == inbox.epoch, table.c.n == inbox.n)


def as_it_stands(connection: Connection, text: ColumnElement[str]) -> ColumnElement[Any]:
    """A text, as bytes in SQLite, whose driver decodes none that is damaged; see `bytes_of`."""
    return text if connection.dialect.name == "postgresql" else cast(text, LargeBinary)


def bytes_of(text: str | bytes) -> bytes:
    """The bytes of what `as_it_stands` gives."""
    return text.encode() if isinstance(text, str) else text
