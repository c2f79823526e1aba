"""The centre's books: every row that came is a response, in quarantine, or waits; one that is none of them is told.

Reckoned anew from the batches as they came, row by row, not from counters that were kept beside them: whoever takes a
row or a batch away, or changes one, by mistake or on purpose, is found out. The same row in two batches counts in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sync.central.entries import entry_of
from sync.central.store import Account, CentralStore


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
    """An epoch of which the centre has told that it holds `told` batches, while there are `held`."""

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
    """Whether some response is not as it came, or gone, of which there is the batch."""

    def gaps(self) -> list[Gap]:
        """Epochs with batches that were acknowledged and are no more."""
        found = [
            Gap(one.terminal, one.office, one.epoch, one.n, one.batches)
            for one in self.store.accounts.heads()
            if one.n != one.batches
        ]
        self.all_balance = self.all_balance and not found
        return found

    def pages(self, terminal: str | None = None) -> Iterator[Page]:
        """By terminal and day, each as soon as it is reckoned."""
        page: Page | None = None
        for account in self.store.accounts.batches(terminal):
            if page is None or (page.terminal, page.day) != (account.terminal, account.received_on):
                if page is not None:
                    yield self._closed(page)
                page = Page(account.terminal, account.office, account.received_on)
            self._enter(page, account)
        if page is not None:
            yield self._closed(page)

    def _closed(self, page: Page) -> Page:
        self.all_balance = self.all_balance and page.balances
        self.can_be_mended = self.can_be_mended or page.missing > 0 or page.altered > 0
        return page

    def _enter(self, page: Page, account: Account) -> None:
        page.batches += 1
        entry = entry_of(account)
        if entry is None:
            page.damaged_batches += 1
            return
        page.rows += entry.rows
        if account.waits:
            page.waiting += entry.rows
            return
        page.quarantined += entry.quarantined
        came = entry.came()
        kept = self.store.accounts.kept({id_: row for id_, row in came if id_}, account.office)
        page.responses += sum(id_ in kept.here for id_, _ in came)
        page.altered += len(kept.altered)
