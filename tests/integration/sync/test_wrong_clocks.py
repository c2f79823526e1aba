"""A terminal whose clock is dead hears from the centre what day it is, and forgets nothing too early."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.period import Period, PeriodLength
from kiosk.guarded_clock import MarkFile
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from sync.agent.__main__ import main
from sync.agent.carrying import Carrying
from sync.agent.uploading import Uploading
from sync.central.accepting import Accepting
from tests.builders import response
from tests.integration.machine import RELEASED, Machine
from tests.integration.sync.office import Office
from tests.integration.sync.serving import served
from tests.integration.sync.terminal import AgentTerminal

DEAD = datetime(1970, 1, 1, tzinfo=UTC)
WILD = datetime(2046, 5, 5, tzinfo=UTC)


@contextmanager
def joined(office: Office, folder: Path, machine: Machine) -> Iterator[AgentTerminal]:
    """A terminal on `machine`, whose agent has just started and has heard nothing."""
    with AgentTerminal.open(folder, office.transport(), machine.clock) as terminal:
        terminal.enrol(office.code())
        terminal.believed = machine.guarded(folder)
        yield terminal


@pytest.mark.parametrize("shown", [DEAD, WILD])
def test_after_one_contact_the_next_response_is_of_the_right_week(
    office: Office, tmp_path: Path, shown: datetime
) -> None:
    machine, folder = Machine(shown), tmp_path / "t"
    with joined(office, folder, machine) as terminal:
        running = machine.guarded(folder)
        running.look()
        assert running.now().date() == RELEASED
        terminal.answer(5)
        terminal.once()
        running.look()
        assert running.now() == office.clock.now()
        with Store.open(folder, running) as store:
            one = response()
            store.responses.close(one)
            [period] = [found.period for found in store.responses.stream() if found.id == one.id]
        assert period == Period.containing(office.clock.now().date(), PeriodLength.WEEK)


@pytest.mark.parametrize("shown", [DEAD, WILD])
@pytest.mark.parametrize("command", ["once", "step"])
def test_an_agent_tells_a_wrong_clock_and_what_to_do(
    office: Office, tmp_path: Path, shown: datetime, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    with joined(office, tmp_path / "t", Machine(shown)) as terminal:
        agent = terminal.agent()
        asyncio.run(getattr(agent, command)())
        assert f"this machine's clock shows {shown.date()}" in caplog.text
        assert "kiosk clock --is-right" in caplog.text
        caplog.clear()
        asyncio.run(getattr(agent, command)())
        assert "clock" not in caplog.text


def test_a_receipt_on_a_stick_makes_nothing_old_for_a_clock_of_2046(office: Office, tmp_path: Path) -> None:
    """What was acknowledged last week is still held: the centre may be set back to an old copy."""
    machine, folder = Machine(office.clock.now()), tmp_path / "t"
    with joined(office, folder, machine) as terminal:
        terminal.answer(5)
        terminal.once()
        machine.switch_off(WILD)
        office.clock.time += timedelta(days=7)
        sealing = terminal.sealing()
        uploading = Uploading(terminal.store, sealing, machine.clock, machine.guarded(folder))
        carrying = Carrying(terminal.store, sealing, uploading, terminal.chance)
        terminal.answer(5)
        carrying.take(tmp_path / "parcel")
        Accepting(office.store, office.clock).accept(tmp_path / "parcel", tmp_path / "receipt")
        carrying.receive(tmp_path / "receipt")
        held = terminal.store.outbox.batches_after(terminal.road.epoch, 0, 9)
        assert [batch.body is not None for batch in held] == [True, True]


def test_what_was_acknowledged_with_a_dead_clock_is_forgotten_by_the_centres_calendar(
    office: Office, tmp_path: Path
) -> None:
    machine = Machine(DEAD)
    with joined(office, tmp_path / "t", machine) as terminal:
        terminal.answer(5)
        terminal.once()
        for days, is_held in ((35, True), (1, False)):
            office.clock.time += timedelta(days=days)
            machine.seconds += days * 86400
            terminal.once()
            [batch] = terminal.store.outbox.batches_after(terminal.road.epoch, 0, 9)
            assert (batch.body is not None) is is_held


def test_the_command_hears_the_centre_and_puts_it_down(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office.clock.time += timedelta(days=10)  # later than the day of this version
    monkeypatch.setattr(SystemClock, "now", lambda clock: DEAD.astimezone(clock._zone))
    with Store.open(tmp_path) as store:
        store.responses.add(response() for _ in range(5))
    with served(office.app) as address:
        assert main(["enrol", office.code(), "--central", address, "--data", str(tmp_path)]) == 0
        assert main(["once", "--data", str(tmp_path)]) == 0
    assert "1 batch acknowledged" in capsys.readouterr().out
    mark = MarkFile(tmp_path).read()
    assert mark is not None
    assert (mark.at, mark.heard, mark.is_vouched, mark.was_wrong) == (
        office.clock.now(),
        office.clock.now(),
        True,
        True,
    )
    with Store.open(tmp_path) as store:
        road = store.road.read()
        assert road is not None
        assert road.last_upload is not None
        assert timedelta() <= road.last_upload.replace(tzinfo=UTC) - office.clock.now() < timedelta(minutes=1)


def test_a_centre_whose_clock_is_dead_too_changes_nothing(office: Office, tmp_path: Path) -> None:
    machine, folder = Machine(office.clock.now()), tmp_path / "t"
    with joined(office, folder, machine) as terminal:
        terminal.once()
        office.clock.time = DEAD.replace(year=1971)
        terminal.answer(5)
        terminal.once()
        assert terminal.believed is not None
        assert terminal.believed.now() == machine.clock.now()
