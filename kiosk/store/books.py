"""Reckons a terminal's books anew from what is in its file, response by response.

Every response of the file is looked for by its id, in the outbox and in the bodies of the batches. Of a batch whose
body has been forgotten only a number is left: so many responses may be found nowhere else, not one more or less.

    created = waiting + sent + acknowledged + set aside      else some are unplaced
    all that the outbox and the batches name is created      else some are gone

What is damaged can tell less. A damaged response may be one of a forgotten batch, or one that the outbox names under
the id it had; a damaged entry of the outbox may be any response's. As far as such are here they explain what is
missing, for they are told as damage: each of them one, and never more.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from kiosk.domain.books import Books
from kiosk.store import mending, tables
from kiosk.store.checksums import fits
from kiosk.store.engine import Engines, faults_translated


class Bookkeeping:
    """Reads only; any thread."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def books(self) -> Books:
        """The books as they are at one moment, whatever other programs do meanwhile; raises `StoreFault`.

        Reads every id of the file and every batch that is held.
        """
        with faults_translated("reckon the books"), self._engines.read.connect() as connection:
            return reckoned(connection)


def reckoned(connection: Connection) -> Books:
    """The books as `connection` sees them."""
    return _balanced(_entered(connection))


@dataclass(slots=True)
class _Page:
    """Ids as they lie in the file, which for a damaged row need be none; and what is left of forgotten batches."""

    whole: set[bytes]
    damaged: set[bytes]
    entries: set[bytes]
    damaged_entries: set[bytes]
    sent: set[bytes] = field(default_factory=set)
    acknowledged: set[bytes] = field(default_factory=set)
    forgotten: int = 0
    disowned: int = 0  # of those, what the centre has lost since
    gone: int = 0
    damaged_batches: int = 0


def _entered(connection: Connection) -> _Page:
    whole, entry = fits(tables.responses), fits(tables.outbox)
    page = _Page(
        whole=mending.keys_of(connection, tables.responses, whole),
        damaged=mending.keys_of(connection, tables.responses, ~whole),
        entries=mending.keys_of(connection, tables.outbox, entry),
        damaged_entries=mending.keys_of(connection, tables.outbox, ~entry),
    )
    known = page.whole | page.damaged
    table = tables.batches
    held = select(table.c.body, table.c.row_count, table.c.acknowledged_on).where(fits(table))
    for body, number, acknowledged_on in connection.execute(held.where(table.c.body.is_not(None))):
        ids = mending.ids_in(body) & known
        page.gone += max(0, number - len(ids))
        (page.sent if acknowledged_on is None else page.acknowledged).update(ids)
    forgotten = select(func.coalesce(func.sum(table.c.row_count), 0)).where(fits(table), table.c.body.is_(None))
    page.forgotten = connection.execute(forgotten).scalar_one()
    page.disowned = connection.execute(forgotten.where(table.c.acknowledged_on.is_(None))).scalar_one()
    page.damaged_batches = mending.damaged_batches(connection)
    return page


def _balanced(page: _Page) -> Books:
    known = page.whole | page.damaged
    waiting = page.whole & page.entries
    acknowledged = page.acknowledged - waiting
    sent = page.sent - acknowledged - waiting
    named = page.entries | page.damaged_entries
    aside = (named & known) - waiting - acknowledged - sent
    nowhere = known - named - acknowledged - sent
    nowhere_whole, nowhere_damaged = len(nowhere & page.whole), len(nowhere & page.damaged)

    gone = page.gone + len(page.entries - known)
    entries_of_nobody = len(page.damaged_entries - known)
    forgotten_whole = min(page.forgotten, nowhere_whole)
    forgotten_damaged = min(page.forgotten - forgotten_whole, nowhere_damaged)
    found = forgotten_whole + forgotten_damaged
    disowned = min(page.disowned, found)
    unexplained = nowhere_whole - forgotten_whole
    without_entry = min(unexplained, entries_of_nobody)
    renamed = nowhere_damaged - forgotten_damaged
    return Books(
        created=len(known),
        waiting=len(waiting),
        sent=len(sent) + disowned,
        acknowledged=len(acknowledged) + found - disowned,
        set_aside=len(aside) + without_entry + renamed,
        unplaced=unexplained - without_entry,
        named_nowhere=unexplained,
        gone=max(0, gone - renamed) + page.forgotten - found,
        damaged_batches=page.damaged_batches,
    )
