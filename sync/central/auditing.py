"""Audit lists come in: who sends it, is it small and whole, is there nothing in it that should not be."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.receiving import Manners
from sync.central.refusals import Refused
from sync.central.senders import Senders
from sync.central.store import Audits, Sender
from sync.central.threads import Threads
from sync.protocol import AuditReceipt, Bomb, Malformed, chained, decompress, read_audit

_log = logging.getLogger(__name__)


class Auditing:
    """`PUT` of audit lines. Unlike a batch all of it is read before it is taken: what may be in it is a closed list."""

    def __init__(self, audits: Audits, senders: Senders, threads: Threads, clock: Clock, manners: Manners) -> None:
        self._audits = audits
        self._senders = senders
        self._threads = threads
        self._clock = clock
        self._manners = manners

    async def put(self, request: Request) -> Response:
        """201 when a line was new and all are on disk, 200 when they were there already."""
        proved = await self._senders.of_terminal(request)
        if request.headers.get("content-encoding", "").lower() != "gzip":
            raise Refused(415, "encoding", "an audit list travels with Content-Encoding: gzip")
        cap, seconds = self._manners.audit_limits.encoded, self._manners.body_seconds
        compressed = await self._senders.body_of(proved, request, cap, seconds)
        status, receipt = await self._threads.run(self._take, request, proved.sender, compressed)
        return Response(receipt.encode(), status, media_type="application/json")

    def _take(self, request: Request, sender: Sender, compressed: bytes) -> tuple[int, AuditReceipt]:
        limits, address = self._manners.audit_limits, request.path_params
        try:
            message = read_audit(decompress(compressed, limits), limits)
        except Bomb as fault:
            raise Refused(413, "too-large", str(fault)) from None
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault)) from None
        if (message.terminal, message.lines[0].number) != (address["terminal"], int(address["n"])):
            raise Refused(422, "address", "the audit lines are not those that their address names")
        verdict = self._audits.receive(message, sender.office, self._clock.now().date())
        if verdict is None:
            raise Refused(409, "gap", "audit lines before these are missing")
        if verdict.added and verdict.apart:
            _log.warning("%s: a terminal was restored or cloned, its audit list forks", request.state.request_id)
        last = chained(message.prev, message.lines)[-1]
        return 201 if verdict.added else 200, AuditReceipt(message.lines[-1].number, last, verdict.apart)
