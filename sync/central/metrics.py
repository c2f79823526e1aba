"""What a monitoring system may know of the centre, for Prometheus: how much and how fast, never who."""

from __future__ import annotations

import time
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.domain.clock import Clock
from sync.central.projector import Projector
from sync.central.store import CentralStore, Status, Waiting
from sync.central.threads import Threads

_FRESH_SECONDS = 60.0
"""So long what was counted in the database is told again: large tables are not counted at every look."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts answers by what was asked for, not by its address, in which a terminal is named."""

    def __init__(self, store: CentralStore, projector: Projector, threads: Threads, clock: Clock) -> None:
        self._threads = threads
        self._registry = CollectorRegistry()
        self._registry.register(_Contents(store, projector, clock))
        labels = ("endpoint", "status")
        self._answers = Counter("okienko_answers", "Answers given", labels, registry=self._registry)
        self._seconds = Histogram(
            "okienko_answer_seconds",
            "From the request's first byte to the answer's last",
            ("endpoint",),
            buckets=_SECONDS,
            registry=self._registry,
        )

    async def tell(self, _request: Request) -> Response:
        """The metrics as text; raises `StoreFault`."""
        text = await self._threads.run(generate_latest, self._registry)
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """An answer was given."""
        endpoint = getattr(scope.get("endpoint"), "__qualname__", "none")
        self._answers.labels(endpoint, str(status)).inc()
        self._seconds.labels(endpoint).observe(seconds)


class Measured:
    """The application, its answers counted."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def send_and_see(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_and_see)
        finally:
            self._metrics.count(scope, status, time.perf_counter() - began)


class _Contents(Collector):
    """What is in the database, looked up when it is asked for and not fresh."""

    def __init__(self, store: CentralStore, projector: Projector, clock: Clock) -> None:
        self._store = store
        self._projector = projector
        self._clock = clock
        self._found: tuple[float, Status, Waiting, int] | None = None

    def describe(self) -> list[Metric]:
        """Nothing: to be registered must not ask the database."""
        return []

    def collect(self) -> Iterator[Metric]:
        now = self._clock.monotonic()
        if self._found is None or now - self._found[0] > _FRESH_SECONDS:
            self._found = (now, self._store.status(), self._projector.waiting(), self._store.fleet.unwell())
        _, status, waiting, unwell = self._found
        for name, meaning, value in (
            ("terminals", "Terminals that are enrolled", status.terminals),
            ("unwell_terminals", "Terminals that have said that they need somebody", unwell),
            ("batches", "Batches in the inbox", status.batches),
            ("responses", "Responses", status.responses),
            ("quarantined_lines", "Lines of batches that are no response", status.quarantined),
            ("waiting_batches", "Batches that are not rows yet", waiting.next),
            ("deferred_batches", "Batches of a format that a newer centre will read", waiting.deferred),
        ):
            yield GaugeMetricFamily(f"okienko_{name}", meaning, value)
