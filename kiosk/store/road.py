"""Who this terminal is to the central office, and how the last contact went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from kiosk.domain.errors import StoreFault
from kiosk.store import tables
from kiosk.store.checksums import changed, fits, insert_rows
from kiosk.store.engine import Engines, faults_translated, transaction


@dataclass(frozen=True, slots=True)
class Road:
    """The terminal's enrolment and its place on the road.

    `acknowledged` is the number of the last batch of `epoch` that the centre has proved to hold. `attempts` counts
    failures since the last success. `last_upload` is naive UTC. `private_key`, with which this terminal signs, never
    prints itself; before the enrolment it is a secret from which the key will follow. `next_private_key` is one that
    the centre has not yet confirmed, empty otherwise. `clock_off` is by how many seconds the centre's clock was ahead
    of this one at the last contact, None before the first. `central_key` is the public key with which the centre signs
    receipts that come on a stick, empty where it has not told it.
    """

    terminal: str
    office: str
    central: str
    private_key: str = field(repr=False)
    epoch: str
    acknowledged: int = 0
    attempts: int = 0
    last_upload: datetime | None = None
    last_problem: str = ""
    next_private_key: str = field(default="", repr=False)
    clock_off: int | None = None
    central_key: str = ""


class RoadStore:
    """Reads and writes the one `Road` of this terminal; any thread."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def read(self) -> Road | None:
        """The road, or None where the terminal has not been enrolled; raises `StoreFault` for a damaged one."""
        with faults_translated("read the enrolment"), self._engines.read.connect() as connection:
            row = found(connection)
        return None if row is None else Road(**{key: row[key] for key in Road.__slots__})

    def known(self) -> tuple[Road | None, str]:
        """The road, and why there is none where it cannot be read: for whoever tells of much else beside it."""
        try:
            return self.read(), ""
        except StoreFault as fault:
            return None, str(fault)

    def write(self, road: Road) -> None:
        """Replace what is known; durable when it returns."""
        with transaction(self._engines.write, "write the enrolment") as connection:
            replace_road(connection, road)

    def begin_key(self, terminal: str, secret: str) -> str:
        """Put `secret` down as the key to come, and give it; where one is on its way already, that one is given.

        Raises `StoreFault`, also when the terminal is no longer `terminal`: it has been enrolled anew meanwhile.
        """
        with transaction(self._engines.write, "write the new key") as connection:
            row = _of(connection, terminal)
            if not row["next_private_key"]:
                _change(connection, {"next_private_key": secret})
            return str(row["next_private_key"] or secret)

    def finish_key(self, terminal: str, secret: str) -> None:
        """Sign with `secret` from now on, if it is still the key to come. Raises `StoreFault`."""
        with transaction(self._engines.write, "write the new key") as connection:
            if _of(connection, terminal)["next_private_key"] == secret:
                _change(connection, {"private_key": secret, "next_private_key": ""})

    def forget_damaged(self) -> None:
        """Throw away an enrolment that cannot be used any more, so that another can take its place."""
        with transaction(self._engines.write, "forget a damaged enrolment") as connection:
            connection.execute(delete(tables.road).where(~fits(tables.road)))


def found(connection: Connection) -> RowMapping | None:
    """The row of the road; raises `StoreFault` for a damaged one: another's name and key are not to be used."""
    row = connection.execute(select(tables.road).where(fits(tables.road))).mappings().first()
    if row is None and connection.scalar(select(func.count()).select_from(tables.road)):
        raise StoreFault("the enrolment in the file is damaged; get a new code from the central office and enrol anew")
    return row


def replace_road(connection: Connection, road: Road) -> None:
    """Put `road` in the place of what is there."""
    connection.execute(delete(tables.road))
    insert_rows(connection, tables.road, {"id": 1, **asdict(road)})


def _of(connection: Connection, terminal: str) -> RowMapping:
    row = found(connection)
    if row is None or row["terminal"] != terminal:
        raise StoreFault("cannot write the new key: the terminal has been enrolled anew meanwhile")
    return row


def _change(connection: Connection, values: Mapping[str, str]) -> None:
    connection.execute(update(tables.road).where(fits(tables.road)).values(changed(tables.road, values)))
