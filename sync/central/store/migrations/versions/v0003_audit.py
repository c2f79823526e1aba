"""What administrators did at the terminals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("terminal", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("terminal", "number", "sha", name="audit_pkey"),
        sa.ForeignKeyConstraint(["terminal"], ["terminal.id"], name="audit_terminal_fkey"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("audit")
