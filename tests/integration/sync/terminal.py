"""A real agent over a real terminal's file, with handed-in clock, chance and network."""

from __future__ import annotations

import asyncio
import base64
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import httpx2

from kiosk.domain.response import Response
from kiosk.encryption import Holders
from kiosk.guarded_clock import GuardedClock
from kiosk.store.folder import FILE_NAME
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.auditing import Auditing
from sync.agent.bookkeeping import DailyLook
from sync.agent.courier import Courier, HttpCourier, open_courier
from sync.agent.enrolling import enrol, rotate_key
from sync.agent.rhythm import Rhythm
from sync.agent.running import Agent
from sync.agent.sealing import Sealing
from sync.agent.uploading import Contact, Uploading
from tests.builders import FakeClock, response
from tests.integration.sync.office import Office

CENTRAL = "http://127.0.0.1:1"


class SeededChance:
    """A `sync.agent.chance.Chance` that can be repeated."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def shuffle(self, lines: list[bytes]) -> None:
        self._random.shuffle(lines)

    def uniform(self, least: float, most: float) -> float:
        return self._random.uniform(least, most)

    def epoch(self) -> str:
        return f"{self._random.getrandbits(64):016x}"

    def secret(self) -> str:
        return base64.urlsafe_b64encode(self._random.randbytes(32)).rstrip(b"=").decode()


@dataclass
class AgentTerminal:
    """One terminal: its folder, its open file, its agent."""

    folder: Path
    store: Store
    clock: FakeClock
    transport: httpx2.AsyncBaseTransport | None
    chance: SeededChance = field(default_factory=lambda: SeededChance(1))
    rows_min: int = 5
    seconds_between: float = 0
    uploading: type[Uploading] = Uploading
    auditing: type[Auditing] = Auditing
    looks_into_books: bool = True
    believed: GuardedClock | None = None

    @classmethod
    @contextmanager
    def open(
        cls,
        folder: Path,
        transport: httpx2.AsyncBaseTransport | None,
        clock: FakeClock,
        holders: Holders | None = None,
    ) -> Iterator[AgentTerminal]:
        if not folder.exists():
            folder.mkdir()
            (folder / FILE_NAME).write_bytes(_new_file())
        with Store.open(folder, clock, holders) as store:
            yield cls(folder, store, clock, transport)

    def courier(self, central: str = CENTRAL) -> AbstractAsyncContextManager[HttpCourier]:
        return open_courier(central, self.clock, transport=self.transport)

    def sealing(self) -> Sealing:
        return Sealing(
            self.store, self.clock, self.chance, rows_min=self.rows_min, seconds_between=self.seconds_between
        )

    def agent(self) -> Agent:
        """An agent as after a start of its process: it knows what the file says."""

        def courier(central: str) -> AbstractAsyncContextManager[Courier]:
            return self.courier(central)

        sealing = self.sealing()
        uploading = self.uploading(self.store, sealing, self.clock, self.believed)
        look = self.believed.look if self.believed is not None else lambda: None
        auditing = self.auditing(self.store)
        books = DailyLook(self.store, self.clock) if self.looks_into_books else None
        rhythm = Rhythm(self.chance)
        return Agent(self.store, sealing, uploading, auditing, courier, rhythm, books=books, look_at_clock=look)

    def enrol(self, code: str, central: str = CENTRAL) -> Road:
        async def exchange() -> Road:
            async with self.courier(central) as courier:
                return await enrol(self.store, self.sealing(), courier, self.chance, code, central)

        return asyncio.run(exchange())

    def rotate_key(self) -> Road:
        async def exchange() -> Road:
            async with self.courier() as courier:
                return await rotate_key(self.store, courier, self.chance.secret(), self.road)

        return asyncio.run(exchange())

    def answer(self, number: int) -> list[Response]:
        """Visitors come and answer."""
        given = [response() for _ in range(number)]
        for one in given:
            self.store.responses.close(one)
        return given

    def once(self) -> Contact:
        return asyncio.run(self.agent().once())

    @property
    def road(self) -> Road:
        road = self.store.road.read()
        assert road is not None
        return road


@cache
def _new_file() -> bytes:
    """A terminal's file as it is born; migrating one for every test would take longer than the tests."""
    with tempfile.TemporaryDirectory() as folder:
        Store.open(Path(folder)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


def copy_folder(source: Path, target: Path) -> Path:
    """A disk image, taken while nobody has the file open."""
    shutil.copytree(source, target)
    return target


@contextmanager
def enrolled(office: Office, folder: Path) -> Iterator[AgentTerminal]:
    """A terminal that has joined `office`."""
    with AgentTerminal.open(folder, office.transport(), office.clock) as terminal:
        terminal.enrol(office.code())
        yield terminal
