"""The centre's books: every row that came is a response, in quarantine, or waits; one that is none of them is told.

Reckoned anew from the batches as they came, row by row, not from counters that were kept beside them: whoever takes a
row or a batch away, by mistake or on purpose, is found out. The same row in two batches counts in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sync.central.store import Account, CentralStore
from sync.protocol import Limits, Malformed, decompress, sha_of, split_lines

_ID = re.compile(r"[0-9a-f-]{36}", re.ASCII)
_STORED = Limits(encoded=2**31, decoded=2**31, ratio=2000)


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

    @property
    def missing(self) -> int:
        """Rows that are nowhere."""
        return self.rows - self.responses - self.waiting - self.quarantined

    @property
    def balances(self) -> bool:
        return self.missing == 0 and self.damaged_batches == 0


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
        return page

    def _enter(self, page: Page, account: Account) -> None:
        page.batches += 1
        try:
            body = decompress(account.compressed, _STORED)
        except Malformed:
            body = b""
        if sha_of(body) != account.sha:
            page.damaged_batches += 1
            return
        lines = split_lines(body)
        page.rows += len(lines)
        if account.waits:
            page.waiting += len(lines)
            return
        if 0 in account.quarantined and len(lines) > Limits().rows:  # the projector has not looked at any of them
            page.quarantined += len(lines)
            return
        good = [line for number, line in enumerate(lines, 1) if number not in account.quarantined]
        page.quarantined += len(lines) - len(good)
        ids = [_id(line) for line in good]
        here = self.store.accounts.present({one for one in ids if one})
        page.responses += sum(one in here for one in ids)


def _id(line: bytes) -> str:
    """The row's id; empty for a line that has none, which then is in quarantine or missing."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) and _ID.fullmatch(found) else ""
