"""The tables, anonymous by shape.

No column tells a time finer than a period, no key or rowid grows with time (random keys, `WITHOUT ROWID`), comments
and tallies have no way back to a response. See `docs/decisions/0001-anonymous-by-shape.md`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()


def _answers_columns() -> tuple[Column[Any], ...]:
    return (
        Column("id", String(36), primary_key=True),
        Column("questionnaire", String(64), nullable=False),
        Column("version", Integer, nullable=False),
        Column("language", String(8), nullable=False),
        Column("period", String(10), nullable=False),
        Column("channel", String(16), nullable=False),
        Column("answers", Text, nullable=False),
    )


def _checksum_column() -> Column[Any]:
    """See `kiosk.store.checksums`."""
    return Column("checksum", Integer, nullable=False, server_default="0")


def _flags_column() -> Column[Any]:
    return Column("flags", Text, nullable=False, server_default="")


responses = Table(
    "responses",
    metadata,
    *_answers_columns(),
    Column("complete", Boolean, nullable=False),
    _flags_column(),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""Closed responses: written once, never changed. `answers` is canonical JSON of codes by question, `flags` the ids of
rules, parted by spaces."""

open_interviews = Table(
    "open_interviews",
    metadata,
    *_answers_columns(),
    _flags_column(),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""What the visitor who stands here has tapped so far; empty when nobody does."""

outbox = Table(
    "outbox",
    metadata,
    Column("response", String(36), primary_key=True),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""Closed responses that are in no batch yet."""

batches = Table(
    "batches",
    metadata,
    Column("epoch", String(16), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("prev", String(64), nullable=False),
    Column("sha", String(64), nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("body", LargeBinary),
    Column("acknowledged_on", Date),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""Immutable batches; the body is forgotten 35 days after the centre acknowledged it, the chain is kept."""

road = Table(
    "road",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("terminal", String(36), nullable=False),
    Column("office", String(64), nullable=False),
    Column("central", String(500), nullable=False),
    Column("private_key", String(64), nullable=False),
    Column("next_private_key", String(64), nullable=False),
    Column("epoch", String(16), nullable=False),
    Column("acknowledged", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("last_upload", DateTime),
    Column("last_problem", Text, nullable=False),
    Column("clock_off", Integer),
    Column("central_key", String(64), nullable=False),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""One row: who this terminal is to the central office."""

tallies = Table(
    "tallies",
    metadata,
    Column("quarter", String(7), primary_key=True),
    Column("questionnaire", String(64), primary_key=True),
    Column("weekday", Integer, primary_key=True, autoincrement=False),
    Column("hour", Integer, primary_key=True, autoincrement=False),
    Column("code", String(32), primary_key=True),
    Column("count", Integer, nullable=False),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""How often each code of the first question was chosen, by weekday and hour; never joined to answers."""

administrator = Table(
    "administrator",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("pin_hash", Text, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("wait", Float, nullable=False),
    Column("boot", String(64), nullable=False),
    Column("seconds", Float, nullable=False),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""One row, or none where there is no PIN: the PIN, and the wrong ones since the last right one."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", DateTime, nullable=False),
    Column("event", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("sent", Boolean, nullable=False),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""What the administrator did here, in its order and with its time: it is about the administrator, never a visitor."""

comments = Table(
    "comments",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("questionnaire", String(64), nullable=False),
    Column("question", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("period", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(16), nullable=False),
    _checksum_column(),
    sqlite_with_rowid=False,
)
"""What people wrote, redacted; `text` is empty once it has been rejected. The key is no response's."""
