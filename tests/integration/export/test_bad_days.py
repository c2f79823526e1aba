"""Sticks that are full, locked or pulled out, and exports that are killed or no longer wanted: nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.period import Period
from kiosk.export.formats import ENDINGS
from kiosk.export.job import Job, Request
from kiosk.export.table import Cancelled, Progress
from kiosk.store.store import Store
from tests.builders import SURVEY, response
from tests.integration.export.survey import OWNER
from tests.integration.small_disk import small_disk

TODAY = date(2026, 11, 28)
MANY = 6000


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with Store.open(folder) as store:
        store.responses.add(response(period=Period.parse("2026-W40")) for _ in range(MANY))
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB of its own."""
    with small_disk(tmp_path / "stick", "64k") as mounted:
        yield mounted


def export(data: Path, path: Path, progress: Progress = lambda _done: None) -> None:
    with Store.open(data) as store, store.reading.opened() as source:
        Job(source, (SURVEY,), OWNER, TODAY, progress=progress).run(Request(path))


@pytest.mark.parametrize("ending", ENDINGS)
def test_full_stick_is_told_and_keeps_what_it_had(ending: str, data: Path, stick: Path) -> None:
    (stick / f"old{ending}").write_text("old")
    (stick / "ballast").write_bytes(bytes(50_000))
    with pytest.raises(EnvironmentFault, match="room left"):
        export(data, stick / f"old{ending}")
    assert {file.name for file in stick.iterdir()} == {f"old{ending}", "ballast"}
    assert (stick / f"old{ending}").read_text() == "old"


@pytest.mark.parametrize("ending", ENDINGS)
def test_locked_stick_is_told(ending: str, data: Path, stick: Path) -> None:
    subprocess.run(["/bin/mount", "-o", "remount,ro", stick], check=True)
    with pytest.raises(EnvironmentFault, match="can only be read"):
        export(data, stick / f"out{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_stick_pulled_out_in_the_middle_is_told(ending: str, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull(share: float) -> None:
        if share >= 0.5 and folder.exists():
            folder.rmdir() if not any(folder.iterdir()) else folder.rename(tmp_path / "gone")

    with pytest.raises(EnvironmentFault, match="no such folder"):
        export(data, folder / f"out{ending}", pull)
    assert not folder.exists()
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_left_of_an_export_that_is_not_wanted_any_more(ending: str, data: Path, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share >= 0.5:
            raise Cancelled("not wanted")

    with pytest.raises(Cancelled):
        export(data, tmp_path / f"out{ending}", stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_left_of_an_export_that_is_killed(ending: str, data: Path, tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.integration.export.test_bad_days import export\n"
        "kill = lambda share: os.kill(os.getpid(), signal.SIGKILL) if share >= 0.5 else None\n"
        "export(Path(sys.argv[1]), Path(sys.argv[2]), kill)\n"
    )
    out = tmp_path / f"out{ending}"
    ran = subprocess.run(
        [sys.executable, "-c", program, data, out], check=False, env={**os.environ, "TMPDIR": str(tmp_path / "scratch")}
    )
    assert ran.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_workbook_left_in_the_temporary_folder_goes_with_the_next(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    dead, alive = scratch / "okienko-xlsx-999999999-x", scratch / f"okienko-xlsx-{os.getpid()}-x"
    for folder in (dead, alive):
        folder.mkdir(parents=True)
        (folder / "sheet").write_text("rows")
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    export(data, tmp_path / "out.xlsx")
    assert list(scratch.iterdir()) == [alive]


def test_where_files_must_have_names_what_a_killed_export_left_goes_with_the_next_one(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the file systems of memory sticks, which have no nameless files."""
    monkeypatch.setattr(os, "O_TMPFILE", os.O_DIRECTORY | os.O_CREAT)  # which no file system takes
    (tmp_path / ".out.csv.12345678.okienko-part").write_text("half")
    export(data, tmp_path / "out.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_bytes().count(b"\n") == MANY + 1


def test_two_exports_to_one_name_do_not_write_into_each_other(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second begins and ends while the first is in the middle; neither has a nameless file."""
    monkeypatch.setattr(os, "O_TMPFILE", os.O_DIRECTORY | os.O_CREAT)
    out = tmp_path / "out.csv"
    inner: list[bytes] = []

    def another(share: float) -> None:
        if share >= 0.5 and not inner:
            inner.append(b"")
            export(data, out)
            inner[0] = out.read_bytes()

    export(data, out, another)
    assert out.read_bytes() == inner[0]
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_is_left_alone_and_told_before_anything_is_read(
    make: Callable[[Path], None], data: Path, tmp_path: Path
) -> None:
    make(tmp_path / "out.csv")
    told: list[float] = []
    with pytest.raises(EnvironmentFault, match="no file"):
        export(data, tmp_path / "out.csv", told.append)
    assert not told
    assert not (tmp_path / "out.csv").is_file()


def test_what_a_link_points_to_stays_as_it_is(data: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "out.csv").symlink_to(tmp_path / "kept")
    export(data, tmp_path / "out.csv")
    assert (tmp_path / "kept").read_text() == "kept"
    assert not (tmp_path / "out.csv").is_symlink()
