"""Text too long for one page, cut where a reader pauses: at a line's end, a sentence's, a clause's, or a word's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QFont, QTextLayout, QTextOption

_PAUSES = (re.compile(r"(?<=\n)"), re.compile(r"(?<=[.!?]) "), re.compile(r"(?<=[,;:)]) "), re.compile(r" "))
_LINE_END = 0
"""A line's end belongs to the text; the space of the other pauses goes."""
_SCRAP = 20
"""Letters of a piece that makes no sense alone: it takes words from the one before."""


class Room(Protocol):
    """Where text goes."""

    def holds(self, text: str) -> bool:
        """Whether all of `text` has room."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """A rectangle of `width` pixels and `lines` lines, written on in one type."""

    width: float
    lines: int
    font: QFont

    def holds(self, text: str) -> bool:
        return self.lines_of(text) <= self.lines

    def lines_of(self, text: str) -> int:
        """On how many lines it is written."""
        return sum(self._lines(line) for line in text.split("\n"))

    def _lines(self, line: str) -> int:
        layout = QTextLayout(line, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (drawn := layout.createLine()).isValid():
            drawn.setLineWidth(self.width)
            number += 1
        layout.endLayout()
        return max(1, number)


def pieces(text: str, room: Room) -> list[str]:
    """`text` in as few pieces as `room` allows, nothing lost, cut at the strongest pause that will do.

    Where only a space between words would do, the piece after it takes words over rather than be a scrap.
    """
    cut = list(_cut(text, room, 0))
    for number in range(1, len(cut)):
        (before, _), (after, strength) = cut[number - 1 : number + 1]
        if strength == len(_PAUSES) - 1:
            longer, scrap = _without_scrap(before, after, room)
            cut[number - 1 : number + 1] = [(longer, cut[number - 1][1]), (scrap, strength)]
    return [piece for piece, _ in cut]


def _without_scrap(piece: str, following: str, room: Room) -> tuple[str, str]:
    words = piece.split(" ")
    while len(following) < _SCRAP and len(words) > 1 and "\n" not in words[-1]:
        longer = f"{words[-1]} {following}"
        if not room.holds(longer) or len(longer) > len(" ".join(words[:-1])):
            break
        following = longer
        words.pop()
    return " ".join(words), following


def _cut(text: str, room: Room, strength: int, before: int = _LINE_END) -> Iterator[tuple[str, int]]:
    """The pieces, each with the strength of the pause before it; `before` is that of the first."""
    if room.holds(text) or strength == len(_PAUSES):
        yield text, before
        return
    joint = "" if strength == _LINE_END else " "
    piece = ""
    for part in _PAUSES[strength].split(text):
        joined = f"{piece}{joint}{part}" if piece else part
        if not piece or room.holds(joined.rstrip("\n")):
            piece = joined
            continue
        yield from _cut(piece.rstrip("\n"), room, strength + 1, before)
        piece, before = part, strength
    if piece:
        yield from _cut(piece.rstrip("\n"), room, strength + 1, before)
