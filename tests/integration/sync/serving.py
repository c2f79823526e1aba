"""Real sockets on loopback: a centre in a thread, and servers that behave badly."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from sync.central.capped_http import CappedHttp
from sync.central.serving import address_of, listen

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextmanager
def served(app: ASGIApp, certificate: Path | None = None) -> Iterator[str]:
    """`app` behind uvicorn on a free port; its address. `certificate` has its key in the same file: https then."""
    started = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            started.set()

    with listen("127.0.0.1", 0) as listener:
        server = Server(
            uvicorn.Config(
                app, http=CappedHttp, log_config=None, access_log=False, lifespan="off", ssl_certfile=certificate
            )
        )
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
        thread.start()
        try:
            assert started.wait(10)
            address = address_of(listener)
            yield address if certificate is None else address.replace("http:", "https:")
        finally:
            server.should_exit = True
            thread.join(10)


@asynccontextmanager
async def bad_server(handler: Handler) -> AsyncIterator[str]:
    """A server on a free port that does to every connection what `handler` does; its address."""
    connections: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            connections.add(task)
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            await handler(reader, writer)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        server.close()
        await server.wait_closed()
