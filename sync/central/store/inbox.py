"""Takes batches in under the rules of the head; source: `field/reliability.md`, 2.4.

n <= head.n      the stored hash is the same ? SAME : FORK
n == head.n + 1  prev is the head's hash     ? NEW (stored, head moved) : FORK
n >  head.n + 1  GAP
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from sqlalchemy import Connection, Engine, and_, insert, select, update

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.statements import insert_missing
from sync.protocol import GENESIS, Head, Header


class Ruling(Enum):
    """What became of a batch."""

    NEW = auto()
    SAME = auto()
    FORK = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The ruling on the last batch that was looked at, the head as it stands now, and whether any batch was new."""

    ruling: Ruling
    head: Head
    added: bool


@dataclass(frozen=True, slots=True)
class Received:
    """A batch that has come in: what it says of itself, its hash, and its bytes as they came."""

    header: Header
    sha: str
    compressed: bytes


@dataclass(frozen=True, slots=True)
class Sender:
    """What is known of a terminal before its words are believed."""

    public_key: str | None
    previous_key: str | None
    office: str
    revoked: bool
    head: Head


class Inbox:
    """The raw batches and the heads. Safe to repeat: a batch that is there already changes nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def sender(self, terminal: str, epoch: str) -> Sender | None:
        """Who `terminal` is and how far `epoch` has come; None for one that was never enrolled."""
        its_head = and_(tables.head.c.terminal == tables.terminal.c.id, tables.head.c.epoch == epoch)
        query = (
            select(
                tables.terminal.c.public_key,
                tables.terminal.c.previous_key,
                tables.terminal.c.office,
                tables.terminal.c.revoked,
                tables.head.c.n,
                tables.head.c.sha,
            )
            .outerjoin(tables.head, its_head)
            .where(tables.terminal.c.id == terminal)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        head = Head() if row.n is None else Head(row.n, row.sha)
        return Sender(row.public_key, row.previous_key, row.office, row.revoked, head)

    def receive(self, batches: Sequence[Received], office: str, today: date) -> Verdict:
        """Rule on batches of one epoch in their order, up to the first that does not fit; store those that are new.

        On disk when this returns, whatever the verdict on the last one.
        """
        with writing(self._engine) as connection:
            head = before = _lock_head(connection, batches[0].header)
            ruling = Ruling.SAME
            for batch in batches:
                ruling = _rule(connection, head, batch.header, batch.sha)
                if ruling is Ruling.NEW:
                    _keep(connection, batch, office, today)
                    head = Head(batch.header.n, batch.sha)
                elif ruling is not Ruling.SAME:
                    break
            if head != before:
                its = (
                    tables.head.c.terminal == batches[0].header.terminal,
                    tables.head.c.epoch == batches[0].header.epoch,
                )
                connection.execute(update(tables.head).where(*its).values(n=head.n, sha=head.sha))
        return Verdict(ruling, head, added=head != before)


def _keep(connection: Connection, batch: Received, office: str, today: date) -> None:
    header = batch.header
    key = {"terminal": header.terminal, "epoch": header.epoch, "n": header.n}
    row = {"sha": batch.sha, "fmt": header.fmt, "rows": header.rows, "office": office, "received_on": today}
    connection.execute(insert(tables.inbox).values(**key, **row, body=batch.compressed))
    connection.execute(insert(tables.waiting).values(**key, fmt=header.fmt))


def _lock_head(connection: Connection, header: Header) -> Head:
    """The head, locked until the transaction ends; its row is made at the first batch of an epoch."""
    query = (
        select(tables.head.c.n, tables.head.c.sha)
        .where(tables.head.c.terminal == header.terminal, tables.head.c.epoch == header.epoch)
        .with_for_update()
    )
    row = connection.execute(query).first()
    if row is None:
        start = {"terminal": header.terminal, "epoch": header.epoch, "n": 0, "sha": GENESIS}
        connection.execute(insert_missing(connection, tables.head).values(start))
        row = connection.execute(query).one()
    return Head(row.n, row.sha)


def _rule(connection: Connection, head: Head, header: Header, sha: str) -> Ruling:
    if header.n > head.n + 1:
        return Ruling.GAP
    if header.n == head.n + 1:
        return Ruling.NEW if header.prev == head.sha else Ruling.FORK
    stored = connection.scalar(
        select(tables.inbox.c.sha).where(
            tables.inbox.c.terminal == header.terminal,
            tables.inbox.c.epoch == header.epoch,
            tables.inbox.c.n == header.n,
        )
    )
    return Ruling.SAME if stored == sha else Ruling.FORK
