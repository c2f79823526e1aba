"""Terminals sign with a key; one that had only a token enrols anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("terminal", sa.Column("public_key", sa.String(43)))
    op.add_column("terminal", sa.Column("previous_key", sa.String(43)))
    op.drop_column("terminal", "token_sha")


def downgrade() -> None:
    op.add_column("terminal", sa.Column("token_sha", sa.String(64), nullable=False, server_default=""))
    op.drop_column("terminal", "previous_key")
    op.drop_column("terminal", "public_key")
