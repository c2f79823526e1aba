"""What an administrator did at this terminal: lines are added, never changed and never taken away.

The database itself refuses anything else; only whether the centre has a line may be noted.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC

from sqlalchemy import RowMapping, func, insert, select, update

from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.domain.clock import Clock
from kiosk.store import tables
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
            number = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
            connection.execute(
                insert(table).values(
                    number=number,
                    at=at,
                    event=event.value,
                    detail=json.dumps(dict(detail or {}), sort_keys=True, ensure_ascii=False),
                    sent=False,
                )
            )

    def last(self, limit: int) -> list[AuditEntry]:
        """The newest lines, newest first."""
        query = select(tables.audit).order_by(tables.audit.c.number.desc()).limit(limit)
        with faults_translated("read the audit list"), self._engines.read.connect() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

    def pending_audit(self, limit: int) -> list[AuditEntry]:
        """The oldest lines that the centre has not received, oldest first."""
        table = tables.audit
        query = select(table).where(table.c.sent.is_(False)).order_by(table.c.number).limit(limit)
        with faults_translated("read the audit list"), self._engines.read.connect() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

    def mark_audit_sent(self, numbers: Collection[int]) -> None:
        """The centre has received these. Safe to repeat."""
        table = tables.audit
        with transaction(self._engines.write, "mark the audit list as sent") as connection:
            connection.execute(update(table).where(table.c.number.in_(numbers)).values(sent=True))


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(row["number"], row["at"], AuditEvent(row["event"]), json.loads(row["detail"]))
