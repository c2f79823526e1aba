"""What the centre takes in: signed batches over real sockets, one in ten twice, beside bare commits of the same bytes.

    .venv/bin/python -m tests.benchmarks.ingest [--batches 4000] [--rows 20] [--connections 16] [--processes 1]

For SQLite (WAL, synchronous=FULL) and PostgreSQL (fsync and synchronous_commit on). The centre is `kiosk-central serve`
as a process, the sender another one on the same cores; requests are signed before the clock starts, since terminals
sign, not the centre. A request is sent again, signed anew, as soon as it has been answered. The floor writes the same
compressed bodies one after the other into a table of one key, a commit each. At the end every batch and every row must
be there once.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import os
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
from pysqlite3 import dbapi2

from sync.central.store import CentralStore, Terminal, database_url
from sync.protocol import (
    BATCH_TYPE,
    BUNDLE_TYPE,
    Batch,
    Head,
    Header,
    Row,
    TerminalKey,
    batch_path,
    batches_path,
    compress,
    encode_batch,
    encode_bundle,
    encode_row,
    signature_headers,
)
from tests.integration.sync.postgres import running_postgres

ROOT = Path(__file__).parents[2]
OF_ONE_TERMINAL = 20
"""Batches of one terminal in a run: it may make thirty requests a minute."""
_HOST = "central.example"
_EPOCH = "0123456789abcdef"


@dataclass(frozen=True)
class Enrolled:
    """A terminal of the run, its chain, and the same compressed."""

    id: str
    key: TerminalKey
    batches: list[Batch]
    bodies: list[bytes]


@dataclass(frozen=True)
class Taken:
    """What a run has shown: batches acknowledged a second, CPU seconds of the centre's process for each of them while
    they came (projecting them goes on meanwhile), and seconds after the last until every row could be read."""

    rate: float
    cpu: float
    readable_after: float


def main() -> None:
    """Measure and print."""
    options = _options()
    dice = random.Random(options.seed)
    what = f"{options.batches} batches of {options.rows} rows, 10 % sent twice"
    how = f"{options.connections} connections, processes of the centre: {options.processes}, cores: {os.cpu_count()}"
    print(f"{what}, {how}, seed {options.seed}")
    figures = f"{'batches/s':>12}{'rows/s':>12}{'of the floor':>14}{'CPU a batch':>14}{'all readable after':>20}"
    print(f"{'':<34}{figures}")
    for name in options.engines.split(","):
        with tempfile.TemporaryDirectory(prefix="okienko-ingest-", dir=options.folder) as folder:
            _measure(name, Path(folder), options, dice)


def _measure(name: str, folder: Path, options: argparse.Namespace, dice: random.Random) -> None:
    with _database(name, folder) as (url, floor):
        bodies = [compress(_batch(str(uuid.uuid4()), Head(), options.rows, dice).body) for _ in range(options.batches)]
        bare = options.batches / floor(bodies)
        _told(name, "floor: bare commits", bare, options.rows, bare, "", "")
        for what, at_once in (("one batch a request", 1), ("ten batches a request", 10)):
            taken = _run(url, folder, options, dice, at_once)
            cpu, after = f"{taken.cpu * 1e6:,.0f} us", f"{taken.readable_after:.1f} s"
            _told(name, what, taken.rate, options.rows, bare, cpu, after)


def _told(name: str, what: str, rate: float, rows: int, bare: float, cpu: str, after: str) -> None:
    figures = f"{rate:>12,.0f}{rate * rows:>12,.0f}{rate / bare:>14.0%}"
    print(f"{name:<12}{what:<22}{figures}{cpu:>14}{after:>20}", flush=True)


def _run(url: str, folder: Path, options: argparse.Namespace, dice: random.Random, at_once: int) -> Taken:
    """Send everything once, and see that it is there."""
    with CentralStore.open(database_url(url, folder)) as store:
        known, rows_before = store.status().batches, store.status().responses
        terminals = [_enrol(store, dice, options.rows) for _ in range(max(1, options.batches // OF_ONE_TERMINAL))]
    requests = [_requests(one, at_once, dice) for one in terminals]
    with ExitStack() as serving:
        centres = [serving.enter_context(_serving(url)) for _ in range(options.processes)]
        before = sum(_cpu(process) for _, process in centres)
        taken, seconds = _send([address for address, _ in centres], requests, options.connections)
        cpu, ended = sum(_cpu(process) for _, process in centres) - before, time.perf_counter()
        want = known + len(terminals) * OF_ONE_TERMINAL
        with CentralStore.open(database_url(url, folder)) as store:
            while store.status().responses < rows_before + len(terminals) * OF_ONE_TERMINAL * options.rows:
                time.sleep(0.05)  # the projector is a thread of another process
            projected = time.perf_counter() - ended
            status = store.status()
    assert (status.batches, status.quarantined) == (want, 0), status
    assert taken == len(terminals) * OF_ONE_TERMINAL, taken
    return Taken(taken / seconds, cpu / taken, projected)


def _cpu(process: int) -> float:
    """Seconds; of the centre alone, a database server has its own processes."""
    times = psutil.Process(process).cpu_times()
    return float(times.user + times.system)


def _send(addresses: Sequence[str], requests: Sequence[Sequence[bytes]], connections: int) -> tuple[int, float]:
    """In a process of its own; how many batches were new to the centre, and seconds from the first to the last."""
    lines = b"\n".join(base64.b64encode(b"\0".join(base64.b64encode(one) for one in chain)) for chain in requests)
    command = [sys.executable, "-m", "tests.benchmarks.ingest", "--sender", str(connections), *addresses]
    sender = subprocess.run(command, input=lines, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    new, seconds = sender.stdout.split()
    return int(new), float(seconds)


def _sender(connections: int, addresses: Sequence[str]) -> None:
    chains = [
        [base64.b64decode(one) for one in base64.b64decode(line).split(b"\0")]
        for line in sys.stdin.buffer.read().split()
    ]
    began = time.perf_counter()
    print(asyncio.run(_sent(addresses, chains, connections)), time.perf_counter() - began)


async def _sent(addresses: Sequence[str], chains: list[list[bytes]], connections: int) -> int:
    new = 0

    async def connection(address: str) -> None:
        nonlocal new
        where = urlsplit(address)
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        while chains:
            for line in chains.pop():
                number, request = line.split(b" ", 1)
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
                body = await reader.readexactly(length)
                status = int(head[9:12])
                assert status in (200, 201), (head, body)
                new += int(number) if status == 201 else 0
        writer.close()

    await asyncio.gather(*(connection(addresses[number % len(addresses)]) for number in range(connections)))
    return new


def _requests(terminal: Enrolled, at_once: int, dice: random.Random) -> list[bytes]:
    """Whole requests in their order, one in ten followed by itself signed anew; before each how many batches it has."""
    made: list[bytes] = []
    for first in range(0, len(terminal.bodies), at_once):
        bodies = terminal.bodies[first : first + at_once]
        for _ in range(2 if dice.random() < 0.1 else 1):
            if at_once == 1:
                path = batch_path(terminal.id, _EPOCH, terminal.batches[first].header.n)
                headers = {"Content-Type": BATCH_TYPE, "Content-Encoding": "gzip"}
                request = _request("PUT", path, headers, bodies[0], terminal.key)
            else:
                path = batches_path(terminal.id, _EPOCH)
                request = _request("POST", path, {"Content-Type": BUNDLE_TYPE}, encode_bundle(bodies), terminal.key)
            made.append(f"{len(bodies)} ".encode() + request)
    return made


def _request(method: str, path: str, headers: dict[str, str], body: bytes, key: TerminalKey) -> bytes:
    nonce = uuid.uuid4().hex
    signed = signature_headers(key, method, f"http://{_HOST}{path}", body, datetime.now(UTC), nonce)
    lines = "".join(f"{name}: {value}\r\n" for name, value in (headers | dict(signed)).items())
    head = f"{method} {path} HTTP/1.1\r\nHost: {_HOST}\r\nContent-Length: {len(body)}\r\n{lines}\r\n"
    return head.encode() + body


def _enrol(store: CentralStore, dice: random.Random, rows: int) -> Enrolled:
    key = TerminalKey(base64.urlsafe_b64encode(dice.randbytes(32)).rstrip(b"=").decode())
    code, now = uuid.uuid4().hex, datetime.now(UTC)
    store.enrolments.offer(code, "poznan", now + timedelta(hours=1))
    terminal = store.enrolments.redeem(code, key.public, "benchmark", now)
    assert isinstance(terminal, Terminal)
    batches, last = [], Head()
    for _ in range(OF_ONE_TERMINAL):
        batches.append(_batch(terminal.id, last, rows, dice))
        last = Head(batches[-1].header.n, batches[-1].sha)
    return Enrolled(terminal.id, key, batches, [compress(one.body) for one in batches])


def _batch(terminal: str, last: Head, rows: int, dice: random.Random) -> Batch:
    header = Header(
        terminal, _EPOCH, last.n + 1, last.sha, rows, "0.1.0", {"local": "2026-11-28", "quality": "unknown"}
    )
    return encode_batch(header, [encode_row(_row(dice)) for _ in range(rows)], dice.shuffle)


def _row(dice: random.Random) -> Row:
    """As many answers as the pilot questionnaire has."""
    answers: dict[str, tuple[str, ...]] = {f"pytanie_{number}": (str(dice.randint(1, 5)),) for number in range(10)}
    answers["powod"] = tuple(dice.sample(["czas", "dok", "kolejka", "inne"], 2))
    return Row(
        id=str(uuid.UUID(int=dice.getrandbits(128), version=4)),
        questionnaire="pilot",
        version=1,
        language=dice.choice(["pl", "pl", "uk"]),
        period="2026-W48",
        channel="terminal",
        complete=True,
        answers=answers,
    )


@contextmanager
def _serving(url: str) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-m", "sync.central", "serve", "--port", "0", "--database", url]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().split()[-1], process.pid
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def _database(name: str, folder: Path) -> Iterator[tuple[str, Callable[[Sequence[bytes]], float]]]:
    if name == "sqlite":
        yield f"sqlite:///{folder / 'central.sqlite'}", lambda bodies: _floor_sqlite(folder / "floor.sqlite", bodies)
        return
    with running_postgres("fsync=on", "full_page_writes=on", "synchronous_commit=on", "shared_buffers=128MB") as server:
        url = server.url(server.create())
        yield url, lambda bodies: _floor_postgres(server.url("postgres"), bodies)


def _floor_sqlite(file: Path, bodies: Sequence[bytes]) -> float:
    connection = dbapi2.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL").fetchall()
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, body BLOB)")
    began = time.perf_counter()
    for body in bodies:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO floor (body) VALUES (?)", (body,))
        connection.execute("COMMIT")
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def _floor_postgres(url: str, bodies: Sequence[bytes]) -> float:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE floor (id serial PRIMARY KEY, body bytea)")
        connection.commit()
        began = time.perf_counter()
        for body in bodies:
            connection.execute("INSERT INTO floor (body) VALUES (%s)", (body,))
            connection.commit()
        return time.perf_counter() - began


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--batches", type=int, default=4000)
    parser.add_argument("--rows", type=int, default=20)
    parser.add_argument("--connections", type=int, default=16, help="terminals that send at the same time")
    parser.add_argument("--processes", type=int, default=1, help="of the centre, over the same database")
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--engines", default="sqlite,postgresql")
    parser.add_argument("--folder", type=Path, help="on which disk (default: where temporary files go)")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--sender"]:
        _sender(int(sys.argv[2]), sys.argv[3:])
    else:
        main()
