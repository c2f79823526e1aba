"""The central tables.

`response` is anonymous by shape: an office but no terminal, no time but the period, no key that grows, no physical
order where the engine allows it (SQLite `WITHOUT ROWID`; rows of a transaction are inserted in the order of their
random ids). What came in when is known of batches only, and batches hold at least five shuffled rows. `audit` has
terminals and times, and nothing by which a response could be found.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "ix": "%(table_name)s_%(column_0_name)s_ix",
    }
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("code_sha", String(64), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("terminal", String(36)),
    sqlite_with_rowid=False,
)
"""One-time codes, hashed; `terminal` is who has used it; `expires` in seconds since 1970."""

enrolment_try = Table(
    "enrolment_try",
    metadata,
    Column("address", String(64), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The last few wrong codes of each address, `at` in seconds since 1970; forgotten after a minute."""

terminal = Table(
    "terminal",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("enrolled_on", Date, nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("public_key", String(43)),
    Column("previous_key", String(43)),
    sqlite_with_rowid=False,
)
"""Who may send. `public_key` is null for one that has enrolled before terminals had keys; `previous_key` is good for
repeating the exchange that replaced it, and for nothing else."""

centre = Table(
    "centre",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("private_key", String(43), nullable=False),
    sqlite_with_rowid=False,
)
"""One row: with which key the centre signs the receipts of the file road; made when first needed."""

head = Table(
    "head",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("epoch", String(16), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("sha", String(64), nullable=False),
    ForeignKeyConstraint(["terminal"], ["terminal.id"]),
    sqlite_with_rowid=False,
)
"""The last batch of each epoch; its row is the lock under which batches of an epoch arrive."""

inbox = Table(
    "inbox",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("epoch", String(16), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("sha", String(64), nullable=False),
    Column("fmt", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("office", String(64), nullable=False),
    Column("received_on", Date, nullable=False),
    Column("body", LargeBinary, nullable=False),
    ForeignKeyConstraint(["terminal"], ["terminal.id"]),
)
"""Every batch as it came, compressed; inserted once, never changed. `office` is the terminal's at that time."""

waiting = Table(
    "waiting",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("epoch", String(16), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("fmt", Integer, nullable=False),
    ForeignKeyConstraint(["terminal", "epoch", "n"], ["inbox.terminal", "inbox.epoch", "inbox.n"]),
    Index(None, "fmt"),
    sqlite_with_rowid=False,
)
"""Batches that are not yet rows; those of a format without a reader stay until one comes."""

response = Table(
    "response",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("questionnaire", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("language", String(16), nullable=False),
    Column("period", String(10), nullable=False),
    Column("channel", String(64), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("answers", JSON().with_variant(JSONB(), "postgresql"), nullable=False),
    Column("flags", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)
"""`flags` are the ids of the rules that found something odd about a response, parted by spaces."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("epoch", String(16), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("reason", Text, nullable=False),
    ForeignKeyConstraint(["terminal", "epoch", "n"], ["inbox.terminal", "inbox.epoch", "inbox.n"]),
    sqlite_with_rowid=False,
)
"""Lines of a batch that are no response, and why; line 0 is the header. The line itself stays in the inbox."""

audit = Table(
    "audit",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha", String(64), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("event", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("received_on", Date, nullable=False),
    ForeignKeyConstraint(["terminal"], ["terminal.id"]),
    sqlite_with_rowid=False,
)
"""What administrators did at the terminals, `at` in UTC by the terminal's clock; `office` is the one it had then.

Two lines with one number are of a terminal that was restored or cloned; `sha` tells which line follows which.
"""

health = Table(
    "health",
    metadata,
    Column("terminal", String(36), primary_key=True),
    Column("reported_on", Date, nullable=False),
    Column("is_well", Boolean, nullable=False),
    Column("report", Text, nullable=False),
    ForeignKeyConstraint(["terminal"], ["terminal.id"]),
    sqlite_with_rowid=False,
)
"""How each terminal was when it last said so; `report` is a `HealthReport` as it travels. Nothing in it is about
responses."""

readiness = Table(
    "readiness",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("checks", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""One row that `/readyz` writes to, to know that the database still commits."""
