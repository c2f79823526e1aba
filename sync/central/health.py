"""Whether the process lives, and whether it can do what it is for: commit."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.store import CentralStore
from sync.central.threads import Threads

_FRESH_SECONDS = 1.0
_OK = b'{"status":"ok"}'


class Health:
    """`GET /healthz` and `GET /readyz`."""

    def __init__(self, store: CentralStore, threads: Threads, clock: Clock) -> None:
        self._store = store
        self._threads = threads
        self._clock = clock
        self._lock = asyncio.Lock()
        self._checked: float | None = None

    async def alive(self, _request: Request) -> Response:
        return Response(_OK, media_type="application/json")

    async def ready(self, _request: Request) -> Response:
        """200 after a real commit, at most one a second however often it is asked; else the 503 of `StoreFault`."""
        async with self._lock:
            if self._checked is None or self._clock.monotonic() - self._checked > _FRESH_SECONDS:
                await self._threads.run(self._store.check_commit)
                self._checked = self._clock.monotonic()
        return Response(_OK, media_type="application/json")
