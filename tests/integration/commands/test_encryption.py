"""An office encrypts its answers by two lines of settings, and reads them with a file."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from kiosk.__main__ import main
from kiosk.commands.administering.behind import Behind
from kiosk.commands.administering.exporter import StoreExporter
from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.counts import Column
from kiosk.domain.errors import BadInput, EnvironmentFault, FileFault, FileTrouble
from kiosk.domain.period import Period
from kiosk.encryption import KEY_FILE, KeyFile
from kiosk.settings import read_settings
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from kiosk.terminal.administration.ports import Administration, ExportRequest
from sync.agent.__main__ import main as sync
from sync.central.publishing.keys import KeyFolder
from tests.builders import SURVEY, FakeClock, response
from tests.integration.commands.test_administering import MONDAY, never, nothing
from tests.integration.small_disk import small_disk
from tests.integration.store.test_encryption import CANARY, answered, bytes_of, comment
from tests.keys import OFFICE, SETTINGS, key_file
from tests.qml.sample_pack import sample_pack

OVER = Period.parse("2026-W36")


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A terminal that has been answered at with its settings saying so."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "okienko.toml").write_text(SETTINGS, encoding="utf-8")
    keeper = OpeningKeeper(
        data, FakeClock(datetime(2026, 9, 2, 12, 0, tzinfo=UTC)), holders=read_settings(data, {}).holders
    )
    for mark in ("5", "5", "4", "4", "4", "1"):
        for _ in range(2):
            one = response({"ogolem": (mark,), "wynik": ("tak",)}, period=OVER)
            keeper.keep(one)
            keeper.close(one)
    keeper.end()
    return data


def test_export_needs_the_key(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ankiety.csv"
    assert kiosk("export", file, "--data", data) == 1
    assert f"name with --key the file ({KEY_FILE}) with the private key {OFFICE.fingerprint}" in capsys.readouterr().err
    assert not file.exists()
    assert kiosk("export", file, "--data", data, "--key", key_file(tmp_path / KEY_FILE, 2)) == 1
    assert not file.exists()
    assert kiosk("export", file, "--data", data, "--key", key_file(tmp_path / KEY_FILE)) == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert sorted(row["ogolem"] for row in csv.DictReader(opened)) == sorted("554441" * 2)


def test_counts_need_the_key(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("counts", "--data", data, "--period", "2026-W36") == 1
    assert OFFICE.fingerprint in capsys.readouterr().err
    key = key_file(tmp_path / KEY_FILE, 1)
    assert kiosk("counts", "--data", data, "--period", "2026-W36", "--json", "--key", key) == 0
    assert json.loads(capsys.readouterr().out)[0]["total"] == 12


def test_status_tells_for_whom(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kiosk("status", "--data", data, "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["encryption"].startswith(f"for {OFFICE.fingerprint} and ")
    assert told["responses"]


def test_key_is_made_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / KEY_FILE
    assert kiosk("make-key", file) == 0
    told = capsys.readouterr().out
    assert "okienko-public-key-1-" in told
    assert file.read_text("ascii").split()[-1] not in told
    assert kiosk("make-key", file) == 1
    assert "never written over" in capsys.readouterr().err


@pytest.mark.parametrize(
    "lines",
    [
        SETTINGS.splitlines()[0],
        SETTINGS.splitlines()[1],
        SETTINGS.replace(OFFICE.public, "x"),
        f'office_public_key = "{OFFICE.public}"\ncentral_public_key = "{OFFICE.public}"',
    ],
    ids=["office only", "centre only", "no key", "one key twice"],
)
def test_half_a_setting_is_refused_and_never_taken_for_none(tmp_path: Path, lines: str) -> None:
    (tmp_path / "okienko.toml").write_text(lines, encoding="utf-8")
    with pytest.raises(BadInput, match="_public_key"):
        read_settings(tmp_path, {})


@pytest.fixture
def behind(data: Path) -> Administration:
    return Behind(data, replace(sample_pack(), questionnaires=(SURVEY,)), FakeClock(MONDAY))()


def test_administrator_brings_the_key_on_the_stick(behind: Administration, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    request = ExportRequest(stick, "csv")
    for bring in (lambda: None, lambda: key_file(stick / KEY_FILE, 2), lambda: (stick / KEY_FILE).write_text("x")):
        bring()
        with pytest.raises(FileFault) as fault:
            behind.exporter.export(request, nothing, never)
        assert fault.value.trouble is FileTrouble.NO_KEY
        assert {each.name for each in stick.iterdir()} <= {KEY_FILE}
    key_file(stick / KEY_FILE)
    exported = behind.exporter.export(request, nothing, never)
    assert exported is not None
    assert (stick / exported.name).read_text("utf-8-sig").count(",tak") == 12
    with pytest.raises(BadInput):  # the key has not stayed here
        cast("StoreExporter", behind.exporter)._store.counting.count([Column("ogolem", is_question=True)])


def test_overview_says_why_there_are_no_answers(behind: Administration) -> None:
    collected = behind.overview.read("pl").collected
    assert collected.is_encrypted
    assert collected.questions == ()


def test_status_tells_what_can_still_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "ankiety.csv"
    table.write_text("ogolem,period\n5,2025-W37\n", encoding="utf-8")
    data = tmp_path / "data"
    assert kiosk("import", table, "--questionnaire", "pilot", "--data", data) == 0
    (data / "okienko.toml").write_text(SETTINGS, encoding="utf-8")

    def encryption() -> str:
        capsys.readouterr()
        kiosk("status", "--data", data, "--json")
        return str(json.loads(capsys.readouterr().out)["encryption"])

    assert "some of what was said can still be read" in encryption()
    assert kiosk("import", table, "--questionnaire", "pilot", "--data", data) == 0
    assert "can still be read" not in encryption()
    with Store.open(data) as store:
        assert store.counting.readable() == 0
    (data / "okienko.toml").write_text("", encoding="utf-8")
    assert encryption() == "off; some responses from before are encrypted"


def test_keys_that_find_no_room_leave_nothing_half_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while ballast.write(bytes(4096)):
                pass
        with pytest.raises(EnvironmentFault):
            KeyFile.make(disk / KEY_FILE)
        assert not (disk / KEY_FILE).exists()
        (disk / "ballast").unlink()
        (disk / "ballast").write_bytes(bytes(44 * 1024))
        with pytest.raises(EnvironmentFault):
            KeyFolder(disk / "keys").create(SystemClock().now())
        assert list((disk / "keys").iterdir()) == []


def terminal_starts(data: Path) -> None:
    keeper = OpeningKeeper(data, FakeClock(), reserve=4096, holders=read_settings(data, {}).holders)
    keeper.settle()
    keeper.end()


def agent_runs(data: Path) -> None:
    assert sync(["once", "--data", str(data)]) == 1  # not enrolled: what goes before reaches no centre


def paper_is_imported(data: Path) -> None:
    table = data / "ankiety.csv"
    table.write_text("ogolem,period\n5,2025-W37\n", encoding="utf-8")
    assert kiosk("import", table, "--questionnaire", "pilot", "--data", data) == 0


@pytest.mark.parametrize("begins", [terminal_starts, agent_runs, paper_is_imported])
def test_whichever_program_first_finds_the_keys_leaves_nothing_readable(
    tmp_path: Path, begins: Callable[[Path], None]
) -> None:
    with Store.open(tmp_path) as store:
        store.responses.close(answered())
        store.comments.add(comment(f"Widziałem {CANARY}."))
    assert CANARY.encode() in bytes_of(tmp_path)
    (tmp_path / "okienko.toml").write_text(SETTINGS, encoding="utf-8")
    begins(tmp_path)
    assert CANARY.encode() not in bytes_of(tmp_path)
    with Store.open(tmp_path) as store:
        assert store.counting.readable() == 0
        assert store.damage() == ""
