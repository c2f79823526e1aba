"""Who this terminal is to the central office, and how the last contact went."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select

from kiosk.store import tables
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
        """The road, or None where the terminal has not been enrolled."""
        with faults_translated("read the enrolment"), self._engines.read.connect() as connection:
            row = connection.execute(select(tables.road)).mappings().first()
        return None if row is None else Road(**{key: value for key, value in row.items() if key != "id"})

    def write(self, road: Road) -> None:
        """Replace what is known; durable when it returns."""
        with transaction(self._engines.write, "write the enrolment") as connection:
            connection.execute(delete(tables.road))
            connection.execute(insert(tables.road).values(id=1, **asdict(road)))
