"""Ctrl-C ends a command with 130 and without a word, wherever it strikes, and leaves no half of a file."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.domain.audit import AuditEvent
from kiosk.encryption import KEY_FILE, KeyFile
from kiosk.store.store import Store
from tests.builders import response
from tests.integration.commands.test_encryption import OVER
from tests.keys import HOLDERS, key_file

ROWS = 4000
"""Opening them takes a third of a second, with two queries before."""
DEEP = 10
"""Hundredths of a second after which a program is in the midst of them."""
Pressing = Callable[[int], None]


def filled(data: Path, rows: int = 40) -> Path:
    """A terminal whose answers are encrypted; gives the office's key."""
    with Store.open(data, holders=HOLDERS) as store:
        store.responses.add([response({"ogolem": ("5",)}, period=OVER) for _ in range(rows)])
    return key_file(data / KEY_FILE)


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Pressing:
    """Presses Ctrl-C while the n-th answer is being opened."""

    def at(place: int) -> None:
        opened, calls = KeyFile.opened, count(1)

        def interrupted(key: KeyFile, id_: str, text: str) -> str | None:
            if next(calls) == place:
                signal.raise_signal(signal.SIGINT)
            return opened(key, id_, text)

        monkeypatch.setattr(KeyFile, "opened", interrupted)

    return at


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.sav", "out.parquet"])
def test_export_of_encrypted_answers(
    tmp_path: Path, press: Pressing, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key = filled(tmp_path / "data")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_text("old")
    press(25)
    assert main(["export", str(folder / name), "--data", str(tmp_path / "data"), "--key", str(key)]) == 130
    assert capsys.readouterr() == ("", "")
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [(name, "old")]
    with Store.open(tmp_path / "data") as store:
        events = [entry.event for entry in store.audit.last(9)]
        assert events == [AuditEvent.EXPORT_FAILED, AuditEvent.EXPORT_BEGUN]
        assert store.damage() == ""


def test_counts_of_encrypted_answers(tmp_path: Path, press: Pressing, capsys: pytest.CaptureFixture[str]) -> None:
    key = filled(tmp_path)
    press(25)
    assert main(["counts", "--period", "2026-W36", "--data", str(tmp_path), "--key", str(key)]) == 130
    assert capsys.readouterr() == ("", "")


def test_program_that_is_reading(tmp_path: Path) -> None:
    """As a person does it: from outside, at whatever moment of a query."""
    key = filled(tmp_path / "data", ROWS)
    folder = tmp_path / "out"
    folder.mkdir()
    arguments = ["export", str(folder / "out.csv"), "--data", str(tmp_path / "data"), "--key", str(key)]
    program = subprocess.Popen(
        [sys.executable, "-m", "kiosk", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    end, began = time.monotonic() + 30, None
    while program.poll() is None and time.monotonic() < end:
        worked = _worked(program.pid)
        if began is None and _is_writing(program.pid, folder):
            began = worked
        if began is not None and worked > began + DEEP:
            break
        time.sleep(0.001)  # another process works; there is nothing else to be told by
    program.send_signal(signal.SIGINT)
    said = program.communicate(timeout=30)
    assert (program.returncode, *said) == (130, "", "")
    assert list(folder.iterdir()) == []


def _worked(process: int) -> int:
    """Hundredths of a second of the processor that the process has used; 0 for one that is no more."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[11])
    except OSError:
        return 0


def _is_writing(process: int, folder: Path) -> bool:
    """Whether the process has a file in the folder open, with a name or without."""
    try:
        opened = list(Path(f"/proc/{process}/fd").iterdir())
        return any(folder in one.readlink().parents for one in opened)
    except OSError:
        return False
