"""One contact with the central office: ask for its head, hand in what it lacks, believe only what the head proves.

    head.n == 0                             it holds nothing: everything is sent (again)
    own hash at head.n is the head's        it holds head.n batches: may be fewer than before, it was restored then
    else                                    it knows another history: a new epoch with every row still held

Source: `field/reliability.md`, 2.4 and 2.6. Nothing is deleted because of an answer, only because of age after it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.believed_time import LAST
from kiosk.domain.clock import Clock
from kiosk.guarded_clock import GuardedClock
from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.courier import Courier
from sync.agent.sealing import Sealing
from sync.agent.trouble import Delayed
from sync.protocol import Asked, Head, Receipt

KEPT_DAYS = 35
"""How long acknowledged batches are kept, so that a centre restored from a backup can be filled up again."""

_MOST_DISAGREEMENTS = 3
_MOST_EPOCHS = 10
"""So many heads are asked for, as a terminal may not ask too often; where there are more, all is sent."""
_JOURNEY_SECONDS = 60
_LATEST = int(LAST.timestamp())
_LOADED_BYTES = 8 * 1024 * 1024
"""How much is read into memory for one message; compressed it is a tenth of that."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Contact:
    """How a contact went: batches the centre has newly acknowledged, and when it expects the next contact.

    `content_problem` is why content that is offered was not taken, empty where there is none or it was.
    """

    acknowledged: int
    next_s: int
    content_problem: str = ""


