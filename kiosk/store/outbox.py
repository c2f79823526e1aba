"""What waits for the central office, and the immutable batches in which it goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, delete, func, select, update

from kiosk.domain.errors import StoreFault
from kiosk.domain.response import Response
from kiosk.store import mending, tables
from kiosk.store.answers import from_row
from kiosk.store.books import reckoned
from kiosk.store.checksums import changed, fits, insert_rows
from kiosk.store.encrypting import Encrypting
from kiosk.store.engine import Engines, faults_translated, transaction
from kiosk.store.forgetting import IS_LEFT_BEHIND, forget_bodies, leave_behind, take_up_again
from kiosk.store.road import Road, replace_road

_WHOLE = fits(tables.batches)
_HELD = (tables.batches.c.body.is_not(None), ~IS_LEFT_BEHIND, _WHOLE)
"""Batches that can be sent."""
_QUICKER = "another agent of this terminal has been quicker; nothing is lost, try again"

FIRST_PREV = "0" * 64
"""What the first batch of an epoch names as its predecessor."""


@dataclass(frozen=True, slots=True)
class SealedBatch:
    """Batch `n` (from 1) of an epoch. `sha` is the SHA-256 of `body`, `prev` that of batch `n - 1`.

    `body` is None once it has been forgotten, 35 days after the centre acknowledged it.
    """

    epoch: str
    n: int
    prev: str
    sha: str
    rows: int
    body: bytes | None


class Outbox:
    """Every method is one transaction, durable when it returns, and raises `StoreFault`. Any thread or process."""

    def __init__(self, engines: Engines, encrypting: Encrypting) -> None:
        self._engines = engines
        self._encrypting = encrypting

    def waiting(self, at_most: int | None = None) -> int:
        """How many closed responses are in no batch yet and can be put into one: damaged ones are set aside.

        Nobody counts further than `at_most`.
        """
        query = select(func.count()).select_from(_waiting_ids(at_most).subquery())
        with faults_translated("count what waits"), self._engines.read.connect() as connection:
            return connection.scalar(query) or 0

    def pending(self, limit: int) -> list[Response]:
        """Up to `limit` closed responses that are in no batch yet, in the order of their random ids.

        Encrypted, where they are to be: a terminal that was begun before saves them in clear until it ends.
        """
        ids = tables.responses.c.id
        query = select(tables.responses).where(ids.in_(_waiting_ids(limit)), fits(tables.responses)).order_by(ids)
        with faults_translated("read what waits"), self._engines.read.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [from_row(self._encrypting.row(row), complete=row["complete"]) for row in rows]

    def seal(self, batch: SealedBatch, response_ids: Sequence[str]) -> None:
        """Store a batch and take its responses out of the outbox, both or neither.

        Raises `StoreFault` when the batch does not follow the last one of its epoch, or a response waits no longer:
        another agent was quicker, and the caller forms the batch anew.
        """
        with transaction(self._engines.write, "seal a batch") as connection:
            current = connection.scalar(select(tables.road.c.epoch))
            if current not in (None, batch.epoch):
                raise StoreFault("cannot seal a batch: its epoch has been replaced")
            last = connection.execute(_last(batch.epoch)).mappings().first()
            n, sha = (last["n"], last["sha"]) if last else (0, FIRST_PREV)
            if (batch.n, batch.prev) != (n + 1, sha):
                raise StoreFault(f"cannot seal a batch: {_QUICKER}")
            removed = connection.execute(delete(tables.outbox).where(tables.outbox.c.response.in_(response_ids)))
            if removed.rowcount != len(response_ids):
                raise StoreFault(f"cannot seal a batch: {_QUICKER}")
            insert_rows(connection, tables.batches, _row(batch))

    def last(self, epoch: str) -> SealedBatch | None:
        """The newest batch of `epoch`."""
        return self._one(_last(epoch))

    def batch(self, epoch: str, n: int) -> SealedBatch | None:
        """One batch."""
        return self._one(select(tables.batches).where(tables.batches.c.epoch == epoch, tables.batches.c.n == n, _WHOLE))

    def batches_after(self, epoch: str, n: int, limit: int, most_bytes: int | None = None) -> list[SealedBatch]:
        """Up to `limit` batches of `epoch` with numbers above `n`, in order.

        No more of them than together have `most_bytes`, but always the first.
        """
        query = (
            select(tables.batches)
            .where(tables.batches.c.epoch == epoch, tables.batches.c.n > n, _WHOLE)
            .order_by(tables.batches.c.n)
            .limit(limit)
        )
        found: list[SealedBatch] = []
        left = most_bytes
        with faults_translated("read batches"), self._engines.read.connect() as connection:
            for row in connection.execute(query).mappings():
                if left is not None:
                    left -= len(row["body"] or b"")
                    if found and left < 0:
                        break
                found.append(_batch(row))
        return found

    def unacknowledged(self) -> int:
        """How many batches the centre has not proved to hold."""
        query = (
            select(func.count()).select_from(tables.batches).where(tables.batches.c.acknowledged_on.is_(None), _WHOLE)
        )
        with faults_translated("count batches"), self._engines.read.connect() as connection:
            return connection.scalar(query) or 0

    def readable_batches(self) -> int:
        """How many batches hold answers that are not encrypted: from before they were."""
        body = tables.batches.c.body
        query = select(func.count()).where(*_HELD, func.instr(body, b'"encrypted":"') == 0)
        with faults_translated("count batches"), self._engines.read.connect() as connection:
            return connection.scalar(query) or 0

    def acknowledge(self, epoch: str, n: int, on: date) -> None:
        """Note that the centre holds every batch of `epoch` up to `n` and none after it; the first such day is kept.

        `n` may be smaller than before: the centre was restored from an old copy, and what it lost is not to be
        forgotten here.
        """
        table = tables.batches
        held = (table.c.epoch == epoch) & (table.c.n <= n) & table.c.acknowledged_on.is_(None)
        lost = (table.c.epoch == epoch) & (table.c.n > n) & table.c.acknowledged_on.is_not(None)
        with transaction(self._engines.write, "acknowledge batches") as connection:
            connection.execute(update(table).where(held, fits(table)).values(changed(table, {"acknowledged_on": on})))
            connection.execute(update(table).where(lost, fits(table)).values(changed(table, {"acknowledged_on": None})))

    def forgotten_epochs(self, current: str) -> list[tuple[str, int]]:
        """Every epoch but the `current` one whose batches have been forgotten, and the last of these."""
        table = tables.batches
        forgotten = (table.c.epoch != current, table.c.body.is_(None), _WHOLE)
        query = select(table.c.epoch, func.max(table.c.n)).where(*forgotten).group_by(table.c.epoch)
        with faults_translated("read batches"), self._engines.read.connect() as connection:
            return [(epoch, n) for epoch, n in connection.execute(query)]

    def note(self, road: Road) -> None:
        """Write down how far `road` has come and how the last contact went.

        Raises `StoreFault` when the terminal has been enrolled anew or begun another epoch meanwhile: what an agent
        learnt on the old road would undo the new one, and strand the batches that lie on it.
        """
        table = tables.road
        same = (table.c.terminal == road.terminal) & (table.c.epoch == road.epoch)
        known = {
            "acknowledged": road.acknowledged,
            "attempts": road.attempts,
            "last_upload": road.last_upload,
            "last_problem": road.last_problem,
            "clock_off": road.clock_off,
        }
        with transaction(self._engines.write, "note a contact") as connection:
            noted = update(table).where(same, fits(table)).values(changed(table, known))
            if connection.execute(noted).rowcount != 1:
                raise StoreFault("cannot note a contact: the terminal has been enrolled anew meanwhile")

    def prune(self, before: date) -> int:
        """Forget the bodies of batches acknowledged before that day; number and hash stay. Gives how many."""
        with transaction(self._engines.write, "forget old batches") as connection:
            return forget_bodies(connection, before)

    def held(self) -> list[SealedBatch]:
        """Every batch whose body is still here, of whichever epoch, in order."""
        query = select(tables.batches).where(*_HELD)
        query = query.order_by(tables.batches.c.epoch, tables.batches.c.n)
        with faults_translated("read batches"), self._engines.read.connect() as connection:
            return [_batch(row) for row in connection.execute(query).mappings()]

    def reissue(
        self,
        replaced: Sequence[SealedBatch],
        batches: Sequence[SealedBatch],
        road: Road,
        epoch: str,
        *,
        everything: bool = False,
        left: str = "",
        joined: str = "",
    ) -> None:
        """Put `batches`, a new chain with the rows of `replaced`, in the place of those, and `road` with them.

        Batches whose body has been forgotten stay for the books. Where the centre has lost one of them, or a response
        is named nowhere, everything that is in no other batch waits again: the centre passes over what it has. So it
        does where `everything` is asked for.

        `left` is the mark of a centre that the terminal belongs to no more: what is in forgotten batches stays with it,
        until that one is `joined` again.

        Raises `StoreFault` when `replaced` is no longer all that is held, or the road is no longer that of `epoch`:
        another agent was quicker, or the terminal has been enrolled anew, which must not be undone.
        """
        held = select(tables.batches.c.epoch, tables.batches.c.n).where(*_HELD)
        with transaction(self._engines.write, "begin a new epoch") as connection:
            now = connection.execute(select(tables.road).where(fits(tables.road))).mappings().first()
            if now is not None and now["epoch"] != epoch:
                is_another = now["terminal"] != road.terminal
                why = "the terminal has been enrolled anew meanwhile" if is_another else _QUICKER
                raise StoreFault(f"cannot begin a new epoch: {why}")
            if {tuple(row) for row in connection.execute(held)} != {(batch.epoch, batch.n) for batch in replaced}:
                raise StoreFault("cannot begin a new epoch: the batches have changed meanwhile")
            connection.execute(delete(tables.batches).where(*_HELD))
            for batch in batches:
                insert_rows(connection, tables.batches, _row(batch))
            mending.set_batches_aside(connection)
            if left and not reckoned(connection).named_nowhere:  # else nobody knows which of them it has
                leave_behind(connection, left)
            if everything or connection.scalar(_lost_and_forgotten()) or reckoned(connection).named_nowhere:
                mending.let_all_wait(connection)
            if joined:
                take_up_again(connection, joined)
            if now is not None and now["terminal"] == road.terminal:  # a key changed meanwhile is not to be undone
                road = replace(road, private_key=now["private_key"], next_private_key=now["next_private_key"])
            replace_road(connection, road)

    def mend(self, epoch: str) -> bool:
        """Put right what single flipped bits did to the outbox. Tells whether `epoch` is to be left for a new one.

        So it is when it is empty (the file has been salvaged), or some batch is damaged: `reissue` sets it aside, and
        what it held waits again.
        """
        with transaction(self._engines.write, "mend the outbox") as connection:
            mending.mend_entries(connection)
            return not epoch or bool(mending.damaged_batches(connection))

    def _one(self, query: Select[Any]) -> SealedBatch | None:
        with faults_translated("read a batch"), self._engines.read.connect() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else _batch(row)


def _lost_and_forgotten() -> Select[Any]:
    """How many batches the centre has acknowledged, and lost when their bodies had been forgotten here."""
    table = tables.batches
    gone = table.c.body.is_(None) & table.c.acknowledged_on.is_(None)
    return select(func.count()).select_from(table).where(gone, _WHOLE)


def _waiting_ids(limit: int | None) -> Select[str]:
    """The first ids of whole responses that wait, up to `limit`, in their order.

    By the outbox, from which each is looked up: by the responses SQLite would try the checksum of all that ever were.
    It stops at the limit, so that a batch costs the same however many wait behind it.
    """
    waiting, whole = tables.outbox, tables.responses
    is_there = select(whole.c.id).where(whole.c.id == waiting.c.response, fits(whole)).exists()
    return select(waiting.c.response).where(fits(waiting), is_there).order_by(waiting.c.response).limit(limit)


def _last(epoch: str) -> Select[Any]:
    known = select(tables.batches).where(tables.batches.c.epoch == epoch, _WHOLE)
    return known.order_by(tables.batches.c.n.desc()).limit(1)


def _row(batch: SealedBatch) -> dict[str, object]:
    return {
        "epoch": batch.epoch,
        "n": batch.n,
        "prev": batch.prev,
        "sha": batch.sha,
        "row_count": batch.rows,
        "body": batch.body,
    }


def _batch(row: RowMapping) -> SealedBatch:
    return SealedBatch(row["epoch"], row["n"], row["prev"], row["sha"], row["row_count"], row["body"])
