"""Random histories over the real store and the real centre: nothing is lost, nothing doubled; each can be repeated.

Messages are lost, doubled, held up and answered by strangers; the agent is killed between any two of its steps; the
centre comes back from an old copy, the terminal from an old image, or twice. What must arrive is every response that
was not destroyed on both sides at once, and every line of the administrator's list of every terminal that is left.
Known-bad agents run through the same histories and must be caught.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from kiosk.domain.audit import AuditEvent
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.auditing import Auditing
from sync.agent.trouble import Trouble
from sync.agent.uploading import Contact, Uploading
from sync.central.store import tables
from sync.protocol import GENESIS, AuditLine, Head, chained
from tests.builders import FakeClock, response
from tests.integration.sync.faults import FaultyNetwork, Killed, Mortal
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, SeededChance, enrolled

HISTORIES = 100
NIGHTLY_HISTORIES = 5000
STEPS = 24
LONGEST_HISTORY_DAYS = 34  # the promise of refilling a restored centre holds for 35


@dataclass
class Machine:
    """One terminal: its disk, and the responses that were given on it."""

    folder: Path
    clock: FakeClock
    given: set[str] = field(default_factory=set)
    _store: Store | None = None

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = Store.open(self.folder, self.clock)
        return self._store

    def off(self) -> None:
        """Nobody has the file open."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def copy(self, target: Path) -> Machine:
        self.off()
        shutil.copytree(self.folder, target)
        return Machine(target, self.clock, set(self.given))


class World:
    """One central office and its terminals, until `heal`."""

    def __init__(
        self,
        folder: Path,
        template: Path,
        enrolled: Path,
        seed: int,
        uploading: type[Uploading],
        auditing: type[Auditing],
    ) -> None:
        self.chance = random.Random(seed)
        self.seed = seed
        self.clock = FakeClock()
        self.uploading, self.auditing = uploading, auditing
        self.folder = folder
        self.central = folder / "central.sqlite"
        shutil.copyfile(template, self.central)
        self.machines = [Machine(enrolled, self.clock).copy(self._place())]
        self.image = self.machines[0].copy(self._place())
        self.backup = shutil.copyfile(self.central, self._place())
        self.owed: set[str] = set()
        self.days = 0
        self.network = FaultyNetwork(httpx2.AsyncBaseTransport(), self.chance, 0)
        self._stack = ExitStack()
        self._start_centre()

    def close(self) -> None:
        self._stack.close()
        for machine in self.machines:
            machine.off()

    async def step(self) -> None:
        """Something happens; how often, is said here."""
        machine = self.chance.choice(self.machines)
        if self.chance.random() < 0.4:
            await self.contact(machine, badness=0.35, risk=0.03)
        elif self.chance.random() < 0.1:
            await self.network.deliver_late()
        else:
            happenings = [self._answer, self._administer, self._take_image, self._restore_image, self._clone]
            weights = [10, 4, 2, 1, 1]
            others = [self._project, self._take_backup, self._restore_backup, self._let_days_pass]
            self.chance.choices([*happenings, *others], [*weights, 2, 2, 2, 2])[0](machine)

    async def contact(self, machine: Machine, badness: float, risk: float) -> Contact | None:
        """The agent starts, tries once, and ends: of itself or killed."""
        self.network.badness = badness
        mortal: Any = Mortal(machine.store, self.chance, risk)
        chance = SeededChance(self.chance.getrandbits(32))
        terminal = AgentTerminal(machine.folder, mortal, self.clock, self.network, chance, rows_min=1)
        terminal.uploading, terminal.auditing = self.uploading, self.auditing
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
        ids = self._office.ids()
        if len(ids) != len(set(ids)):
            return f"seed {self.seed}: {len(ids) - len(set(ids))} doubled"
        if lost := self.owed - set(ids):
            return f"seed {self.seed}: {len(lost)} of {len(self.owed)} lost"
        if self._office.store.status().quarantined:
            return f"seed {self.seed}: something in quarantine"
        for machine in self.machines:
            if lost_lines := len(self.unreceived(machine)):
                return f"seed {self.seed}: {lost_lines} lines of an audit list lost"
        return None

    def unreceived(self, machine: Machine) -> list[str]:
        """Lines of the machine's list that the centre has not, by their hashes."""
        lines = [AuditLine(one.number, one.at, one.event.value) for one in machine.store.audit.audit_after(0, 1000)]
        with self._office.store._engine.connect() as connection:
            held = set(connection.scalars(select(tables.audit.c.sha)))
        return [sha for sha in chained(GENESIS, lines) if sha not in held]

    def _answer(self, machine: Machine) -> None:
        given = [response() for _ in range(self.chance.randint(1, 6))]
        machine.store.responses.add(given)
        machine.given.update(one.id for one in given)
        self.owed.update(one.id for one in given)

    def _administer(self, machine: Machine) -> None:
        for event in self.chance.choices([AuditEvent.ENTERED, AuditEvent.WRONG_PIN, AuditEvent.LEFT], k=2):
            machine.store.audit.record(event)

    def _take_image(self, machine: Machine) -> None:
        self.image = machine.copy(self._place())

    def _restore_image(self, machine: Machine) -> None:
        """The terminal forgets; what it alone had is destroyed."""
        restored = self.image.copy(self._place())
        machine.off()
        self.machines[self.machines.index(machine)] = restored
        held = set(self._office.ids()).union(*(other.given for other in self.machines))
        self.owed -= machine.given - held

    def _clone(self, machine: Machine) -> None:
        if len(self.machines) < 3:
            self.machines.append(machine.copy(self._place()))

    def _project(self, _machine: Machine) -> None:
        self._office.projector.catch_up()

    def _take_backup(self, _machine: Machine) -> None:
        self._stack.close()
        self.backup = shutil.copyfile(self.central, self._place())
        self._start_centre()

    def _restore_backup(self, _machine: Machine) -> None:
        """The centre forgets; what only it had is destroyed on both sides then."""
        before = set(self._office.ids())
        self._stack.close()
        shutil.copyfile(self.backup, self.central)
        self._start_centre()
        held = set(self._office.ids()).union(*(machine.given for machine in self.machines))
        self.owed -= before - held

    def _let_days_pass(self, _machine: Machine) -> None:
        days = min(self.chance.randint(1, 5), LONGEST_HISTORY_DAYS - self.days)
        self.days += days
        self.clock.time += timedelta(days=days)

    def _start_centre(self) -> None:
        self._office = self._stack.enter_context(Office.open(f"sqlite:///{self.central}"))
        self._office.clock = self.clock
        self.network.inner = self._office.transport()

    def _place(self) -> Path:
        return self.folder / f"{self.chance.getrandbits(48):x}"


