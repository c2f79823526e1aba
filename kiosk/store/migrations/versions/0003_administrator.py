"""The administrator's PIN with its wrong tries, and the list of what was done at the terminal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "administrator",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("pin_hash", sa.Text, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("wait", sa.Float, nullable=False),
        sa.Column("boot", sa.String(64), nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("sent", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    for name, change in (("unchanged", "UPDATE OF number, at, event, detail"), ("kept", "DELETE")):
        op.execute(
            f"CREATE TRIGGER audit_is_{name} BEFORE {change} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit list only grows'); END"
        )


def downgrade() -> None:
    op.drop_table("audit")
    op.drop_table("administrator")
