"""The blocks of a page in rows: what they say of themselves, and how wide and high that makes them, in pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtQuick import QQuickItem


@dataclass(slots=True)
class Row:
    """Blocks side by side, and what they say of themselves. Heights are in pixels."""

    blocks: list[QQuickItem]
    first: int
    height: float
    stretch: float
    highest: float
    stays_with_next: bool
    is_pinned: bool


def rows_of(blocks: Iterable[QQuickItem], width: float, columns: int, spacing: float, *, is_uniform: bool) -> list[Row]:
    """The wanted blocks in rows, each as wide as it will be, so that its height is that of its text.

    Cells stand side by side in `columns`, or in as many as they have `beside`: such cells begin a row of their own.
    With `is_uniform` the rows of the others are as high as the highest of them.
    """
    rows: list[Row] = []
    cells, beside = 0, None
    for number, block in enumerate(blocks):
        is_cell = bool(block.property("isCell"))
        is_like_last, beside = block.property("beside") == beside, block.property("beside")
        in_row = int(_told(block, "beside", columns)) if is_cell else 1
        block.setWidth(min((width - spacing * (in_row - 1)) / in_row, _told(block, "widest", math.inf)))
        if not block.isVisible() and block.inherits("QQuickLayout"):
            # A layout that is hidden knows nothing of what has changed in it. Whoever lays out hides it again.
            block.setVisible(True)
            block.ensurePolished()
        if is_cell and is_like_last and 0 < cells < in_row:
            rows[-1].blocks.append(block)
            rows[-1].height = max(rows[-1].height, own_height(block))
            rows[-1].highest = max(rows[-1].highest, _told(block, "highest", math.inf))
            cells += 1
            continue
        cells = 1 if is_cell else 0
        rows.append(
            Row(
                [block],
                number,
                own_height(block),
                _told(block, "stretch", 0.0),
                _told(block, "highest", math.inf),
                bool(block.property("staysWithNext")),
                bool(block.property("isPinned")) and all(row.is_pinned for row in rows),
            )
        )
    if is_uniform:
        alike = [row for row in rows if row.blocks[0].property("isCell") and row.blocks[0].property("beside") is None]
        highest = max((row.height for row in alike), default=0.0)
        for row in alike:
            row.height = highest
    return rows


def height_of(rows: Sequence[Row], spacing: float) -> float:
    """Of all of them, one below another."""
    return sum(row.height for row in rows) + spacing * max(0, len(rows) - 1)


def own_height(block: QQuickItem) -> float:
    """The height that a block asks for; none as long as a page that is being made gives no number."""
    height = block.implicitHeight()
    return height if math.isfinite(height) else 0.0


def _told(block: QQuickItem, name: str, otherwise: float) -> float:
    told = block.property(name)
    return float(told) if isinstance(told, int | float) and told >= 0 else otherwise