class DeletesOnAcknowledge(Uploading):
    """Known bad: a batch is forgotten as soon as it is acknowledged."""

    async def contact(self, courier: Any, road: Road) -> Contact:
        contact = await super().contact(courier, road)
        self._store.outbox.prune(self._clock.now().date() + timedelta(days=1))
        return contact


class BelievesTheNumber(Uploading):
    """Known bad: a plain cursor, no hashes."""

    def _settle(self, road: Road, head: Head) -> Road:
        self._store.outbox.acknowledge(road.epoch, head.n, self._clock.now().date())
        road = replace(road, acknowledged=head.n)
        self._store.road.write(road)
        return road


class NeverLooksBack(Uploading):
    """Known bad: what was acknowledged once is never sent again."""

    def _settle(self, road: Road, head: Head) -> Road:
        return road if head.n < road.acknowledged else super()._settle(road, head)


class NeverAsks(Auditing):
    """Known bad: without something new to tell, a restored centre is not found out."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._has_asked = True


@pytest.fixture(scope="module")
def enrolled_terminal(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> tuple[Path, Path]:
    """A centre's file and a terminal's folder, just enrolled, to begin every history with."""
    folder = tmp_path_factory.mktemp("beginning")
    shutil.copyfile(migrated_sqlite, folder / "central.sqlite")
    with Office.open(f"sqlite:///{folder / 'central.sqlite'}") as office, enrolled(office, folder / "terminal"):
        pass
    return folder / "central.sqlite", folder / "terminal"


def live(
    folder: Path,
    beginning: tuple[Path, Path],
    seed: int,
    uploading: type[Uploading] = Uploading,
    auditing: type[Auditing] = Auditing,
) -> str | None:
    """One history; what went wrong in it."""
    folder.mkdir()
    world = World(folder, *beginning, seed, uploading, auditing)

    async def history() -> None:
        for _ in range(STEPS):
            await world.step()
        await world.heal()

    try:
        asyncio.run(history())
        return world.fault()
    finally:
        world.close()
        shutil.rmtree(folder)


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is such a place: these histories are about order, not about disks."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


def test_random_histories_lose_nothing_and_double_nothing(
    quick_folder: Path, enrolled_terminal: tuple[Path, Path]
) -> None:
    for seed in range(HISTORIES):
        assert live(quick_folder / str(seed), enrolled_terminal, seed) is None


@pytest.mark.nightly
def test_many_random_histories_lose_nothing_and_double_nothing(
    quick_folder: Path, enrolled_terminal: tuple[Path, Path]
) -> None:
    for seed in range(HISTORIES, NIGHTLY_HISTORIES):
        assert live(quick_folder / str(seed), enrolled_terminal, seed) is None


@pytest.mark.parametrize("bad", [DeletesOnAcknowledge, BelievesTheNumber, NeverLooksBack])
def test_known_bad_agents_are_caught(
    quick_folder: Path, enrolled_terminal: tuple[Path, Path], bad: type[Uploading]
) -> None:
    for seed in range(HISTORIES):
        if fault := live(quick_folder / str(seed), enrolled_terminal, seed, bad):
            assert "lost" in fault
            return
    pytest.fail(f"{bad.__name__} lost nothing in {HISTORIES} histories: they cannot fail")


def test_audit_list_that_is_only_sent_when_there_is_news_is_caught(
    quick_folder: Path, enrolled_terminal: tuple[Path, Path]
) -> None:
    for seed in range(HISTORIES):
        if fault := live(quick_folder / str(seed), enrolled_terminal, seed, auditing=NeverAsks):
            assert "audit list lost" in fault
            return
    pytest.fail(f"nothing was lost in {HISTORIES} histories: they cannot fail")


def test_centre_that_takes_audit_lines_without_those_before_is_caught(
    quick_folder: Path, enrolled_terminal: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.central.store.audits._is_held", lambda *_line: True)
    for seed in range(HISTORIES):
        if fault := live(quick_folder / str(seed), enrolled_terminal, seed):
            assert "audit list lost" in fault
            return
    pytest.fail(f"nothing was lost in {HISTORIES} histories: they cannot fail")
