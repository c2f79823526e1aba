"""The page on which a card is written: how large each kind of block is, and where a long one goes on overleaf."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.terminal.card_text import Block
from kiosk.terminal.pieces import Paper, pieces

_SIZES = {"lead": 1.2, "heading": 1.2, "plain": 1.25}
"""How much larger such blocks are written than the rest, as CardBlock.qml does it."""
_LINE_HEIGHT = {"plain": 1.35}
_USUAL_LINE_HEIGHT = 1.2
_MEDIUM = ("lead", "heading")
_OF_THE_HEADING = 1.4
_OF_THE_MARK = 2.4
"""Sizes of type that a mark and the gap beside it take at most."""
_ROOMY = 2.0
"""Squares of the size of type that a letter takes at most, blanks at the ends of lines included: no need to measure."""
_INDENT = " "
"""Stands in the place of a mark where an item goes on."""


@dataclass(frozen=True, slots=True)
class CardPaper:
    """A page so wide and high, in pixels, written in type of `size` pixels."""

    width: float
    height: float
    size: float
    family: str

    def fitting(self, block: Block) -> list[Block]:
        """The block, in pieces where one page cannot hold it; only the first carries the mark."""
        size = self.size * _SIZES.get(block.kind, 1.0)
        font = QFont(self.family)
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight.Medium if block.kind in _MEDIUM else QFont.Weight.Normal)
        line = QFontMetricsF(font).lineSpacing() * _LINE_HEIGHT.get(block.kind, _USUAL_LINE_HEIGHT)
        # A heading stays with what it heads: it takes some lines from it.
        lines = self.height / line - _OF_THE_HEADING
        paper = Paper(self.width - (_OF_THE_MARK * self.size if block.mark else 0), max(1, int(lines)), font)
        if "\n" not in block.text and paper.width * paper.lines > _ROOMY * size * size * len(block.text):
            return [block]
        first, *others = pieces(block.text, paper)
        going_on = replace(block, mark=_INDENT if block.mark else "")
        return [replace(block, text=first), *(replace(going_on, text=other) for other in others)]
