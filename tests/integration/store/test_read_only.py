"""Where the data folder can only be read all that is in it is read, or it is refused; nothing is passed over."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.__main__ import main as kiosk
from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.domain.period import Period
from kiosk.encryption import Keyring
from kiosk.store.engine import open_engines, open_reading_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.migrating import migrate
from kiosk.store.salvage import index_of, log_of
from kiosk.store.store import Store
from sync.agent.__main__ import main as kiosk_sync
from tests.builders import FakeClock, response
from tests.integration.loop_disk import fail, make_image, mounted
from tests.integration.small_disk import fill_up, small_disk

OVER = Period.parse("2026-W36")
READING = (("status", "--json"), ("counts",), ("comments", "list"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "16m") as folder:
        yield folder


def left(disk: Path, *, killed: bool) -> Path:
    """The file of a terminal with 5 + 6 responses, the 6 still in the log if it was `killed`."""
    data = disk / "data"
    with Store.open(disk / "running") as store:
        store.responses.add(response({"ogolem": ("5",)}, period=OVER) for _ in range(5))
        store.responses.settle()
        store.responses.add(response({"ogolem": ("4",)}, period=OVER) for _ in range(6))
        if killed:
            shutil.copytree(disk / "running", data)
    if not killed:
        shutil.copytree(disk / "running", data)
    return data


def make_read_only(disk: Path) -> None:
    subprocess.run(["/bin/mount", "-o", "remount,ro", disk], check=True)


def contents(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}


@pytest.mark.parametrize("killed", [True, False])
def test_all_is_read_and_nothing_is_written(disk: Path, *, killed: bool) -> None:
    data = left(disk, killed=killed)
    assert (log_of(data / FILE_NAME).exists(), index_of(data / FILE_NAME).exists()) == (killed, killed)
    before = contents(data)
    make_read_only(disk)
    with Store.open_to_read(data) as store:
        assert store.counting.count([]).total == 11
        assert store.bookkeeping.books().balances
        assert store.damage() == ""
        assert store.obstacle.startswith(f"{data} can only be read (Read-only file system): look for a fault")
        with pytest.raises(StoreFault, match="readonly"):
            store.responses.add([response()])
    assert contents(data) == before


@pytest.mark.parametrize("killed", [True, False])
def test_all_is_read_also_where_the_disk_is_full(
    disk: Path, capsys: pytest.CaptureFixture[str], *, killed: bool
) -> None:
    data = left(disk, killed=killed)
    fill_up(disk)
    before = contents(data)
    with Store.open_to_read(data) as store:
        assert store.counting.count([]).total == 11
        assert store.obstacle == f"{data} can only be read (No space left on device): make room on the disk"
    assert kiosk(["status", "--json", "--data", str(data)]) == 0
    assert json.loads(capsys.readouterr().out)["data_can_be_written"] is False
    assert kiosk_sync(["status", "--data", str(data)]) == 0
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        assert contents(data).get(name) == before.get(name)


def test_index_that_was_never_filled_is_made_anew(disk: Path) -> None:
    """After a power cut it may be empty: nobody ever waits until it is on the disk."""
    data = left(disk, killed=True)
    index_of(data / FILE_NAME).write_bytes(b"")
    make_read_only(disk)
    with Store.open_to_read(data) as store:
        assert store.counting.count([]).total == 11


def test_log_without_its_index_is_refused_and_not_passed_over(disk: Path) -> None:
    data = left(disk, killed=True)
    index_of(data / FILE_NAME).unlink()
    make_read_only(disk)
    with pytest.raises(StoreFault, match=r"newest responses are in .*-wal, .* can only be read .* copy the folder"):
        Store.open_to_read(data)
    engines = open_reading_engines(data / FILE_NAME, Keyring(), is_still=True)
    with engines.read.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM responses").scalar_one()
    engines.dispose()
    assert found == 5, "what would be shown if it was passed over"


def test_damaged_log_is_told_and_nothing_is_moved(disk: Path) -> None:
    data = left(disk, killed=True)
    log = bytearray(log_of(data / FILE_NAME).read_bytes())
    log[len(log) // 2] ^= 4
    log_of(data / FILE_NAME).write_bytes(log)
    before = contents(data)
    make_read_only(disk)
    with pytest.raises(DamagedStore, match=r"log is .*; it is mended when a program opens it that can write, but"):
        Store.open_to_read(data)
    assert contents(data) == before


def test_unfinished_salvage_is_not_read_past(disk: Path) -> None:
    data = left(disk, killed=False)
    shutil.copy(data / FILE_NAME, data / f"{FILE_NAME}.salvaged")
    make_read_only(disk)
    with pytest.raises(DamagedStore, match="is damaged; it is mended when"):
        Store.open_to_read(data)


def test_file_of_an_older_version_is_refused_with_what_to_do(disk: Path) -> None:
    data = left(disk, killed=False)
    engines = open_engines(data / FILE_NAME)
    migrate(engines, "0005")
    engines.dispose()
    make_read_only(disk)
    with pytest.raises(StoreFault, match=r"older version and is to be migrated, but .* can only be read"):
        Store.open_to_read(data)


def test_who_reads_waits_for_another_reader(disk: Path) -> None:
    data = left(disk, killed=False)
    make_read_only(disk)
    command = [sys.executable, "-m", "kiosk", "status", "--json", "--data", str(data)]
    with Store.open_to_read(data):
        other = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=3)
    out, _ = other.communicate(timeout=60)
    assert (other.returncode, json.loads(out)["responses"]) == (0, "1+")


@pytest.mark.parametrize("killed", [True, False])
def test_reading_commands_read_and_say_so(disk: Path, capsys: pytest.CaptureFixture[str], *, killed: bool) -> None:
    data = left(disk, killed=killed)
    make_read_only(disk)
    for command in READING:
        assert kiosk([*command, "--data", str(data)]) == 0
        told = capsys.readouterr()
        assert told.err.startswith(f"kiosk {command[0]}: {data} can only be read (Read-only file system): ")
        if command[0] == "status":
            facts = json.loads(told.out)
            assert (facts["data_can_be_written"], facts["responses"], facts["books_balance"]) == (False, "1+", True)
        if command[0] == "counts":
            five, four = "  5                               5  ", "  4                               6  "
            assert five in told.out
            assert four in told.out
    assert kiosk_sync(["status", "--json", "--data", str(data)]) == 0
    told = capsys.readouterr()
    assert told.err.startswith(f"kiosk-sync status: {data} can only be read (Read-only file system): ")
    assert json.loads(told.out)["waiting"] == "1+"


def test_folder_that_can_be_written_is_not_said_to_be_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = left(tmp_path, killed=True)
    assert kiosk(["status", "--json", "--data", str(data)]) == 0
    told = capsys.readouterr()
    assert (json.loads(told.out)["data_can_be_written"], told.err) == (True, "")


def test_writing_commands_say_what_to_do(disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = left(disk, killed=False)
    make_read_only(disk)
    for command in (["export", str(disk.parent / "a.csv")], ["comments", "release", "x"]):
        assert kiosk([*command, "--data", str(data)]) == 1
        assert "Read-only file system; look for a fault of the disk" in capsys.readouterr().err


def test_disk_that_failed_under_a_running_terminal_is_read_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The kernel goes on saying that this user may write there."""
    image, folder = make_image(tmp_path / "disk.ext4", 32), tmp_path / "disk"
    folder.mkdir()
    keeper = OpeningKeeper(folder / "data", FakeClock(), reserve=2**20)
    with mounted(image, folder):
        for _ in range(12):
            keeper.close(response())
        fail(folder)
        assert os.access(folder / "data" / FILE_NAME, os.W_OK)
        with pytest.raises(StoreFault):
            keeper.close(response())
        assert kiosk(["status", "--json", "--data", str(folder / "data")]) == 0
        told = capsys.readouterr()
        with Store.open_to_read(folder / "data") as store:
            assert store.counting.count([]).total == 12
        keeper.end()
    facts = json.loads(told.out)
    assert (facts["responses"], facts["data_can_be_written"]) == ("1+", False)
    assert "can only be read (Read-only file system)" in told.err


@contextmanager
def somebody() -> Iterator[Path]:
    """Be a user without rights, as everybody but root is, with a folder in a place that he can reach."""
    folder, own = Path(tempfile.mkdtemp(dir="/tmp")), os.geteuid()
    if own == 0:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        os.seteuid(own)
        for one in folder.iterdir():  # whose rights were taken
            one.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.parametrize("rights", [0o555, 0o500])
@pytest.mark.parametrize("killed", [True, False])
def test_folder_whose_rights_were_taken_is_read(rights: int, *, killed: bool) -> None:
    with somebody() as folder:
        data = left(folder, killed=killed)
        data.chmod(rights)
        with Store.open_to_read(data) as store:
            assert store.counting.count([]).total == 11
            assert "can only be read (Permission denied): run this as the user whose data it is" in store.obstacle
        data.chmod(0o700)
