"""A pack's files in one file, as it travels down: plain tar (POSIX.1-1988 ustar) in gzip, and no more of either.

Only plain files of the kinds that a pack may have, with names that stay inside the folder they are unpacked into; no
links, no modes, no owners, no times, none of the extensions with which a tar file can name something longer. Reading
is a stream: whatever the file claims, no more than one piece of it is in memory. Equal files are equal bytes.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sync.protocol.compression import Bomb
from sync.protocol.malformed import Malformed

_BLOCK = 512
_PIECE = 64 * 1024
_FIRST = b"0000644\0" + b"0000000\0" * 2
_LAST = b"\0" * 12 * 1024
"""More than the two empty blocks of the standard are passed over: other programs fill up to twenty."""
_NAME = re.compile(
    r"(urzad|katalog)\.yaml"
    r"|(karty|karty/poprzednie|ankiety)/[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.yaml"
    r"|media/[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.(wav|mp4|webm|mkv|svg|png)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Caps:
    """Bytes unless said otherwise; what a pack may have at most."""

    encoded: int = 2048 * 1024 * 1024
    """The archive as it travels."""
    decoded: int = 2112 * 1024 * 1024
    """All files together."""
    file: int = 200 * 1024 * 1024
    """One file."""
    files: int = 10_000
    """How many."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of an archive; `pieces` give `size` bytes in all, once."""

    name: str
    size: int
    pieces: Iterable[bytes]


def write_archive(files: Iterable[Packed], to: BinaryIO) -> None:
    """Write the archive of `files`, whose names must differ; raises `Malformed` for a name that no pack may have.

    Also where `pieces` do not give `size` bytes: a file has changed while it was read.
    """
    with gzip.GzipFile(filename="", mode="wb", fileobj=to, mtime=0) as packed:
        for file in files:
            packed.write(_header(file))
            written = 0
            for piece in file.pieces:
                packed.write(piece)
                written += len(piece)
            if written != file.size:
                raise Malformed("a file has changed while it was packed")
            packed.write(b"\0" * (-written % _BLOCK))
        packed.write(b"\0" * 2 * _BLOCK)


def read_archive(archive: BinaryIO, caps: Caps) -> Iterator[Packed]:
    """The files of an archive, one after the other; each must be read before the next one is asked for.

    Raises `Malformed` or, beyond the caps, `Bomb`; what came before is then as worthless as the rest.
    """
    return _Reading(archive, caps).files()


class _Reading:
    def __init__(self, archive: BinaryIO, caps: Caps) -> None:
        self._stream = gzip.GzipFile(fileobj=archive, mode="rb")
        self._caps = caps
        self._room = caps.decoded

    def files(self) -> Iterator[Packed]:
        seen: set[str] = set()
        while any(block := self._exactly(_BLOCK)):
            name, size = _entry(block)
            if name.lower() in seen:
                raise Malformed("a name is twice in the archive")
            seen.add(name.lower())
            self._room -= size
            if len(seen) > self._caps.files or size > self._caps.file or self._room < 0:
                raise Bomb("the archive holds more than a pack may")
            pieces = self._pieces(size)
            yield Packed(name, size, pieces)
            for _ in pieces:
                raise Malformed("a file was not read")
            if any(self._exactly(-size % _BLOCK)):
                raise Malformed("there is something behind a file")
        rest = self._read(len(_LAST) + 1)
        if not _BLOCK <= len(rest) <= len(_LAST) or any(rest):
            raise Malformed("there is something behind the last file, or it is not the last")

    def _pieces(self, size: int) -> Iterator[bytes]:
        while size > 0:
            piece = self._exactly(min(size, _PIECE))
            size -= len(piece)
            yield piece

    def _exactly(self, size: int) -> bytes:
        data = self._read(size)
        if len(data) != size:
            raise Malformed("the archive is cut short")
        return data

    def _read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise Malformed("the archive is not gzip data, or it is cut short") from None


def _header(file: Packed) -> bytes:
    name = file.name.encode()
    if not _NAME.fullmatch(file.name) or len(name) > 100:
        raise Malformed("a name does not belong into a pack")
    filled = name.ljust(100, b"\0") + _FIRST + b"%011o\0" % file.size + b"%011o\0" % 0
    return _with_checksum(filled + b" " * 8 + b"0" + b"\0" * 100 + b"ustar\x0000")


def _with_checksum(start: bytes) -> bytes:
    block = start.ljust(_BLOCK, b"\0")
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def _entry(block: bytes) -> tuple[str, int]:
    """Name and size, from a header that is byte for byte what `_header` writes: there is no other one to be read."""
    try:
        name = block[:100].rstrip(b"\0").decode("ascii")
        size = int(block[124:135].decode("ascii"), 8)
    except ValueError:
        raise Malformed("a header of the archive cannot be read") from None
    if size < 0 or _header(Packed(name, size, ())) != block:
        raise Malformed("a header of the archive is not that of a plain file")
    return name, size
