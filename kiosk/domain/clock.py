"""What time it is, handed in, so that nothing else asks the machine."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Two clocks: one for calendars, one for measuring how long something takes."""

    def now(self) -> datetime:
        """The wall clock, timezone-aware, in the office's own zone. May jump."""
        ...

    def monotonic(self) -> float:
        """Seconds since an unknown moment. Never jumps, means nothing after a restart."""
        ...
