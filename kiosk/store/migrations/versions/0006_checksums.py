"""A checksum in every row; and no line of the audit list can be replaced by one of the same number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kiosk.store.checksums import Summed

revision = "0006"
down_revision = "0005"

_TABLES = (
    "responses",
    "open_interviews",
    "outbox",
    "batches",
    "road",
    "tallies",
    "administrator",
    "audit",
    "comments",
)


def upgrade() -> None:
    for table in _TABLES:
        columns = sa.inspect(op.get_bind()).get_columns(table)
        reals = frozenset(column["name"] for column in columns if isinstance(column["type"], sa.Float))
        made = Summed(table, tuple(column["name"] for column in columns), reals).sql()
        op.add_column(table, sa.Column("checksum", sa.Integer, nullable=False, server_default="0"))
        op.execute(sa.text(f"UPDATE {table} SET checksum = {made}"))  # noqa: S608  # our own names
    op.execute(
        "CREATE TRIGGER audit_is_added BEFORE INSERT ON audit "
        "WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number) "
        "BEGIN SELECT RAISE(ABORT, 'the audit list only grows'); END"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER audit_is_added")
    for table in _TABLES:
        op.drop_column(table, "checksum")
