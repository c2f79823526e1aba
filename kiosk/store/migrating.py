"""Brings the file to the newest shape, step by step, and refuses one that is newer than this program.

Alembic is imported only when there is a step to take: a terminal starts without it.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, text

from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.store.engine import Engines, faults_translated

HEAD = "0006"
"""The newest revision; a test holds it against the scripts."""

_FIRST_MARKED = "0006"
"""From this revision on a file says it twice: in Alembic's table, and in SQLite's `user_version`."""
_FORM = re.compile(r"\d{4}", re.ASCII)
_SCRIPTS = Path(__file__).with_name("migrations")


def bring_up_to_date(engines: Engines, file: Path) -> None:
    """Migrate to `HEAD`; raises `StoreFault`, `DamagedStore` where the file's revision or shape cannot be what it says.

    Two processes may do so at once: one waits for the other.
    """
    if not is_up_to_date(engines, file):
        migrate(engines, HEAD)


def is_up_to_date(engines: Engines, file: Path) -> bool:
    """Whether there is nothing to migrate; raises what `bring_up_to_date` raises, and changes nothing."""
    with faults_translated("read the database"), engines.read.connect() as connection:
        found, mark = _revision(connection), connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if mark != _mark(found):
            raise DamagedStore(f"{file} is damaged: its revision is not what it says in its head")
        if found == HEAD:
            _require_shape(connection, file)
            return True
    known = {script.name.split("_")[0] for script in (_SCRIPTS / "versions").glob("[0-9]*.py")}
    if found is not None and found not in known:
        if found < HEAD:
            raise DamagedStore(f"{file} is damaged: no version of this program has written its revision")
        raise StoreFault(f"{file} was written by a newer version of this program; update the program")
    return False


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
        mark = _mark(None if target == "base" else target)
        connection.exec_driver_sql(f"PRAGMA user_version = {mark}")
        note_shape(connection, None if mark else 0)


def _mark(revision: str | None) -> int:
    """What the head of a file of this revision says, -1 where no file can have it.

    One flipped bit makes another revision of one that there is: only where both agree is it one.
    """
    if revision is None:
        return 0
    if not _FORM.fullmatch(revision):
        return -1
    return int(revision) if revision >= _FIRST_MARKED else 0


def _require_shape(connection: Connection, file: Path) -> None:
    """The tables and triggers are those that the last migration left: what it noted in the file's head says so."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != _shape(connection):
        raise DamagedStore(f"{file} is damaged: its tables are not as they were made")


def note_shape(connection: Connection, shape: int | None = None) -> None:
    """Write down that the tables are as they shall be; with `shape` 0, that nothing is known of them."""
    connection.exec_driver_sql(f"PRAGMA application_id = {_shape(connection) if shape is None else shape}")


def _shape(connection: Connection) -> int:
    """A checksum of all that makes the tables, as a signed number of 32 bits; where they lie is not in it."""
    query = "SELECT CAST(type || name || tbl_name || coalesce(sql, '') AS BLOB) FROM sqlite_schema ORDER BY type, name"
    found = zlib.crc32(b"\0".join(row[0] for row in connection.exec_driver_sql(query)))
    return found - (1 << 32) if found >> 31 else found


def _revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
