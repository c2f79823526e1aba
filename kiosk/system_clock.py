"""The machine's own clock in the office's zone: the one place where the time is asked for."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pin import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """A `kiosk.domain.clock.Clock` over the machine's clocks; any thread."""

    def __init__(self, zone: str = "Europe/Warsaw") -> None:
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        return time.monotonic()


def since_boot() -> Moment:
    """How long this machine has been running, sleep included, and since which switching on: the same in every process.

    Raises `EnvironmentFault` where the kernel does not tell. Any thread.
    """
    try:
        return Moment(_BOOT_ID.read_text("ascii").strip(), time.clock_gettime(time.CLOCK_BOOTTIME))
    except (OSError, AttributeError) as fault:
        raise EnvironmentFault(f"cannot tell how long this machine has been running: {fault}") from fault
