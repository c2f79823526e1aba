"""What the ledger needs of the database: every batch with what has become of it, and which ids are responses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, and_, bindparam, func, select

from sync.central.store import tables
from sync.central.store.engine import reading

_AT_ONCE = 50
_IDS = select(tables.response.c.id).where(tables.response.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Account:
    """A batch: when it came and from where, whether it waits, and which of its lines are in quarantine."""

    terminal: str
    office: str
    epoch: str
    n: int
    sha: str
    received_on: date
    compressed: bytes
    waits: bool
    quarantined: frozenset[int]


@dataclass(frozen=True, slots=True)
class Known:
    """The head of an epoch, and how many batches of it are in the inbox."""

    terminal: str
    office: str
    epoch: str
    n: int
    batches: int


class Accounts:
    """Reads everything of one state of the database; raises `StoreFault`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def heads(self) -> list[Known]:
        """Every epoch, in the order of terminals."""
        head, inbox, terminal = tables.head.c, tables.inbox.c, tables.terminal.c
        same = and_(head.terminal == inbox.terminal, head.epoch == inbox.epoch)
        query = (
            select(head.terminal, terminal.office, head.epoch, head.n, func.count(inbox.n))
            .join(tables.terminal, terminal.id == head.terminal)
            .outerjoin(tables.inbox, same)
            .group_by(head.terminal, terminal.office, head.epoch, head.n)
            .order_by(head.terminal, head.epoch)
        )
        with reading(self._engine) as connection:
            return [Known(*row) for row in connection.execute(query)]

    def batches(self, terminal: str | None = None) -> Iterator[Account]:
        """Every batch, or those of one terminal, in the order of terminals, days and numbers."""
        inbox, waiting, bad = tables.inbox, tables.waiting, tables.quarantine
        same = and_(waiting.c.terminal == inbox.c.terminal, waiting.c.epoch == inbox.c.epoch, waiting.c.n == inbox.c.n)
        query = select(inbox, waiting.c.n.is_not(None).label("waits")).outerjoin(waiting, same)
        query = query.order_by(inbox.c.terminal, inbox.c.received_on, inbox.c.epoch, inbox.c.n)
        if terminal is not None:
            query = query.where(inbox.c.terminal == terminal)
        its = (bad.c.terminal == bindparam("t"), bad.c.epoch == bindparam("e"), bad.c.n == bindparam("k"))
        lines = select(bad.c.line).where(*its)
        with reading(self._engine, one_state=True) as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
                key = {"t": row.terminal, "e": row.epoch, "k": row.n}
                yield Account(
                    terminal=row.terminal,
                    office=row.office,
                    epoch=row.epoch,
                    n=row.n,
                    sha=row.sha,
                    received_on=row.received_on,
                    compressed=row.body,
                    waits=bool(row.waits),
                    quarantined=frozenset(connection.scalars(lines, key)),
                )

    def present(self, ids: Collection[str]) -> set[Any]:
        """Which of `ids` are responses."""
        with reading(self._engine) as connection:
            return set(connection.scalars(_IDS, {"ids": list(ids)}))
