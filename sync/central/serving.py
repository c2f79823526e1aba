"""Runs the application over a real socket, says where, and ends cleanly on SIGTERM."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from kiosk.domain.errors import EnvironmentFault
from sync.central.capped_http import CappedHttp

_GRACE_SECONDS = 10
_WHAT_TO_DO = {
    errno.EADDRINUSE: "another program does: end it, or choose another --port",
    errno.EACCES: "choose a --port above 1023; what stands before the centre may have 443",
}


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, `port` 0 for any free one; raises `EnvironmentFault`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as fault:
        why = (
            os.strerror(fault.errno)
            if fault.errno and fault.errno > 0
            else str(fault.strerror or fault).partition(" (while ")[0]
        )
        what_to_do = _WHAT_TO_DO.get(fault.errno or 0, "name an address of this machine with --host")
        raise EnvironmentFault(f"cannot listen on {host} port {port}: {why}; {what_to_do}") from fault
    # Inherited by every connection. asyncio sets it only on sockets that name TCP, which these do not, and without it
    # each answer but the first of a connection waits 40 ms for the other side's acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address_of(listener: socket.socket) -> str:
    """Where the socket listens, as a URL."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(app: ASGIApp, listener: socket.socket, started: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; requests under way get their answer. Main thread."""
    config = uvicorn.Config(
        app,
        http=CappedHttp,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        limit_concurrency=1000,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    asyncio.run(_Server(config, started).serve(sockets=[listener]))


class _Server(uvicorn.Server):
    """Tells when it listens, and does not die of the signal that has ended it: the exit status is 0."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._tell()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        kept = {name: signal.signal(name, self.handle_exit) for name in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for name, handler in kept.items():
                signal.signal(name, handler)
