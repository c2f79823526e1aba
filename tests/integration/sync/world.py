"""One central office and its terminals, in a world where everything goes wrong; files are real, their folder in memory.

Stores are opened once and lent out again and again: what is in one is replaced by a copy of an image with SQLite's own
backup, as if another disk lay under it. That is a restored image, a clone, a centre set back, in a millisecond.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, ParamSpec, TypeAlias, TypeVar
from unittest.mock import patch

import httpx2
from pysqlite3 import dbapi2
from sqlalchemy import Engine, select

from kiosk.domain.audit import AuditEvent
from kiosk.domain.books import Books
from kiosk.store.store import Store
from sync.agent.auditing import Auditing
from sync.agent.trouble import Trouble
from sync.agent.uploading import Contact, Uploading
from sync.central.app import create_app
from sync.central.projector import Projector
from sync.central.store import CentralStore, database_url, tables
from sync.protocol import GENESIS, AuditLine, chained
from tests.builders import FakeClock, response
from tests.integration.sync.faults import FaultyNetwork, Killed, Mortal
from tests.integration.sync.office import PATIENT, Office
from tests.integration.sync.terminal import AgentTerminal, SeededChance, enrolled

LONGEST_HISTORY_DAYS = 34  # the promise of refilling a restored centre holds for 35
MOST_MACHINES = 3
_BEGINNING = FakeClock().time

_P = ParamSpec("_P")
_T = TypeVar("_T")

Image: TypeAlias = Any
"""A whole database in memory, a connection of the driver's."""


