"""Remembers which signatures have been seen, for as long as they would be believed."""

from __future__ import annotations

import threading

from kiosk.domain.clock import Clock


class Replays:
    """Of this process alone: a replay at another one finds a repeat of a `PUT`, which changes nothing.

    Two generations, so that what is remembered is never older than twice `seconds` and forgotten without a search.
    """

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._lock = threading.Lock()
        self._now: set[tuple[str, str]] = set()
        self._before: set[tuple[str, str]] = set()
        self._since = clock.monotonic()

    def is_new(self, key: str, nonce: str) -> bool:
        """Whether `nonce` comes for the first time under `key`; it never does again."""
        one = (key, nonce)
        with self._lock:
            age = self._clock.monotonic() - self._since
            if age > self._seconds:
                self._before = self._now if age <= 2 * self._seconds else set()
                self._now, self._since = set(), self._clock.monotonic()
            if one in self._now or one in self._before:
                return False
            self._now.add(one)
            return True
