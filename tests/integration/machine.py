"""A machine whose clock may be dead, for whatever keeps its time in a data folder."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.domain.pin import Moment
from kiosk.guarded_clock import GuardedClock, MarkFile
from tests.builders import FakeClock

RELEASED = date(2026, 11, 1)
START = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


class Machine:
    """Runs in no time: `seconds` since it was switched on pass when told, and the wall clock shows what it is told."""

    def __init__(self, shown: datetime = START, released: date = RELEASED) -> None:
        self.released = released
        self.clock = FakeClock(shown)
        self.boot = 1
        self.seconds = 60.0
        self.is_synchronised = False

    def guarded(self, data: Path) -> GuardedClock:
        """The clock of a program that has just started."""
        return GuardedClock(
            self.clock,
            MarkFile(data),
            lambda: Moment(f"boot {self.boot}", self.seconds),
            lambda: self.is_synchronised,
            self.released,
        )

    def switch_off(self, shown: datetime) -> None:
        """Off and on again: the clock shows `shown` then."""
        self.clock.time = shown
        self.boot += 1
        self.seconds = 60.0
