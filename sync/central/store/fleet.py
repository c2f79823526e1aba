"""Which terminals there are, and when each was last heard of, by the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine, func, select

from sync.central.store import tables
from sync.central.store.engine import reading

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


class Fleet:
    """Reads the list of terminals; raises `StoreFault`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def members(self, office: str | None = None) -> Iterator[FleetMember]:
        """Every terminal, or those of one office, in the order of offices."""
        terminal, inbox = tables.terminal, tables.inbox
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
            )
            .outerjoin(inbox, inbox.c.terminal == terminal.c.id)
            .group_by(terminal.c.id)
            .order_by(terminal.c.office, terminal.c.enrolled_on, terminal.c.id)
        )
        if office is not None:
            query = query.where(terminal.c.office == office)
        with reading(self._engine) as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
                yield FleetMember(*row)
