"""Batches come in: who sends it, is it small and whole, what do the rules of the head say; nothing reads the rows."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.projector import Projector
from sync.central.refusals import Refused
from sync.central.senders import Senders
from sync.central.store import Inbox, Ruling, Sender, Verdict
from sync.central.threads import Threads
from sync.protocol import AUDIT_LIMITS, Bomb, Head, Limits, Malformed, Receipt, decompress, read_batch

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
    per_minute: int = 30
    """How many requests one terminal may make."""


class Receiving:
    """`GET` of a head and `PUT` of a batch."""

    def __init__(
        self,
        inbox: Inbox,
        senders: Senders,
        projector: Projector,
        threads: Threads,
        clock: Clock,
        manners: Manners,
    ) -> None:
        self._inbox = inbox
        self._senders = senders
        self._projector = projector
        self._threads = threads
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
        verdict = await self._threads.run(self._take, request, proved.sender, compressed)
        match verdict.ruling:
            case Ruling.NEW:
                self._projector.wake()
                return self._receipt(201, verdict.head)
            case Ruling.SAME:
                return self._receipt(200, verdict.head)
            case Ruling.GAP:
                raise Refused(409, "gap", "batches before this one are missing", head=verdict.head)
            case Ruling.FORK:
                _log.warning("terminal %s was restored or cloned: its batches fork", request.path_params["terminal"])
                raise Refused(409, "fork", "another batch has this place in the chain", head=verdict.head)

    def _take(self, request: Request, sender: Sender, compressed: bytes) -> Verdict:
        limits = self._manners.limits
        try:
            batch = read_batch(decompress(compressed, limits))
        except Bomb as fault:
            raise Refused(413, "too-large", str(fault), head=sender.head) from None
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault), head=sender.head) from None
        header, address = batch.header, request.path_params
        if header.rows > limits.rows:
            raise Refused(413, "too-large", f"more than {limits.rows} rows", head=sender.head)
        if (header.terminal, header.epoch, header.n) != (address["terminal"], address["epoch"], int(address["n"])):
            raise Refused(422, "address", "the batch is not the one its address names", head=sender.head)
        return self._inbox.receive(header, batch.sha, compressed, sender.office, self._clock.now().date())

    def _receipt(self, status: int, head: Head) -> Response:
        receipt = Receipt(head, self._manners.next_s, int(self._clock.now().timestamp()))
        return Response(receipt.encode(), status, media_type="application/json")
