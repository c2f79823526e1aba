"""Whether the panel feels touches where they are: crosses in its corners, at its edges and in its middle."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
_EDGE_MM = 12.0
"""How far from the edges the outer crosses stand."""
_GOOD_MM = 5.0
"""A finger meets a cross this well; targets are 20 mm and more."""
_PATIENCE = 15.0
"""Seconds without a touch after which it ends: on a panel that feels nothing no button could."""
_PLACES = ((0, 0), (1, 0), (0.5, 0.5), (0.5, 0), (0, 0.5), (1, 0.5), (0.5, 1), (0, 1), (1, 1))
"""From the left and the top, as shares of the way between the outer crosses."""


@QmlElement
class TouchTestViewModel(QObject):
    """One cross after another; a touch counts for the one that is shown. Places are in pixels of the test's area."""

    changed = Signal()

    def __init__(self, clock: Clock, pixels_per_millimetre: float, ended: Callable[[], None]) -> None:
        super().__init__()
        self._clock = clock
        self._scale = pixels_per_millimetre
        self._ended = ended
        self._size = (0.0, 0.0)
        self._offsets: list[float] = []
        self._hits = RowModel("across", "down", "offset", "isGood", parent=self)
        self._is_running = False
        self._touched_at = 0.0

    @Property(bool, notify=changed)
    def isRunning(self) -> bool:
        return self._is_running

    @Property(bool, notify=changed)
    def hasResult(self) -> bool:
        return not self._is_running and bool(self._offsets)

    @Property(float, notify=changed)
    def targetX(self) -> float:
        return self._target()[0]

    @Property(float, notify=changed)
    def targetY(self) -> float:
        return self._target()[1]

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of the cross that is shown, from 1."""
        return min(len(self._offsets) + 1, len(_PLACES))

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(_PLACES)

    @Property(QObject, notify=changed)
    def hits(self) -> RowModel:
        """Where the panel was touched, and how far from the cross in millimetres."""
        return self._hits

    @Property(str, notify=changed)
    def lastOffset(self) -> str:
        return _millimetres(self._offsets[-1]) if self._offsets else ""

    @Property(str, notify=changed)
    def result(self) -> str:
        """What was found, in a sentence."""
        if not self._offsets:
            return ""
        worst = _millimetres(max(self._offsets))
        if len(self._offsets) < len(_PLACES):
            words = translate("Administration", "The test ended early: %1 of %2 crosses were touched.")
            return words.replace("%1", str(len(self._offsets))).replace("%2", str(len(_PLACES)))
        if max(self._offsets) <= _GOOD_MM:
            return translate("Administration", "Well: no touch was more than %1 off.").replace("%1", worst)
        words = translate("Administration", "Touches are up to %1 off: the panel should be calibrated.")
        return words.replace("%1", worst)

    @Slot(float, float)
    def setSize(self, width: float, height: float) -> None:
        """The area is so large."""
        self._size = (width, height)
        self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """Show the first cross."""
        self._offsets.clear()
        self._hits.show([])
        self._is_running = True
        self._touched_at = self._clock.monotonic()
        self.changed.emit()

    @Slot(float, float)
    def touch(self, x: float, y: float) -> None:
        """The panel was touched here."""
        if not self._is_running:
            return
        offset = math.dist((x, y), self._target()) / self._scale
        self._offsets.append(offset)
        row = {"across": x, "down": y, "offset": _millimetres(offset), "isGood": offset <= _GOOD_MM}
        self._hits.show([*self._hits.rows, row])
        self._touched_at = self._clock.monotonic()
        if len(self._offsets) == len(_PLACES):
            self._end()
        else:
            self.changed.emit()

    def tick(self) -> None:
        """The clock was looked at."""
        if self._is_running and self._clock.monotonic() - self._touched_at >= _PATIENCE:
            self._end()

    def forget(self) -> None:
        """The page is left."""
        self._is_running = False
        self._offsets.clear()
        self._hits.show([])
        self.changed.emit()

    def _end(self) -> None:
        self._is_running = False
        self.changed.emit()
        self._ended()

    def _target(self) -> tuple[float, float]:
        across, down = _PLACES[self.number - 1]
        edge = _EDGE_MM * self._scale
        width, height = self._size
        return edge + across * (width - 2 * edge), edge + down * (height - 2 * edge)


def _millimetres(length: float) -> str:
    return translate("Administration", "%1 mm").replace("%1", QLocale().toString(length, "f", 1))
