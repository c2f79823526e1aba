"""Shapes of the terminal's file that would tell more than it may."""

from __future__ import annotations

from pathlib import Path

from kiosk.store.migrating import note_shape
from kiosk.store.store import Store


def give_rowids(folder: Path, table: str) -> None:
    """An ordinary table, whose hidden rowid grows with every visitor; noted as if a migration had made it so."""
    with Store.open(folder) as store, store._engines.write.begin() as connection:
        query = "SELECT sql FROM sqlite_schema WHERE name = ?"
        made = connection.exec_driver_sql(query, (table,)).scalar_one()
        connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql(made.replace("WITHOUT ROWID", ""))
        note_shape(connection)
