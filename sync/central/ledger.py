"""The centre's books: every row that came is a response, in quarantine, or waits; one that is none of them is told.

Reckoned anew from the batches as they came, row by row, not from counters that were kept beside them: whoever takes a
row or a batch away, or changes one, by mistake or on purpose, is found out. The same row in two batches counts in both.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sync.central.entries import entry_of, layers
from sync.central.store import Account, BooksState, CentralStore, Halves


@dataclass(slots=True)
class Page:
    """The rows that came from one terminal on one day, and what has become of them."""

    terminal: str
    office: str
    day: date
    batches: int = 0
    rows: int = 0
    responses: int = 0
    waiting: int = 0
    quarantined: int = 0
    damaged_batches: int = 0
    altered: int = 0
    """Of the responses, those that cannot be read or do not say what came; of encrypted answers only the former."""

    @property
    def missing(self) -> int:
        """Rows that are nowhere."""
        return self.rows - self.responses - self.waiting - self.quarantined

    @property
    def balances(self) -> bool:
        return self.missing == self.damaged_batches == self.altered == 0


@dataclass(frozen=True, slots=True)
class Gap:
    """An epoch of which the centre has told that it holds `told` batches; there are `held`, or the last is another."""

    terminal: str
    office: str
    epoch: str
    told: int
    held: int


@dataclass(slots=True)
class Ledger:
    """Reads the books; raises `StoreFault`."""

    store: CentralStore
    all_balance: bool = field(default=True, init=False)
    """Whether everything that has been read so far does."""
    can_be_mended: bool = field(default=False, init=False)
    """Whether some response is not as it came, or gone, of which there is the batch; or there twice."""
    needs_copy: bool = field(default=False, init=False)
    """Whether a batch itself is damaged: only a copy of the whole has it."""
    unreadable_batches: int = field(default=0, init=False)
    """Of which not even the terminal or the day can be read for certain. Of all terminals only, as all that follows."""
    doubles: int = field(default=0, init=False)
    """Responses that are here twice, once under a damaged key: they have come once more since. Neither they nor
    strangers are told where batches are damaged: these may have brought them."""
    strangers: int = field(default=0, init=False)
    """Other responses that no batch has brought. To know them takes some 100 bytes of memory for each response."""
    disorder: str = field(default="", init=False)
    """What is broken in the file itself, so that rows are not found by their keys, in SQLite's words."""

    def gaps(self) -> list[Gap]:
        """Epochs with batches that were acknowledged and are no more."""
        found = [
            Gap(one.terminal, one.office, one.epoch, one.n, one.batches)
            for one in self.store.accounts.heads()
            if one.n != one.batches or not one.has_last
        ]
        self.all_balance = self.all_balance and not found
        self.needs_copy = self.needs_copy or bool(found)
        return found

    def pages(self, terminal: str | None = None) -> Iterator[Page]:
        """By terminal and day, each as soon as it is reckoned."""
        page: Page | None = None
        brought, here = set[bytes](), array("q")
        with self.store.accounts.one_state() as state:
            twins = state.twins() if terminal is None else set()
            for account in state.batches(terminal):
                if page is None or (page.terminal, page.day) != (account.terminal, account.received_on):
                    if page is not None:
                        yield self._closed(page)
                    page = Page(account.terminal, account.office, account.received_on)
                for id_ in self._enter(page, account, state):
                    here.append(hash(id_))
                    if (stands := id_.encode()) in twins:
                        brought.add(stands)
            if page is not None:
                yield self._closed(page)
            if terminal is None:
                self.unreadable_batches = state.unreadable_batches()
                others = state.responses() - _different(here)
        if terminal is None:
            self.disorder = self.store.broken()
            if not (self.needs_copy or self.unreadable_batches):
                whole = Halves(brought)
                self.doubles = sum(whole.whole(id_) is not None for id_ in twins - brought)
                self.strangers = others - self.doubles
        of_all = self.doubles or self.strangers or self.unreadable_batches or self.disorder
        self.all_balance = self.all_balance and not of_all
        self.can_be_mended = self.can_be_mended or self.doubles > 0
        self.needs_copy = self.needs_copy or self.unreadable_batches > 0

    def _closed(self, page: Page) -> Page:
        self.all_balance = self.all_balance and page.balances
        self.can_be_mended = self.can_be_mended or page.missing > 0 or page.altered > 0
        self.needs_copy = self.needs_copy or page.damaged_batches > 0
        return page

    def _enter(self, page: Page, account: Account, state: BooksState) -> set[str]:
        """The ids of what it has brought and is here."""
        page.batches += 1
        entry = entry_of(account)
        if entry is None:
            page.damaged_batches += 1
            return set()
        page.rows += entry.rows
        if account.waits:
            page.waiting += entry.rows
            return set()
        page.quarantined += entry.quarantined
        here: set[str] = set()
        for layer in layers(entry.came().values()):
            kept = state.kept(layer, account.office)
            page.responses += len(kept.here)
            page.altered += len(kept.altered)
            here |= kept.here
        return here


def _different(numbers: array[int]) -> int:
    """How many different ones there are."""
    import numpy as np  # noqa: PLC0415  # a tenth of a second, for this one command

    return len(np.unique(np.frombuffer(numbers, np.int64))) if numbers else 0
