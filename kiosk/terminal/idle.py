"""The idle clock: warns, then says that nobody is here. Time is asked of a `Clock`; `tick` only looks at it."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IdleClock(QObject):
    """Runs from `start` or the last touch. `secondsLeft` counts down to `expired`, rounded up."""

    changed = Signal()
    expired = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._limit: float | None = None
        self._warning = 0.0
        self._extendable = True
        self._since = clock.monotonic()
        self._shown: tuple[bool, int] = (False, 0)

    @Property(bool, notify=changed)
    def isWarning(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self._shown[0]

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._shown[1]

    @property
    def idle_seconds(self) -> float:
        """Seconds since the last touch or `start`."""
        return self._clock.monotonic() - self._since

    def start(self, seconds: float, warning_seconds: float = 0.0, *, extendable: bool = True) -> None:
        """Expire after `seconds` without a touch and a warning of `warning_seconds` after that."""
        self._limit, self._warning, self._extendable = seconds + warning_seconds, warning_seconds, extendable
        self._since = self._clock.monotonic()
        self._show()

    @Slot()
    def touch(self) -> None:
        """Somebody is here: count from the beginning, unless this stretch cannot be extended."""
        if self._extendable:
            self._since = self._clock.monotonic()
            self._show()

    def tick(self) -> None:
        """Look at the clock; cheap, call it several times a second."""
        if self._limit is not None and self.idle_seconds >= self._limit:
            self._since = self._clock.monotonic()
            self._show()
            self.expired.emit()
        else:
            self._show()

    def _show(self) -> None:
        left = max(0.0, (self._limit or 0.0) - self.idle_seconds)
        shown = (self._warning > 0.0 and left <= self._warning, math.ceil(left))
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
