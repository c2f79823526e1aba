"""What the ledger needs of the database: every batch with what has become of it, and which rows are responses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Engine, RowMapping, and_, bindparam, func, not_, select

from sync.central.store import doubles, tables
from sync.central.store.engine import reading
from sync.central.store.readable import readable, readable_batch
from sync.central.store.rows import says
from sync.protocol import Row

_AT_ONCE = 50
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_HERE = select(tables.response.c.id).where(tables.response.c.id.in_(_IDS))
_OF_OFFICE = select(tables.inbox.c.n).where(tables.inbox.c.office == bindparam("o")).limit(1)
"""Whether an office has ever sent anything: a row may have come for one first, and again for another."""
_THERE = select(tables.response).where(tables.response.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Account:
    """A batch: when it came and from where, whether it waits, and which of its lines are in quarantine."""

    terminal: str
    office: str
    epoch: str
    n: int
    fmt: int
    sha: str
    received_on: date
    compressed: bytes
    waits: bool
    quarantined: frozenset[int]
    is_of_known_office: bool
    """Whether some terminal is of `office`: what the hash of the batch does not cover may be damaged, too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which rows are responses, and which of these are not what came: damaged, or changed."""

    here: frozenset[str]
    altered: frozenset[str]


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

    def unreadable_batches(self) -> int:
        """How many batches there are beside which nothing can be read any more."""
        with reading(self._engine) as connection:
            query = select(func.count()).select_from(tables.inbox).where(not_(readable_batch(connection)))
            return connection.scalar(query) or 0

    def batches(self, terminal: str | None = None) -> Iterator[Account]:
        """Every batch that can be read, or those of one terminal, in the order of terminals, days and numbers."""
        inbox, waiting, bad = tables.inbox, tables.waiting, tables.quarantine
        same = and_(waiting.c.terminal == inbox.c.terminal, waiting.c.epoch == inbox.c.epoch, waiting.c.n == inbox.c.n)
        is_known = inbox.c.office.in_(select(tables.terminal.c.office)).label("is_known")
        query = select(inbox, waiting.c.n.is_not(None).label("waits"), is_known).outerjoin(waiting, same)
        query = query.order_by(inbox.c.terminal, inbox.c.received_on, inbox.c.epoch, inbox.c.n)
        if terminal is not None:
            query = query.where(inbox.c.terminal == terminal)
        its = (bad.c.terminal == bindparam("t"), bad.c.epoch == bindparam("e"), bad.c.n == bindparam("k"))
        lines = select(bad.c.line).where(*its)
        with reading(self._engine, one_state=True) as connection:
            whole = query.where(readable_batch(connection))
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(whole):
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
                    quarantined=frozenset(connection.scalars(lines, key)),
                    is_of_known_office=bool(row.is_known),
                )

    def kept(self, came: Mapping[str, Row | None], office: str) -> Kept:
        """What has become of rows that came for `office`, by their ids; None is one that this program cannot read."""
        of = {"ids": list(came)}
        with reading(self._engine) as connection:
            # Where its tree is damaged SQLite may find other ids than those that were asked for.
            here = came.keys() & set(connection.scalars(_HERE, of))
            found = connection.execute(_THERE.where(readable(connection)), of).mappings().all()
            good = {row["id"] for row in found if row["id"] in came and _is_as_it_came(row, came[row["id"]])}
            for row in found:
                if row["office"] != office and connection.execute(_OF_OFFICE, {"o": row["office"]}).first() is None:
                    good.discard(row["id"])
        return Kept(frozenset(here), frozenset(here - good))

    def responses(self) -> int:
        """How many there are."""
        with reading(self._engine) as connection:
            return connection.scalar(select(func.count()).select_from(tables.response)) or 0

    def twins(self) -> set[bytes]:
        """The responses that share a half of their id with another one, which is no chance."""
        with reading(self._engine) as connection:
            return doubles.twins(connection)

    def beside(self, gone: Collection[str]) -> dict[bytes, str]:
        """Responses that share a half of their id with one that is gone, and with which."""
        with reading(self._engine) as connection:
            found = doubles.beside(connection, {id_.encode() for id_ in gone})
        return {id_: whole.decode() for id_, whole in found.items()}


def _is_as_it_came(stored: RowMapping, row: Row | None) -> bool:
    return row is None or says(stored, row)
