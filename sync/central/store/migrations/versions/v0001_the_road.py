"""Enrolment, inbox, heads, responses and quarantine."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "enrolment_code",
        sa.Column("code_sha", sa.String(64), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.Column("terminal", sa.String(36)),
        sa.PrimaryKeyConstraint("code_sha", name="enrolment_code_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "enrolment_try",
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("slot", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("address", "slot", name="enrolment_try_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "terminal",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("token_sha", sa.String(64), nullable=False),
        sa.Column("enrolled_on", sa.Date, nullable=False),
        sa.Column("revoked", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="terminal_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "head",
        sa.Column("terminal", sa.String(36), nullable=False),
        sa.Column("epoch", sa.String(16), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("terminal", "epoch", name="head_pkey"),
        sa.ForeignKeyConstraint(["terminal"], ["terminal.id"], name="head_terminal_fkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inbox",
        *_batch_key(),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("fmt", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("terminal", "epoch", "n", name="inbox_pkey"),
        sa.ForeignKeyConstraint(["terminal"], ["terminal.id"], name="inbox_terminal_fkey"),
    )
    op.create_table(
        "waiting",
        *_batch_key(),
        sa.Column("fmt", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("terminal", "epoch", "n", name="waiting_pkey"),
        _of_the_inbox("waiting"),
        sqlite_with_rowid=False,
    )
    op.create_index("waiting_fmt_ix", "waiting", ["fmt"])
    op.create_table(
        "response",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("questionnaire", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("period", sa.String(10), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("complete", sa.Boolean, nullable=False),
        sa.Column("answers", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="response_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarantine",
        *_batch_key(),
        sa.Column("line", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("terminal", "epoch", "n", "line", name="quarantine_pkey"),
        _of_the_inbox("quarantine"),
        sqlite_with_rowid=False,
    )
    readiness = op.create_table(
        "readiness",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("checks", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="readiness_pkey"),
        sqlite_with_rowid=False,
    )
    op.bulk_insert(readiness, [{"id": 1, "checks": 0}])


def downgrade() -> None:
    for table in (
        "readiness",
        "quarantine",
        "response",
        "waiting",
        "inbox",
        "head",
        "terminal",
        "enrolment_try",
        "enrolment_code",
    ):
        op.drop_table(table)


def _batch_key() -> tuple[sa.Column[str], sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("terminal", sa.String(36), nullable=False),
        sa.Column("epoch", sa.String(16), nullable=False),
        sa.Column("n", sa.Integer, nullable=False, autoincrement=False),
    )


def _of_the_inbox(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["terminal", "epoch", "n"],
        ["inbox.terminal", "inbox.epoch", "inbox.n"],
        name=f"{table}_terminal_fkey",
    )
