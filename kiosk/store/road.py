"""Who this terminal is to the central office, and how the last contact went."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from kiosk.domain.errors import StoreFault
from kiosk.store import tables
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
        """The road, or None where the terminal has not been enrolled."""
        with faults_translated("read the enrolment"), self._engines.read.connect() as connection:
            row = connection.execute(select(tables.road)).mappings().first()
        return None if row is None else Road(**{key: value for key, value in row.items() if key != "id"})

    def write(self, road: Road) -> None:
        """Replace what is known; durable when it returns."""
        with transaction(self._engines.write, "write the enrolment") as connection:
            connection.execute(delete(tables.road))
            connection.execute(insert(tables.road).values(id=1, **asdict(road)))

    def begin_key(self, terminal: str, secret: str) -> str:
        """Put `secret` down as the key to come, and give it; where one is on its way already, that one is given.

        Raises `StoreFault`, also when the terminal is no longer `terminal`: it has been enrolled anew meanwhile.
        """
        with transaction(self._engines.write, "write the new key") as connection:
            unclaimed = (tables.road.c.terminal == terminal) & (tables.road.c.next_private_key == "")
            connection.execute(update(tables.road).where(unclaimed).values(next_private_key=secret))
            query = select(tables.road.c.next_private_key).where(tables.road.c.terminal == terminal)
            found: str | None = connection.scalar(query)
        if found is None:
            raise StoreFault("cannot write the new key: the terminal has been enrolled anew meanwhile")
        return found

    def finish_key(self, terminal: str, secret: str) -> None:
        """Sign with `secret` from now on, if it is still the key to come. Raises `StoreFault`."""
        awaited = (tables.road.c.terminal == terminal) & (tables.road.c.next_private_key == secret)
        with transaction(self._engines.write, "write the new key") as connection:
            connection.execute(update(tables.road).where(awaited).values(private_key=secret, next_private_key=""))
