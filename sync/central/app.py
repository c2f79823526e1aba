"""The central office as an ASGI application over an open store."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from kiosk.domain.clock import Clock
from sync.central.auditing import Auditing
from sync.central.content import Content
from sync.central.enrolling import Enrolling
from sync.central.health import Health
from sync.central.metrics import Measured, Metrics
from sync.central.projector import Projector
from sync.central.receiving import Manners, Receiving
from sync.central.refusals import HANDLERS, RequestIds
from sync.central.reporting import Reporting
from sync.central.senders import Senders
from sync.central.store import CentralStore
from sync.central.store.engine import CONNECTIONS
from sync.central.threads import Threads
from sync.protocol import CONTENT_PATH


def create_app(
    store: CentralStore,
    clock: Clock,
    projector: Projector | None = None,
    manners: Manners | None = None,
    content: Path | None = None,
) -> ASGIApp:
    """The application; while its lifespan lasts, a thread projects what comes in. Does not close the store.

    `content` is a repository of signed content (`sync.central.publishing`) to be served, if there is one.
    """
    projector = projector or Projector(store.projection)
    threads = Threads(CONNECTIONS - 1)  # one connection is the projector's
    manners = manners or Manners()
    senders = Senders(store.inbox, threads, clock, manners.per_minute)
    receiving = Receiving(store.inbox, senders, projector, threads, clock, manners)
    auditing = Auditing(store.audits, senders, threads, clock, manners)
    reporting = Reporting(store.fleet, senders, threads, clock, manners)
    served = Content(content, threads)
    enrolling = Enrolling(store.enrolments, senders, threads, clock, served)
    health = Health(store, threads, clock)
    metrics = Metrics(store, projector, threads, clock)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        worker = threading.Thread(target=projector.run, name="projector")
        worker.start()
        try:
            yield
        finally:
            projector.stop()
            worker.join()

    epoch = "/v1/terminals/{terminal}/epochs/{epoch}"
    central = Starlette(
        routes=[
            Route("/v1/enrol", enrolling.enrol, methods=["POST"]),
            Route(epoch, receiving.head, methods=["GET"]),
            Route(epoch + "/batches", receiving.post, methods=["POST"]),
            Route(epoch + "/batches/{n}", receiving.put, methods=["PUT"]),
            Route("/v1/terminals/{terminal}/keys", enrolling.exchange, methods=["POST"]),
            Route("/v1/terminals/{terminal}/health", reporting.put, methods=["PUT"]),
            Route("/v1/terminals/{terminal}/audit/{n}", auditing.put, methods=["PUT"]),
            Route(CONTENT_PATH + "/{path:path}", served.give, methods=["GET"]),
            Route("/healthz", health.alive),
            Route("/readyz", health.ready),
            Route("/metrics", metrics.tell),
        ],
        exception_handlers=HANDLERS,
        lifespan=lifespan,
    )
    return RequestIds(Measured(central, metrics))  # outermost, so that the answer to a bug of ours has its id too
