"""Flags of rules on responses and on the open interview."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = ("responses", "open_interviews")


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("flags", sa.Text, nullable=False, server_default=""))
        # SQLite leaves the rows there are as they lie, one field shorter than all that follow: the bytes would tell
        # who came before this moment. Written anew they are like the others.
        op.execute(sa.text(f"UPDATE {table} SET flags = ''"))  # noqa: S608  # our own two names


def downgrade() -> None:
    for table in _TABLES:
        op.drop_column(table, "flags")
