"""Batches come in: who sends it, is it small and whole, what do the rules of the head say; nothing reads the rows."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.grouping import Grouped
from sync.central.projector import Projector
from sync.central.refusals import Refused
from sync.central.senders import Senders
from sync.central.store import Inbox, Received, Ruling, Sender, Sent, Verdict
from sync.central.threads import Threads
from sync.protocol import (
    AUDIT_LIMITS,
    LARGEST_BUNDLE,
    Asked,
    Bomb,
    Head,
    Limits,
    Malformed,
    Receipt,
    decompress,
    read_batch,
    read_bundle,
)

_SMALL = 4 * 1024
"""Compressed bytes that are unpacked and read sooner than a thread is woken."""

_LARGEST_UNPACKED = 16 * 1024 * 1024
"""Bytes of a bundle when unpacked, twice what an agent puts into one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manners:
    """What the centre allows and asks of terminals."""

    limits: Limits = field(default_factory=Limits)
    audit_limits: Limits = AUDIT_LIMITS
    body_seconds: float = 30.0
    """How long a body may take to arrive."""
    next_s: int = 900
    """When a terminal is expected again."""
    asked: Asked = field(default_factory=Asked)
    """What terminals are asked to keep to; what is within `limits` is taken all the same."""
    per_minute: int = 30
    """How many requests one terminal may make."""


class Receiving:
    """`GET` of a head, `PUT` of a batch, and `POST` of several for a terminal that catches up."""

    def __init__(
        self,
        inbox: Inbox,
        senders: Senders,
        projector: Projector,
        threads: Threads,
        clock: Clock,
        manners: Manners,
    ) -> None:
        self._sent: Grouped[Sent, Verdict] = Grouped(threads, lambda sent: inbox.receive_all(sent, clock.now().date()))
        self._senders = senders
        self._projector = projector
        self._unpacking = Threads(2)  # its own: whoever sends what is large keeps those alone waiting who do so, too
        self._clock = clock
        self._manners = manners

    async def head(self, request: Request) -> Response:
        """How far the epoch has come."""
        proved = await self._senders.of_epoch(request)
        return self._receipt(200, proved.sender.head)

    async def put(self, request: Request) -> Response:
        """Take a batch: 201 when it is new and on disk, 200 when it was there already."""
        proved = await self._senders.of_epoch(request)
        head, limits = proved.sender.head, self._manners.limits
        if request.headers.get("content-encoding", "").lower() != "gzip":
            raise Refused(415, "encoding", "a batch travels with Content-Encoding: gzip", head=head)
        compressed = await self._senders.body_of(proved, request, limits.encoded, self._manners.body_seconds, head)
        return await self._take(request, proved.sender, [compressed])

    async def post(self, request: Request) -> Response:
        """Take a bundle: 201 when one of its batches is new and on disk, 200 when all were there already.

        What comes before a batch that does not fit is taken: the head in the answer tells how far.
        """
        proved = await self._senders.of_epoch(request)
        head, seconds = proved.sender.head, self._manners.body_seconds
        body = await self._senders.body_of(proved, request, LARGEST_BUNDLE, seconds, head)
        try:
            batches = read_bundle(body)
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault), head=head) from None
        return await self._take(request, proved.sender, batches)

    async def _take(self, request: Request, sender: Sender, bodies: Sequence[bytes]) -> Response:
        if sum(map(len, bodies)) <= _SMALL:
            batches = self._read_all(request, sender, bodies)
        else:
            batches = await self._unpacking.run(self._read_all, request, sender, bodies)
        return self._ruled(request, await self._sent.ask(Sent(batches, sender.office)))

    def _ruled(self, request: Request, verdict: Verdict) -> Response:
        if verdict.added:
            self._projector.wake()
        match verdict.ruling:
            case Ruling.NEW | Ruling.SAME:
                return self._receipt(201 if verdict.added else 200, verdict.head)
            case Ruling.GAP:
                raise Refused(409, "gap", "batches before this one are missing", head=verdict.head)
            case Ruling.FORK:
                _log.warning("%s: a terminal was restored or cloned, its batches fork", request.state.request_id)
                raise Refused(409, "fork", "another batch has this place in the chain", head=verdict.head)

    def _read_all(self, request: Request, sender: Sender, bodies: Sequence[bytes]) -> list[Received]:
        batches: list[Received] = []
        left = _LARGEST_UNPACKED
        for compressed in bodies:
            batch, size = self._read(request, sender, compressed)
            left -= size
            if batches and left < 0:
                raise Refused(413, "too-large", "the bundle is too large when unpacked", head=sender.head)
            batches.append(batch)
        return batches

    def _read(self, request: Request, sender: Sender, compressed: bytes) -> tuple[Received, int]:
        limits = self._manners.limits
        if len(compressed) > limits.encoded:
            raise Refused(413, "too-large", f"a batch is larger than {limits.encoded} bytes", head=sender.head)
        try:
            batch = read_batch(decompress(compressed, limits))
        except Bomb as fault:
            raise Refused(413, "too-large", str(fault), head=sender.head) from None
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault), head=sender.head) from None
        header, address = batch.header, request.path_params
        if header.rows > limits.rows:
            raise Refused(413, "too-large", f"more than {limits.rows} rows", head=sender.head)
        named = (address["terminal"], address["epoch"], int(address.get("n", header.n)))
        if (header.terminal, header.epoch, header.n) != named:
            raise Refused(422, "address", "the batch is not the one its address names", head=sender.head)
        return Received(header, batch.sha, compressed), len(batch.body)

    def _receipt(self, status: int, head: Head) -> Response:
        receipt = Receipt(head, self._manners.next_s, int(self._clock.now().timestamp()), self._manners.asked)
        return Response(receipt.encode(), status, media_type="application/json")
