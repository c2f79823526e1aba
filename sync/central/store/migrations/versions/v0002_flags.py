"""Flags of rules on responses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("response", sa.Column("flags", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("response", "flags")
