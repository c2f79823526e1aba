"""Tells the centre how this terminal is: at the first contact after a start, once a day, and when it has changed."""

from __future__ import annotations

import logging
import shutil
from datetime import date
from pathlib import Path

from kiosk import __version__
from kiosk.content.delivered import DeliveredContent
from kiosk.domain.clock import Clock
from kiosk.domain.errors import EnvironmentFault
from kiosk.store.engine import SQLITE_VERSION
from kiosk.store.folder import FILE_NAME
from kiosk.store.reserve import Reserve
from kiosk.store.road import Road
from kiosk.store.salvage import corrupt_files
from kiosk.store.store import Store
from sync.agent.bookkeeping import DailyLook
from sync.agent.courier import Courier
from sync.protocol import HealthReport

_STEP_MIB = 100
_log = logging.getLogger(__name__)


class Reporting:
    """Safe to repeat. A day's look reads all of the file; what changes meanwhile, what is cheap to see."""

    def __init__(self, store: Store, data: Path, clock: Clock, books: DailyLook, *, is_to_encrypt: bool) -> None:
        self._store = store
        self._data = data
        self._clock = clock
        self._books = books
        self._is_to_encrypt = is_to_encrypt
        self._looked_on: date | None = None
        self._is_damaged = self._is_encrypting = False
        self._told: tuple[date, HealthReport] | None = None

    async def contact(self, courier: Courier, road: Road) -> None:
        """Return when the centre has the newest report, or is too old to take any. Raises `EnvironmentFault`."""
        today = self._clock.now().date()
        report = self._report(road, today)
        if self._told != (today, report):
            if not await courier.put_health(road, report):
                _log.debug("the central office does not take health reports yet")
            self._told = (today, report)

    def _report(self, road: Road, today: date) -> HealthReport:
        if self._looked_on != today:
            self._is_damaged, self._looked_on = self._store.is_damaged(), today
            self._is_encrypting = self._is_to_encrypt and not self._store.counting.readable()
        current = DeliveredContent(self._data).current
        try:
            free = shutil.disk_usage(self._data).free // 2**20
        except OSError as fault:
            raise EnvironmentFault(f"cannot look at the disk: {fault.strerror}") from fault
        return HealthReport(
            program=__version__,
            sqlite=SQLITE_VERSION,
            content_release=current.release if current else 0,
            disk_free_mib=free // _STEP_MIB * _STEP_MIB,
            is_damaged=self._is_damaged,
            do_books_balance=self._books.balances,
            files_aside=len(corrupt_files(self._data / FILE_NAME)),
            has_reserve=Reserve(self._data).has_room,
            is_encrypting=self._is_encrypting,
            clock_off_s=road.clock_off,
        )
