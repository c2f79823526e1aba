"""Makes responses anew that are damaged, changed or gone: of the batches, which are kept as they came.

Nothing is taken away but what is put back in the same transaction, from a batch whose hash is still that of what the
terminal has signed, and which can be read here and now; and doubles of a response that is there, under a damaged key.
Where batches do not agree about a row nothing is done.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from kiosk.domain.errors import StoreFault
from sync.central.entries import Entry, entry_of, layers
from sync.central.projector import BodyReader, Projector, read_guarded
from sync.central.store import Account, Anew, BooksState, CentralStore, Halves, Retried
from sync.central.store.rows import columns_of
from sync.protocol import Row

_AT_ONCE = 500
_Place: TypeAlias = tuple[date, str, str, int]
"""A batch: in the order in which they came, as far as days tell."""


@dataclass(frozen=True, slots=True)
class Mended:
    """How many responses were made anew, and how many that are not as they came are `left`.

    Of these, `unread` are in batches that no reader at hand can read; of the others the batches do not agree, or some
    are damaged. How many doubles were taken away, how many lines that are no rows and were not in quarantine are there
    again, and how many batches are damaged themselves.
    """

    anew: int
    left: int
    unread: int = 0
    doubles: int = 0
    set_aside: int = 0
    damaged_batches: int = 0


@dataclass(slots=True)
class _Lost:
    """A response that is not as it came, and what its batches say of it."""

    came: dict[_Place, str] = field(default_factory=dict)
    """For which office, in each."""
    says: set[bytes | None] = field(default_factory=set)
    """None is what cannot be read here."""

    @property
    def offices(self) -> list[str]:
        """For which it has come, the first one first."""
        return [self.came[place] for place in sorted(self.came)]

    @property
    def agrees(self) -> bool:
        return len(self.says) == 1 and None not in self.says


@dataclass(slots=True)
class _Look:
    """What is wrong: ids of responses that are not as they came; of these those that are not there, and those that can
    be read and say something else; batches with lines that are no rows and not in quarantine."""

    wrong: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    refused: set[_Place] = field(default_factory=set)
    damaged_batches: int = 0
    twins: set[bytes] = field(default_factory=set)
    """The responses that share a half of their id with another one."""
    beside: dict[bytes, str] = field(default_factory=dict)
    """Those that share one with a response that is gone."""


def put_right(store: CentralStore, readers: Mapping[int, BodyReader]) -> tuple[Mended, Retried]:
    """Make anew what is not as it came, then read quarantined lines once more: else one of these would take its place.

    What then is in quarantine has no say any more: what was left is looked at again. Raises `StoreFault`.
    """
    mending, projector = Mending(store, readers), Projector(store.projection, readers)
    first = mending.mend()
    retried = projector.retry()
    projector.catch_up()
    if not first.left:
        return first, retried
    last = mending.mend()
    both = replace(
        last,
        anew=first.anew + last.anew,
        doubles=first.doubles + last.doubles,
        set_aside=first.set_aside + last.set_aside,
    )
    return both, retried


class Mending:
    """With the readers, and so the key, that are at hand; safe to repeat, and to be killed anywhere."""

    def __init__(self, store: CentralStore, readers: Mapping[int, BodyReader]) -> None:
        self._store = store
        self._readers = readers

    def mend(self) -> Mended:
        """Look through all batches, as the ledger does; once more for what is wrong, and once more to make it anew.

        Raises `StoreFault`, also where rows are not found by their keys.
        """
        self._require_order()
        look = self._look()
        if look.damaged_batches:
            # What is in one of these nobody knows: it may have brought what seems to be a double, or be another's.
            look.twins, look.beside = set(), {}
        lost, brought = self._of_batches(look.wrong, look.twins | look.beside.keys())
        under: dict[str, list[bytes]] = {}
        for damaged, id_ in look.beside.items():
            if damaged not in brought or damaged == id_.encode():  # the same bytes, but no text any more
                under.setdefault(id_, []).append(damaged)
        unsure = look.changed if look.damaged_batches else set()
        anew = self._renew(
            {id_: one for id_, one in lost.items() if one.agrees and id_ not in unsure}, look.gone, under
        )
        left = lost.keys() - anew
        whole = Halves(brought - {id_.encode() for id_ in left})
        doubles = self._store.projection.take_away({id_ for id_ in look.twins - brought if whole.whole(id_)})
        return Mended(
            anew=len(anew),
            left=len(left),
            unread=sum(None in lost[id_].says for id_ in left),
            doubles=doubles,
            set_aside=self._set_aside(look.refused),
            damaged_batches=look.damaged_batches,
        )

    def _look(self) -> _Look:
        with self._store.accounts.one_state() as state:
            look = _Look(damaged_batches=state.unreadable_batches(), twins=state.twins())
            for account, entry in _read_ones(state):
                if entry is None:
                    look.damaged_batches += 1
                    continue
                came = entry.came().values()
                for layer in layers((id_, row) for id_, row in came if row is not None or not entry.is_known):
                    kept = state.kept(layer, account.office)
                    look.gone |= layer.keys() - kept.here
                    look.wrong |= layer.keys() - (kept.here - kept.altered)
                    look.changed |= kept.changed
                if entry.is_known and any(row is None for _, row in came):
                    look.refused.add(_place(account))
            look.beside = state.beside(look.gone)
        return look

    def _of_batches(self, wrong: set[str], doubtful: Collection[bytes]) -> tuple[dict[str, _Lost], set[bytes]]:
        """What all batches say of the `wrong` ids, those too with which the response agrees; and which `doubtful` ones
        have come in some batch."""
        lost: dict[str, _Lost] = {}
        brought: set[bytes] = set()
        for account, entry in self._entries(wrong or doubtful):
            came = {id_ for id_, _ in entry.came().values() if id_}
            brought.update(id_.encode() for id_ in came if id_.encode() in doubtful)
            if these := wrong & came:
                says: dict[str, set[bytes | None]] = {}
                for row in self._read(account, entry):
                    says.setdefault(row.id, set()).add(_said(row))
                for id_ in these:
                    one = lost.setdefault(id_, _Lost())
                    one.came[_place(account)] = account.office
                    one.says |= says.get(id_, {None})
        return lost, brought

    def _entries(self, wanted: Collection[object]) -> Iterator[tuple[Account, Entry]]:
        """Undamaged batches that have been read, and what is in each; none where nothing is wanted of them."""
        if wanted:
            with self._store.accounts.one_state() as state:
                yield from ((account, entry) for account, entry in _read_ones(state) if entry is not None)

    def _require_order(self) -> None:
        """What is not found would be written a second time. A copy is made of all rows in turn, and is in order."""
        if found := self._store.broken():
            how = "copy it with kiosk-central backup, restore that into an empty database, and retry there"
            raise StoreFault(f"the file itself is damaged ({found}); {how}")

    def _renew(self, lost: Mapping[str, _Lost], gone: Collection[str], under: Mapping[str, list[bytes]]) -> set[str]:
        """What of `lost` could be made anew, each of the batch that has brought it first."""
        of: dict[_Place, set[str]] = {}
        for id_, one in lost.items():
            of.setdefault(min(one.came), set()).add(id_)
        anew: set[str] = set()
        made: list[Anew] = []
        for account, entry in self._entries(of):
            wanted = of.get(_place(account), set())
            made += [
                Anew(row, lost[row.id].offices, row.id in gone, under.get(row.id, ()))
                for row in (self._read(account, entry) if wanted else ())
                if row.id in wanted
            ]
            if len(made) >= _AT_ONCE:
                anew |= self._store.projection.renew(made)
                made = []
        return anew | (self._store.projection.renew(made) if made else set())

    def _set_aside(self, refused: Collection[_Place]) -> int:
        """Put lines that are no rows into quarantine: the reason of each has got lost. How many there were."""
        number = 0
        for account, entry in self._entries(refused):
            if _place(account) in refused and (reader := self._readers.get(account.fmt)) is not None:
                no_rows = {line for line, (_, row) in entry.came().items() if row is None}
                bad = read_guarded(reader, entry.body, account.fmt).bad
                lines = {line: why for line, why in bad.items() if line in no_rows}
                self._store.projection.set_aside(account.terminal, account.epoch, account.n, lines)
                number += len(lines)
        return number

    def _read(self, account: Account, entry: Entry) -> list[Row]:
        """The rows that can be read, without those in quarantine: another one has their place."""
        if (reader := self._readers.get(account.fmt)) is None:
            return []
        found = read_guarded(reader, entry.body, account.fmt).rows
        return [row for line, row in found.items() if line not in account.quarantined]


def _read_ones(state: BooksState) -> Iterator[tuple[Account, Entry | None]]:
    """Batches that do not wait, and what is in each; None is a damaged one."""
    return ((account, entry_of(account)) for account in state.batches() if not account.waits)


def _place(account: Account) -> _Place:
    return account.received_on, account.terminal, account.epoch, account.n


def _said(row: Row) -> bytes:
    """The same for rows that say the same, for whatever office."""
    return hashlib.sha256(json.dumps(columns_of(row, ""), sort_keys=True).encode()).digest()
