"""Alembic's way in: it works on the connection that `kiosk.store.migrating` hands it."""

from __future__ import annotations

from alembic import context

from kiosk.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
