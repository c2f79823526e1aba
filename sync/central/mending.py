"""Makes responses anew that are damaged, changed or gone: of the batches, which are kept as they came.

Nothing is taken away but what is put back in the same transaction, from a batch whose hash is still that of what the
terminal has signed, and which can be read here and now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.errors import StoreFault
from sync.central.entries import Entry, entry_of
from sync.central.projector import BodyReader
from sync.central.store import Account, CentralStore


@dataclass(frozen=True, slots=True)
class Mended:
    """How many responses were made anew, and how many that are not as they came could not be."""

    anew: int
    left: int


class Mending:
    """With the readers, and so the key, that are at hand; safe to repeat, and to be killed anywhere."""

    def __init__(self, store: CentralStore, readers: Mapping[int, BodyReader]) -> None:
        self._store = store
        self._readers = readers

    def mend(self) -> Mended:
        """Look through all batches, as the ledger does. Raises `StoreFault`, also where rows are not found by keys."""
        anew: set[str] = set()
        left: set[str] = set()
        for account in self._store.accounts.batches():
            entry = None if account.waits else entry_of(account)
            if entry is not None and (lost := self._lost(account, entry)):
                if not anew and not left:
                    self._require_order()
                made = self._renewed(account, entry, lost)
                anew |= made
                left |= lost - made
        return Mended(len(anew), len(left - anew))

    def _require_order(self) -> None:
        """What is not found would be written a second time. A copy is made of all rows in turn, and is in order."""
        if found := self._store.broken():
            how = "copy it with kiosk-central backup, restore that into an empty database, and retry there"
            raise StoreFault(f"the file itself is damaged ({found}); {how}")

    def _lost(self, account: Account, entry: Entry) -> set[str]:
        """Ids of rows that are not what came."""
        came = dict(entry.came())
        kept = self._store.accounts.kept(came, account.office)
        return {id_ for id_ in came if id_ and (id_ not in kept.here or id_ in kept.altered)}

    def _renewed(self, account: Account, entry: Entry, lost: set[str]) -> set[str]:
        """What of `lost` could be made anew."""
        reader = self._readers.get(account.fmt)
        found = {} if reader is None else reader(entry.body).rows
        rows = {row.id: row for row in found.values() if row.id in lost}
        if rows:
            self._store.projection.renew(rows.values(), account.office)
        return set(rows)
