"""Encrypted texts in the terminal's file: opened inside SQLite, with the keys at hand, where a query asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, String, func, select

from kiosk.domain.errors import BadInput
from kiosk.encryption import KEY_FILE, Keyring, holders_of
from kiosk.store.checksums import fits
from kiosk.store.sql_functions import teach

OPENED = "okienko_opened"
"""The function of SQL that gives the text of a row as it can be read: `okienko_opened(id, text)`."""
_HOLDERS = "okienko_holders"


def prepare(connection: Any, keys: Keyring) -> None:
    """Teach the driver's `connection` to open what `keys` open."""
    teach(connection, OPENED, 2, keys.opened)
    teach(connection, _HOLDERS, 1, _holders, deterministic=True)


def opened(column: Column[Any]) -> ColumnElement[str]:
    """The text of `column` as it can be read; NULL where no key opens it."""
    return func.okienko_opened(column.table.c.id, column, type_=String())


def encrypted(column: Column[Any]) -> ColumnElement[bool]:
    """The condition that the text of `column` is encrypted."""
    return func.okienko_holders(column, type_=String()).is_not(None)


def encrypted_for(connection: Connection, column: Column[Any]) -> dict[tuple[str, ...], int]:
    """How many texts of `column` are encrypted, by the fingerprints of the two keys that open them."""
    holders = func.okienko_holders(column, type_=String())
    query = select(holders, func.count()).where(fits(column.table), holders.is_not(None)).group_by(holders)
    return {tuple(found.split()): number for found, number in connection.execute(query)}


def require_keys(connection: Connection, column: Column[Any], keys: Keyring) -> None:
    """Raise `BadInput`, naming the keys that are missing, unless every text of `column` can be opened."""
    missing = [holders for holders in encrypted_for(connection, column) if not any(map(keys.has, holders))]
    if missing:
        raise BadInput(f"the {column.table.name} are encrypted; name with --key {_told(missing)}")


def _told(missing: Iterable[tuple[str, ...]]) -> str:
    pairs = [" or ".join(f"the private key {holder}" for holder in holders) for holders in missing]
    return f"the file ({KEY_FILE}) with {', and '.join(pairs)}"


def _holders(text: object) -> str | None:
    return " ".join(holders_of(text)) or None if isinstance(text, str) else None
