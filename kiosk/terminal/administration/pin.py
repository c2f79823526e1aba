"""The page that asks for the PIN: digits come in, dots are shown, and the gate decides."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.domain.pin import FEWEST_DIGITS, MOST_DIGITS
from kiosk.terminal.administration.ports import Standing
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class PinViewModel(QObject):
    """What has been typed, as dots, and how it stands at the gate. GUI thread only."""

    changed = Signal()

    def __init__(self, clock: Clock, enter: Callable[[str], None]) -> None:
        super().__init__()
        self._clock = clock
        self._enter = enter
        self._digits = ""
        self._standing = Standing(has_pin=True)
        self._told_at = 0.0
        self._is_checking = self._was_wrong = self._has_failed = False
        self._shown_wait = 0

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many digits were typed."""
        return len(self._digits)

    @Property(bool, notify=changed)
    def isFull(self) -> bool:
        return len(self._digits) == MOST_DIGITS

    @Property(bool, notify=changed)
    def isWaiting(self) -> bool:
        """Whether too many wrong PINs were tried, and none may be now."""
        return self._wait() > 0

    @Property(bool, notify=changed)
    def canType(self) -> bool:
        return not self._is_checking and not self.isWaiting

    @Property(bool, notify=changed)
    def canEnter(self) -> bool:
        return self.canType and len(self._digits) >= FEWEST_DIGITS

    @Property(bool, notify=changed)
    def isTrouble(self) -> bool:
        """Whether the message tells of something that went wrong."""
        return self._was_wrong or self._has_failed or self.isWaiting

    @Property(str, notify=changed)
    def message(self) -> str:
        """What to do now, or why nothing can be done."""
        if self._is_checking:
            return translate("Administration", "Checking…")
        if self.isWaiting:
            words = translate("Administration", "Too many wrong PINs. Please wait: %1.")
            return words.replace("%1", _time(self._shown_wait))
        if self._has_failed:
            return translate("Administration", "The PIN could not be checked: the disk may be full or broken.")
        if self._was_wrong:
            words = translate("Administration", "Wrong PIN. Tries left: %1.")
            return words.replace("%1", str(self._standing.tries_left))
        return translate("Administration", "Enter the PIN of this terminal.")

    @Slot(int)
    def press(self, digit: int) -> None:
        """One more digit."""
        if self.canType and len(self._digits) < MOST_DIGITS and 0 <= digit <= 9:
            self._digits += str(digit)
            self._was_wrong = self._has_failed = False
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        if self.canType and self._digits:
            self._digits = self._digits[:-1]
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Try what was typed."""
        if self.canEnter:
            digits, self._digits = self._digits, ""
            self._is_checking = True
            self.changed.emit()
            self._enter(digits)

    def begin(self, standing: Standing) -> None:
        """Somebody asks to be let in, and so it stands."""
        self._digits = ""
        self._is_checking = self._was_wrong = self._has_failed = False
        self._show(standing)

    def refuse(self, standing: Standing) -> None:
        """The PIN was wrong, or may not be tried now."""
        self._is_checking, self._was_wrong = False, True
        self._show(standing)

    def fail(self) -> None:
        """Whether it was right could not be found out."""
        self._is_checking, self._has_failed = False, True
        self.changed.emit()

    def forget(self) -> None:
        """Nothing of what was typed stays."""
        self._digits = ""
        self._is_checking = False
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """The clock was looked at: the time that is still to wait goes down."""
        wait = math.ceil(self._wait())
        if wait != self._shown_wait:
            self._shown_wait = wait
            if wait == 0:
                self._was_wrong = False
            self.changed.emit()

    def _show(self, standing: Standing) -> None:
        self._standing, self._told_at = standing, self._clock.monotonic()
        self._shown_wait = math.ceil(self._wait())
        self.changed.emit()

    def _wait(self) -> float:
        return max(0.0, self._standing.wait_seconds - (self._clock.monotonic() - self._told_at))


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return translate("Administration", "%1 s").replace("%1", str(rest))
    return translate("Administration", "%1 min %2 s").replace("%1", str(minutes)).replace("%2", str(rest))
