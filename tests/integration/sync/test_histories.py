"""Random histories over the real store and the real centre: nothing is lost, nothing doubled; each can be repeated.

Messages are lost, doubled, held up and answered by strangers; the agent is killed between any two of its steps; the
centre comes back from an old copy, the terminal from an old image, or twice. What must arrive is every response that
was not destroyed on both sides at once, and every line of the administrator's list of every terminal that is left.
Known-bad agents and centres run through the same histories and must be caught. A history that fails is made shorter by
Hypothesis and printed as a program; `OKIENKO_SEED` begins others.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.auditing import Auditing
from sync.agent.uploading import Contact, Uploading
from sync.central.store import projection
from sync.protocol import Head
from tests.integration.sync.world import MOST_MACHINES, Stage, World

HISTORIES = 500
NIGHTLY_HISTORIES = 20_000
PARTS = 4
"""Into so many tests a run is cut, so that they can run side by side."""
STEPS = 24
SEED = int(os.environ.get("OKIENKO_SEED", "20261128"))

SEEDS = st.integers(0, 2**32 - 1)
MACHINES = st.integers(0, MOST_MACHINES - 1)


class Histories(RuleBasedStateMachine):
    """What happens, step by step; in the end every fault is over, and everything must be there."""

    stage: ClassVar[Stage]
    loop: ClassVar[asyncio.AbstractEventLoop]
    uploading: ClassVar[type[Uploading]] = Uploading
    auditing: ClassVar[type[Auditing]] = Auditing

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.stage, self.uploading, self.auditing)

    def teardown(self) -> None:
        self.world.chance.seed(0)
        self.loop.run_until_complete(self.world.heal())
        fault = self.world.fault()
        assert fault is None, fault
        unbalanced = self.world.unbalanced()
        assert not unbalanced or self.uploading is DeletesOnAcknowledge, unbalanced

    @rule(machine=MACHINES, chance=SEEDS)
    def contact(self, machine: int, chance: int) -> None:
        self.world.chance.seed(chance)
        self.loop.run_until_complete(self.world.contact(self._machine(machine), badness=0.35, risk=0.03))

    @rule(machine=MACHINES, chance=SEEDS)
    def contact_after_answers(self, machine: int, chance: int) -> None:
        self.answer(machine, chance)
        self.contact(machine, chance)

    @rule(machine=MACHINES, chance=SEEDS)
    def answer(self, machine: int, chance: int) -> None:
        self.world.chance.seed(chance)
        self.world.answer(self._machine(machine))

    @rule(machine=MACHINES, chance=SEEDS)
    def administer(self, machine: int, chance: int) -> None:
        self.world.chance.seed(chance)
        self.world.administer(self._machine(machine))

    @rule(machine=MACHINES)
    def take_image(self, machine: int) -> None:
        self.world.take_image(self._machine(machine))

    @rule(machine=MACHINES)
    def restore_image(self, machine: int) -> None:
        self.world.restore_image(self._machine(machine))

    @rule(machine=MACHINES)
    def clone(self, machine: int) -> None:
        self.world.clone(self._machine(machine))

    @rule()
    def deliver_late(self) -> None:
        self.loop.run_until_complete(self.world.network.deliver_late())

    @rule()
    def project(self) -> None:
        self.world.received()

    @rule()
    def take_backup(self) -> None:
        self.world.take_backup()

    @rule()
    def restore_backup(self) -> None:
        self.world.restore_backup()

    @rule(chance=SEEDS)
    def let_days_pass(self, chance: int) -> None:
        self.world.chance.seed(chance)
        self.world.let_days_pass()

    def _machine(self, number: int) -> Any:
        return self.world.machines[number % len(self.world.machines)]


class DeletesOnAcknowledge(Uploading):
    """Known bad: what has been acknowledged is no longer here, neither the batch nor its responses."""

    async def contact(self, courier: Any, road: Road) -> Contact:
        contact = await super().contact(courier, road)
        self._store.outbox.prune(self._clock.now().date() + timedelta(days=1))
        with self._store._engines.write.begin() as connection:
            connection.exec_driver_sql("DELETE FROM responses WHERE id NOT IN (SELECT response FROM outbox)")
        return contact


class ForgetsOnAcknowledge(Uploading):
    """Not bad any more: the batch is forgotten, but its responses are here, and wait again if the centre lost them."""

    async def contact(self, courier: Any, road: Road) -> Contact:
        contact = await super().contact(courier, road)
        self._store.outbox.prune(self._clock.now().date() + timedelta(days=1))
        return contact


class BelievesTheNumber(Uploading):
    """Known bad: a plain cursor, no chain of hashes."""

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
def stage(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Stage]:
    """In memory where there is such a place: these histories are about order, not about disks."""
    memory = Path("/dev/shm")  # noqa: S108
    place = memory if memory.is_dir() else tmp_path_factory.mktemp("stage")
    with tempfile.TemporaryDirectory(dir=place) as folder:
        opened = Stage(Path(folder), migrated_sqlite)
        yield opened
        opened.close()


def live(
    stage: Stage,
    number: int,
    begin: int,
    uploading: type[Uploading] = Uploading,
    auditing: type[Auditing] = Auditing,
    phases: tuple[Phase, ...] = (Phase.generate, Phase.shrink),
) -> None:
    """So many histories, drawn from a seed; raises `AssertionError` with what went wrong in one of them."""
    print(f"{number} histories of up to {STEPS} steps, seed {begin}")
    machine: Any = type(
        "Machine",
        (Histories,),
        {"stage": stage, "loop": asyncio.new_event_loop(), "uploading": uploading, "auditing": auditing},
    )
    how = settings(
        max_examples=number,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(begin)(machine), settings=how)
    finally:
        machine.loop.close()


def live_badly(stage: Stage, sign: str, begin: int, **bad: Any) -> None:
    """That a known-bad one is caught within as many histories as a good one lives through, by what it does.

    Most are found in ten to a hundred; `begin` is a seed with which that is soon.
    """
    with pytest.raises(AssertionError, match=sign):
        live(stage, HISTORIES, begin, phases=(Phase.generate,), **bad)


@pytest.mark.parametrize("part", range(PARTS))
def test_histories_lose_nothing_and_double_nothing(stage: Stage, part: int) -> None:
    live(stage, HISTORIES // PARTS, SEED + part)


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_twenty_thousand_histories_lose_nothing_and_double_nothing(stage: Stage, part: int) -> None:
    live(stage, NIGHTLY_HISTORIES // PARTS, SEED + PARTS + part)


@pytest.mark.parametrize(("bad", "soon"), [(DeletesOnAcknowledge, 5), (BelievesTheNumber, 2), (NeverLooksBack, 5)])
def test_known_bad_agents_are_caught(stage: Stage, bad: type[Uploading], soon: int) -> None:
    live_badly(stage, "lost", SEED + soon, uploading=bad)


def test_centre_set_back_further_than_batches_are_held_is_filled_up(stage: Stage) -> None:
    live(stage, HISTORIES // 20, SEED + 5, uploading=ForgetsOnAcknowledge)


def test_centre_that_does_not_know_rows_by_their_ids_is_caught(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a row had no id of its own: each time that it comes it is another one."""
    kept = projection._store

    def store_anew(connection: Any, found: Any) -> Any:
        known = {row[0] for row in connection.exec_driver_sql("SELECT id FROM response")}
        anew = [_renamed(one, known) for one in found]
        return kept(connection, anew)

    monkeypatch.setattr(projection, "_store", store_anew)
    live_badly(stage, "doubled", SEED + 2)


def test_audit_list_that_is_only_sent_when_there_is_news_is_caught(stage: Stage) -> None:
    live_badly(stage, "audit list lost", SEED + 9, auditing=NeverAsks)


def test_centre_that_takes_audit_lines_without_those_before_is_caught(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.central.store.audits._is_held", lambda *_line: True)
    live_badly(stage, "audit list lost", SEED + 9)


def _renamed(one: Any, known: set[str]) -> Any:
    """The same row under another id where its own is taken."""
    identity = one.row.id
    while identity in known:
        identity = f"{identity[:-12]}{int(identity[-12:], 16) + 1:012x}"
    known.add(identity)
    return replace(one, row=replace(one.row, id=identity))
