"""The two programs as processes, as an administrator and systemd use them."""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.content.current import current_pack
from kiosk.domain.audit import AuditEvent
from kiosk.domain.period import Period
from kiosk.store.store import Store
from tests.builders import response

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Ended:
    """What a command leaves behind."""

    returncode: int
    stdout: str
    stderr: str


class Run:
    """Runs a command of `sync.agent` or `sync.central` in this process: a start of Python takes longer than most."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, program: str, *arguments: str | Path) -> Ended:
        main: Callable[[list[str]], int] = importlib.import_module(f"{program}.__main__").main
        self._capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse
            status = int(str(ended.code))
        return Ended(status, *self._capsys.readouterr())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@contextmanager
def serving(*arguments: str | Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`kiosk-central serve` on a free port; its address as it has printed it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sync.central", "serve", "--port", "0", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert "http://" in line, process.stderr.read() if process.stderr else ""
        yield line.split()[-1], process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=20)


def test_from_the_code_to_the_exported_file(run: Run, central_url: str, tmp_path: Path) -> None:
    central = ("--database", central_url)
    terminal = tmp_path / "terminal"
    with Store.open(terminal) as store:
        over = Period.parse("2026-W36")
        given = [response({"ogolem": ("5",), "powod": ("czas", "dok")}, period=over) for _ in range(6)]
        store.responses.add(given)
        store.audit.record(AuditEvent.EXPORT_DONE, {"format": "csv"})

    code = run("sync.central", "code", "--office", "poznan", *central).stdout.strip()
    with serving(*central) as (address, process):
        refused = run("sync.agent", "once", "--data", terminal)
        enrolled = run("sync.agent", "enrol", code.lower(), "--central", address, "--data", terminal)
        again = run("sync.agent", "enrol", code, "--central", address, "--data", tmp_path / "thief")
        sent = run("sync.agent", "once", "--data", terminal)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    unreachable = run("sync.agent", "once", "--data", terminal)
    status = json.loads(run("sync.agent", "status", "--json", "--data", terminal).stdout)
    file = tmp_path / "out.csv"
    exported = run("sync.central", "export", file, "--from", "2026-W36", "--to", "2026-09", *central)
    told = json.loads(run("sync.central", "audit", "--json", *central).stdout)
    centre = json.loads(run("sync.central", "status", "--json", *central).stdout)

    assert refused.returncode == 1
    assert "not enrolled" in refused.stderr
    assert (enrolled.returncode, enrolled.stderr) == (0, "")
    assert "office poznan" in enrolled.stdout
    assert again.returncode == 1
    assert "the code has been used" in again.stderr
    assert (sent.returncode, sent.stderr, sent.stdout) == (0, "", "1 batch acknowledged\n")
    assert unreachable.returncode == 1
    assert unreachable.stderr.count("\n") == 1
    assert "cannot be reached" in unreachable.stderr
    assert status["enrolled"] is True
    assert (status["waiting"], status["acknowledged_batches"], status["unacknowledged_batches"]) == ("0", 1, 0)
    assert status["failures"] == 1
    assert (exported.returncode, exported.stderr) == (0, "")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,office,")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {one["id"] for one in rows} == {one.id for one in given}
    answers = {(one["office"], one["ogolem"], one["powod__czas"], one["powod__dok"]) for one in rows}
    assert answers == {("poznan", "5", "1", "1")}
    assert [(one["office"], one["number"], one["event"], one["detail"]) for one in told] == [
        ("poznan", 1, "export_done", {"format": "csv"})
    ]
    assert (centre["terminals"], centre["batches"], centre["responses"]) == (1, 1, 6)


@pytest.mark.parametrize("office", ["us_poznan", "us_poznnan"])
def test_code_of_another_office_than_the_one_shown_is_doubted(run: Run, tmp_path: Path, office: str) -> None:
    terminal = tmp_path / "terminal"
    current_pack(ROOT / "resources" / "offices" / "poznan", terminal)
    code = run("sync.central", "code", "--office", office, "--data", tmp_path).stdout.strip()
    with serving("--data", tmp_path) as (address, _):
        enrolled = run("sync.agent", "enrol", code, "--central", address, "--data", terminal)
    assert enrolled.returncode == 0
    doubt = "the code is of office us_poznnan, and this terminal shows the content of us_poznan; if that is a mistake"
    assert (doubt in enrolled.stderr) == (office != "us_poznan")


@pytest.mark.parametrize("program", ["sync.agent", "sync.central"])
def test_no_argument_takes_the_place_of_what_a_command_does(program: str) -> None:
    main = importlib.import_module(f"{program}.__main__")
    [commands] = [one for one in main._parser()._actions if isinstance(one, argparse._SubParsersAction)]
    for name, command in commands.choices.items():
        assert {one.dest for one in command._actions}.isdisjoint(command._defaults), name


def catches(process: int, name: signal.Signals) -> bool:
    """Whether the process has come so far that it handles the signal."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    mask = next(line for line in status.splitlines() if line.startswith("SigCgt:")).split()[1]
    return bool(int(mask, 16) >> (name - 1) & 1)


