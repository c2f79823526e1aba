"""The page on which a card is written: how large each kind of block is, and where a long one goes on overleaf."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFont

from kiosk.terminal.card_text import Block
from kiosk.terminal.page_measures import LINE_HEIGHT, PageMeasures
from kiosk.terminal.pieces import pieces

_SIZES = {"lead": 1.2, "heading": 1.2, "plain": 1.25}
"""How much larger such blocks are written than the rest, as CardBlock.qml does it."""
_LINE_HEIGHTS = {"plain": 1.35}
_MEDIUM = ("lead", "heading")
_OF_THE_HEADING = 1.4
"""Lines that a heading takes from what it heads: the two stay together."""
_OF_THE_MARK = 2.4
"""Sizes of type that a mark and the gap beside it take at most."""
_ROOMY = 2.0
"""Squares of the size of type that a letter takes at most, blanks at the ends of lines included: no need to measure."""
_INDENT = " "
"""Stands in the place of a mark where an item goes on."""


def fitting(block: Block, page: PageMeasures) -> list[Block]:
    """The block, in pieces where one page cannot hold it; only the first carries the mark."""
    scale = _SIZES.get(block.kind, 1.0)
    paper = page.paper(
        scale=scale,
        weight=QFont.Weight.Medium if block.kind in _MEDIUM else QFont.Weight.Normal,
        line_height=_LINE_HEIGHTS.get(block.kind, LINE_HEIGHT),
        lines_kept=_OF_THE_HEADING,
        indent=_OF_THE_MARK * page.size if block.mark else 0.0,
    )
    size = page.size * scale
    if "\n" not in block.text and paper.width * paper.lines > _ROOMY * size * size * len(block.text):
        return [block]
    first, *others = pieces(block.text, paper)
    going_on = replace(block, mark=_INDENT if block.mark else "", goes_on=True)
    return [replace(block, text=first), *(replace(going_on, text=other) for other in others)]
