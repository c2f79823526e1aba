"""Writes down in order what SQLite does to a disk, and says what such a disk may hold after a cut at any moment.

The disk of the model: what was synced stays. Of what was written to a file since its last sync every sector of 512
bytes is there or not, whatever happened to its neighbours; where it was written more than once it may be any of these.
A truncation or deletion since then has happened or not. A deletion that has not happened leaves the old file, and what
was written under its name later is gone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import apsw

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


@dataclass(frozen=True, slots=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncation:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """What was written to `file` is on the disk; with `folder` also what was deleted beside it."""

    file: str
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Deletion:
    file: str
    is_durable: bool


Event: TypeAlias = Write | Truncation | Sync | Deletion


class Record(list[Event]):
    """What happened, in order; a moment is how much of it had happened."""

    def now(self) -> int:
        return len(self)


class Disk(apsw.VFS):
    """A VFS over the system's own that writes down what it is told. The shared memory beside a log is no file."""

    def __init__(self, name: str) -> None:
        self.record = Record()
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _File(self.record, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802  # the library's signature
        super().xDelete(filename, syncdir)
        self.record.append(Deletion(Path(filename).name, bool(syncdir)))


class _File(apsw.VFSFile):
    def __init__(self, record: Record, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        if name is None:
            raise AssertionError("a temporary file would hold answers outside the data folder")
        self._record = record
        self._name = Path(name if isinstance(name, str) else name.filename()).name
        # SQLite's unix VFS syncs the folder together with the first sync of a journal or log that it may have made.
        is_log = bool(flags[0] & (apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL))
        self._syncs_folder = is_log and bool(flags[0] & apsw.SQLITE_OPEN_CREATE)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        self._record.append(Write(self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self._record.append(Truncation(self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self._record.append(Sync(self._name, folder=self._syncs_folder))
        self._syncs_folder = False


@contextmanager
def recorded(name: str) -> Iterator[Disk]:
    """A disk that SQLite knows as the VFS `name` meanwhile."""
    disk = Disk(name)
    try:
        yield disk
    finally:
        disk.unregister()


@dataclass
class _Held:
    """One file: what is on the disk for good, and what was done to it since its last sync."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Write | Truncation | Deletion] = field(default_factory=list)


class Cutting:
    """Goes forward through a record once, and cuts the power wherever it is asked to."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._moment = 0
        self._files: dict[str, _Held] = {}

    def go_to(self, moment: int) -> None:
        """The power stays until `moment`, which is no earlier than the last one."""
        for event in self._record[self._moment : moment]:
            held = self._files.setdefault(event.file, _Held())
            if isinstance(event, Sync):
                for done in held.pending:
                    _do(held.synced, done)
                held.pending.clear()
                if event.folder:
                    self._sync_folder()
            elif isinstance(event, Deletion) and event.is_durable:
                held.synced.clear()
                held.pending.clear()
            else:
                held.pending.append(event)
        self._moment = max(self._moment, moment)

    def _sync_folder(self) -> None:
        for held in self._files.values():
            deletions = [place for place, event in enumerate(held.pending) if isinstance(event, Deletion)]
            if deletions:
                held.synced.clear()
                del held.pending[: deletions[-1] + 1]

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as a disk may hold them now; one that is empty or not there is left out."""
        found = {name: bytes(_survived(held, chance)) for name, held in self._files.items()}
        return {name: content for name, content in found.items() if content}


def _do(content: bytearray, event: Write | Truncation | Deletion) -> None:
    match event:
        case Write(offset=offset, data=data):
            if len(content) < offset:
                content.extend(bytes(offset - len(content)))
            content[offset : offset + len(data)] = data
        case Truncation(size=size):
            del content[size:]
        case Deletion():
            content.clear()


def _survived(held: _Held, chance: random.Random) -> bytearray:
    content = bytearray(held.synced)
    pieces: dict[int, list[Write]] = {}
    for event in held.pending:
        if isinstance(event, Write):
            for piece in _by_sector(event):
                pieces.setdefault(piece.offset // SECTOR, []).append(piece)
        elif chance.random() < 0.5:
            _do(content, event)
            first_gone = 0 if isinstance(event, Deletion) else -(-event.size // SECTOR)
            pieces = {sector: some for sector, some in pieces.items() if sector < first_gone}
        elif isinstance(event, Deletion):
            break
    for some in pieces.values():
        for piece in some[: chance.randint(0, len(some))]:
            _do(content, piece)
    return content


def _by_sector(write: Write) -> Iterator[Write]:
    start, end = write.offset, write.offset + len(write.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield Write(write.file, start, write.data[start - write.offset : stop - write.offset])
        start = stop
