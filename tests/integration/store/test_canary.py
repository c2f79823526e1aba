"""Of 500 encrypted answers not one is anywhere on the disk in clear: every block of it, and a core dump, looked at."""

from __future__ import annotations

import mmap
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store.store import Store
from tests.builders import FakeClock
from tests.integration.loop_disk import make_image, mounted
from tests.keys import OFFICE, SETTINGS

CANARY = "kanarek7f3a19"
VISITORS, FEW = 500, 20
_IMAGE_MIB = 512


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """With room for a core dump."""
    return make_image(tmp_path / "disk.ext4", _IMAGE_MIB)


def run(image: Path, folder: Path, settings: str, visitors: int, *, may_dump: bool = False) -> None:
    """So many visitors on the disk of `image`; everything that the process may write is there."""
    folder.mkdir()
    with mounted(image, folder):
        data = folder / "data"
        data.mkdir()
        (data / "okienko.toml").write_text(settings, encoding="utf-8")
        (folder / "tmp").mkdir()
        module = "tests.integration.store.canary_victim"
        with (folder / "output.log").open("wb") as output:
            ended = subprocess.run(
                [sys.executable, "-m", module, data, CANARY, str(visitors), *(["--may-dump"] if may_dump else [])],
                stdout=output,
                stderr=output,
                env={
                    **os.environ,
                    **{name: str(folder / "tmp") for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")},
                    "PYTHONPATH": str(Path(__file__).parents[3]),
                    "PYTHONDONTWRITEBYTECODE": "1",
                },
                cwd=folder,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (-1, -1)),
                check=False,
            )
        assert ended.returncode == -6, (folder / "output.log").read_text()


def times_on_disk(image: Path) -> int:
    with image.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as blocks:
        number, place = 0, -1
        while (place := blocks.find(CANARY.encode(), place + 1)) >= 0:
            number += 1
        return number


def test_nothing_of_500_answers_can_be_read_from_the_disk(image: Path, tmp_path: Path) -> None:
    run(image, tmp_path / "disk", SETTINGS, VISITORS)
    found = times_on_disk(image)
    print(f"{VISITORS} visitors: {found} times in clear on a disk of {_IMAGE_MIB} MiB")
    assert found == 0
    with (
        mounted(image, tmp_path / "disk") as folder,
        Store.open(folder / "data", FakeClock(), keys=[OFFICE]) as store,
        store.reading.opened() as reading,
    ):
        assert sum(CANARY in record.answers for record in reading.records("pilot")) == VISITORS
        assert store.outbox.unacknowledged() == 1
        assert len(store.comments.pending()) == VISITORS // 10


def test_control_without_keys_they_are_there(image: Path, tmp_path: Path) -> None:
    run(image, tmp_path / "disk", "", FEW)
    assert times_on_disk(image) > FEW


@pytest.mark.nightly
def test_control_core_dump_would_hold_them(image: Path, tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text("ascii")
    if pattern.startswith(("|", "/")):
        pytest.skip("this machine's core dumps do not go to the working folder")
    run(image, tmp_path / "disk", SETTINGS, FEW, may_dump=True)
    assert times_on_disk(image) > 0
