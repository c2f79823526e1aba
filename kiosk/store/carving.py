"""Finds records in the pages of a file that SQLite may no longer be able to read.

All our tables are `WITHOUT ROWID`: their rows lie in the pages of index trees, as records that say their own shape. A
record is looked for page by page, whatever the tree above it says; whether it is one of our rows, and as it was
written, is for its checksum to tell. Source: sqlite.org/fileformat2.html, sections 1.6 and 2.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from kiosk.store.write_ahead_log import PAGE

Value: TypeAlias = int | float | str | bytes | None
Record: TypeAlias = tuple[Value, ...]

_FILE_HEAD = 100
_LEAF, _INNER = 10, 2
_MOST_LOCAL = (PAGE - 12) * 64 // 255 - 23
_LEAST_LOCAL = (PAGE - 12) * 32 // 255 - 23
_LARGEST = 64 * 2**20
_MOST_COLUMNS = 64
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class _NoRecord(Exception):  # it is how a search goes on, no error
    pass


class Carver:
    """Records in a file's pages. `page` gives one's bytes by its number, from 1; None where there is none."""

    def __init__(self, page: Callable[[int], bytes | None]) -> None:
        self._page = page

    def records(self, image: bytes, *, is_first: bool = False) -> Iterator[tuple[Record, bool]]:
        """Every record that begins in this page, and whether it is listed there.

        Where the list of a page is of no use its records may be anywhere, also some that the page no longer has.
        """
        start = _FILE_HEAD if is_first else 0
        kind, count = image[start], int.from_bytes(image[start + 3 : start + 5], "big")
        listed = start + (12 if kind == _INNER else 8)
        found: list[Record] = []
        is_whole = kind in (_LEAF, _INNER) and listed + 2 * count <= PAGE
        if is_whole:
            for (place,) in struct.iter_unpack(">H", image[listed : listed + 2 * count]):
                try:
                    found.append(self._record(image, place + (4 if kind == _INNER else 0)))
                except _NoRecord:
                    is_whole = False
        for record in found:
            yield record, True
        if not is_whole and any(image):
            for record in self._anywhere(image):
                yield record, False

    def _anywhere(self, image: bytes) -> Iterator[Record]:
        for place in range(PAGE - 4):
            try:
                record = self._record(image, place)
            except _NoRecord:
                continue
            yield record

    def _record(self, image: bytes, place: int) -> Record:
        try:
            size, place = _varint(image, place)
            if not 2 <= size <= _LARGEST:
                raise _NoRecord
            return _decoded(self._payload(image, place, size))
        except (IndexError, struct.error, UnicodeDecodeError):
            raise _NoRecord from None

    def _payload(self, image: bytes, place: int, size: int) -> bytes:
        local = size
        if size > _MOST_LOCAL:
            local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE - 4)
            local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
        if place + local + (4 if local < size else 0) > PAGE:
            raise _NoRecord
        parts, left = [image[place : place + local]], size - local
        following = int.from_bytes(image[place + local : place + local + 4], "big") if left else 0
        while left > 0:
            page = self._page(following)
            if page is None:
                raise _NoRecord
            parts.append(page[4 : 4 + left])
            left -= PAGE - 4
            following = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def _decoded(payload: bytes) -> Record:
    head, place = _varint(payload, 0)
    if not 2 <= head <= len(payload):
        raise _NoRecord
    kinds = []
    while place < head:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != head or len(kinds) > _MOST_COLUMNS or head + sum(map(_length, kinds)) != len(payload):
        raise _NoRecord
    return tuple(_values(payload, head, kinds))


def _values(payload: bytes, place: int, kinds: Sequence[int]) -> Iterator[Value]:
    for kind in kinds:
        data = payload[place : place + _length(kind)]
        place += len(data)
        if kind == 0:
            yield None
        elif kind in _INTEGERS:
            yield int.from_bytes(data, "big", signed=True)
        elif kind == 7:
            yield struct.unpack(">d", data)[0]
        elif kind in (8, 9):
            yield kind - 8
        else:
            yield data if kind % 2 == 0 else data.decode()


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise _NoRecord
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | data[place + 8], place + 9
