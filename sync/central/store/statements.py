"""The few statements that both engines spell alike but SQLAlchemy keeps apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_missing(connection: Connection, table: Table) -> Any:
    """`INSERT … ON CONFLICT DO NOTHING`: rows whose primary key is there already are passed over."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))
    return sqlite.insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))
