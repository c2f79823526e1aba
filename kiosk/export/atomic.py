"""A file that is whole or not there: written without a name, made durable, then moved into its place.

Linux lets a file have no name until it is linked (`O_TMPFILE`): whoever is killed leaves nothing. Where a file system
has no such files, as those of memory sticks, one with a name that begins with a dot is used; what a killed export has
left of it goes with the next one of the same name: a lock tells remains from what somebody is writing.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kiosk.content.durable import sync_folder
from kiosk.domain.errors import EnvironmentFault, FileFault, FileTrouble

PART = ".okienko-part"
"""How the name ends of what is being written."""
_NO_NAMELESS_FILES = (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL)
_TROUBLES = {
    errno.ENOSPC: FileTrouble.FULL,
    errno.EDQUOT: FileTrouble.FULL,
    errno.EFBIG: FileTrouble.TOO_LARGE,
    errno.EROFS: FileTrouble.READ_ONLY,
    errno.EACCES: FileTrouble.REFUSED,
    errno.EPERM: FileTrouble.REFUSED,
    errno.ENOENT: FileTrouble.GONE,
    errno.ENOTDIR: FileTrouble.GONE,
    errno.ENODEV: FileTrouble.GONE,
    errno.ENXIO: FileTrouble.GONE,
    errno.EIO: FileTrouble.GONE,
    errno.ENOTCONN: FileTrouble.GONE,
    errno.ESTALE: FileTrouble.GONE,
}
ADVICE = {
    FileTrouble.FULL: "there is no room left; free some, or choose another place",
    FileTrouble.TOO_LARGE: "the file is too large for this device's file system",
    FileTrouble.READ_ONLY: "it can only be read; unlock it, or choose another place",
    FileTrouble.GONE: "there is no such folder; if it is on a stick, is that still plugged in?",
    FileTrouble.REFUSED: "this is not allowed there; choose another place",
}
"""What can be done, besides what the system calls it."""


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """A path to write to instead of `path`, which keeps what it had until the block ends well.

    The file at that path is there and empty. It is readable for its owner only. Where `path` is a link, the file takes
    its place and what it points to stays as it is. Raises `FileFault`, at once where `path` is a folder, a pipe
    or a device.
    """
    with faults_of_files(f"cannot write {path}"):
        refuse_what_is_no_file(path)
        descriptor, name = _opened(path)
    try:
        with faults_of_files(f"cannot write {path}"):
            yield name or Path(f"/proc/self/fd/{descriptor}")
            os.fsync(descriptor)
            if name is None:
                named = path.parent / f".{secrets.token_hex(8)}{PART}"
                # Any directory's descriptor makes Python call linkat, which alone follows the link to the file.
                os.link(f"/proc/self/fd/{descriptor}", named, src_dir_fd=descriptor, follow_symlinks=True)
                name = named
            name.replace(path)
            name = None
            sync_folder(path.parent)
    except EnvironmentFault as fault:
        # Not every library that writes a file says why it could not.
        if not isinstance(fault, FileFault) and os.fstatvfs(descriptor).f_bavail == 0:
            raise FileFault(FileTrouble.FULL, f"cannot write {path}: {ADVICE[FileTrouble.FULL]}") from fault
        raise
    finally:
        os.close(descriptor)
        if name is not None:
            _forget(name)


@contextmanager
def atomic_text(path: Path, *, encoding: str = "utf-8-sig") -> Iterator[TextIO]:
    """Open `path` for writing; what was there before stays until the block ends well. Raises `FileFault`.

    The default encoding begins with a byte order mark, without which Excel reads Polish letters wrongly.
    """
    with atomic_path(path) as place, place.open("w", encoding=encoding, newline="") as file:
        yield file


@contextmanager
def faults_of_files(doing: str) -> Iterator[None]:
    """Turn an `OSError` into a `FileFault` that begins with what was being done and says what helps."""
    try:
        yield
    except OSError as fault:
        trouble = _TROUBLES.get(fault.errno or 0, FileTrouble.OTHER)
        raise FileFault(trouble, f"{doing}: {ADVICE.get(trouble) or fault.strerror or fault}") from fault


@contextmanager
def faults_of_reading(file: Path, written_by: str) -> Iterator[None]:
    """Turn an `OSError` into a `FileFault` that says which file was to be named: what this command has written."""
    name_it = f"name what `{written_by}` has written"
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as fault:
        said = f"there is no file {file}; {name_it}, and if that is on a stick, is it still plugged in?"
        raise FileFault(FileTrouble.GONE, said) from fault
    except IsADirectoryError as fault:
        raise FileFault(FileTrouble.OTHER, f"{file} is a folder; {name_it}") from fault
    except PermissionError as fault:
        raise FileFault(FileTrouble.REFUSED, f"this user may not read {file}; let him, or be another") from fault
    except OSError as fault:
        trouble = _TROUBLES.get(fault.errno or 0, FileTrouble.OTHER)
        raise FileFault(trouble, f"cannot read {file}: {fault.strerror}; see to the disk or stick") from fault


def atomic_bytes(path: Path, content: bytes) -> None:
    """Write a whole file; what was there before stays until the new one is durable. Raises `FileFault`."""
    with atomic_path(path) as place:
        place.write_bytes(content)


def refuse_what_is_no_file(path: Path) -> None:
    """Raise `FileFault` where `path` is a folder, a pipe or a device."""
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
            sentence = f"cannot write {path}: what has that name is no file; choose another name"
            raise FileFault(FileTrouble.OTHER, sentence)


def _opened(path: Path) -> tuple[int, Path | None]:
    try:
        return os.open(path.parent, os.O_TMPFILE | os.O_RDWR, 0o600), None
    except OSError as fault:
        if fault.errno not in _NO_NAMELESS_FILES:
            raise
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{PART}"):
        clear_remains(left)
    name = path.parent / f".{path.name}.{secrets.token_hex(4)}{PART}"
    descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor, name


def clear_remains(left: Path) -> None:
    """Remove a file or folder of ours that was being written, unless somebody still writes it."""
    with suppress(OSError):
        descriptor = os.open(left, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
        finally:
            os.close(descriptor)


def _forget(name: Path) -> None:
    with suppress(OSError):  # where the device is gone, so is what was on it
        name.unlink(missing_ok=True)
