"""The terminal signs with a key in place of a token, and knows how far its clock is off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("ALTER TABLE road RENAME COLUMN token TO private_key")
    op.add_column("road", sa.Column("next_private_key", sa.String(64), nullable=False, server_default=""))
    op.add_column("road", sa.Column("clock_off", sa.Integer))
    op.add_column("road", sa.Column("central_key", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("road", "central_key")
    op.drop_column("road", "clock_off")
    op.drop_column("road", "next_private_key")
    op.execute("ALTER TABLE road RENAME COLUMN private_key TO token")
