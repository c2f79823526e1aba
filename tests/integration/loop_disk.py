"""A file system in a file: its blocks can be looked at, and it can be made to fail while it is in use."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def make_image(image: Path, mebibytes: int) -> Path:
    """Format `image`; skips the test for those who may not mount it."""
    if os.geteuid() != 0 or not Path("/dev/loop-control").exists():
        pytest.skip("only root can mount a file system, and only where there are loop devices")
    with image.open("wb") as file:
        file.truncate(mebibytes * 2**20)
    subprocess.run(["/sbin/mkfs.ext4", "-q", image], check=True)
    return image


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[Path]:
    """`image` at `folder`, which is there; an error makes it read-only, as it does on a terminal."""
    subprocess.run(["/bin/mount", "-o", "loop,errors=remount-ro", image, folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", folder], check=True)


def fail(folder: Path) -> None:
    """The kernel finds an error in the file system at `folder`: from now on it can only be read, whoever writes."""
    command = ["/bin/findmnt", "-n", "-o", "SOURCE", str(folder)]
    device = Path(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()).name
    Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("a test", encoding="ascii")


def repair(image: Path) -> None:
    """What a machine does at its next start."""
    checked = subprocess.run(["/sbin/e2fsck", "-p", image], capture_output=True, text=True, check=False)
    assert checked.returncode in (0, 1), checked.stdout
