"""The administrators' lists of all terminals: a line is added under its hash, or was there already; none is changed.

prev is held, or the first line is number 1    what is missing is added
else                                           GAP: lines before these are missing, nothing is added

By the first rule whoever holds a line holds all before it. A list that parts from the one that is here, because the
terminal was restored or cloned or is somebody else's, has other hashes: its lines stand beside the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Connection, Engine, exists, func, or_, select

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.statements import insert_missing
from sync.protocol import GENESIS, AuditMessage, chained

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """How many lines were new, and whether another line with one of their numbers is kept beside them."""

    added: int
    apart: bool


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """A line as the centre holds it. `at` is naive UTC by the terminal's clock, `received_on` is the centre's day."""

    office: str
    terminal: str
    number: int
    at: datetime
    event: str
    detail: Mapping[str, str]
    received_on: date
    apart: bool


class Audits:
    """Takes lists in and gives them out. No response can be joined to them: it has neither a terminal nor a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def receive(self, message: AuditMessage, office: str, today: date) -> AuditVerdict | None:
        """Add what is not here yet; None where lines before these are missing. On disk when this returns a verdict."""
        hashes = chained(message.prev, message.lines)
        rows = [
            {
                "terminal": message.terminal,
                "number": line.number,
                "sha": sha,
                "office": office,
                "at": line.at,
                "event": line.event,
                "detail": json.dumps(dict(line.detail), sort_keys=True),
                "received_on": today,
            }
            for line, sha in zip(message.lines, hashes, strict=True)
        ]
        table = tables.audit
        first, last = message.lines[0].number, message.lines[-1].number
        among = (table.c.terminal == message.terminal) & table.c.number.between(first, last)
        with writing(self._engine) as connection:
            if message.prev != GENESIS and not _is_held(connection, message.terminal, first - 1, message.prev):
                return None
            before = _count(connection, among)
            connection.execute(insert_missing(connection, table), rows)
            after = _count(connection, among)
        return AuditVerdict(added=after - before, apart=after > len(rows))

    def lines(self, office: str | None = None, since: date | None = None) -> Iterator[AuditRecord]:
        """What was done, by time: of one office, and done or received on that day or later. Raises `StoreFault`.

        Or received, for the clock of a terminal may be years behind.
        """
        line, other = tables.audit, tables.audit.alias()
        same = (other.c.terminal == line.c.terminal) & (other.c.number == line.c.number) & (other.c.sha != line.c.sha)
        query = select(line, exists().where(same).label("apart"))
        if office is not None:
            query = query.where(line.c.office == office)
        if since is not None:
            query = query.where(or_(line.c.at >= datetime.combine(since, time.min), line.c.received_on >= since))
        query = query.order_by(line.c.at, line.c.office, line.c.terminal, line.c.number, line.c.sha)
        with reading(self._engine) as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
                yield AuditRecord(
                    office=row.office,
                    terminal=row.terminal,
                    number=row.number,
                    at=row.at,
                    event=row.event,
                    detail=json.loads(row.detail),
                    received_on=row.received_on,
                    apart=bool(row.apart),
                )


def _is_held(connection: Connection, terminal: str, number: int, sha: str) -> bool:
    table = tables.audit
    query = select(table.c.number).where(table.c.terminal == terminal, table.c.number == number, table.c.sha == sha)
    return connection.execute(query).first() is not None


def _count(connection: Connection, among: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(tables.audit).where(among)) or 0
