"""Real sockets: a centre that is silent, drips or hangs up holds nobody, and neither does a terminal that does."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from starlette.types import Receive, Scope, Send

from kiosk.store.road import Road
from sync.agent.courier import Deadlines, open_courier
from sync.agent.trouble import Delayed
from sync.central.projector import READERS
from sync.central.receiving import Manners
from sync.central.serving import listen
from sync.protocol import Problem, batch_path, compress
from tests.builders import FakeClock
from tests.integration.sync.office import HandTerminal, Office, row
from tests.integration.sync.serving import Handler, bad_server, served
from tests.integration.sync.terminal import AgentTerminal

SHORT = Deadlines(connect=0.5, read=0.4, total=0.8)
ROAD = Road(terminal="t", office="o", central="", private_key="x" * 42 + "w", epoch="0" * 16)


async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.readline()
    await asyncio.Event().wait()


async def drip_headers(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X: y\r\n")
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_body(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.05)


async def flood(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
    while True:
        writer.write(bytes(64 * 1024))
        await writer.drain()


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readline()
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def rubbish(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x00\x01 not http at all\r\n\r\n" * 10)
    await writer.drain()


@pytest.mark.parametrize("handler", [silent, drip_headers, drip_body, flood, hang_up, rubbish])
def test_no_server_holds_the_agent_beyond_its_deadline(handler: Handler) -> None:
    async def ask() -> float:
        async with bad_server(handler) as address, open_courier(address, FakeClock(), SHORT) as courier:
            begun = time.monotonic()
            with pytest.raises(Delayed):
                await courier.put(ROAD, 1, b"body")
            return time.monotonic() - begun

    assert asyncio.run(ask()) < 2


def test_drip_would_hold_an_agent_without_a_total_deadline() -> None:
    """The read time-out starts anew with every byte: without ours this would go on."""

    async def ask() -> bool:
        endless = Deadlines(connect=0.5, read=0.4, total=1e9)
        async with bad_server(drip_body) as address, open_courier(address, FakeClock(), endless) as courier:
            task = asyncio.ensure_future(courier.put(ROAD, 1, b"body"))
            done, _ = await asyncio.wait([task], timeout=1.5)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            return not done

    assert asyncio.run(ask())


def test_responses_travel_over_a_real_socket(central_url: str, tmp_path: Path) -> None:
    with Office.open(central_url) as office, served(office.app) as address:
        with AgentTerminal.open(tmp_path / "t", None, office.clock) as terminal:
            terminal.enrol(office.code(), address)
            given = terminal.answer(7)
            terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)


def signed_head(terminal: HandTerminal, body: bytes, more: str = "") -> bytes:
    """Everything of a `PUT` of the first batch but its body."""
    path = batch_path(terminal.terminal, terminal.epoch, 1)
    headers = terminal.headers | terminal.auth.headers("PUT", f"http://x{path}", body)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"PUT {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n{more}{lines}\r\n".encode()


def test_slow_body_is_cut_off_and_others_are_served_meanwhile(central_url: str) -> None:
    with (
        Office.open(central_url, READERS, Manners(body_seconds=0.3, per_minute=1000)) as office,
        served(office.app) as address,
    ):
        terminal = office.terminal()
        where = (urlsplit(address).hostname or "", urlsplit(address).port or 0)
        with contextlib.ExitStack() as stack:
            slow = [stack.enter_context(socket.create_connection(where, 5)) for _ in range(20)]
            for connection in slow:
                connection.sendall(signed_head(terminal, bytes(1000), "Connection: close\r\n") + b"x")
            path = address + batch_path(terminal.terminal, terminal.epoch, 1)
            body = compress(terminal.batch([row()]).body)
            answer = httpx2.put(path, content=body, **terminal.signed, timeout=10)
            assert answer.status_code == 201
            answers = [connection.makefile("rb").read() for connection in slow]
        assert all(answer.startswith(b"HTTP/1.1 408 ") for answer in answers)
        assert Problem.read(408, answers[0].partition(b"\r\n\r\n")[2]).kind == "too-slow"


def test_uploads_cut_in_the_middle_leave_nothing_and_harm_nobody(central_url: str) -> None:
    with Office.open(central_url) as office, served(office.app) as address:
        terminal = office.terminal()
        batch = terminal.batch([row() for _ in range(50)])
        body = compress(batch.body)
        where = (urlsplit(address).hostname or "", urlsplit(address).port or 0)
        for cut in (0, 1, len(body) // 2, len(body) - 1):
            with socket.create_connection(where, 5) as connection:
                connection.sendall(signed_head(terminal, body) + body[:cut])
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        assert office.store.status().batches == 0

        with socket.create_connection(where, 5) as connection:
            connection.sendall(signed_head(terminal, body) + body)
            assert connection.recv(4096).startswith(b"HTTP/1.1 201 ")
        assert len(office.ids()) == 50


_CHUNKED = b"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"


@pytest.mark.parametrize(
    ("begin", "piece"),
    [
        (b"GET /", b"a"),
        (b"GET / HTTP/1.1\r\nX: ", b"a"),
        (b"GET / HTTP/1.1\r\n", b"a"),
        (b"GET / HTTP/1.1\r\n", b"X: y\r\n"),
        (b"", b"\r\n"),
        (_CHUNKED, b"X: y\r\n"),
        (_CHUNKED + b"X: ", b"a"),
    ],
    ids=["address", "value", "name", "headers", "nothing", "trailers", "trailer"],
)
def test_head_without_end_is_cut_off(begin: bytes, piece: bytes) -> None:
    """Else one connection could fill the memory."""
    sent, piece = 0, piece * (32 * 1024 // len(piece))
    with served(swallowing) as address:
        where = (urlsplit(address).hostname or "", urlsplit(address).port or 0)
        with socket.create_connection(where, 5) as connection, contextlib.suppress(ConnectionError):
            connection.sendall(begin)
            while sent < 64 * 1024 * 1024:
                connection.sendall(piece)
                sent += len(piece)
    assert sent < 16 * 1024 * 1024  # what is on the way in the buffers of two sockets


def test_pieces_of_a_large_body_are_no_head(central_url: str) -> None:
    with Office.open(central_url) as office, served(office.app) as address:
        terminal = office.terminal()
        body = compress(terminal.batch([row() for _ in range(400)]).body)
        where = (urlsplit(address).hostname or "", urlsplit(address).port or 0)
        padding = "".join(f"X-{number}: {'y' * 1000}\r\n" for number in range(50))
        with socket.create_connection(where, 5) as connection, connection.makefile("rb") as answers:
            for _ in range(3):  # heads of 50 KiB, and bodies, one after the other
                message = signed_head(terminal, body, padding) + body
                for start in range(0, len(message), 5000):
                    connection.sendall(message[start : start + 5000])
                assert answers.readline() in (b"HTTP/1.1 201 Created\r\n", b"HTTP/1.1 200 OK\r\n")
                head = b"".join(iter(answers.readline, b"\r\n")).lower()
                answers.read(int(head.partition(b"content-length:")[2].partition(b"\r\n")[0]))


async def swallowing(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads every body and answers when there is no more."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 204})
    await send({"type": "http.response.body"})


def test_answers_do_not_wait_for_the_other_side_to_acknowledge() -> None:
    """An answer is written in two pieces: the second one waited 40 ms for the first one's acknowledgement."""
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
