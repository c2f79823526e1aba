"""Alembic's entry: runs the migrations on the connection, and in the transaction, that `upgrade` has opened."""

from alembic import context

from sync.central.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
