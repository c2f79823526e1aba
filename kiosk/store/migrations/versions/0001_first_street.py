"""The tables of the first street: responses, the open interview, outbox, batches, road, tallies."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _answers() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("questionnaire", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("period", sa.String(10), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "responses", *_answers(), sa.Column("complete", sa.Boolean, nullable=False), sqlite_with_rowid=False
    )
    op.create_table("open_interviews", *_answers(), sqlite_with_rowid=False)
    op.create_table("outbox", sa.Column("response", sa.String(36), primary_key=True), sqlite_with_rowid=False)
    op.create_table(
        "batches",
        sa.Column("epoch", sa.String(16), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("row_count", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("acknowledged_on", sa.Date),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "road",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("terminal", sa.String(36), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("central", sa.String(500), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("epoch", sa.String(16), nullable=False),
        sa.Column("acknowledged", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("last_upload", sa.DateTime),
        sa.Column("last_problem", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tallies",
        sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("questionnaire", sa.String(64), primary_key=True),
        sa.Column("weekday", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hour", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("tallies", "road", "batches", "outbox", "open_interviews", "responses"):
        op.drop_table(table)
