"""A folder that is replaced as a whole: built beside its place, made durable, then exchanged for what is there.

Whatever fails and whenever the program is killed, the old site stands as it was, or the new one does.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.publish.site_address import TakenNames, is_safe_path
from kiosk.publish.site_manifest import MANIFEST, Manifest

_AT_ONCE = 1024 * 1024
_MOST_NAMED = 5
_CURRENT_FOLDER = -100
_EXCHANGE = 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


class SiteFolder:
    """The site that is being built. Files may come in any order, each name once, whatever its capitals."""

    def __init__(self, place: Path, build: Path) -> None:
        self._place = place
        self._build = build
        self._names = TakenNames()

    @property
    def files(self) -> tuple[str, ...]:
        """Names of what was written, sorted."""
        return tuple(sorted(self._names))

    def write(self, name: str, content: bytes) -> None:
        """Raises `BadInput` where the name leads elsewhere or is taken."""
        with self._new(name).open("wb") as file:
            file.write(content)

    def copy(self, name: str, source: Path, digest: str) -> None:
        """Piece by piece; raises `BadInput` where it is no longer the file with this SHA-256."""
        found = hashlib.sha256()
        try:
            old = source.open("rb")
        except OSError as problem:
            raise BadInput(f"{name} cannot be read any more: {problem.strerror}; publish again") from problem
        with old, self._new(name).open("wb") as new:
            while piece := old.read(_AT_ONCE):
                found.update(piece)
                new.write(piece)
        if found.hexdigest() != digest:
            raise BadInput(f"{name} was changed while it was copied; publish again")

    def _new(self, name: str) -> Path:
        if name != MANIFEST and not is_safe_path(name):
            raise BadInput(f"'{name}' cannot be the name of a page")
        other = self._names.take(name)
        if other or (self._build / name).exists():
            pages = f"{other or name} and {name}"
            raise BadInput(f"two pages would have one address: {pages}; change the code or the id of one")
        path = self._build / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def swap_in(self) -> None:
        """Everything is written: put it in its place. Called once."""
        _make_durable(self._build)
        if not self._place.exists():
            self._build.rename(self._place)
        else:
            shutil.copymode(self._place, self._build)
            _exchange(self._build, self._place)
        _make_durable(self._place.parent)


def published_before(place: Path) -> Manifest | None:
    """What was published in `place`, None where there is nothing; raises as `replaced_folder` does."""
    with _troubles_told(place):
        resolved = _resolved(place)
        _bring_back(resolved)
        return _before(resolved)


@contextmanager
def replaced_folder(place: Path) -> Iterator[tuple[SiteFolder, Manifest | None]]:
    """Where to build what will stand in `place`, and what was published there before.

    Raises `BadInput` where something of others lies there, `EnvironmentFault` where it cannot be written.
    """
    with _troubles_told(place):
        place = _resolved(place)
        _bring_back(place)
        before = _before(place)
        if not place.parent.is_dir():
            raise BadInput(f"there is no folder {place.parent}; make it first")
        with _building(place) as build:
            yield SiteFolder(place, build), before


@contextmanager
def _troubles_told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise EnvironmentFault(f"cannot write the site to {place}: {reason}; what was there is as it was") from fault


def _resolved(place: Path) -> Path:
    try:
        resolved = place.resolve()
    except RuntimeError as problem:  # how Python before 3.13 reports a loop of links
        raise BadInput(f"{place} is a loop of links; allowed: a folder for the site") from problem
    if resolved == resolved.parent:
        raise BadInput(f"a site cannot stand in {resolved}; allowed: a folder of its own")
    return resolved


def _before(place: Path) -> Manifest | None:
    """Of the site that is there; None where there is nothing. Raises `BadInput` where there is anything else."""
    if not place.exists():
        return None
    if not place.is_dir():
        raise BadInput(f"{place} is a file; allowed: a folder for the site")
    manifest = place / MANIFEST
    before = Manifest.from_bytes(manifest.read_bytes()) if manifest.is_file() and not manifest.is_symlink() else None
    ours = {*before.files, MANIFEST} if before is not None else set()
    found = (path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
    # No more are looked for than are named: somebody may have meant another folder, with a whole disk in it.
    if foreign := list(islice((name for name in found if name not in ours), _MOST_NAMED + 1)):
        named = ", ".join(repr(name)[1:-1] for name in sorted(foreign[:_MOST_NAMED]))
        more = ", …" if foreign[_MOST_NAMED:] else ""
        raise BadInput(
            f"{place} holds what this program has not put there ({named}{more}); allowed: an empty folder or a site"
        )
    return before


@contextmanager
def _building(place: Path) -> Iterator[Path]:
    """An empty folder beside `place`, locked against a second program, and gone at the end.

    What a killed program has left there is cleared away. Both folders are locked, for they change places: whoever
    comes next must not take the old site for such a leftover while it is being removed.
    """
    build = place.parent / f".{place.name}.okienko-new"
    build.mkdir(exist_ok=True)
    locks = [_locked(build)]
    try:
        if place.exists():
            locks.append(_locked(place))
        _clear(build)
        yield build
    finally:
        if build.exists():
            shutil.rmtree(build, ignore_errors=True)
        for lock in locks:
            os.close(lock)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _locked(folder: Path) -> int:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_same = folder.exists() and os.path.samestat(os.fstat(descriptor), folder.stat())
    except BlockingIOError:
        is_same = False
    if not is_same:
        os.close(descriptor)
        raise EnvironmentFault(f"another program is just publishing into {folder.parent}; try again later")
    return descriptor


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step; in two where the file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        result = libc.renameat2(_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other), _EXCHANGE)
        if result == 0:
            return
        if (number := ctypes.get_errno()) not in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
            raise OSError(number, os.strerror(number))
    aside = _aside(other)
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.okienko-old")


def _bring_back(place: Path) -> None:
    """A program that was killed between the two steps has left the old site beside its place."""
    if _aside(place).is_dir() and not place.exists():
        _aside(place).rename(place)


def _make_durable(folder: Path) -> None:
    """All that was written to the file system of `folder` is on its disk: one call, not one for each of its files."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(libc, "syncfs"):
            os.sync()
        elif libc.syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(descriptor)