class Inline:
    """In the place of the centre's threads: one message is on its way at a time, so nobody would wait meanwhile."""

    def __init__(self, _number: int) -> None: ...

    async def run(self, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return call(*args, **kwargs)


@dataclass
class Machine:
    """One terminal: its disk, and the responses that were given on it."""

    store: Store
    folder: Path
    given: set[str] = field(default_factory=set)


class Stage:
    """Opened files for the worlds that follow each other on it, and how a world begins: just enrolled."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self.clock = FakeClock()
        (folder / "central.sqlite").write_bytes(migrated.read_bytes())
        self.central = CentralStore.open(database_url(None, folder))
        self.machines: list[Machine] = []
        office = Office(self.central, self.clock, create_app(self.central, self.clock, None, PATIENT), self.projector)
        with enrolled(office, folder / "beginning") as terminal:
            self.terminal_image = image_of(terminal.store._engines.write)
        self.central_image = image_of(self.central._engine)
        for number in range(MOST_MACHINES):
            self.machines.append(Machine(Store.open(folder / f"machine-{number}", self.clock), folder))

    @property
    def projector(self) -> Projector:
        return Projector(self.central.projection)

    def close(self) -> None:
        self.central.close()
        for machine in self.machines:
            machine.store.close()


class World:
    """What may happen on a stage; every choice is drawn from `chance`."""

    def __init__(
        self, stage: Stage, uploading: type[Uploading] = Uploading, auditing: type[Auditing] = Auditing
    ) -> None:
        self.chance = random.Random(0)
        self.stage = stage
        self.clock = stage.clock
        self.clock.time = _BEGINNING
        self.uploading, self.auditing = uploading, auditing
        self.machines = stage.machines[:1]
        self.machines[0].given.clear()
        put_back(stage.terminal_image, self.machines[0].store._engines.write)
        put_back(stage.central_image, stage.central._engine)
        self.image: tuple[Image, set[str]] = (stage.terminal_image, set())
        self.backup: Image = stage.central_image
        self.owed: set[str] = set()
        self.ever: set[str] = set()
        self.days = 0
        self.network = FaultyNetwork(httpx2.AsyncBaseTransport(), self.chance, 0)
        self._start_centre()

    async def contact(self, machine: Machine, badness: float, risk: float) -> Contact | None:
        """The agent starts, tries once, and ends: of itself or killed."""
        self.network.badness = badness
        mortal: Any = Mortal(machine.store, self.chance, risk)
        chance = SeededChance(self.chance.getrandbits(32))
        terminal = AgentTerminal(machine.folder, mortal, self.clock, self.network, chance, rows_min=1)
        terminal.uploading, terminal.auditing = self.uploading, self.auditing
        terminal.looks_into_books = False  # the world itself does, in the end
        with suppress(Killed, Trouble):
            return await terminal.agent().once()
        return None

    async def heal(self) -> None:
        """Every fault is over: each machine speaks with the centre until it has nothing left to say."""
        await self.network.deliver_late()
        for machine in [*self.machines, *self.machines]:
            for _ in range(4):
                if await self.contact(machine, badness=0, risk=0):
                    break

    def fault(self) -> str | None:
        """What was lost or doubled; None when all is well."""
        ids = self.received()
        if strangers := len(ids) - len(self.ever.intersection(ids)):
            return f"{strangers} doubled"
        if lost := self.owed - set(ids):
            return f"{len(lost)} of {len(self.owed)} lost"
        if self.stage.central.status().quarantined:
            return "something in quarantine"
        for machine in self.machines:
            if lost_lines := len(self.unreceived(machine)):
                return f"{lost_lines} lines of an audit list lost"
        return None

    def unbalanced(self) -> list[Books]:
        """The books of the machines that do not balance, or know of other responses than were given there."""
        found = [(machine.store.bookkeeping.books(), len(machine.given)) for machine in self.machines]
        return [books for books, given in found if not books.balances or books.created != given]

    def received(self) -> list[str]:
        """The ids of every response at the centre."""
        self.stage.projector.catch_up()
        with self.stage.central._engine.connect() as connection:
            return list(connection.scalars(select(tables.response.c.id)))

    def unreceived(self, machine: Machine) -> list[str]:
        """Lines of the machine's list that the centre has not, by their hashes."""
        lines = [AuditLine(one.number, one.at, one.event.value) for one in machine.store.audit.audit_after(0, 1000)]
        with self.stage.central._engine.connect() as connection:
            held = set(connection.scalars(select(tables.audit.c.sha)))
        return [sha for sha in chained(GENESIS, lines) if sha not in held]

    def answer(self, machine: Machine) -> None:
        given = [response() for _ in range(self.chance.randint(1, 6))]
        machine.store.responses.add(given)
        machine.given.update(one.id for one in given)
        self.owed.update(one.id for one in given)
        self.ever.update(one.id for one in given)

    def administer(self, machine: Machine) -> None:
        for event in self.chance.choices([AuditEvent.ENTERED, AuditEvent.WRONG_PIN, AuditEvent.LEFT], k=2):
            machine.store.audit.record(event)

    def take_image(self, machine: Machine) -> None:
        self.image = image_of(machine.store._engines.write), set(machine.given)

    def restore_image(self, machine: Machine) -> None:
        """The terminal forgets; what it alone had is destroyed."""
        before = set(machine.given)
        put_back(self.image[0], machine.store._engines.write)
        machine.given = set(self.image[1])
        held = set(self.received()).union(*(other.given for other in self.machines))
        self.owed -= before - held

    def clone(self, machine: Machine) -> None:
        if len(self.machines) < MOST_MACHINES:
            other = self.stage.machines[len(self.machines)]
            put_back(image_of(machine.store._engines.write), other.store._engines.write)
            other.given = set(machine.given)
            self.machines = [*self.machines, other]

    def take_backup(self) -> None:
        self.backup = image_of(self.stage.central._engine)

    def restore_backup(self) -> None:
        """The centre forgets, and starts anew; what only it had is destroyed on both sides then."""
        before = set(self.received())
        put_back(self.backup, self.stage.central._engine)
        self._start_centre()
        held = set(self.received()).union(*(machine.given for machine in self.machines))
        self.owed -= before - held

    def let_days_pass(self) -> None:
        days = min(self.chance.randint(1, 5), LONGEST_HISTORY_DAYS - self.days)
        self.days += days
        self.clock.time += timedelta(days=days)

    def _start_centre(self) -> None:
        with patch("sync.central.app.Threads", Inline), patch("sync.central.receiving.Threads", Inline):
            app = create_app(self.stage.central, self.clock, self.stage.projector, PATIENT)
        self.network.inner = httpx2.ASGITransport(app, client=("192.0.2.7", 4711), raise_app_exceptions=False)


def image_of(engine: Engine) -> Image:
    """Everything in a database, as it is now."""
    image = dbapi2.connect(":memory:", check_same_thread=False)
    with _driver_of(engine) as connection:
        connection.backup(image)
    return image


def put_back(image: Image, engine: Engine) -> None:
    """Make a database what an image says."""
    with _driver_of(engine) as connection:
        image.backup(connection)


@contextmanager
def _driver_of(engine: Engine) -> Iterator[Any]:
    lent = engine.raw_connection()
    try:
        yield lent.driver_connection
    finally:
        lent.close()
