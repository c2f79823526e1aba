"""`kiosk-central audit`: who was at which terminal, when, and did what."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.audit import AuditEvent
from sync.protocol import AuditLine
from tests.integration.sync.lists import EXPORTED, line, message, put, written
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import enrolled
from tests.integration.sync.test_commands import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


def test_list_tells_terminal_office_when_and_what(run: Run, central_url: str) -> None:
    with Office.open(central_url) as office:
        poznan, gniezno = office.terminal("poznan"), office.terminal("gniezno")
        put(poznan, message(poznan, lines=[line(1), line(2, "export_done", EXPORTED)]))
        put(gniezno, message(gniezno, lines=[line(1, "wrong_pin")]))

    ended = run("sync.central", "audit", "--database", central_url)

    heading, *lines = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert heading.split() == ["when", "(UTC)", "office", "terminal", "what"]
    told = f"2026-11-23 10:30:02  poznan            {poznan.terminal}  export done (csv, pilot, 2026-W40, 2026-W44)"
    assert lines[2] == told
    assert {one.split("  ")[0] for one in lines[:2]} == {"2026-11-23 10:30:01"}
    only = run("sync.central", "audit", "--office", "gniezno", "--database", central_url).stdout.splitlines()
    assert [one.split()[-2:] for one in only[1:]] == [["wrong", "PIN"]]


def test_list_for_programs_is_json_with_everything(run: Run, central_url: str) -> None:
    with Office.open(central_url) as office:
        terminal = office.terminal()
        put(terminal, message(terminal, lines=[line(1), line(2, "export_done", EXPORTED)]))
        put(terminal, message(terminal, lines=[line(1, "left")]))
        put(terminal, message(terminal, lines=[line(1, "left")]))

    told = json.loads(run("sync.central", "audit", "--json", "--database", central_url).stdout)

    assert len(told) == 3
    assert [(one["number"], one["event"], one["apart"]) for one in told if one["number"] == 2] == [
        (2, "export_done", False)
    ]
    assert sorted(one["event"] for one in told if one["apart"]) == ["entered", "left"]
    assert told[2] == {
        "office": "poznan",
        "terminal": terminal.terminal,
        "number": 2,
        "at": "2026-11-23T10:30:02Z",
        "event": "export_done",
        "detail": EXPORTED,
        "received_on": "2026-11-23",
        "apart": False,
    }
    people = run("sync.central", "audit", "--database", central_url).stdout
    assert people.count("another line has its number 1") == 2


def test_since_finds_what_was_done_or_received_then(run: Run, central_url: str) -> None:
    """The battery of one terminal is empty: it writes 1970."""
    with Office.open(central_url) as office:
        terminal, dead = office.terminal(), office.terminal()
        put(terminal, message(terminal, lines=[line(1), AuditLine(2, datetime(2026, 11, 25, 8), "left")]))  # noqa: DTZ001
        office.clock.time += timedelta(days=2)
        put(dead, message(dead, lines=[AuditLine(1, datetime(1970, 1, 1), "wrong_pin")]))  # noqa: DTZ001

    def since(day: str) -> list[str]:
        found = run("sync.central", "audit", "--json", "--since", day, "--database", central_url)
        return [one["event"] for one in json.loads(found.stdout)]

    assert since("2026-11-23") == ["wrong_pin", "entered", "left"]
    assert since("2026-11-25") == ["wrong_pin", "left"]
    assert since("2026-11-26") == []


def test_empty_list_and_bad_input(run: Run, tmp_path: Path) -> None:
    assert run("sync.central", "code", "--office", "poznan", "--data", tmp_path).returncode == 0  # a centre begins
    assert json.loads(run("sync.central", "audit", "--json", "--data", tmp_path).stdout) == []
    assert run("sync.central", "audit", "--data", tmp_path).stdout.count("\n") == 1
    for day in ("yesterday", "2026-13-01", "23.11.2026"):
        wrong = run("sync.central", "audit", "--since", day, "--data", tmp_path)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert "allowed: YYYY-MM-DD" in wrong.stderr
    wrong = run("sync.central", "audit", "--office", "Urząd", "--data", tmp_path)
    assert wrong.returncode == 1
    assert "is not an office" in wrong.stderr


def test_status_of_the_terminal_tells_what_waits(run: Run, office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, AuditEvent.ENTERED, AuditEvent.LEFT)
    status = json.loads(run("sync.agent", "status", "--json", "--data", tmp_path / "t").stdout)
    assert status["waiting_audit"] == 2
