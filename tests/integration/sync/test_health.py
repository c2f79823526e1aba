"""A terminal tells how it is; the centre shows who needs somebody; nobody's answer can be seen in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from kiosk import __version__
from kiosk.domain.errors import EnvironmentFault
from kiosk.store.engine import SQLITE_VERSION
from kiosk.store.folder import FILE_NAME
from kiosk.store.reserve import Reserve
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.bookkeeping import DailyLook
from sync.agent.courier import Courier
from sync.agent.reporting import Reporting
from sync.central.telling import fleet_for_people, fleet_for_programs
from sync.protocol import HealthReport, health_path
from tests.builders import FakeClock, response
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal
from tests.integration.sync.test_commands import Run, run, serving
from tests.keys import HOLDERS, SETTINGS

__all__ = ["run"]


@pytest.fixture
def terminal(office: Office, tmp_path: Path) -> Iterator[AgentTerminal]:
    with AgentTerminal.open(tmp_path / "terminal", office.transport(), FakeClock()) as terminal:
        terminal.enrol(office.code())
        Reserve(terminal.folder, 4096).make()
        yield terminal


def reporting(terminal: AgentTerminal, *, is_to_encrypt: bool = False) -> Reporting:
    books = DailyLook(terminal.store, terminal.clock)
    books.look()
    return Reporting(terminal.store, terminal.folder, terminal.clock, books, is_to_encrypt=is_to_encrypt)


def tell(terminal: AgentTerminal, reports: Reporting) -> None:
    async def exchange() -> None:
        async with terminal.courier() as courier:
            await reports.contact(courier, terminal.road)

    asyncio.run(exchange())


def told(office: Office) -> tuple[str, dict[str, Any]]:
    (_, line) = fleet_for_people(office.store.fleet.members())
    (one,) = json.loads("".join(fleet_for_programs(office.store.fleet.members())))
    return line, one


def test_centre_shows_how_a_terminal_is(office: Office, terminal: AgentTerminal) -> None:
    assert told(office)[1]["report"] is None
    tell(terminal, reporting(terminal))
    line, one = told(office)
    assert "!" not in line
    assert one["reported_on"] == office.clock.now().date().isoformat()
    assert one["report"]["sqlite"].startswith("3.")
    assert one["report"]["content_release"] == 0
    assert office.store.fleet.unwell() == 0


def test_who_needs_somebody_is_shouted(
    office: Office, terminal: AgentTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reserve, "has_room", False)
    (terminal.folder / f"{FILE_NAME}.corrupt.2026-11-20").touch()
    terminal.store.outbox.note(replace(terminal.road, clock_off=-4000))
    terminal.answer(1)
    with terminal.store._engines.write.begin() as connection:
        connection.exec_driver_sql("UPDATE responses SET language = 'de'")
    tell(terminal, reporting(terminal))
    line, one = told(office)
    assert "! its database is damaged; ! 1 damaged database(s) moved aside there; ! its disk is full" in line
    assert "! its clock is 1 hour ahead" in line
    assert one["report"]["is_damaged"]
    assert office.store.fleet.unwell() == 1
    office.store.enrolments.revoke(terminal.road.terminal)
    assert office.store.fleet.unwell() == 0


@dataclass
class Counting:
    """A centre that counts what it is told, and may be too old or gone."""

    is_new: bool = True
    fault: EnvironmentFault | None = None
    reports: list[HealthReport] = field(default_factory=list)

    async def put_health(self, _road: Road, report: HealthReport) -> bool:
        if self.fault is not None:
            raise self.fault
        self.reports.append(report)
        return self.is_new


def contact(reports: Reporting, centre: Counting, road: Road) -> None:
    asyncio.run(reports.contact(cast("Courier", centre), road))


@pytest.mark.parametrize("is_new", [True, False], ids=["centre", "older centre"])
def test_it_is_told_once_a_day_and_when_it_changes(terminal: AgentTerminal, is_new: bool) -> None:  # noqa: FBT001
    centre, reports, road = Counting(is_new), reporting(terminal), terminal.road
    for _ in range(3):
        contact(reports, centre, road)
    assert len(centre.reports) == 1
    (terminal.folder / f"{FILE_NAME}.corrupt.2026-11-20").touch()
    contact(reports, centre, road)
    contact(reports, centre, road)
    assert [one.files_aside for one in centre.reports] == [0, 1]
    terminal.clock.time += timedelta(days=1)
    contact(reports, centre, road)
    assert len(centre.reports) == 3


def test_what_was_not_told_is_told_the_next_time(terminal: AgentTerminal) -> None:
    centre, reports = Counting(fault=EnvironmentFault("gone")), reporting(terminal)
    with pytest.raises(EnvironmentFault):
        contact(reports, centre, terminal.road)
    centre.fault = None
    contact(reports, centre, terminal.road)
    assert len(centre.reports) == 1


def test_no_visitor_can_be_seen_in_it(terminal: AgentTerminal) -> None:
    centre, road = Counting(), terminal.road
    contact(reporting(terminal), centre, road)
    terminal.answer(3)
    contact(reporting(terminal), centre, road)
    before, after = map(asdict, centre.reports)
    assert before | {"disk_free_mib": 0} == after | {"disk_free_mib": 0}
    assert before["disk_free_mib"] % 100 == 0


def test_terminal_with_keys_says_whether_something_can_be_read_all_the_same(terminal: AgentTerminal) -> None:
    terminal.answer(1)
    centre, road = Counting(), terminal.road
    contact(reporting(terminal, is_to_encrypt=True), centre, road)
    with Store.open(terminal.folder, terminal.clock, HOLDERS) as store:
        store.encrypt_rest()
    contact(reporting(terminal, is_to_encrypt=True), centre, road)
    contact(reporting(terminal), centre, road)
    assert [report.is_encrypting for report in centre.reports] == [False, True, False]


def test_report_that_cannot_be_told_stops_nothing(office: Office, terminal: AgentTerminal) -> None:
    class Falling(Reporting):
        async def contact(self, _courier: Courier, _road: Road) -> None:
            raise EnvironmentFault("the disk cannot be looked at")

    terminal.answer(6)
    agent = terminal.agent()
    books = DailyLook(terminal.store, terminal.clock)
    agent._reporting = Falling(terminal.store, terminal.folder, terminal.clock, books, is_to_encrypt=False)
    assert asyncio.run(agent.once()).acknowledged == 1


@pytest.mark.parametrize(
    ("days", "told_so"),
    [
        (365, "! its clock is 365 days ahead"),
        (-365, "! its clock is 365 days behind"),
        (2, "! its clock is 2 days ahead"),
    ],
)
def test_wrong_clock_is_told_at_the_first_contact_and_a_mended_one_no_longer(
    office: Office, terminal: AgentTerminal, days: int, told_so: str
) -> None:
    """Also where nothing waits to be sent."""
    agent = terminal.agent()
    agent._reporting = reporting(terminal)
    asyncio.run(agent.once())
    assert "clock" not in told(office)[0]
    for off, word in ((timedelta(days=days), told_so), (timedelta(0), "")):
        terminal.clock.time = office.clock.time + off
        asyncio.run(agent.once())
        line, _ = told(office)
        assert word in line
        assert ("clock" in line) == bool(word)


def test_others_may_not_speak_for_it(office: Office, terminal: AgentTerminal) -> None:
    path = health_path(terminal.road.terminal)
    body = HealthReport("1", "3", 0, 0, True, True, 0, True, False, None).encode()
    assert office.ask("PUT", path, content=body).status_code == 401
    other = office.terminal()
    assert office.ask("PUT", path, content=body, auth=other.auth).status_code == 401
    assert office.ask("PUT", health_path(other.terminal), content=body, auth=other.auth).status_code == 204
    assert office.ask("PUT", health_path(other.terminal), content=b"{}", auth=other.auth).status_code == 400
    assert office.ask("PUT", health_path(other.terminal), content=body * 99, auth=other.auth).status_code == 413
    assert office.store.fleet.unwell() == 1


def test_shipped_agent_reports_at_its_first_contact(run: Run, tmp_path: Path) -> None:
    """All in one: what the programs are put together from, which the tests above put together themselves."""
    central, data = ("--data", tmp_path / "central"), tmp_path / "terminal"
    with Store.open(data) as store:
        store.responses.close(response())
    (data / "okienko.toml").write_text(SETTINGS, encoding="utf-8")

    def member() -> dict[str, Any]:
        [one] = json.loads(run("sync.central", "terminals", "--json", *central).stdout)
        return cast("dict[str, Any]", one)

    code = run("sync.central", "code", "--office", "poznan", *central).stdout.strip()
    with serving(*central) as (address, _):
        assert run("sync.agent", "enrol", code, "--central", address, "--data", data).returncode == 0
        assert member()["report"] is None
        assert run("sync.agent", "once", "--data", data).returncode == 0
    report, reported_on = member()["report"], member()["reported_on"]
    assert (report["program"], report["sqlite"], report["is_encrypting"]) == (__version__, SQLITE_VERSION, True)
    assert (report["do_books_balance"], report["is_damaged"]) == (True, False)
    assert run("sync.central", "terminals", *central).stdout.splitlines()[1].split()[6] == reported_on


def test_report_that_is_damaged_hides_no_terminal(office: Office, terminal: AgentTerminal) -> None:
    tell(terminal, reporting(terminal))
    with office.store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE health SET report = '{'")
    line, one = told(office)
    assert terminal.road.terminal in line
    assert one["report"] is None
