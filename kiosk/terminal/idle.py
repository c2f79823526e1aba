"""The idle clock: warns, then says that nobody is here. Time is asked of a `Clock`; `tick` only looks at it."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.terminal.properties import Property
from kiosk.terminal.signs import Leanings, Place, Signs

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

SLOWLY = 3.0
"""How many times longer somebody gets who reads large text, listens, or goes by keys."""


@QmlElement
class IdleClock(QObject):
    """Runs from `start` or the last sign of life. `secondsLeft` counts down to `expired`, rounded up."""

    changed = Signal()
    warned = Signal()
    """The warning begins: it is on the screen; whoever can be heard says it too."""
    expired = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._limit: float | None = None
        self._warning = 0.0
        self._extendable = True
        self._factors: dict[str, float] = {}
        self._signs = Signs()
        self._leanings = Leanings()
        self._is_asleep = False
        self._since = self._quiet_since = self._held_until = clock.monotonic()
        self._shown: tuple[bool, int] = (False, 0)

    @Property(bool, notify=changed)
    def isWarning(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self._shown[0]

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._shown[1]

    @Property(float, notify=changed)
    def patience(self) -> float:
        """How many times longer everything takes now: the largest of what was asked for, at least 1."""
        return max(1.0, *self._factors.values()) if self._factors else 1.0

    @property
    def idle_seconds(self) -> float:
        """Seconds since the last sign of life or `start`, or since what was being watched ended."""
        now = self._clock.monotonic()
        return now - max(self._since, min(now, self._held_until))

    @property
    def quiet_seconds(self) -> float:
        """Seconds since the last sign of life or since something was done; expiring does not end the quiet."""
        return self._clock.monotonic() - self._quiet_since

    def setPatience(self, factor: float, reason: str = "") -> None:
        """From now on give `factor` times as long; each reason (large text, speech, keys) keeps its own factor.

        Say 1.0 again when the reason is gone.
        """
        before = self.patience
        self._factors[reason] = factor
        self._show()
        if self.patience != before:
            self.changed.emit()

    def start(self, seconds: float, warning_seconds: float = 0.0, *, extendable: bool = True) -> None:
        """Expire after `seconds` without a sign of life and a warning of `warning_seconds` after that."""
        self._limit, self._warning, self._extendable = seconds + warning_seconds, warning_seconds, extendable
        self._is_asleep = False
        self._signs.forget()
        self._since = self._held_until = self._clock.monotonic()
        self._show()

    def hold(self, seconds: float) -> None:
        """Somebody watches what goes on by itself: count from its end, which is in `seconds`, or from `release`.

        `start` ends it too. Said once for each watching, it does not keep a page open for ever.
        """
        self._held_until = self._clock.monotonic() + max(0.0, seconds)
        self._show()

    def release(self) -> None:
        """What was being watched has stopped, maybe before its end. Safe to repeat."""
        self._held_until = min(self._held_until, self._clock.monotonic())
        self._show()

    def sleep(self) -> None:
        """Nobody is here: never expire, until the next `start`. What leans on the glass is no sign of life now."""
        self.start(0.0)
        self._limit, self._is_asleep = None, True
        self._show()

    @Slot()
    def touch(self) -> None:
        """A key, or a touch of which the place is not known."""
        self.sign(None)

    def sign(self, place: Place | None) -> bool:
        """Somebody seems to be here: count from the beginning, unless it is one sign too many or cannot be extended.

        Tells whether it was a sign of life.
        """
        now = self._clock.monotonic()
        leans = self._is_asleep and place is not None and self._leanings.hold(place, now)
        counts = not leans and self._signs.counts(place, is_dismissal=self.isWarning)
        if counts:
            self._restart()
        elif place is not None:
            self._leanings.note(place, now)
        return counts

    @Slot()
    def progress(self) -> None:
        """Somebody did something: a button, a page, an answer."""
        self._signs.forget()
        self._restart()

    def tick(self) -> None:
        """Look at the clock; cheap, call it several times a second."""
        if self._limit is not None and self.idle_seconds >= self._limit * self.patience:
            self._since = self._held_until = self._clock.monotonic()
            self._show()
            self.expired.emit()
        else:
            self._show()

    def _restart(self) -> None:
        self._quiet_since = self._clock.monotonic()
        if self._extendable:
            self._since = self._quiet_since
            self._show()

    def _show(self) -> None:
        left = max(0.0, (self._limit or 0.0) * self.patience - self.idle_seconds)
        shown = (self._warning > 0.0 and left <= self._warning * self.patience, math.ceil(left))
        begins = shown[0] and not self._shown[0]
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        if begins:
            self.warned.emit()
