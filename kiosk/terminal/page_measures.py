"""How much text a page holds: its room, measured on the screen, in lines of one type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.terminal.pieces import Paper

LINE_HEIGHT = 1.2
"""From one line to the next, in line spacings of the type, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """A page with room for text so wide and high, in pixels, written in type of `size` pixels."""

    width: float
    height: float
    size: float
    family: str

    @property
    def has_room(self) -> bool:
        """Whether anything was measured yet."""
        return min(self.width, self.height, self.size) > 0

    def paper(
        self,
        *,
        scale: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Normal,
        line_height: float = LINE_HEIGHT,
        lines_kept: float = 0.0,
        indent: float = 0.0,
    ) -> Paper:
        """For text so much larger than the rest, with `lines_kept` of the page and `indent` pixels of each line for
        something else."""
        font = QFont(self.family)
        font.setPixelSize(round(self.size * scale))
        font.setWeight(weight)
        lines = self.height / (QFontMetricsF(font).lineSpacing() * line_height) - lines_kept
        return Paper(self.width - indent, max(1, int(lines)), font)
