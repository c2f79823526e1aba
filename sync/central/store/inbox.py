"""Takes batches in under the rules of the head; source: `field/reliability.md`, 2.4.

n <= head.n      the stored hash is the same ? SAME : FORK
n == head.n + 1  prev is the head's hash     ? NEW (stored, head moved) : FORK
n >  head.n + 1  GAP
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from sqlalchemy import Connection, Engine, and_, bindparam, insert, select, update

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.statements import insert_missing
from sync.protocol import GENESIS, Head, Header

# Statements are made once: to put one together takes longer than SQLite takes to run it.
_its_head = and_(tables.head.c.terminal == bindparam("its_terminal"), tables.head.c.epoch == bindparam("its_epoch"))
_its_batch = and_(
    tables.inbox.c.terminal == bindparam("its_terminal"),
    tables.inbox.c.epoch == bindparam("its_epoch"),
    tables.inbox.c.n == bindparam("its_n"),
)
_TERMINALS = select(
    tables.terminal.c.id,
    tables.terminal.c.public_key,
    tables.terminal.c.previous_key,
    tables.terminal.c.office,
    tables.terminal.c.revoked,
).where(tables.terminal.c.id.in_(bindparam("ids", expanding=True)))
_HEADS = select(tables.head).where(
    tables.head.c.terminal.in_(bindparam("ids", expanding=True)),
    tables.head.c.epoch.in_(bindparam("epochs", expanding=True)),
)
_LOCK_HEAD = select(tables.head.c.n, tables.head.c.sha).where(_its_head).with_for_update()
_MOVE_HEAD = update(tables.head).where(_its_head).values(n=bindparam("new_n"), sha=bindparam("new_sha"))
_STORED = select(tables.inbox.c.sha).where(_its_batch)
_INTO_INBOX = insert(tables.inbox)
_INTO_WAITING = insert(tables.waiting)


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


@dataclass(frozen=True, slots=True)
class Sent:
    """Batches of one epoch, one or more, and the office of the terminal that has sent them."""

    batches: Sequence[Received]
    office: str

    @property
    def header(self) -> Header:
        """That of the first: all are of its terminal and epoch."""
        return self.batches[0].header


class Inbox:
    """The raw batches and the heads. Safe to repeat: a batch that is there already changes nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def sender(self, terminal: str, epoch: str) -> Sender | None:
        """Who `terminal` is and how far `epoch` has come; None for one that was never enrolled."""
        return self.senders([(terminal, epoch)])[0]

    def senders(self, asked: Sequence[tuple[str, str]]) -> list[Sender | None]:
        """As `sender`, for each terminal and epoch."""
        terminals = {terminal for terminal, _ in asked}
        with reading(self._engine) as connection:
            known = {row.id: row for row in connection.execute(_TERMINALS, {"ids": terminals})}
            heads = {
                (row.terminal, row.epoch): Head(row.n, row.sha)
                for row in connection.execute(_HEADS, {"ids": terminals, "epochs": {epoch for _, epoch in asked}})
            }
        return [
            Sender(row.public_key, row.previous_key, row.office, row.revoked, heads.get((terminal, epoch), Head()))
            if (row := known.get(terminal)) is not None
            else None
            for terminal, epoch in asked
        ]

    def receive(self, batches: Sequence[Received], office: str, today: date) -> Verdict:
        """Rule on batches of one epoch in their order, up to the first that does not fit; store those that are new.

        On disk when this returns, whatever the verdict on the last one.
        """
        return self.receive_all([Sent(batches, office)], today)[0]

    def receive_all(self, sent: Sequence[Sent], today: date) -> list[Verdict]:
        """As `receive`, for what several have sent, in one transaction."""
        verdicts: dict[int, Verdict] = {}
        # In one order of locks, so that two processes cannot wait for each other.
        order = sorted(range(len(sent)), key=lambda number: (sent[number].header.terminal, sent[number].header.epoch))
        with writing(self._engine) as connection:
            for number in order:
                verdicts[number] = _received(connection, sent[number], today)
        return [verdicts[number] for number in range(len(sent))]


def _received(connection: Connection, sent: Sent, today: date) -> Verdict:
    key = {"its_terminal": sent.header.terminal, "its_epoch": sent.header.epoch}
    head = before = _lock_head(connection, key)
    ruling = Ruling.SAME
    for batch in sent.batches:
        ruling = _rule(connection, head, batch.header, batch.sha)
        if ruling is Ruling.NEW:
            _keep(connection, batch, sent.office, today)
            head = Head(batch.header.n, batch.sha)
        elif ruling is not Ruling.SAME:
            break
    if head != before:
        connection.execute(_MOVE_HEAD, key | {"new_n": head.n, "new_sha": head.sha})
    return Verdict(ruling, head, added=head != before)


def _keep(connection: Connection, batch: Received, office: str, today: date) -> None:
    header = batch.header
    key = {"terminal": header.terminal, "epoch": header.epoch, "n": header.n}
    row = {"sha": batch.sha, "fmt": header.fmt, "rows": header.rows, "office": office, "received_on": today}
    connection.execute(_INTO_INBOX, key | row | {"body": batch.compressed})
    connection.execute(_INTO_WAITING, key | {"fmt": header.fmt})


def _lock_head(connection: Connection, key: Mapping[str, str]) -> Head:
    """The head, locked until the transaction ends; its row is made at the first batch of an epoch."""
    row = connection.execute(_LOCK_HEAD, key).first()
    if row is None:
        start = {"terminal": key["its_terminal"], "epoch": key["its_epoch"], "n": 0, "sha": GENESIS}
        connection.execute(insert_missing(connection, tables.head).values(start))
        row = connection.execute(_LOCK_HEAD, key).one()
    return Head(row.n, row.sha)


def _rule(connection: Connection, head: Head, header: Header, sha: str) -> Ruling:
    if header.n > head.n + 1:
        return Ruling.GAP
    if header.n == head.n + 1:
        return Ruling.NEW if header.prev == head.sha else Ruling.FORK
    key = {"its_terminal": header.terminal, "its_epoch": header.epoch, "its_n": header.n}
    stored = connection.scalar(_STORED, key)
    return Ruling.SAME if stored == sha else Ruling.FORK
