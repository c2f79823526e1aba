"""The machine's own clock in the office's zone: the one place where the time is asked for."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo


class SystemClock:
    """A `kiosk.domain.clock.Clock` over the machine's clocks; any thread."""

    def __init__(self, zone: str = "Europe/Warsaw") -> None:
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        return time.monotonic()
