"""What an administrator did at this terminal: lines are added, never changed and never taken away.

The database itself refuses anything else; only how far the centre has received them may be noted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from itertools import count
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select, update

from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.domain.clock import Clock
from kiosk.domain.errors import StoreFault
from kiosk.store import tables
from kiosk.store.checksums import changed, fits, insert_rows
from kiosk.store.engine import Engines, faults_translated, transaction


class AuditStore:
    """Every method is one transaction, durable when it returns, and raises `StoreFault`. Any thread or process."""

    def __init__(self, engines: Engines, clock: Clock) -> None:
        self._engines = engines
        self._clock = clock

    def record(self, event: AuditEvent, detail: Mapping[str, str] | None = None) -> None:
        """Write down that this was done now."""
        table = tables.audit
        at = self._clock.now().astimezone(UTC).replace(tzinfo=None)
        with transaction(self._engines.write, "write the audit list") as connection:
            row = {
                "number": _next_number(connection),
                "at": at,
                "event": event.value,
                "detail": json.dumps(dict(detail or {}), sort_keys=True, ensure_ascii=False),
                "sent": False,
            }
            insert_rows(connection, table, row)

    def last(self, limit: int) -> list[AuditEntry]:
        """The newest lines, newest first; damaged ones are left out."""
        table = tables.audit
        return self._read(select(table).where(fits(table)).order_by(table.c.number.desc()).limit(limit))

    def pending_audit(self, limit: int) -> list[AuditEntry]:
        """The oldest lines that the centre has not received, oldest first."""
        table = tables.audit
        waiting = select(table).where(table.c.sent.is_(False), fits(table)).order_by(table.c.number)
        return self._read(waiting.limit(limit))

    def waiting_audit(self) -> int:
        """How many lines the centre has not received."""
        query = select(func.count()).select_from(tables.audit).where(tables.audit.c.sent.is_(False), fits(tables.audit))
        with faults_translated("count the audit list"), self._engines.read.connect() as connection:
            return connection.scalar(query) or 0

    def audit_after(self, number: int, limit: int) -> list[AuditEntry]:
        """Lines with numbers above `number`, received or not, oldest first.

        In the place of a damaged line stands one that says so: the list has no gaps, and its other lines go on.
        """
        table = tables.audit
        later = select(table).where(table.c.number > number, fits(table)).order_by(table.c.number)
        return _without_gaps(number, self._read(later.limit(limit)))[:limit]

    def note_audit_held(self, number: int, terminal: str) -> None:
        """The centre at which this is `terminal` holds every line up to `number` and none after it. Safe to repeat.

        `number` may be smaller than before: it is another centre, or one that was restored from an old copy. Raises
        `StoreFault` when the terminal has been enrolled anew meanwhile: what the old centre holds the new one lacks.
        """
        table = tables.audit
        held = (table.c.number <= number) & table.c.sent.is_(False)
        lost = (table.c.number > number) & table.c.sent.is_(True)
        with transaction(self._engines.write, "mark the audit list as sent") as connection:
            if connection.scalar(select(tables.road.c.terminal)) != terminal:
                raise StoreFault("cannot mark the audit list as sent: the terminal has been enrolled anew meanwhile")
            connection.execute(update(table).where(held, fits(table)).values(changed(table, {"sent": True})))
            connection.execute(update(table).where(lost, fits(table)).values(changed(table, {"sent": False})))

    def _read(self, query: Select[Any]) -> list[AuditEntry]:
        with faults_translated("read the audit list"), self._engines.read.connect() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]


def _next_number(connection: Connection) -> int:
    """One more than the last line's; a damaged line keeps its place."""
    number = tables.audit.c.number
    last = connection.scalar(select(number).where(fits(tables.audit)).order_by(number.desc()).limit(1)) or 0
    taken = set(connection.scalars(select(number).where(number > last)))
    return next(free for free in count(last + 1) if free not in taken)


def _without_gaps(before: int, entries: list[AuditEntry]) -> list[AuditEntry]:
    whole: list[AuditEntry] = []
    for entry in entries:
        lost = range(before + len(whole) + 1, entry.number)
        whole += [AuditEntry(number, entry.at, AuditEvent.DAMAGED_LINE) for number in lost]
        whole.append(entry)
    return whole


def _entry(row: RowMapping) -> AuditEntry:
    try:
        event = AuditEvent(row["event"])
    except ValueError:
        raise StoreFault(
            "cannot read the audit list: a newer program has written a line that is not known here"
        ) from None
    return AuditEntry(row["number"], row["at"], event, json.loads(row["detail"]))
