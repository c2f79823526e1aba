"""Brings the database to the newest version of its tables; two processes that start at once do not collide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from kiosk.domain.errors import StoreFault
from sync.central.store import tables
from sync.central.store.engine import reading, writing

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0005"
"""The last revision; a test holds it equal to what the migrations say."""

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6F6B69656E6B6F  # "okienko"


def upgrade(engine: Engine) -> None:
    """Migrate where needed, all or nothing; safe to repeat. Raises `StoreFault`, also for a newer database."""
    with reading(engine) as connection:
        found = _revision(connection)
        if found is not None and not inspect(connection).has_table(tables.inbox.name):
            raise StoreFault(
                f"{engine.url.database} is no central office's database but another one; name the right one"
            )
        if found == NEWEST:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":  # SQLite's BEGIN IMMEDIATE has locked already
            connection.execute(text("SET LOCAL lock_timeout = 0"))  # another process migrates: that may take long
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        found = _revision(connection)
        if found == NEWEST:
            return
        if found is not None and found > NEWEST:
            raise StoreFault(f"the central database is of a newer version ({found}); this program knows {NEWEST}")
        _migrate(connection, NEWEST)


def downgrade(engine: Engine, revision: str) -> None:
    """Back to `revision`, or to nothing with `base`. For tests and for going back by hand."""
    with writing(engine) as connection:
        _migrate(connection, revision, down=True)


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration over an open connection; imported here, for most starts need none of it."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection, revision: str, *, down: bool = False) -> None:
    from alembic import command  # noqa: PLC0415

    (command.downgrade if down else command.upgrade)(alembic_config(connection), revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
