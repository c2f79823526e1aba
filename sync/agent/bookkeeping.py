"""Looks into the terminal's books once a day, and says in the log when they do not balance."""

from __future__ import annotations

import logging

from kiosk.domain.books import DO_NOT_BALANCE
from kiosk.domain.clock import Clock
from kiosk.store.store import Store

_BETWEEN_SECONDS = 24 * 3600
_SOON_SECONDS = 3600
_log = logging.getLogger(__name__)


class DailyLook:
    """The first look is at the first contact after the program's start; it reads all ids of the file."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._looked_at: float | None = None
        self.balances = True
        """As of the last look."""

    def look(self) -> bool:
        """Look if it is time; tells whether a new epoch would send what is named nowhere. Raises `StoreFault`."""
        now = self._clock.monotonic()
        if self._looked_at is not None and now - self._looked_at < _BETWEEN_SECONDS:
            return False
        books = self._store.bookkeeping.books()
        self._looked_at = now
        self.balances = books.balances
        if not books.balances:
            _log.error("%s: %s; %s", DO_NOT_BALANCE, "; ".join(books.faults), books.what_to_do)
        return books.named_nowhere > 0

    def look_again(self) -> None:
        """What was to be done could not be: look in an hour."""
        self._looked_at = self._clock.monotonic() - _BETWEEN_SECONDS + _SOON_SECONDS
