"""Forgets the bodies of old batches, and keeps for the books how many responses were in them and nowhere else."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, update

from kiosk.store import mending, tables
from kiosk.store.checksums import changed, fits


def forget_bodies(connection: Connection, before: date) -> int:
    """Forget the bodies of batches acknowledged before that day; number and hash stay. Gives how many.

    A response that is in another batch too, or waits once more, is counted there: a salvage, or a damaged response that
    was given once more, has put it into both.
    """
    table = tables.batches
    is_held = table.c.body.is_not(None), fits(table)
    old = select(table.c.epoch, table.c.n, table.c.row_count, table.c.body).where(
        table.c.acknowledged_on < before, *is_held
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
