"""Encrypts what people say before it is written, where the office wants that (`kiosk.encryption`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, RowMapping, Table, delete, select

from kiosk.encryption import Holders, is_encrypted
from kiosk.store import tables
from kiosk.store.checksums import COLUMN, fits, insertion, new_rows, replacing
from kiosk.store.engine import Engines, transaction
from kiosk.store.opened import encrypted

_LOT = 500
"""Rows that are encrypted by one transaction: a tenth of a second, for which a visitor may have to wait."""


class Encrypting:
    """For the `holders`; where there are none, everything stays as it is. Any thread."""

    def __init__(self, engines: Engines, holders: Holders | None) -> None:
        self._engines = engines
        self._holders = holders

    @property
    def is_on(self) -> bool:
        return self._holders is not None

    def text(self, id_: str, text: str) -> str:
        """`text` of the row `id_` as it is to be written; what is encrypted already stays as it is."""
        return text if self._holders is None or is_encrypted(text) else self._holders.encrypted(id_, text)

    def row(self, row: Mapping[str, Any] | RowMapping) -> dict[str, Any]:
        """A response's row with its answers as they are to be written."""
        return {**row, "answers": self.text(row["id"], row["answers"])}

    def the_rest(self, column: Column[Any]) -> int:
        """Encrypt every text of `column` that can still be read; gives how many. Raises `StoreFault`."""
        done = 0
        if self._holders is not None:
            while some := self._encrypt_lot(column):
                done += some
        return done

    def forget_hours(self) -> int:
        """Delete what was counted by the hour before: it tells answers in clear. Gives how many rows; `StoreFault`."""
        if self._holders is None:
            return 0
        with transaction(self._engines.write, "forget what was counted by the hour") as connection:
            return connection.execute(delete(tables.tallies).where(fits(tables.tallies))).rowcount

    def _encrypt_lot(self, column: Column[Any]) -> int:
        table: Table = column.table
        readable = select(table).where(fits(table), ~encrypted(column), column != "").limit(_LOT)
        with transaction(self._engines.write, "encrypt what is here already") as connection:
            found = [dict(row) for row in connection.execute(readable).mappings()]
            rows = [{**row, column.name: self.text(row["id"], row[column.name])} for row in found]
            if rows:
                again = insertion(table).on_conflict_do_update(set_=replacing(table))
                connection.execute(again, new_rows(table, [_without_checksum(row) for row in rows]))
        return len(rows)


def _without_checksum(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != COLUMN}
