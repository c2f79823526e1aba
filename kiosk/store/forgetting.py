"""Forgets the bodies of old batches, and keeps for the books how many responses were in them and nowhere else.

Where the terminal goes to another centre the ids of those responses are put down, in a row of the batches that is none:
nothing that this centre lacks is theirs, and what the other one has is not to be sent here.
"""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy import Connection, delete, func, select, update

from kiosk.store import mending, tables
from kiosk.store.checksums import changed, fits, insert_rows

_BEHIND = "~"
IS_LEFT_BEHIND = func.substr(tables.batches.c.epoch, 1, 1) == _BEHIND
"""Of a row of the batches: it only tells what another centre has been given."""


def forget_bodies(connection: Connection, before: date) -> int:
    """Forget the bodies of batches acknowledged before that day; number and hash stay. Gives how many.

    A response that is in another batch too, or waits once more, is counted there: a salvage, or a damaged response that
    was given once more, has put it into both.
    """
    table = tables.batches
    is_held = table.c.body.is_not(None), fits(table)  # what is left behind, too: it is counted there
    old = select(table.c.epoch, table.c.n, table.c.row_count, table.c.body).where(
        table.c.acknowledged_on < before, ~IS_LEFT_BEHIND, *is_held
    )
    forgotten = connection.execute(old).all()
    if not forgotten:
        return 0
    known = mending.keys_of(connection, tables.responses)
    elsewhere = mending.keys_of(connection, tables.outbox)
    leaving = {(epoch, n) for epoch, n, *_ in forgotten}
    for epoch, n, body in connection.execute(select(table.c.epoch, table.c.n, table.c.body).where(*is_held)):
        if (epoch, n) not in leaving:
            elsewhere |= mending.ids_in(body)
    for epoch, n, number, body in forgotten:
        named = mending.ids_in(body) & known
        values = changed(table, {"body": None, "row_count": number - len(named & elsewhere)})
        connection.execute(update(table).where(table.c.epoch == epoch, table.c.n == n, fits(table)).values(values))
        elsewhere |= named
    return len(forgotten)


def leave_behind(connection: Connection, mark: str) -> None:
    """Put down which responses are in forgotten batches alone: the centre with this `mark` has them, and no other."""
    table = tables.batches
    ids = mending.nowhere(connection)
    on = connection.scalar(select(func.max(table.c.acknowledged_on)).where(fits(table)))
    connection.execute(delete(table).where(table.c.body.is_(None), fits(table)))
    if not ids:
        return
    epoch = _BEHIND + mark
    n = connection.scalar(select(func.max(table.c.n)).where(table.c.epoch == epoch)) or 0
    body = "\n".join(sorted(ids)).encode()
    sha = hashlib.sha256(body).hexdigest()
    row = {"epoch": epoch, "n": n + 1, "prev": sha, "sha": sha, "row_count": len(ids), "body": body}
    insert_rows(connection, table, {**row, "acknowledged_on": on or date.min})


def take_up_again(connection: Connection, mark: str) -> None:
    """Let wait again what was left behind with the centre with this `mark`: it may have been put back meanwhile."""
    table = tables.batches
    its = table.c.epoch == _BEHIND + mark, fits(table)
    known = set(connection.scalars(select(tables.responses.c.id).where(fits(tables.responses))))
    for body in connection.scalars(select(table.c.body).where(*its)).all():
        mending.put_out(connection, {id_.decode() for id_ in mending.ids_in(body)} & known)
    connection.execute(delete(table).where(*its))
