"""The likely mistakes at the command line are told in one sentence that says what to do, and make nothing."""

from __future__ import annotations

import errno
import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.errors import FileFault
from kiosk.export.atomic import faults_of_reading
from kiosk.store.store import Store
from tests.integration.sync.office import Office, row
from tests.integration.sync.test_commands import Run, run

__all__ = ["run"]

UNKNOWN = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a centre, a terminal and what one takes for another."""
    for name in ("central", "folder", "damaged"):
        (tmp_path / name).mkdir()
    with Office.open(f"sqlite:///{tmp_path / 'central' / 'central.sqlite'}") as office:
        office.terminal().send([row() for _ in range(5)])
    Store.open(tmp_path / "terminal").close()
    (tmp_path / "rubbish").write_text("rubbish")
    (tmp_path / "damaged" / "central.sqlite").write_text("rubbish" * 100)
    monkeypatch.chdir(tmp_path)
    return tmp_path


CENTRAL = (
    ("accept gone", "there is no file gone; name what `kiosk-sync take` has written, and if that is on a stick"),
    ("accept rubbish/gone", "there is no file rubbish/gone; name what `kiosk-sync take` has written"),
    (
        "accept rubbish",
        "rubbish is not taken as a parcel: not a parcel, or cut off; write it anew at the terminal: kiosk",
    ),
    ("accept folder", "folder is a folder; name what `kiosk-sync take` has written"),
    ("revoke x", "there is no terminal x here; `kiosk-central terminals` lists those that there are"),
    (f"ledger --terminal {UNKNOWN}", f"there is no terminal {UNKNOWN} here; `kiosk-central terminals` lists"),
    ("backup folder", "cannot write folder: what has that name is no file; choose another name"),
    ("restore gone", "there is no file gone; name what `kiosk-central backup` has written"),
    ("restore folder", "folder is a folder; name what `kiosk-central backup` has written"),
    (
        "retry --key gone",
        "cannot read gone: No such file or directory; name the file that `kiosk make-key` has written",
    ),
    ("serve --host nowhere.invalid", "name an address of this machine with --host"),
    (
        "code --office x --data rubbish",
        "File exists; name a folder where this user may write with --data, or a --database",
    ),
    (
        "status --data damaged",
        "file is not a database; put back a good copy into another folder: kiosk-central restore",
    ),
    (
        "status --database sqlite:///terminal/okienko.sqlite",
        "is no central office's database but another one; name the",
    ),
    (
        "status --database postgresql://u@127.0.0.1:1/x",
        "does the server run, and are address, user and password in --dat",
    ),
    ("keys create rubbish", "cannot make keys in rubbish: File exists; name a new folder where this user may write"),
    (
        "keys renew gone",
        "cannot read gone: No such file or directory; name the folder that `kiosk-central keys create`",
    ),
    ("keys renew folder", "copy it there, or name the folder that `kiosk-central keys create` has filled"),
    ("refresh-timestamp --keys folder --to gone", "published in gone; name what `kiosk-central publish` fills"),
)
AGENT = (
    ("receive gone", "there is no file gone; name what `kiosk-central accept` has written, and if that is on a stick"),
    (
        "receive rubbish",
        "not taken as a receipt: not a receipt, or cut off; write it anew at the central office: kiosk-c",
    ),
    ("receive folder", "folder is a folder; name what `kiosk-central accept` has written"),
    ("once --data rubbish", "rubbish is no folder; name one with --data"),
    ("status --data gone", "there is no data in gone; start the terminal first, or name its folder with --data"),
    ("enrol BCDFGHJK --central http://127.0.0.1:1", "(ConnectError); is its address right, and the network there?"),
)


@pytest.mark.parametrize(
    ("program", "line", "sentence"),
    [("sync.central", *one) for one in CENTRAL] + [("sync.agent", *one) for one in AGENT],
)
def test_mistake_is_told_with_what_to_do(run: Run, place: Path, program: str, line: str, sentence: str) -> None:
    before = sorted(path.name for path in place.iterdir())
    data = "central" if program == "sync.central" else "terminal"
    needs_data = not any(word in line for word in ("--data", "--database", "keys"))
    ended = run(program, *line.split(), *(["--data", data] if needs_data else []))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert sentence in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert sorted(path.name for path in place.iterdir()) == before


@pytest.mark.parametrize("what", ["cut", "of a terminal"])
def test_failed_restore_leaves_nothing_that_looks_like_an_empty_centre(run: Run, place: Path, what: str) -> None:
    assert run("sync.central", "backup", "copy", "--data", "central").returncode == 0
    data = (place / "copy").read_bytes()
    (place / "copy").write_bytes(data[: len(data) // 2])
    file = "copy" if what == "cut" else "terminal/okienko.sqlite"
    failed = run("sync.central", "restore", file, "--data", "new")
    assert failed.returncode == 1
    assert "there is no central office's data in new" in run("sync.central", "status", "--data", "new").stderr
    (place / "copy").write_bytes(data)
    assert run("sync.central", "restore", "copy", "--data", "new").returncode == 0


def test_code_tells_where_a_centre_begins_and_of_a_new_office(run: Run, place: Path) -> None:
    ended = run("sync.central", "code", "--office", "us_poznan", "--data", "nix")
    assert "for one terminal of us_poznan, the first of that office, until" in ended.stderr
    assert ended.stderr.endswith("kiosk-central code: a new central office begins in nix/central.sqlite\n")
    again = run("sync.central", "code", "--office", "poznan", "--data", "central")
    assert again.stderr.startswith("for one terminal of poznan, until")
    assert again.stderr.count("\n") == 1


def test_status_tells_why_lines_are_in_quarantine_and_what_waits(run: Run, place: Path) -> None:
    with Office.open(f"sqlite:///{place / 'central' / 'central.sqlite'}") as office:
        one = office.terminal()
        one.send([row(), replace(row(), period="never"), b"rubbish"])
        one.send([row()], fmt=3)
        office.projector.catch_up()
    told = run("sync.central", "status", "--data", "central")
    facts = json.loads(run("sync.central", "status", "--json", "--data", "central").stdout)
    assert sum(facts["quarantined_because"].values()) == facts["quarantined"] == 2
    assert all(f"in quarantine        1: {reason}\n" in told.stdout for reason in facts["quarantined_because"])
    assert (told.returncode, "batches wait for a key (kiosk-central serve --key FILE" in told.stderr) == (0, True)


def test_port_that_is_taken_is_told_with_what_to_do(run: Run, place: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        ended = run("sync.central", "serve", "--port", str(other.getsockname()[1]), "--data", place / "central")
    assert ended.returncode == 1
    assert ended.stderr.endswith("Address already in use; another program does: end it, or choose another --port\n")


def test_file_that_this_user_may_not_read_is_told_with_what_to_do() -> None:
    """Root, who runs these tests, may read everything."""
    refused = PermissionError(errno.EACCES, "Permission denied")
    with (
        pytest.raises(FileFault, match=r"this user may not read .*; let him, or be another"),
        faults_of_reading(Path("a.parcel"), "kiosk-sync take"),
    ):
        raise refused


def test_one_batch_is_not_told_as_several(run: Run, place: Path) -> None:
    told = run("sync.central", "backup", "copy.sqlite", "--data", place / "central").stdout
    assert told == "1 terminal, 1 batch, 0 responses, 0 audit lines written to copy.sqlite\n"


@pytest.mark.parametrize("command", ["keys create", "keys renew", "keys", "publish", "refresh-timestamp"])
def test_commands_about_content_have_an_example_and_no_database(run: Run, command: str) -> None:
    helped = run("sync.central", *command.split(), "--help").stdout
    assert f"example: kiosk-central {command}" in helped
    assert "--data" not in helped