def test_agent_ends_on_sigterm_and_says_once_that_it_is_not_enrolled(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "sync.agent", "run", "--data", str(tmp_path)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OKIENKO_START_SPREAD_SECONDS": "0"},
    )
    end = time.monotonic() + 20
    while not catches(process.pid, signal.SIGTERM) and time.monotonic() < end:
        time.sleep(0.02)  # another process starts; there is nothing to be told by
    process.send_signal(signal.SIGTERM)
    _, stderr = process.communicate(timeout=10)

    assert process.returncode == 0
    assert [line for line in stderr.splitlines() if "is not enrolled" not in line] == []
    assert stderr.count("\n") <= 1


def test_failed_export_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")
    readonly = tmp_path / "missing" / "out.csv"
    assert run("sync.central", "code", "--office", "poznan", "--data", tmp_path).returncode == 0

    assert run("sync.central", "export", readonly, "--data", tmp_path).returncode == 1
    assert file.read_text() == "old"
    nothing = run("sync.central", "export", file, "--data", tmp_path)
    assert (nothing.returncode, file.read_text()) == (1, "old")
    assert "there are no responses yet" in nothing.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["central.sqlite", "out.csv"]


def test_export_into_a_file_of_no_known_kind_is_told(run: Run, tmp_path: Path) -> None:
    assert run("sync.central", "code", "--office", "poznan", "--data", tmp_path).returncode == 0
    ended = run("sync.central", "export", "out.doc", "--data", tmp_path)
    assert (ended.returncode, "ends in .csv, .xlsx" in ended.stderr) == (1, True)


@pytest.mark.parametrize(
    ("program", "arguments", "status", "sentence"),
    [
        ("sync.agent", ["enrol", "BCDFGHJK", "--central", "http://example.org"], 1, "is not a central office"),
        ("sync.agent", ["enrol", "BCDFGHJK", "--central", "ftp://example.org"], 1, "is not a central office"),
        ("sync.agent", ["enrol", "BCDFGHJK", "--central", "http://127.0.0.1:1"], 1, "cannot be reached"),
        ("sync.agent", ["enrol", "BCDFGHJK"], 2, "--central"),
        ("sync.agent", ["take", "parcel", "--code", "NONSENSE"], 2, "'NONSENSE' is no code: it has 8 letters"),
        ("sync.agent", [], 2, "COMMAND"),
        ("sync.central", ["code", "--office", "Urząd Miasta"], 1, "is not an office"),
        ("sync.central", ["code"], 2, "--office"),
        *(
            ("sync.central", [name], 1, "there is no central office's data in")
            for name in ("status", "ledger", "retry")
        ),
        ("sync.central", ["backup", "copy"], 1, "begin one: kiosk-central serve"),
        ("sync.central", ["export", "out.csv"], 1, "there is no central office's data in"),
        ("sync.central", ["status", "--database", "mysql://x/y"], 1, "is not an address"),
        ("sync.central", ["status", "--database", "postgresql://u@h:port/x"], 1, "is not an address"),
        ("sync.central", ["status", "--database", "sqlite:////folder/x?timeout=abc"], 1, "is not an address"),
        ("sync.central", ["status", "--database", "sqlite://host/x"], 1, "is not an address"),
        ("sync.central", ["serve", "--port", "99999"], 2, "is not a port"),
        ("sync.central", ["serve", "--host", "192.0.2.1"], 1, "cannot listen"),
    ],
)
def test_bad_input_is_one_sentence_and_its_status(
    run: Run, program: str, arguments: list[str], status: int, sentence: str, tmp_path: Path
) -> None:
    ended = run(program, *arguments, *(["--data", str(tmp_path)] if arguments else []))

    assert ended.returncode == status
    assert sentence in ended.stderr
    if status == 1:
        assert ended.stderr.count("\n") == 1
        assert ended.stdout == ""


@pytest.mark.parametrize(
    ("program", "name", "command"),
    [
        *(("sync.agent", "kiosk-sync", command) for command in ("run", "once", "enrol", "status")),
        *(("sync.central", "kiosk-central", command) for command in ("serve", "code", "status", "audit", "export")),
    ],
)
def test_every_command_explains_itself_with_an_example(run: Run, program: str, name: str, command: str) -> None:
    helped = run(program, command, "--help")

    assert helped.returncode == 0
    assert f"example: {name} {command}" in helped.stdout
    assert "--data" in helped.stdout
