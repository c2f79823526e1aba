"""The terminal's file as a whole: opened, brought to the newest shape, and divided among those who use it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.domain.clock import Clock
from kiosk.store.auditing import AuditStore
from kiosk.store.comments import CommentStore
from kiosk.store.counting import Counting
from kiosk.store.damage import DamageReport
from kiosk.store.engine import Engines, open_engines, quick_check
from kiosk.store.folder import FILE_NAME
from kiosk.store.migrating import bring_up_to_date
from kiosk.store.outbox import Outbox
from kiosk.store.pins import PinStore
from kiosk.store.reading import ResponseSource
from kiosk.store.responses import ResponseStore
from kiosk.store.road import RoadStore
from kiosk.store.settling import Settling
from kiosk.system_clock import SystemClock


class Store:
    """Everything in one terminal's file. Close it, or use it in a `with` block."""

    def __init__(self, engines: Engines, clock: Clock) -> None:
        self._engines = engines
        settling = Settling(engines)
        self.responses = ResponseStore(engines, clock, settling)
        self.comments = CommentStore(engines, settling)
        self.counting = Counting(engines)
        self.reading = ResponseSource(engines)
        self.outbox = Outbox(engines)
        self.road = RoadStore(engines)
        self.audit = AuditStore(engines, clock)
        self.pins = PinStore(engines)
        self.damage_report = DamageReport(engines)

    @classmethod
    def open(cls, data: Path, clock: Clock | None = None) -> Store:
        """Open the file in the folder `data`, making and migrating it where needed; raises `StoreFault`."""
        file = data / FILE_NAME
        engines = open_engines(file)
        try:
            bring_up_to_date(engines, file)
        except BaseException:
            engines.dispose()
            raise
        return cls(engines, clock or SystemClock())

    def damage(self) -> str:
        """What is broken in the file, empty when it is in order. Reads all of it; raises `StoreFault`.

        Either the first thing that SQLite finds, or the numbers of rows that are not as they were written.
        """
        return quick_check(self._engines.read) or ", ".join(map(str, self.damage_report.rows()))

    def close(self) -> None:
        """Give the file back; safe to repeat."""
        self._engines.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
