"""What can be put right of damaged rows on the road: an entry of the outbox by its checksum, a batch by its responses.

Nothing is deleted but what has been put right: a row that stays damaged is kept, reported and passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    delete,
    func,
    literal_column,
    select,
    text,
    update,
)

from kiosk.store import tables
from kiosk.store.checksums import fits, insertion, new_rows, summed

_ASIDE = "!"
"""What the epoch of a damaged batch begins with once its responses wait again."""
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LOT = 500


def mend_entries(connection: Connection) -> None:
    """Put damaged entries of the outbox right where they, or their checksums, still tell whose they were."""
    table, known = tables.outbox, tables.responses
    if not connection.scalar(select(func.count()).select_from(table).where(~fits(table))):
        return
    right: ColumnElement[int] = literal_column(summed(table).sql({"response": "responses.id"}))
    damaged = ~fits(table) & fits(known)
    by_checksum = select(known.c.id).join(table, table.c.checksum == right).where(damaged)
    by_id = select(known.c.id).join(table, table.c.response == known.c.id).where(damaged)
    found = set(connection.scalars(by_checksum)) | set(connection.scalars(by_id))
    mended = text(
        f"DELETE FROM outbox WHERE NOT {summed(table).fits()} AND (response IN (SELECT value FROM json_each(:ids))"  # noqa: S608
        f" OR checksum IN (SELECT {summed(table).sql({'response': 'value'})} FROM json_each(:ids)))"
    )
    connection.execute(mended, {"ids": json.dumps(sorted(found))})
    put_out(connection, found)


def damaged_batches(connection: Connection) -> int:
    """How many batches are damaged and their responses have not been put out again."""
    table = tables.batches
    found = select(func.count()).select_from(table).where(~fits(table), func.substr(table.c.epoch, 1, 1) != _ASIDE)
    return connection.scalar(found) or 0


def set_batches_aside(connection: Connection) -> None:
    """Let the responses of damaged batches wait again, and keep those batches where no chain meets them.

    Where a batch no longer tells which they were, every response that is in no other batch waits again: the centre
    passes over those that it has.
    """
    if not damaged_batches(connection):
        return
    table = tables.batches
    damaged = ~fits(table) & (func.substr(table.c.epoch, 1, 1) != _ASIDE)
    rows = connection.execute(select(literal_column("CAST(body AS BLOB)"), table.c.row_count).where(damaged)).all()
    known = set(connection.scalars(select(tables.responses.c.id).where(fits(tables.responses))))
    lost: set[str] = set()
    for data, number in rows:
        named = _ids(data) & known
        if data is None or len(named) != number:
            let_all_wait(connection)
        lost |= named
    put_out(connection, lost.difference(*_held_ids(connection)))
    connection.execute(update(table).where(damaged).values(epoch=literal_column(f"'{_ASIDE}' || epoch")))


def let_all_wait(connection: Connection) -> None:
    """Let every response wait again that is in no batch whose body is still here.

    The batches without a body go: what they stood for waits, and would be counted twice.
    """
    put_out(connection, nowhere(connection))
    table = tables.batches
    connection.execute(delete(table).where(table.c.body.is_(None), fits(table)))


def put_out(connection: Connection, ids: set[str]) -> None:
    """Let these responses wait for the office, if they do not yet."""
    rows = new_rows(tables.outbox, [{"response": id_} for id_ in sorted(ids)])
    for first in range(0, len(rows), _LOT):
        connection.execute(insertion(tables.outbox).on_conflict_do_nothing(), rows[first : first + _LOT])


def _held_ids(connection: Connection) -> Iterator[set[str]]:
    table = tables.batches
    for body in connection.scalars(select(table.c.body).where(table.c.body.is_not(None), fits(table))):
        yield _ids(body)


def keys_of(connection: Connection, table: Table, condition: ColumnElement[bool] | None = None) -> set[bytes]:
    """Keys of the rows as they lie in the file: that of a damaged one need be no text."""
    [key] = table.primary_key
    query = select(literal_column(f"CAST({key.name} AS BLOB)", LargeBinary)).select_from(table)
    return set(connection.scalars(query if condition is None else query.where(condition)))


def ids_in(body: bytes | None) -> set[bytes]:
    """Whatever looks like a response's id in the body of a batch."""
    return set(_ID.findall(body or b""))


def nowhere(connection: Connection) -> set[str]:
    """Whole responses that neither wait nor are in a batch whose body is here."""
    known = set(connection.scalars(select(tables.responses.c.id).where(fits(tables.responses))))
    waiting = set(connection.scalars(select(tables.outbox.c.response).where(fits(tables.outbox))))
    return (known - waiting).difference(*_held_ids(connection))


def _ids(body: bytes | None) -> set[str]:
    return {found.decode() for found in ids_in(body)}
