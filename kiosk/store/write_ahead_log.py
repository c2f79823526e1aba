"""Reads SQLite's write-ahead log before SQLite does, which ends at the first bad frame and says nothing of it.

With `synchronous=FULL` the log is on the disk after every commit. So a bad frame is what a power cut leaves only where
it belongs to the last, unfinished transaction: where a later one follows, or where one flipped bit explains it, answers
that were acknowledged would go unseen. Source: sqlite.org/fileformat2.html, section 4.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kiosk.domain.errors import StoreFault

PAGE = 4096
"""Bytes of a page; this program makes no file with another size."""
HEAD = 32
FRAME = 24
"""Bytes before the first frame, and before the page in each frame."""
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_MASK = 0xFFFFFFFF
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as a transaction left it. Where `is_good` is false neither the number nor the image is to be trusted."""

    page: int
    image: bytes
    is_good: bool


@dataclass(frozen=True, slots=True)
class Log:
    """The frames of all finished transactions, as far as they can be read; `damage` says what is wrong, if anything.

    `pages` is how many the file has after the last of them, 0 where that is not known.
    """

    frames: tuple[Frame, ...] = ()
    damage: str = ""
    pages: int = 0


def read_log(file: Path) -> Log:
    """The log at `file`, which nobody has open. Raises `StoreFault` where it cannot be read."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Log()
    except OSError as fault:
        raise StoreFault(f"cannot read {file}: {fault.strerror}") from fault
    places = range(HEAD, len(data) - FRAME - PAGE + 1, FRAME + PAGE)
    if not places or not any(data[:HEAD]):  # emptied, or never begun
        return Log()
    return _log(data[:HEAD], [_Raw.read(data[place : place + FRAME + PAGE]) for place in places])


class _State(Enum):
    GOOD = auto()
    FLIPPED = auto()
    SOMEWHERE = auto()
    BAD = auto()
    FOREIGN = auto()


_TRUSTED = (_State.GOOD, _State.FLIPPED)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A frame as it lies there. `content` is what its sum is over: page number, size at commit, page."""

    salts: Pair
    stored: Pair
    content: bytes

    @classmethod
    def read(cls, data: bytes) -> _Raw:
        _page, _size, *numbers = struct.unpack_from(">6I", data)
        return cls((numbers[0], numbers[1]), (numbers[2], numbers[3]), data[:8] + data[FRAME:])

    @property
    def is_commit(self) -> bool:
        return any(self.content[4:8])


def _log(head: bytes, raws: Sequence[_Raw]) -> Log:
    magic, _version, _page, _times, *numbers = struct.unpack(">8I", head)
    order = ">" if magic == _BIG else "<"
    salts, stored, seed = (numbers[0], numbers[1]), (numbers[2], numbers[3]), _sum((0, 0), head[:24], order)
    damage = ""
    if seed != stored:
        damage = "the head of the write-ahead log is damaged"
        salts = Counter(raw.salts for raw in raws).most_common(1)[0][0]
        if _sum(stored, raws[0].content, order) == raws[0].stored:
            seed = stored
    found: list[tuple[_State, _Raw]] = []
    for raw in raws:
        state, mended = _judged(raw, salts, seed, order)
        seed = _sum(seed, raw.content, order) if state is _State.FLIPPED and mended is raw else raw.stored
        found.append((state, mended))
    while found and found[-1][0] is _State.FOREIGN:  # of the time before the log was begun anew
        found.pop()
    bad = next((place for place, (state, _) in enumerate(found) if state in (_State.BAD, _State.FOREIGN)), len(found))
    commits = [place for place, (state, raw) in enumerate(found) if state is not _State.FOREIGN and raw.is_commit]
    if any(bad <= place < len(found) - 1 for place in commits):
        damage = damage or "the write-ahead log is damaged"
    if any(state in (_State.FLIPPED, _State.SOMEWHERE) for state, _ in found):
        damage = damage or "a bit of the write-ahead log is flipped"
    if not damage:
        found = found[:bad]
    end = max((place for place in commits if place < len(found)), default=-1) + 1
    found = found[:end]
    pages = int.from_bytes(found[-1][1].content[4:8], "big") if found and found[-1][0] in _TRUSTED else 0
    return Log(tuple(_frame(state, raw) for state, raw in found if state is not _State.FOREIGN), damage, pages)


def _judged(raw: _Raw, salts: Pair, seed: Pair, order: str) -> tuple[_State, _Raw]:
    """How a frame is, after one whose sum is `seed`; and the frame without a bit that is flipped in its content.

    The sum does not tell the places of high bits apart: then it is known that one is flipped somewhere, but not which.
    """
    apart = _bits_apart(raw.salts, salts)
    if apart > 1:
        return _State.FOREIGN, raw
    made = _sum(seed, raw.content, order)
    if made == raw.stored:
        return (_State.FLIPPED if apart else _State.GOOD), raw
    if apart:
        return _State.FOREIGN, raw
    if _bits_apart(made, raw.stored) == 1:
        return _State.FLIPPED, raw
    mended = _without_flip(raw.content, made, raw.stored, order)
    if len(mended) == 1:
        return _State.FLIPPED, _Raw(raw.salts, raw.stored, mended[0])
    return (_State.SOMEWHERE if mended else _State.BAD), raw


def _frame(state: _State, raw: _Raw) -> Frame:
    return Frame(int.from_bytes(raw.content[:4], "big"), raw.content[8:], state in _TRUSTED)


def _sum(seed: Pair, data: bytes, order: str) -> Pair:
    first, second = seed
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & _MASK
        second = (second + words[place + 1] + first) & _MASK
    return first, second


def _without_flip(content: bytes, made: Pair, stored: Pair, order: str) -> list[bytes]:
    """Every content whose sum is `stored` and that differs from this one by a single bit.

    A change of a word moves the sum by the same amount at its place, and from there as the sum itself goes on: that is
    followed back, from the end, until the difference of the sums is one that a single bit makes.
    """
    first, second = (stored[0] - made[0]) & _MASK, (stored[1] - made[1]) & _MASK
    found = []
    for place in range(len(content) // 8 - 1, -1, -1):
        by, word = (first, 2 * place) if first == second else (second, 2 * place + 1)
        if first in (0, second):
            (old,) = struct.unpack_from(f"{order}I", content, 4 * word)
            new = (old + by) & _MASK
            if (old ^ new).bit_count() == 1:
                found.append(content[: 4 * word] + struct.pack(f"{order}I", new) + content[4 * word + 4 :])
        second = (second - first) & _MASK
        first = (first - second) & _MASK
    return found


def _bits_apart(one: Pair, other: Pair) -> int:
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))
