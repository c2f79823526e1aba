"""The terminal's way into the store, which opens it only when it is needed: the first screen does not wait for SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.clock import Clock
from kiosk.domain.comment import Comment
from kiosk.domain.response import Response

if TYPE_CHECKING:
    from kiosk.store.store import Store


class OpeningKeeper:
    """A `ResponseKeeper` over the store in `data`; opened by its first call, on whatever thread makes it.

    Opening also closes what a crash left open. Where it fails, the next call tries again.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self._data = data
        self._clock = clock
        self._store: Store | None = None

    def keep(self, response: Response) -> None:
        self._opened().responses.keep(response)

    def close(self, response: Response) -> None:
        self._opened().responses.close(response)

    def comment(self, comment: Comment) -> None:
        self._opened().comments.add(comment)

    def settle(self) -> None:
        self._opened().responses.settle()

    def end(self) -> None:
        """Give the file back. The last one out also empties the log."""
        if self._store is not None:
            self._store.close()

    def _opened(self) -> Store:
        if self._store is None:
            from kiosk.store.store import Store  # noqa: PLC0415  # a third of a second that the first frame need not wait

            store = Store.open(self._data, self._clock)
            store.responses.recover()
            self._store = store
        return self._store
