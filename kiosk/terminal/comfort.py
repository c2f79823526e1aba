"""How one visitor wants the screen: larger text, high contrast, everything lower. Forgotten when the visit ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

SCALES = (1.0, 1.5, 2.0)
"""Sizes of text. At 2.0 a capital letter is seen under 0.7 degrees from 600 mm (EN 301 549, 5.1.4)."""
_FEWEST, _MOST = 8, 24
"""Letters of a word that never breaks, and of one that always may."""
_BESIDE_CELLS, _CELL, _BESIDE_WORDS = 20.0, 95.0, 25.0
"""Millimetres: margins of a page, least width of one of several tiles at 100 %, what stands beside its words."""
_LETTER, _LETTER_OF_TITLE = 3.8, 8.4
"""Millimetres that a letter is wide, in a tile and in the largest title at 100 %."""
REACH = 1200.0
"""Millimetres above the floor that somebody in a wheelchair reaches (EN 301 549, 8.3.2: 1 220; its test says 1 200)."""


@QmlElement
class ComfortViewModel(QObject):
    """The visitor's settings of the screen; each button of the strip changes one at once."""

    changed = Signal()
    panelChanged = Signal()
    """How large the panel is, and with it which words fit on a line."""

    def __init__(self, options: TerminalOptions) -> None:
        super().__init__()
        self._options = options
        self._step = 0
        self._width = 0.0
        self._is_portrait = True
        self._high_contrast = self._lowered = False

    @Property(float, notify=changed)
    def textScale(self) -> float:
        """1.0, 1.5 or 2.0."""
        return SCALES[self._step]

    @Property(int, notify=changed)
    def percent(self) -> int:
        """The size of the text in per cent."""
        return round(100 * self.textScale)

    @Property(bool, notify=changed)
    def isHighContrast(self) -> bool:
        return self._high_contrast

    @Property(bool, notify=changed)
    def isLowered(self) -> bool:
        return self._lowered

    @Property(float, notify=changed)
    def lowZone(self) -> float:
        """How high the part of the panel is that everybody reaches, in pixels."""
        return max(0.0, REACH - self._options.bottom_edge_mm) * self._options.pixels_per_millimetre

    @property
    def longest_word(self) -> int:
        """Letters of the longest word that fits on a line of any tile, or of a title, on this panel."""
        scale = self.textScale
        if self._width <= 0:
            return round(_MOST / scale)
        width = self._width / self._options.pixels_per_millimetre - _BESIDE_CELLS
        tile = width if self._is_portrait or width < 2 * _CELL * scale else _CELL * scale
        fitting = min((tile - _BESIDE_WORDS) / (_LETTER * scale), width / (_LETTER_OF_TITLE * (1 + 0.4 * (scale - 1))))
        return max(_FEWEST, min(_MOST, int(fitting)))

    @Slot(float, float)
    def setPanel(self, width: float, height: float) -> None:
        """The panel is so many pixels wide and high."""
        if (width, height > width) != (self._width, self._is_portrait):
            self._width, self._is_portrait = width, height > width
            self.panelChanged.emit()

    @Slot()
    def enlarge(self) -> None:
        """The next larger text; after the largest the first again."""
        self._step = (self._step + 1) % len(SCALES)
        self.changed.emit()

    @Slot()
    def toggleContrast(self) -> None:
        self._high_contrast = not self._high_contrast
        self.changed.emit()

    @Slot()
    def toggleLowered(self) -> None:
        self._lowered = not self._lowered
        self.changed.emit()

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what the next visitor finds."""
        return bool(self._step or self._high_contrast or self._lowered)

    def forget(self) -> None:
        """The next visitor finds the screen as the office set it."""
        if self.is_changed:
            self._step, self._high_contrast, self._lowered = 0, False, False
            self.changed.emit()
