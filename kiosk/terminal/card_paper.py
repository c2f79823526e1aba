"""The page on which a card is written: how large each kind of block is, and where a long one goes on overleaf."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QFont

from kiosk.terminal.card_text import Block
from kiosk.terminal.page_measures import LINE_HEIGHT, PageMeasures
from kiosk.terminal.pieces import pieces

_SIZES = {"lead": 1.2, "heading": 1.2, "plain": 1.25}
"""How much larger such blocks are written than the rest, as CardBlock.qml does it."""
_LINE_HEIGHTS = {"plain": 1.35}
_MEDIUM = ("lead", "heading")
_AROUND_HEADING = 1.0
"""Lines of air above a heading and below it."""
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")
_OF_THE_MARK = 2.4
"""Sizes of type that a mark and the gap beside it take at most."""
_OF_THE_ICON = 1.8
"""Sizes of type that a heading's drawing and the gap beside it take at most."""
_ROOMY = 2.0
"""Squares of the size of type that a letter takes at most, blanks at the ends of lines included: no need to measure."""
_MOST_OF_A_PAGE = 0.4
"""Share of a page that the gist takes at most in one piece: name and facts stand there too."""
_INDENT = " "
"""Stands in the place of a mark where an item goes on."""


def fitting(block: Block, page: PageMeasures, before: Block | None = None) -> list[Block]:
    """The block, in pieces where one page cannot hold it; only the first carries the mark.

    With a heading before it, the first piece leaves room for that: the two stay together. The gist of a card goes on
    overleaf sentence by sentence, because it begins on a page with much else.
    """
    heading = before if before is not None and before.kind == "heading" else None
    scale = _SIZES.get(block.kind, 1.0)
    paper = page.paper(
        scale=scale,
        weight=QFont.Weight.Medium if block.kind in _MEDIUM else QFont.Weight.Normal,
        line_height=_LINE_HEIGHTS.get(block.kind, LINE_HEIGHT),
        lines_kept=_AROUND_HEADING + _lines_of(heading, page) if heading is not None else 0.0,
        indent=_OF_THE_MARK * page.size if block.mark else 0.0,
    )
    size = page.size * scale
    if "\n" not in block.text and paper.width * paper.lines > _ROOMY * size * size * len(block.text):
        return [block]
    is_long = block.kind == "lead" and paper.lines_of(block.text) > _MOST_OF_A_PAGE * paper.lines
    parts = _SENTENCE.split(block.text) if is_long else [block.text]
    first, *others = [piece for part in parts for piece in pieces(part, paper)]
    going_on = replace(block, mark=_INDENT if block.mark else "", goes_on=True)
    return [replace(block, text=first), *(replace(going_on, text=other) for other in others)]


def _lines_of(heading: Block, page: PageMeasures) -> int:
    paper = page.paper(scale=_SIZES["heading"], weight=QFont.Weight.Medium, indent=_OF_THE_ICON * page.size)
    return paper.lines_of(heading.text)
