"""Health reports come in: who sends one, is it small and whole."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.receiving import Manners
from sync.central.refusals import Refused
from sync.central.senders import Senders
from sync.central.store import Fleet
from sync.central.threads import Threads
from sync.protocol import LARGEST_REPORT, HealthReport, Malformed


class Reporting:
    """`PUT` of a terminal's health, in the place of its last report."""

    def __init__(self, fleet: Fleet, senders: Senders, threads: Threads, clock: Clock, manners: Manners) -> None:
        self._fleet = fleet
        self._senders = senders
        self._threads = threads
        self._clock = clock
        self._manners = manners

    async def put(self, request: Request) -> Response:
        """204 when it is on disk."""
        proved = await self._senders.of_terminal(request)
        body = await self._senders.body_of(proved, request, LARGEST_REPORT, self._manners.body_seconds)
        try:
            report = HealthReport.read(body)
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault)) from None
        terminal, today = request.path_params["terminal"], self._clock.now().date()
        await self._threads.run(self._fleet.note, terminal, report, today)
        return Response(status_code=204)
