"""Which terminals there are, when each was last heard of, by the day, and how it said it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine, func, select, update

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.statements import insert_missing
from sync.protocol import HealthReport, Malformed

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class FleetMember:
    """A terminal as the centre knows it. `epochs` above 1: it was restored, cloned or mended so often, less one."""

    id: str
    office: str
    enrolled_on: date
    revoked: bool
    public_key: str | None
    epochs: int
    batches: int
    last_batch_on: date | None
    reported_on: date | None
    report: HealthReport | None


class Fleet:
    """The list of terminals; every method raises `StoreFault`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, terminal: str, report: HealthReport, today: date) -> None:
        """Keep how this terminal, which must be here, is, in the place of what it said before."""
        table = tables.health
        told = {"reported_on": today, "is_well": report.is_well, "report": report.encode().decode()}
        with writing(self._engine) as connection:
            connection.execute(insert_missing(connection, table), [{"terminal": terminal, **told}])
            connection.execute(update(table).where(table.c.terminal == terminal).values(told))

    def unwell(self) -> int:
        """How many terminals that may send have said that they need somebody."""
        terminal, health = tables.terminal, tables.health
        query = select(func.count()).join_from(health, terminal, health.c.terminal == terminal.c.id)
        with reading(self._engine) as connection:
            return connection.scalar(query.where(~health.c.is_well, ~terminal.c.revoked)) or 0

    def has_office(self, office: str) -> bool:
        """Whether some terminal is, or was, of `office`."""
        query = select(tables.terminal.c.id).where(tables.terminal.c.office == office).limit(1)
        with reading(self._engine) as connection:
            return connection.scalar(query) is not None

    def members(self, office: str | None = None) -> Iterator[FleetMember]:
        """Every terminal, or those of one office, in the order of offices."""
        terminal, inbox, health = tables.terminal, tables.inbox, tables.health
        query = (
            select(
                terminal.c.id,
                terminal.c.office,
                terminal.c.enrolled_on,
                terminal.c.revoked,
                terminal.c.public_key,
                func.count(inbox.c.epoch.distinct()),
                func.count(inbox.c.n),
                func.max(inbox.c.received_on),
                health.c.reported_on,
                health.c.report,
            )
            .outerjoin(inbox, inbox.c.terminal == terminal.c.id)
            .outerjoin(health, health.c.terminal == terminal.c.id)
            .group_by(terminal.c.id, health.c.terminal)
            .order_by(terminal.c.office, terminal.c.enrolled_on, terminal.c.id)
        )
        if office is not None:
            query = query.where(terminal.c.office == office)
        with reading(self._engine) as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
                *facts, told = row
                yield FleetMember(*[*facts, _report(told)])


def _report(told: str | None) -> HealthReport | None:
    """None also for one that is damaged: the next comes within a day, and the other terminals are to be seen."""
    try:
        return None if told is None else HealthReport.read(told.encode())
    except Malformed:
        return None