class Uploading:
    """Brings the centre up to what the terminal holds; safe to repeat, and to be killed anywhere."""

    def __init__(self, store: Store, sealing: Sealing, clock: Clock, believed: GuardedClock | None = None) -> None:
        """`clock` is the machine's own, which is compared with the centre's; `believed` hears what that shows."""
        self._store = store
        self._sealing = sealing
        self._clock = clock
        self._believed = believed
        self._looked_back = ""

    async def contact(self, courier: Courier, road: Road) -> Contact:
        """Return when the centre has proved to hold every batch. Raises `Trouble` and `StoreFault`."""
        receipt = await courier.head(road)
        self._sealing.heed(receipt.asked)
        if self._believed is not None and receipt.now:
            self._believed.vouch(datetime.fromtimestamp(min(receipt.now, _LATEST), UTC))
        noted = road.clock_off
        road = replace(road, clock_off=self._clock_off(road, receipt))
        head = receipt.head
        if self._may_be_set_back(road, head):
            before, road = road.epoch, await self._look_back(courier, road)
            head = head if road.epoch == before else Head()
        road = self._settle(road, head)
        done = disagreements = 0
        while waiting := self._waiting(road, receipt.asked):
            batch = waiting[0]
            if batch.body is None:
                _log.warning("the centre lacks batches that are no longer held here: everything goes in a new epoch")
                road = self._begin_anew(road)
                continue
            answer = await courier.put_all(road, waiting)
            if answer.head is not None:
                road = self._settle(road, answer.head)
            if isinstance(answer, Receipt):
                receipt = answer
            if road.epoch == batch.epoch and road.acknowledged >= batch.n:
                done += road.acknowledged - batch.n + 1
                continue
            disagreements += 1
            if disagreements >= _MOST_DISAGREEMENTS:
                raise Delayed("the central office and this terminal do not agree on what has been sent")
        self._note_success(road, receipt, noted, uploaded=done > 0)
        return Contact(acknowledged=done, next_s=receipt.next_s)

    def carried(self, road: Road, head: Head) -> None:
        """Believe a head that has come another way than over the network. Raises `StoreFault`."""
        before = road.acknowledged
        if (head.n < before or self._is_another(road, head)) and self._store.outbox.forgotten_epochs(road.epoch):
            road = self.anew(road)  # how much it has of what came before, no receipt tells
        else:
            road = self._settle(road, head)
        self._note_success(road, None, road.clock_off, uploaded=road.acknowledged > before)

    def anew(self, road: Road) -> Road:
        """Believe no more that the centre has anything; the road, with all in a new epoch. Raises `StoreFault`."""
        return self._begin_anew(road, everything=True)

    def _may_be_set_back(self, road: Road, head: Head) -> bool:
        """Where nothing of the epoch is there yet, the head alone does not tell: once is asked for the others."""
        is_new = head.n == 0 and self._looked_back != road.epoch
        return is_new or head.n < road.acknowledged or self._is_another(road, head)

    def _is_another(self, road: Road, head: Head) -> bool:
        own = self._store.outbox.batch(road.epoch, head.n)
        return head.n > 0 and (own is None or own.sha != head.sha)

    async def _look_back(self, courier: Courier, road: Road) -> Road:
        """Ask for the heads of epochs before this one whose batches are no longer held; the road from now on."""
        outbox = self._store.outbox
        forgotten = outbox.forgotten_epochs(road.epoch)
        if len(forgotten) > _MOST_EPOCHS:
            return self.anew(road)
        for epoch, n in forgotten:
            head = (await courier.head(replace(road, epoch=epoch))).head
            known = outbox.batch(epoch, head.n)
            if head.n < n or (known is not None and known.sha != head.sha):
                _log.warning("the centre lacks batches of an earlier epoch, it was restored: everything goes anew")
                return self.anew(road)
        self._looked_back = road.epoch
        return road

    def _waiting(self, road: Road, asked: Asked) -> list[SealedBatch]:
        """What goes into the next message: as many as the centre takes at once; those no longer held come first."""
        return self._store.outbox.batches_after(road.epoch, road.acknowledged, asked.batches, _LOADED_BYTES)

    def _settle(self, road: Road, head: Head) -> Road:
        """What the head proves, written down; the road from now on."""
        if self._is_another(road, head):
            _log.warning("the centre knows another history of this terminal, it was restored or cloned: new epoch")
            self._store.outbox.acknowledge(road.epoch, 0, self._today(road))  # nothing of it is proved any more
            return self._begin_anew(road)
        if head.n == road.acknowledged:
            return road
        if head.n < road.acknowledged:
            _log.warning("the centre holds fewer batches than before, it was restored: sending them again")
        self._store.outbox.acknowledge(road.epoch, head.n, self._today(road))
        road = replace(road, acknowledged=head.n)
        self._store.outbox.note(road)
        return road

    def _begin_anew(self, road: Road, *, everything: bool = False) -> Road:
        """A new epoch; what waits again, because the centre lost it after it had been forgotten here, goes with it."""
        road = self._sealing.reissue(road, everything=everything)
        self._sealing.seal(road)
        return road

    def _note_success(self, road: Road, receipt: Receipt | None, noted: int | None, *, uploaded: bool) -> None:
        """`noted`: by how much the clock is off as it stands in the file."""
        now = (self._believed or self._clock).now().astimezone(UTC).replace(tzinfo=None, microsecond=0)
        good = replace(
            road,
            attempts=0,
            last_problem="",
            last_upload=now if uploaded else road.last_upload,
            clock_off=self._clock_off(road, receipt),
        )
        if good != replace(road, clock_off=noted):
            self._store.outbox.note(good)
        self._store.outbox.prune(self._today(good) - timedelta(days=KEPT_DAYS))

    def _today(self, road: Road) -> date:
        """By the centre's clock as far as it has told it: a dead clock must not make a day of yesterday and of 1970."""
        if self._believed is not None:
            return self._believed.now().date()
        return (self._clock.now() + timedelta(seconds=road.clock_off or 0)).date()

    def _clock_off(self, road: Road, receipt: Receipt | None) -> int | None:
        """By how much the centre's clock is ahead; what lies within the journey of an answer is no change."""
        if receipt is None or not receipt.now:
            return road.clock_off
        off = receipt.now - int(self._clock.now().timestamp())
        return road.clock_off if road.clock_off is not None and abs(off - road.clock_off) < _JOURNEY_SECONDS else off
