"""Brings the file to the newest shape, step by step, and refuses one that is newer than this program.

Alembic is imported only when there is a step to take: a terminal starts without it.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, text

from kiosk.domain.errors import StoreFault
from kiosk.store.engine import Engines, faults_translated

HEAD = "0006"
"""The newest revision; a test holds it against the scripts."""

_SCRIPTS = Path(__file__).with_name("migrations")


def bring_up_to_date(engines: Engines, file: Path) -> None:
    """Migrate to `HEAD`; raises `StoreFault`. Two processes may do so at once: one waits for the other."""
    found = revision(engines)
    if found == HEAD:
        return
    known = {script.name.split("_")[0] for script in (_SCRIPTS / "versions").glob("[0-9]*.py")}
    if found is not None and found not in known:
        raise StoreFault(f"{file} was written by a newer version of this program; update the program")
    migrate(engines, HEAD)


def revision(engines: Engines) -> str | None:
    """The revision of the file, None for an empty one."""
    with faults_translated("read the database"), engines.read.connect() as connection:
        return _revision(connection)


def migrate(engines: Engines, target: str) -> None:
    """Go up or down to `target` (`base` is the empty file) in one transaction."""
    from alembic import command  # noqa: PLC0415  # a terminal that has nothing to migrate does not pay for it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    with faults_translated("migrate the database"), engines.write.begin() as connection:
        config.attributes["connection"] = connection
        found = _revision(connection)
        goes_down = target == "base" or (found is not None and found > target)
        (command.downgrade if goes_down else command.upgrade)(config, target)


def _revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
