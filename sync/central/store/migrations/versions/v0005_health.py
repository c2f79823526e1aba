"""How each terminal was when it last said so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "health",
        sa.Column("terminal", sa.String(36), nullable=False),
        sa.Column("reported_on", sa.Date, nullable=False),
        sa.Column("is_well", sa.Boolean, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("terminal", name="health_pkey"),
        sa.ForeignKeyConstraint(["terminal"], ["terminal.id"], name="health_terminal_fkey"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("health")
