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
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, Connection, Engine, and_, bindparam, insert, select, update

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.statements import insert_missing
from sync.protocol import GENESIS, Head, Header

_Epoch: TypeAlias = tuple[str, str]
"""A terminal, and which of its epochs."""

# Statements are made once: to put one together takes longer than SQLite takes to run it.
_its_head = and_(tables.head.c.terminal == bindparam("its_terminal"), tables.head.c.epoch == bindparam("its_epoch"))
_its_batch = and_(
    tables.inbox.c.terminal == bindparam("its_terminal"),
    tables.inbox.c.epoch == bindparam("its_epoch"),
    tables.inbox.c.n == bindparam("its_n"),
)
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_EPOCHS: BindParameter[str] = bindparam("epochs", expanding=True)
_SENDERS = (
    select(
        tables.terminal.c.id,
        tables.terminal.c.public_key,
        tables.terminal.c.previous_key,
        tables.terminal.c.office,
        tables.terminal.c.revoked,
        tables.head.c.epoch,
        tables.head.c.n,
        tables.head.c.sha,
    )
    .outerjoin(tables.head, and_(tables.head.c.terminal == tables.terminal.c.id, tables.head.c.epoch.in_(_EPOCHS)))
    .where(tables.terminal.c.id.in_(_IDS))
)
_LOCK_HEADS = (
    select(tables.head)
    .where(tables.head.c.terminal.in_(_IDS), tables.head.c.epoch.in_(_EPOCHS))
    .order_by(tables.head.c.terminal, tables.head.c.epoch)
    .with_for_update()
)
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

    @property
    def epoch(self) -> _Epoch:
        """Which terminal's, and which one."""
        return self.header.terminal, self.header.epoch


class Inbox:
    """The raw batches and the heads. Safe to repeat: a batch that is there already changes nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def sender(self, terminal: str, epoch: str) -> Sender | None:
        """Who `terminal` is and how far `epoch` has come; None for one that was never enrolled."""
        return self.senders([(terminal, epoch)])[0]

    def senders(self, asked: Sequence[tuple[str, str]]) -> list[Sender | None]:
        """As `sender`, for each terminal and epoch."""
        of = {"ids": {terminal for terminal, _ in asked}, "epochs": {epoch for _, epoch in asked}}
        with reading(self._engine) as connection:
            found = connection.execute(_SENDERS, of).all()
        known = {row.id: row for row in found}
        heads = {(row.id, row.epoch): Head(row.n, row.sha) for row in found if row.epoch is not None}
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
        """As `receive`, for what several have sent, in one transaction and with a statement for each table."""
        with writing(self._engine) as connection:
            ruling = _Ruling(connection, _lock_heads(connection, sent))
            verdicts = [ruling.on(one) for one in sent]
            ruling.keep(today)
        return verdicts


class _Ruling:
    """What the rules make of batches, one after the other, as if each were stored before the next is looked at."""

    def __init__(self, connection: Connection, heads: Mapping[_Epoch, Head]) -> None:
        self._connection = connection
        self._before = heads
        self._heads = dict(heads)
        self._new: list[tuple[Received, str]] = []
        self._new_sha: dict[tuple[_Epoch, int], str] = {}

    def on(self, sent: Sent) -> Verdict:
        """Rule on what one has sent."""
        before = self._heads.get(sent.epoch, Head())
        ruling = Ruling.SAME
        for batch in sent.batches:
            head = self._heads.get(sent.epoch, Head())
            ruling = self._rule(head, batch.header, batch.sha)
            if ruling is Ruling.NEW:
                self._heads[sent.epoch] = Head(batch.header.n, batch.sha)
                self._new.append((batch, sent.office))
                self._new_sha[sent.epoch, batch.header.n] = batch.sha
            elif ruling is not Ruling.SAME:
                break
        head = self._heads.get(sent.epoch, Head())
        return Verdict(ruling, head, added=head != before)

    def keep(self, today: date) -> None:
        """Store what is new."""
        if not self._new:
            return
        self._connection.execute(_INTO_INBOX, [_stored(batch, office, today) for batch, office in self._new])
        self._connection.execute(_INTO_WAITING, [_waiting(batch.header) for batch, _ in self._new])
        moved = [
            {"its_terminal": terminal, "its_epoch": epoch, "new_n": head.n, "new_sha": head.sha}
            for (terminal, epoch), head in self._heads.items()
            if self._before.get((terminal, epoch)) != head
        ]
        self._connection.execute(_MOVE_HEAD, moved)

    def _rule(self, head: Head, header: Header, sha: str) -> Ruling:
        if header.n > head.n + 1:
            return Ruling.GAP
        if header.n == head.n + 1:
            return Ruling.NEW if header.prev == head.sha else Ruling.FORK
        return Ruling.SAME if self._sha_of(head, header) == sha else Ruling.FORK

    def _sha_of(self, head: Head, header: Header) -> str | None:
        """The hash of a batch that has been taken."""
        if header.n == head.n:
            return head.sha
        if known := self._new_sha.get(((header.terminal, header.epoch), header.n)):
            return known
        key = {"its_terminal": header.terminal, "its_epoch": header.epoch, "its_n": header.n}
        stored: str | None = self._connection.scalar(_STORED, key)
        return stored


def _lock_heads(connection: Connection, sent: Sequence[Sent]) -> Mapping[_Epoch, Head]:
    """The heads, locked until the transaction ends. An epoch's is made for its batch 1: whatever else is sent of an
    epoch without a head is a gap.

    Made before any is locked, and both in one order, so that two processes cannot wait for each other: whoever waits
    for a head that is being made holds only heads that it has made itself, and those nobody waits for who has locked.
    """
    begun = sorted({one.epoch for one in sent if one.header.n == 1})
    if begun:
        rows = [{"terminal": terminal, "epoch": epoch, "n": 0, "sha": GENESIS} for terminal, epoch in begun]
        connection.execute(insert_missing(connection, tables.head), rows)
    of = {"ids": {one.header.terminal for one in sent}, "epochs": {one.header.epoch for one in sent}}
    return {(row.terminal, row.epoch): Head(row.n, row.sha) for row in connection.execute(_LOCK_HEADS, of)}


def _stored(batch: Received, office: str, today: date) -> dict[str, Any]:
    header = batch.header
    row = {"sha": batch.sha, "fmt": header.fmt, "rows": header.rows, "office": office, "received_on": today}
    return {"terminal": header.terminal, "epoch": header.epoch, "n": header.n, "body": batch.compressed, **row}


def _waiting(header: Header) -> dict[str, Any]:
    return {"terminal": header.terminal, "epoch": header.epoch, "n": header.n, "fmt": header.fmt}
