"""Who this terminal is to the central office, and how the last contact went."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, select

from kiosk.domain.errors import StoreFault
from kiosk.store import tables
from kiosk.store.checksums import fits, insert_rows
from kiosk.store.engine import Engines, faults_translated, transaction


@dataclass(frozen=True, slots=True)
class Road:
    """The terminal's enrolment and its place on the road.

    `acknowledged` is the number of the last batch of `epoch` that the centre has proved to hold. `attempts` counts
    failures since the last success. `last_upload` is naive UTC. `token` never prints itself.
    """

    terminal: str
    office: str
    central: str
    token: str = field(repr=False)
    epoch: str
    acknowledged: int = 0
    attempts: int = 0
    last_upload: datetime | None = None
    last_problem: str = ""


class RoadStore:
    """Reads and writes the one `Road` of this terminal; any thread."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def read(self) -> Road | None:
        """The road, or None where the terminal has not been enrolled; raises `StoreFault` for a damaged one."""
        with faults_translated("read the enrolment"), self._engines.read.connect() as connection:
            row = found(connection)
        return None if row is None else Road(**{key: row[key] for key in Road.__slots__})

    def write(self, road: Road) -> None:
        """Replace what is known; durable when it returns."""
        with transaction(self._engines.write, "write the enrolment") as connection:
            replace_road(connection, road)


def found(connection: Connection) -> RowMapping | None:
    """The row of the road; raises `StoreFault` for a damaged one: another's name and token are not to be used."""
    row = connection.execute(select(tables.road).where(fits(tables.road))).mappings().first()
    if row is None and connection.scalar(select(func.count()).select_from(tables.road)):
        raise StoreFault("the enrolment in the file is damaged; get a new code from the central office and enrol anew")
    return row


def replace_road(connection: Connection, road: Road) -> None:
    """Put `road` in the place of what is there."""
    connection.execute(delete(tables.road))
    insert_rows(connection, tables.road, {"id": 1, **asdict(road)})
