"""The machine's own clock in the office's zone: the one place where the time is asked for."""

from __future__ import annotations

import ctypes
import logging
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pin import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_TIMEX_BYTES = 512
_TIME_ERROR = 5
_log = logging.getLogger(__name__)


class SystemClock:
    """A `kiosk.domain.clock.Clock` over the machine's clocks; any thread.

    Where the machine does not know the zone, days are those of UTC, and that is logged: they begin an hour or two too
    late, at night, when no office is open.
    """

    def __init__(self, zone: str = "Europe/Warsaw") -> None:
        self._zone = _known(zone)

    def now(self) -> datetime:
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        return time.monotonic()


def _known(zone: str) -> tzinfo:
    try:
        return ZoneInfo(zone)
    except (KeyError, OSError, ValueError):  # no such file, one that cannot be read, one that is damaged
        _log.warning("this machine does not know the time zone %s, days are those of UTC: install tzdata", zone)
        return UTC


def since_boot() -> Moment:
    """How long this machine has been running, sleep included, and since which switching on: the same in every process.

    Raises `EnvironmentFault` where the kernel does not tell. Any thread.
    """
    try:
        return Moment(_BOOT_ID.read_text("ascii").strip(), time.clock_gettime(time.CLOCK_BOOTTIME))
    except (OSError, AttributeError) as fault:
        raise EnvironmentFault(f"cannot tell how long this machine has been running: {fault}") from fault


def running_since() -> Callable[[], Moment]:
    """The same, to be asked often and never failing: where the kernel does not tell, since this process asked first."""
    try:
        boot = since_boot().boot
    except EnvironmentFault:
        boot, started = f"process {uuid.uuid4()}", time.monotonic()
        return lambda: Moment(boot, time.monotonic() - started)
    return lambda: Moment(boot, time.clock_gettime(time.CLOCK_BOOTTIME))


def is_synchronised() -> bool:
    """Whether the kernel holds its clock for set by the network, as chrony, ntpd or systemd-timesyncd tell it.

    Source: adjtimex(2), which answers TIME_ERROR for a clock that is not synchronised, also after somebody has set it
    by hand. False where there is no such call. Any thread.
    """
    try:
        # Nothing is changed by a structure of zeros; it is smaller than this on every machine.
        state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    except (OSError, AttributeError):
        return False
    return 0 <= state < _TIME_ERROR
