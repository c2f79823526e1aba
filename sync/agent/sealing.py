"""Puts closed responses into immutable batches: shuffled, in company, chained to the one before."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk import __version__
from kiosk.domain.clock import Clock
from kiosk.domain.response import Response
from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.chance import Chance
from sync.agent.rows import row_of
from sync.protocol import (
    GENESIS,
    Asked,
    Batch,
    Header,
    Limits,
    compress,
    encode_batch,
    encode_row,
    format_of,
    split_lines,
)

_log = logging.getLogger(__name__)


class Sealing:
    """Forms batches, and forms them anew under another epoch.

    A batch needs `rows_min` responses, so that none travels alone, and `seconds_between` since the last one, so that
    an upload does not tell when somebody stood here; one that is full by the limits of the wire waits for neither.
    What a centre asks for makes batches smaller, never sooner nor of fewer than `rows_min`.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        chance: Chance,
        *,
        rows_min: int = 5,
        seconds_between: float = 3600,
        limits: Limits | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._rows_min = rows_min
        self._seconds_between = seconds_between
        self._limits = limits or Limits()
        self._sealed_at: float | None = None
        self._asked = Asked()

    def heed(self, asked: Asked) -> None:
        """Form what comes from now on as the centre has asked."""
        self._asked = asked

    def mend(self, road: Road) -> Road:
        """Leave behind an epoch that flipped bits or a salvage have broken; the road from now on."""
        if not self._store.outbox.mend(road.epoch):
            return road
        _log.warning("the terminal's database has been damaged: a new epoch with everything that is still held")
        return self.reissue(road)

    def seal(self, road: Road) -> int:
        """Seal what may leave the terminal; how many batches that made. Raises `StoreFault`."""
        return sum(1 for _ in self.one_by_one(road))

    def one_by_one(self, road: Road) -> Iterator[SealedBatch]:
        """The same; gives each batch as soon as it is sealed, so that whoever waits can be stopped in between."""
        made = 0
        while self._due(self._store.outbox.waiting(at_most=self._limits.rows), more=made > 0):
            responses = self._store.outbox.pending(self._most_rows)
            last = self._store.outbox.last(road.epoch)
            batch, in_it = self._fitting(road, last, responses)
            sealed = _sealed(batch)
            self._store.outbox.seal(sealed, [response.id for response in in_it])
            made += 1
            self._sealed_at = self._clock.monotonic()
            yield sealed

    def reissue(self, road: Road, *, everything: bool = False, left: str = "", joined: str = "") -> Road:
        """Give every row still held a new place in a new epoch, under the identity of `road`; the road from now on.

        `road.epoch` is the epoch left behind. The rows keep their ids, so the centre passes over those it has. For
        `everything`, `left` and `joined` see `Outbox.reissue`. Raises `StoreFault`, also when another process has left
        that epoch behind already.
        """
        held = self._store.outbox.held()
        new = replace(road, epoch=self._chance.epoch(), acknowledged=0)
        chain: list[SealedBatch] = []
        for old in held:
            lines = split_lines(old.body or b"")
            chain.append(_sealed(self._encoded(new, chain[-1] if chain else None, lines)))
        self._store.outbox.reissue(held, chain, new, road.epoch, everything=everything, left=left, joined=joined)
        return new

    @property
    def _most_rows(self) -> int:
        return min(self._limits.rows, max(self._rows_min, self._asked.rows))

    def _due(self, waiting: int, *, more: bool) -> bool:
        if waiting >= self._limits.rows:
            return True
        rested = self._sealed_at is None or self._clock.monotonic() - self._sealed_at >= self._seconds_between
        return waiting >= self._rows_min and (rested or more)

    def _fitting(
        self, road: Road, last: SealedBatch | None, responses: Sequence[Response]
    ) -> tuple[Batch, Sequence[Response]]:
        """As many of the responses as the limits allow, for a sealed batch cannot be made smaller; at least one.

        And as few as the centre asks for, as long as that leaves them company.
        """
        while True:
            batch = self._encoded(road, last, [encode_row(row_of(response)) for response in responses])
            size, packed = len(batch.body), len(compress(batch.body))
            largest = min(self._limits.decoded, packed * self._limits.ratio)
            is_allowed = packed <= self._limits.encoded and size <= largest
            half = (len(responses) + 1) // 2
            is_as_asked = packed <= self._asked.encoded or half < self._rows_min
            if (is_allowed and is_as_asked) or len(responses) == 1:
                return batch, responses
            responses = responses[:half]

    def _encoded(self, road: Road, last: SealedBatch | None, lines: Sequence[bytes]) -> Batch:
        header = Header(
            terminal=road.terminal,
            epoch=road.epoch,
            n=last.n + 1 if last else 1,
            prev=last.sha if last else GENESIS,
            rows=len(lines),
            app=__version__,
            clock=self._told_clock(road),
            fmt=format_of(lines),
        )
        return encode_batch(header, lines, self._chance.shuffle)

    def _told_clock(self, road: Road) -> dict[str, str | int]:
        """The day by this terminal's clock, and by how many seconds the centre's was ahead when they last spoke."""
        local = self._clock.now().date().isoformat()
        if road.clock_off is None:
            return {"local": local, "quality": "unknown"}
        return {"local": local, "quality": "centre", "off_s": road.clock_off}


def _sealed(batch: Batch) -> SealedBatch:
    header = batch.header
    return SealedBatch(header.epoch, header.n, header.prev, batch.sha, header.rows, batch.body)
