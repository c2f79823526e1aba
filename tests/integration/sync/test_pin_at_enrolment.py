"""`kiosk-sync enrol --set-pin`: one visit to the terminal gives it its centre and its PIN, or neither."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.domain.audit import AuditEvent
from kiosk.domain.pin import Moment
from kiosk.store.store import Store
from tests.integration.sync.office import Office
from tests.integration.sync.serving import served
from tests.integration.sync.test_commands import Ended, Run

PIN = "482915"
Enrol: TypeAlias = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def enrol(run: Run, monkeypatch: pytest.MonkeyPatch, office: Office, tmp_path: Path) -> Enrol:
    def command(code: str, line: str, *options: str) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        with served(office.app) as address:
            return run("sync.agent", "enrol", code, "--central", address, "--data", tmp_path / "t", *options)

    return command


def opens(folder: Path, pin: str) -> bool:
    with Store.open(folder / "t") as store:
        return store.pins.open_with(pin, Moment("a", 0.0))


def recorded(folder: Path) -> list[AuditEvent]:
    with Store.open(folder / "t") as store:
        return [entry.event for entry in store.audit.last(5)]


def test_pin_is_set_with_the_enrolment_and_written_down(enrol: Enrol, office: Office, tmp_path: Path) -> None:
    ended = enrol(office.code(), f"{PIN}\n", "--set-pin")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert " of office poznan; its data is in " in ended.stdout
    assert ended.stdout.endswith("\nthe PIN is set\n")
    assert PIN not in ended.stdout
    assert opens(tmp_path, PIN)
    assert recorded(tmp_path) == [AuditEvent.PIN_SET]


def test_enrolment_that_fails_sets_no_pin_and_leaves_the_old_one(enrol: Enrol, office: Office, tmp_path: Path) -> None:
    with Store.open(tmp_path / "t") as store:
        store.pins.set("905172")

    ended = enrol("ZZZZZZZZ", f"{PIN}\n", "--set-pin")

    assert ended.returncode == 1
    assert "there is no such code" in ended.stderr
    assert opens(tmp_path, "905172")
    assert recorded(tmp_path) == []


@pytest.mark.parametrize("line", ["", "123456\n", "48291\n", "x" * 5000])
def test_weak_pin_does_not_cost_the_code(enrol: Enrol, office: Office, tmp_path: Path, line: str) -> None:
    code = office.code()

    ended = enrol(code, line, "--set-pin")

    assert ended.returncode == 1
    assert ended.stderr.startswith("kiosk-sync enrol: ")
    assert ended.stderr.count("\n") == 1
    assert office.store.status().terminals == 0
    assert enrol(code, f"{PIN}\n", "--set-pin").returncode == 0


def test_without_the_option_nothing_is_asked(enrol: Enrol, office: Office, tmp_path: Path) -> None:
    assert enrol(office.code(), "").returncode == 0
    with Store.open(tmp_path / "t") as store:
        assert not store.pins.standing().has_pin
