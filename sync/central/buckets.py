"""How often one sender may speak: a bucket of tokens for each, filled again as time passes."""

from __future__ import annotations

import threading

from kiosk.domain.clock import Clock

_SWEEP_AT = 1000


class Buckets:
    """`per_minute` on the long run and as many at once; of this process alone. Any thread."""

    def __init__(self, clock: Clock, per_minute: int) -> None:
        self._clock = clock
        self._per_second = per_minute / 60
        self._size = float(per_minute)
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}
        self._sweep_at = _SWEEP_AT

    def take(self, sender: str) -> float:
        """0 when `sender` may speak now, else the seconds after which it may."""
        now = self._clock.monotonic()
        with self._lock:
            left = self._filled(sender, now)
            if left < 1:
                return (1 - left) / self._per_second
            self._left[sender] = (left - 1, now)
            if len(self._left) > self._sweep_at:
                self._sweep(now)
            return 0.0

    def _filled(self, sender: str, now: float) -> float:
        left, at = self._left.get(sender, (self._size, now))
        return min(self._size, left + (now - at) * self._per_second)

    def _sweep(self, now: float) -> None:
        """Forget whose bucket is full again: it would be a new one's."""
        self._left = {one: kept for one, kept in self._left.items() if self._filled(one, now) < self._size}
        self._sweep_at = max(_SWEEP_AT, 2 * len(self._left))
