"""The data folder on disk: private to its owner, and one terminal at a time.

Imports no SQL, so that a terminal can look here before its first frame.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.domain.errors import StoreFault

FILE_NAME = "okienko.sqlite"
"""The terminal's database. Never open it but through `kiosk.store`: a plain open and close drops SQLite's locks."""
_LOCK_NAME = "terminal.lock"
_ROOM = 64 * 1024
_OF_ANOTHER = "run this as the user whose data it is, or let this one write there"
_WHAT_TO_DO = {
    errno.EROFS: "look for a fault of the disk (dmesg), mend it (fsck) and mount it for writing",
    errno.EACCES: _OF_ANOTHER,
    errno.EPERM: _OF_ANOTHER,
    errno.ENOSPC: "make room on the disk",
    errno.EEXIST: "name a folder with --data",
    errno.ENOTDIR: "name a folder with --data",
}


def what_to_do(number: int | None) -> str:
    """What a person can do where the system refused the folder with this error."""
    return _WHAT_TO_DO.get(number or 0, "see to the disk (dmesg)")


def has_room(folder: Path) -> bool:
    """Whether a file of `folder` can be opened there: SQLite makes two beside it, of which the index takes 32 KiB."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return True  # whoever opens it tells what the matter is
    if not found.f_blocks:
        return True  # a file system that does not tell
    return (found.f_bavail if os.geteuid() else found.f_bfree) * found.f_frsize >= _ROOM


def make_private(file: Path) -> None:
    """Create the folder and an empty `file` for the owner only, and make the entry durable; raises `StoreFault`."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if file.exists():
            return
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as fault:
        raise StoreFault(f"cannot open {file}: {fault.strerror}") from fault


def suspicion(file: Path) -> Path:
    """A mark beside `file`: somebody met damage in it, and whoever is next alone with it must look."""
    return file.with_name(f"{file.name}.suspect")


def note_suspicion(file: Path) -> None:
    """Make the mark; where even that cannot be written, the damage is met again."""
    with suppress(OSError):
        suspicion(file).touch(mode=0o600)


@contextmanager
def only_terminal(data: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock dies with it. Raises `StoreFault` when another terminal holds it.

    A second terminal would take the first one's visitor for the remains of a crash.
    """
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(data / _LOCK_NAME, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as fault:
        raise StoreFault(f"cannot use {data}: {fault.strerror}; {what_to_do(fault.errno)}") from fault
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreFault(f"another terminal is running on {data}; end it, or choose another folder") from None
        yield
    finally:
        os.close(descriptor)
