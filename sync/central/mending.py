"""Makes responses anew that are damaged, changed or gone: of the batches, which are kept as they came.

Nothing is taken away but what is put back in the same transaction, from a batch whose hash is still that of what the
terminal has signed, and which can be read here and now; and doubles of a response that is there, under a damaged key.
Where batches do not agree about a row nothing is done.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kiosk.domain.errors import StoreFault
from sync.central.entries import Entry, entry_of
from sync.central.projector import BodyReader, read_guarded
from sync.central.store import Account, CentralStore
from sync.central.store.rows import columns_of
from sync.protocol import Row

_Place: TypeAlias = tuple[date, str, str, int]
"""A batch: in the order in which they came, as far as days tell."""


@dataclass(frozen=True, slots=True)
class Mended:
    """How many responses were made anew, how many that are not as they came could not be, how many doubles were taken
    away, and how many batches are damaged themselves."""

    anew: int
    left: int
    doubles: int = 0
    damaged_batches: int = 0


@dataclass(slots=True)
class _Lost:
    """A response that is not as it came, and the batches that have brought it."""

    came: dict[_Place, str] = field(default_factory=dict)
    """For which office each was."""
    says: set[bytes] = field(default_factory=set)

    @property
    def offices(self) -> list[str]:
        """For which it has come, the first one first."""
        return [self.came[place] for place in sorted(self.came)]


class Mending:
    """With the readers, and so the key, that are at hand; safe to repeat, and to be killed anywhere."""

    def __init__(self, store: CentralStore, readers: Mapping[int, BodyReader]) -> None:
        self._store = store
        self._readers = readers

    def mend(self) -> Mended:
        """Look through all batches, as the ledger does. Raises `StoreFault`, also where rows are not found by keys."""
        self._require_order()
        twins, brought = self._store.accounts.twins(), set[str]()
        lost: dict[str, _Lost] = {}
        damaged = 0
        for account, entry in self._entries():
            if entry is None:
                damaged += 1
                continue
            came = {id_: row for id_, row in entry.came() if id_}
            brought |= twins & came.keys()
            kept = self._store.accounts.kept(came, account.office)
            for id_ in came.keys() - (kept.here - kept.altered):
                one = lost.setdefault(id_, _Lost())
                one.came[_place(account)] = account.office
                one.says.add(_said(came[id_]))
        anew = self._renew({id_: one for id_, one in lost.items() if len(one.says) == 1})
        doubles = self._store.projection.take_away_twins(brought - (lost.keys() - anew))
        return Mended(len(anew), len(lost) - len(anew), doubles, damaged)

    def _entries(self) -> Iterator[tuple[Account, Entry | None]]:
        """Batches that have been read, and what is in each."""
        return ((one, entry_of(one)) for one in self._store.accounts.batches() if not one.waits)

    def _require_order(self) -> None:
        """What is not found would be written a second time. A copy is made of all rows in turn, and is in order."""
        if found := self._store.broken():
            how = "copy it with kiosk-central backup, restore that into an empty database, and retry there"
            raise StoreFault(f"the file itself is damaged ({found}); {how}")

    def _renew(self, lost: Mapping[str, _Lost]) -> set[str]:
        """What of `lost` could be made anew, each of the batch that has brought it first."""
        of: dict[_Place, set[str]] = {}
        for id_, one in lost.items():
            of.setdefault(min(one.came), set()).add(id_)
        anew: set[str] = set()
        for account, entry in self._entries() if of else ():
            wanted = of.get(_place(account), set())
            if entry is not None and wanted:
                rows = {row.id: row for row in self._read(account, entry) if row.id in wanted}
                if rows:
                    self._store.projection.renew(rows.values(), {id_: lost[id_].offices for id_ in rows})
                    anew |= rows.keys()
        return anew

    def _read(self, account: Account, entry: Entry) -> list[Row]:
        """The rows that can be read, without those in quarantine: another one has their place."""
        if (reader := self._readers.get(account.fmt)) is None:
            return []
        found = read_guarded(reader, entry.body, account.fmt).rows
        return [row for line, row in found.items() if line not in account.quarantined]


def _place(account: Account) -> _Place:
    return account.received_on, account.terminal, account.epoch, account.n


def _said(row: Row | None) -> bytes:
    """The same for rows that say the same; one that nobody can read here says what no other does."""
    said = None if row is None else columns_of(row, "") | {"encrypted": row.encrypted}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).digest()
