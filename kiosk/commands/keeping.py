"""The terminal's way into the store, which opens it only when it is needed: the first screen does not wait for SQL."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.clock import Clock
from kiosk.domain.comment import Comment
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.domain.response import Response
from kiosk.encryption import Holders
from kiosk.store.reserve import RESERVE, Reserve

if TYPE_CHECKING:
    from kiosk.store.store import Store

_log = logging.getLogger(__name__)


class OpeningKeeper:
    """A `ResponseKeeper` over the store in `data`; opened by its first call, on whatever thread makes it.

    Opening also closes what a crash left open. Where it fails, the next call tries again. So it does after damage was
    met: the file is given back, by `release` also for the rest of the program, and opening it anew saves what it holds.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        release: Callable[[], None] = lambda: None,
        reserve: int = RESERVE,
        holders: Holders | None = None,
    ) -> None:
        self._data = data
        self._clock = clock
        self._release = release
        self._holders = holders
        self._reserve = Reserve(data, reserve)
        self._store: Store | None = None

    def keep(self, response: Response) -> None:
        self._do(lambda store: store.responses.keep(response))

    def close(self, response: Response) -> None:
        self._do(lambda store: store.responses.close(response))

    def comment(self, comment: Comment) -> None:
        self._do(lambda store: store.comments.add(comment))

    def settle(self) -> None:
        self._do(lambda store: store.responses.settle(), is_answer=False)
        self._reserve.make()

    def end(self) -> None:
        """Give the file back. The last one out also empties the log."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _do(self, job: Callable[[Store], object], *, is_answer: bool = True) -> None:
        try:
            self._try(job, is_answer=is_answer)
        except DamagedStore as damage:
            _log.error("%s", damage)
            if self._store is not None:
                self._store.suspect()
            self.end()
            self._release()
            job(self._opened())

    def _try(self, job: Callable[[Store], object], *, is_answer: bool) -> None:
        """Once more where the disk is full and the reserve gives an answer room: the last ones are not lost."""
        try:
            store = self._opened()
            store.require_sound()
            job(store)
        except DamagedStore:
            raise
        except StoreFault:  # SQLite tells a full disk in several ways
            if not (is_answer and self._reserve.is_needed and self._reserve.give_up()):
                raise
            job(self._opened())

    def _opened(self) -> Store:
        if self._store is None:
            from kiosk.store.store import Store  # noqa: PLC0415  # a third of a second that the first frame need not wait

            with ExitStack() as giving_back:  # or this program would itself be the other one that has the file open
                store = giving_back.enter_context(Store.open(self._data, self._clock, self._holders))
                with store.noting_damage():
                    store.responses.recover()
                    store.encrypt_rest()
                giving_back.pop_all()
            self._store = store
            self._reserve.make()
        return self._store
