"""`kill -9` of terminals, agents and the centre under load, through a network that does its worst: equal sets after.

What a terminal has stored is what the centre has, each response once; what it has thanked for is among it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.store.store import Store
from sync.central.enrolling import new_code
from sync.central.projector import Projector
from sync.central.store import CentralStore, database_url, tables
from sync.protocol import plain_code
from tests.builders import FakeClock, response
from tests.integration.sync.terminal import AgentTerminal, SeededChance

ROOT = Path(__file__).parents[3]
TERMINALS = 4
PATIENCE_SECONDS = 120
LIFE_SECONDS = (0.02, 0.12)
"""Between two kills of terminals and agents."""

SEED = int(os.environ.get("OKIENKO_SEED", "20261128"))


def test_sets_are_equal_after_kills_of_everybody(central_url: str, tmp_path: Path) -> None:
    torture(central_url, tmp_path, kills=40, of_the_centre=4, seed=SEED)


@pytest.mark.nightly
def test_sets_are_equal_after_a_thousand_kills_and_a_hundred_of_the_centre(central_url: str, tmp_path: Path) -> None:
    torture(central_url, tmp_path, kills=1000, of_the_centre=100, seed=SEED)


def test_terminal_that_thanks_before_it_has_stored_is_caught(central_url: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="thanked for and lost"):
        torture(central_url, tmp_path, kills=24, of_the_centre=1, seed=SEED, cheat=True)


@dataclass
class World:
    """Everybody who is killed, and what they have left."""

    url: str
    folder: Path
    port: int
    victims: subprocess.Popen[str]
    cheat: bool = False
    alive: dict[str, int] = field(default_factory=dict)

    @property
    def folders(self) -> list[Path]:
        return [self.folder / f"terminal-{number}" for number in range(TERMINALS)]

    @property
    def logs(self) -> list[Path]:
        return [self.folder / f"thanked-{number}" for number in range(TERMINALS)]

    def start(self, name: str, **more: object) -> None:
        what, _, number = name.partition(" ")
        asked: dict[str, object] = {"what": what, **more}
        if what == "centre":
            asked |= {"url": self.url, "port": self.port}
        if number:
            asked["folder"] = str(self.folders[int(number)])
        if what == "terminal":
            asked |= {"log": str(self.logs[int(number)]), "cheat": self.cheat}
        assert self.victims.stdin is not None
        assert self.victims.stdout is not None
        self.victims.stdin.write(json.dumps(asked) + "\n")
        self.victims.stdin.flush()
        self.alive[name] = int(self.victims.stdout.readline())

    def kill(self, name: str) -> None:
        """-9, and wait until the process is no more. That it was alive is part of the test."""
        os.kill(self.alive[name], signal.SIGKILL)
        wait_until(lambda: not _is_there(self.alive[name]))
        del self.alive[name]

    def check(self) -> None:
        """Raises `AssertionError` that says what is wrong."""
        stored: set[str] = set()
        thanked: set[str] = set()
        for folder, log in zip(self.folders, self.logs, strict=True):
            with Store.open(folder) as store:
                ids = [one.id for one in store.responses.stream()]
                assert store.damage() == ""
                assert store.outbox.waiting() == 0
            assert len(ids) == len(set(ids))
            stored |= set(ids)
            thanked |= {line for line in log.read_text().split("\n")[:-1] if len(line) == 36}
        with CentralStore.open(database_url(self.url, self.folder)) as central:
            Projector(central.projection).catch_up()
            with central._engine.connect() as connection:
                received = list(connection.scalars(select(tables.response.c.id)))
                assert connection.scalar(select(func.count()).select_from(tables.quarantine)) == 0
        lost, invented = stored - set(received), set(received) - stored
        print(f"{len(thanked)} thanked for, {len(stored)} stored, {len(received)} at the centre")
        assert not thanked - stored, f"{len(thanked - stored)} thanked for and lost"
        assert not lost, f"{len(lost)} of {len(stored)} lost on the road"
        assert not invented, f"{len(invented)} invented"
        assert len(received) == len(set(received)), "doubled"


def torture(url: str, folder: Path, kills: int, of_the_centre: int, seed: int, *, cheat: bool = False) -> None:
    """Kill so many terminals and agents, and the centre so many times among them; then let all be well, and compare."""
    print(f"seed {seed}, {kills} kills of terminals and agents, {of_the_centre} of the centre")
    chance = random.Random(seed)
    with _victims() as victims:
        world = World(url, folder, _free_port(), victims, cheat)
        _enrol_all(world)
        world.start("centre")
        network = _free_port()
        world.start("network", port=network, target=world.port, seed=seed, seen=str(folder / "seen"))
        _point_at(world, network)
        names = [f"{what} {number}" for what in ("terminal", "agent") for number in range(TERMINALS)]
        for name in names:
            world.start(name)
        centre_dies = sorted(chance.sample(range(kills), of_the_centre))
        for number in range(kills):
            time.sleep(chance.uniform(*LIFE_SECONDS))  # real time: the moment of the kill is what is random
            name = chance.choice(names)
            world.kill(name)
            world.start(name)
            if number in centre_dies:
                world.kill("centre")
                world.start("centre")
        for name in names[:TERMINALS]:
            world.kill(name)
        os.kill(world.alive["network"], signal.SIGUSR1)
        _drain(world)
        for name in [*names[TERMINALS:], "centre", "network"]:
            world.kill(name)
        print(f"connections: {(folder / 'seen').read_text()}")
        world.check()


def _enrol_all(world: World) -> None:
    with CentralStore.open(database_url(world.url, world.folder)) as central:
        codes = [plain_code(new_code()) for _ in range(TERMINALS)]
        for code in codes:
            central.enrolments.offer(code, "poznan", datetime.now(UTC) + timedelta(hours=1))
    world.start("centre")
    wait_until(lambda: _answers(world.port))
    for folder, code in zip(world.folders, codes, strict=True):
        with AgentTerminal.open(folder, None, FakeClock(datetime.now(UTC))) as terminal:
            terminal.chance = SeededChance(random.randrange(2**32))
            terminal.enrol(code, f"http://127.0.0.1:{world.port}")
    world.kill("centre")


def _point_at(world: World, port: int) -> None:
    """From now on the terminals speak with the centre through the proxy."""
    for folder in world.folders:
        with Store.open(folder) as store:
            road = store.road.read()
            assert road is not None
            store.road.write(replace(road, central=f"http://127.0.0.1:{port}"))


def _drain(world: World) -> None:
    """Fewer than five wait for company for ever: five more go to each at once, then the centre gets everything.

    At once: else an agent may take what has come so far, and leave the rest without company again.
    """
    for folder, log in zip(world.folders, world.logs, strict=True):
        with Store.open(folder) as store, log.open("a") as told:
            last = [response() for _ in range(5)]
            store.responses.add(last)
            told.writelines(f"\n{one.id}\n" for one in last)  # a line that was cut off by a kill ends here

    def is_drained() -> bool:
        for folder in world.folders:
            with Store.open(folder) as store:
                if store.outbox.waiting() >= 5 or store.outbox.unacknowledged():
                    return False
        return True

    wait_until(is_drained)


@contextmanager
def _victims() -> Iterator[subprocess.Popen[str]]:
    program = [sys.executable, "-m", "tests.integration.sync.victims"]
    process = subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return when it is so; other processes are waited for, and they cannot tell."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < end, "waited for too long"
        time.sleep(0.01)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _answers(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
