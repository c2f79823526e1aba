"""Terminals sign with a key; one that had only a token enrols anew. The centre has one for receipts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("terminal", sa.Column("public_key", sa.String(43)))
    op.add_column("terminal", sa.Column("previous_key", sa.String(43)))
    op.drop_column("terminal", "token_sha")
    op.create_table(
        "centre",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("private_key", sa.String(43), nullable=False),
        sa.PrimaryKeyConstraint("id", name="centre_pkey"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("centre")
    op.add_column("terminal", sa.Column("token_sha", sa.String(64), nullable=False, server_default=""))
    op.drop_column("terminal", "previous_key")
    op.drop_column("terminal", "public_key")
