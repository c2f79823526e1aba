"""Real file systems to plug in and pull out: tmpfs, mounted as a desktop mounts sticks."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMESPACE = "OKIENKO_TESTS_MAY_MOUNT"


class Stick:
    """One place where sticks are plugged in. What is on the stick is looked at by a second way, as the owner would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._inside = folder.parent.parent / "owner"

    def plug_in(self, size: str = "64m") -> None:
        for place in (self.folder, self._inside):
            place.mkdir(parents=True, exist_ok=True)
        _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(self.folder))
        _run("mount", "--bind", str(self.folder), str(self._inside))

    def pull_out(self) -> None:
        """In the middle of whatever is being done with it."""
        _run("umount", "-l", str(self.folder))

    def forbid_writing(self) -> None:
        _run("mount", "-o", "remount,ro", str(self.folder))

    def files(self) -> list[str]:
        """Everything that lies on it, hidden or not, also after it was pulled out."""
        return sorted(each.name for each in self._inside.iterdir())

    def read(self, name: str) -> str:
        return (self._inside / name).read_text("utf-8-sig")

    def forget(self) -> None:
        """Another stick will be plugged in."""
        for place in (self.folder, self._inside):
            while place.is_mount():
                _run("umount", "-l", str(place))


@contextmanager
def stick_place(folder: Path) -> Iterator[Stick]:
    stick = Stick(folder / "media" / "STICK")
    try:
        yield stick
    finally:
        stick.forget()


@functools.cache
def may_mount() -> bool:
    return os.geteuid() == 0 and shutil.which("mount") is not None


def run_where_one_may_mount(test: str) -> bool:
    """Whether `test` was run anew, and well, in a namespace of its own, because this process may not mount."""
    if may_mount() or NAMESPACE in os.environ:
        return False
    unshare = shutil.which("unshare")
    assert unshare is not None, "to plug sticks in, run the tests as root or install util-linux"
    command = [unshare, "--user", "--map-root-user", "--mount", sys.executable, "-m", "pytest", "-q", test]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, NAMESPACE: "1"},
    )
    assert done.returncode == 0, done.stdout
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
