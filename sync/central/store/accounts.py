"""What the ledger needs of the database: every batch with what has become of it, and which rows are responses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Connection, Engine, RowMapping, and_, bindparam, func, not_, select

from sync.central.store import doubles, tables
from sync.central.store.engine import reading
from sync.central.store.readable import readable, readable_batch
from sync.central.store.rows import says
from sync.central.store.statements import in_inbox
from sync.central.store.stored_batch import StoredBatch
from sync.protocol import Row

_AT_ONCE = 50
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_HERE = select(tables.response.c.id).where(tables.response.c.id.in_(_IDS))
_THERE = select(tables.response).where(tables.response.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Account(StoredBatch):
    """A batch: when it came and from where, whether it waits, and which of its lines are in quarantine."""

    received_on: date
    waits: bool
    quarantined: frozenset[int]
    is_of_known_office: bool
    """Whether some terminal is of `office`: what the hash of the batch does not cover may be damaged, too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which rows are responses, which of these are not what came, damaged or changed, and which only the latter."""

    here: frozenset[str]
    altered: frozenset[str]
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """The head of an epoch, how many batches of it are in the inbox, and whether its last one is there."""

    terminal: str
    office: str
    epoch: str
    n: int
    batches: int
    has_last: bool


class Accounts:
    """Reads the books of the centre; raises `StoreFault`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def heads(self) -> list[Known]:
        """Every epoch, in the order of terminals."""
        head, inbox, terminal = tables.head.c, tables.inbox.c, tables.terminal.c
        same = and_(head.terminal == inbox.terminal, head.epoch == inbox.epoch)
        last = func.count(inbox.n).filter(inbox.n == head.n, inbox.sha == head.sha)
        query = (
            select(head.terminal, terminal.office, head.epoch, head.n, func.count(inbox.n), last)
            .join(tables.terminal, terminal.id == head.terminal)
            .outerjoin(tables.inbox, same)
            .group_by(head.terminal, terminal.office, head.epoch, head.n, head.sha)
            .order_by(head.terminal, head.epoch)
        )
        with reading(self._engine) as connection:
            found = connection.execute(query).all()
        return [
            Known(terminal_, office, epoch, n, batches, bool(last_ones) or n == 0)
            for terminal_, office, epoch, n, batches, last_ones in found
        ]

    @contextmanager
    def one_state(self) -> Iterator[BooksState]:
        """The books as they are at this moment, whatever comes meanwhile."""
        with reading(self._engine, one_state=True) as connection:
            yield BooksState(connection)


class BooksState:
    """What `Accounts.one_state` gives; raises nothing of its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._offices = set(connection.scalars(select(tables.terminal.c.office).distinct()))

    def unreadable_batches(self) -> int:
        """How many batches there are beside which nothing can be read any more."""
        query = select(func.count()).select_from(tables.inbox).where(not_(readable_batch(self._connection)))
        return self._connection.scalar(query) or 0

    def batches(self, terminal: str | None = None) -> Iterator[Account]:
        """Every batch that can be read, or those of one terminal, in the order of terminals, days and numbers."""
        inbox, waiting, bad = tables.inbox, tables.waiting, tables.quarantine
        query = select(inbox, waiting.c.n.is_not(None).label("waits")).outerjoin(waiting, in_inbox(waiting))
        query = query.where(readable_batch(self._connection))
        query = query.order_by(inbox.c.terminal, inbox.c.received_on, inbox.c.epoch, inbox.c.n)
        if terminal is not None:
            query = query.where(inbox.c.terminal == terminal)
        its = (bad.c.terminal == bindparam("t"), bad.c.epoch == bindparam("e"), bad.c.n == bindparam("k"))
        lines = select(bad.c.line).where(*its)
        for row in self._connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
            key = {"t": row.terminal, "e": row.epoch, "k": row.n}
            yield Account(
                terminal=row.terminal,
                office=row.office,
                epoch=row.epoch,
                n=row.n,
                fmt=row.fmt,
                sha=row.sha,
                received_on=row.received_on,
                compressed=row.body,
                waits=bool(row.waits),
                quarantined=frozenset(self._connection.scalars(lines, key)),
                is_of_known_office=row.office in self._offices,
            )

    def kept(self, came: Mapping[str, Row | None], office: str) -> Kept:
        """What has become of rows that came for `office`, by their ids; None is one that this program cannot read."""
        of = {"ids": list(came)}
        # Where its tree is damaged SQLite may find other ids than those that were asked for.
        here = came.keys() & set(self._connection.scalars(_HERE, of))
        found = self._connection.execute(_THERE.where(readable(self._connection)), of).mappings().all()
        can_be_read = {row["id"]: row for row in found if row["id"] in came}
        good = {
            id_
            for id_, row in can_be_read.items()
            # It may have come for another office first; an office of no terminal it never came for.
            if (row["office"] == office or row["office"] in self._offices) and _is_as_it_came(row, came[id_])
        }
        return Kept(frozenset(here), frozenset(here - good), frozenset(can_be_read.keys() - good))

    def responses(self) -> int:
        """How many there are."""
        return self._connection.scalar(select(func.count()).select_from(tables.response)) or 0

    def twins(self) -> set[bytes]:
        """The responses that share a half of their id with another one, which is no chance."""
        return doubles.twins(self._connection)

    def beside(self, gone: Collection[str]) -> dict[bytes, str]:
        """Responses that share a half of their id with one that is gone, and with which."""
        found = doubles.beside(self._connection, {id_.encode() for id_ in gone})
        return {id_: whole.decode() for id_, whole in found.items()}


def _is_as_it_came(stored: RowMapping, row: Row | None) -> bool:
    return row is None or says(stored, row)
