"""A central office in this process, spoken to over HTTP without a network, and a hand-driven terminal."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
from starlette.types import ASGIApp

from kiosk.domain.record import Record
from sync.central.app import create_app
from sync.central.enrolling import new_code
from sync.central.projector import READERS, BodyReader, Projector
from sync.central.receiving import Manners
from sync.central.store import CentralStore, database_url
from sync.protocol import (
    GENESIS,
    Batch,
    Head,
    Header,
    Problem,
    Row,
    TerminalKey,
    batch_path,
    compress,
    encode_batch,
    encode_row,
    epoch_path,
    plain_code,
)
from tests.builders import FakeClock
from tests.integration.sync.signing import Signed, new_key

PATIENT = Manners(per_minute=1_000_000)
"""A centre that does not mind how often a terminal asks: the clock of these tests stands."""

ADDRESS = "192.0.2.7"


def row(identity: str | None = None, **changed: Any) -> Row:
    """A row that a terminal could have sent."""
    fields: dict[str, Any] = {
        "questionnaire": "pilot",
        "version": 1,
        "language": "pl",
        "period": "2026-W48",
        "channel": "terminal",
        "complete": True,
        "answers": {"ogolem": ("4",), "powod": ("czas", "dok"), "siedziba": ()},
    }
    return Row(id=identity or str(uuid.uuid4()), **(fields | changed))


@dataclass
class Office:
    """The centre under test: its store, its application, its projector; the clock stands until moved."""

    store: CentralStore
    clock: FakeClock
    app: ASGIApp
    projector: Projector

    @classmethod
    @contextmanager
    def open(
        cls, url: str, readers: Mapping[int, BodyReader] = READERS, manners: Manners | None = None
    ) -> Iterator[Office]:
        with CentralStore.open(database_url(url, Path())) as store:
            clock = FakeClock()
            projector = Projector(store.projection, readers)
            yield cls(store, clock, create_app(store, clock, projector, manners or PATIENT), projector)

    def code(self, office: str = "poznan", hours: int = 24) -> str:
        """A new one-time code."""
        code = plain_code(new_code())
        self.store.enrolments.offer(code, office, self.clock.now() + timedelta(hours=hours))
        return code

    def terminal(self, office: str = "poznan") -> HandTerminal:
        """An enrolled terminal."""
        key = new_key()
        answer = self.enrol(office, key)
        assert answer.status_code == 201, answer.text
        return HandTerminal(office=self, terminal=answer.json()["terminal"], key=key)

    def enrol(self, office: str, key: TerminalKey) -> httpx2.Response:
        """Whatever the centre answers to a terminal that enrols."""
        asked = {"code": self.code(office), "public_key": key.public}
        return self.ask("POST", "/v1/enrol", json=asked, auth=Signed(key, self.clock))

    def transport(self, address: str = ADDRESS) -> httpx2.ASGITransport:
        return httpx2.ASGITransport(self.app, client=(address, 4711), raise_app_exceptions=False)

    def client(self, address: str = ADDRESS) -> httpx2.AsyncClient:
        """Plain http; without `verify` because loading the authorities takes longer than a test."""
        return httpx2.AsyncClient(transport=self.transport(address), base_url="http://central", verify=False)

    def ask(self, method: str, path: str, *, address: str = ADDRESS, **options: Any) -> httpx2.Response:
        """One request."""
        return self.ask_all([(method, path)], address=address, **options)[0]

    def ask_all(
        self, requests: Sequence[tuple[str, str]], *, address: str = ADDRESS, **options: Any
    ) -> list[httpx2.Response]:
        """Requests at the same time."""

        async def send() -> list[httpx2.Response]:
            async with self.client(address) as client:
                return await asyncio.gather(*(client.request(*request, **options) for request in requests))

        return asyncio.run(send())

    def exported(self) -> list[list[str]]:
        """Every response as a table, header first: answers as codes parted by spaces, `-` where it was declined."""
        self.projector.catch_up()
        with self.store.export.opened() as source:
            counts = source.period_counts()
            records = [
                record
                for questionnaire in sorted({one.questionnaire for one in counts})
                for record in source.records(questionnaire, {one.period for one in counts})
            ]
        answers = [json.loads(record.answers) for record in records]
        keys = sorted({key for one in answers for key in one})
        header = [*(name for name in Record._fields if name != "answers"), *keys]
        rows = [
            [*(str(int(cell) if isinstance(cell, bool) else cell) for cell in (*record[:8], record.flags))]
            + [(" ".join(given[key]) or "-") if key in given else "" for key in keys]
            for record, given in sorted(zip(records, answers, strict=True))
        ]
        return [header, *rows]

    def ids(self) -> list[str]:
        return [cells[0] for cells in self.exported()[1:]]


@dataclass
class HandTerminal:
    """A terminal whose every message the test writes itself."""

    office: Office
    terminal: str
    key: TerminalKey = field(default_factory=new_key)
    epoch: str = field(default_factory=lambda: uuid.uuid4().hex[:16])
    last: Head = field(default_factory=Head)

    @property
    def headers(self) -> dict[str, str]:
        return {"Content-Encoding": "gzip"}

    @property
    def auth(self) -> Signed:
        """Signs each request anew."""
        return Signed(self.key, self.office.clock)

    @property
    def signed(self) -> dict[str, Any]:
        """What to ask with."""
        return {"headers": self.headers, "auth": self.auth}

    def batch(self, rows: Sequence[Row | bytes], n: int | None = None, prev: str | None = None, fmt: int = 1) -> Batch:
        """The next batch, or the one asked for."""
        header = Header(
            terminal=self.terminal,
            epoch=self.epoch,
            n=self.last.n + 1 if n is None else n,
            prev=self.last.sha if prev is None else prev,
            rows=len(rows),
            app="0.1.0",
            clock={"local": "2026-11-23", "quality": "unknown"},
            fmt=fmt,
        )
        return encode_batch(
            header, [line if isinstance(line, bytes) else encode_row(line) for line in rows], random.shuffle
        )

    def put(self, batch: Batch, **headers: str) -> httpx2.Response:
        path = batch_path(self.terminal, self.epoch, batch.header.n)
        content = compress(batch.body)
        return self.office.ask("PUT", path, content=content, headers=self.headers | headers, auth=self.auth)

    def send(self, rows: Sequence[Row | bytes], fmt: int = 1) -> Batch:
        """Send the next batch and go on from it."""
        batch = self.batch(rows, fmt=fmt)
        answer = self.put(batch)
        assert answer.status_code == 201, answer.text
        self.last = Head(batch.header.n, batch.sha)
        return batch

    def head(self) -> httpx2.Response:
        return self.office.ask("GET", epoch_path(self.terminal, self.epoch), auth=self.auth)


def problem(answer: httpx2.Response) -> Problem:
    """The problem that an answer is."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body["title"]
    assert body["detail"]
    return Problem.read(answer.status_code, answer.content)


__all__ = ["ADDRESS", "GENESIS", "HandTerminal", "Office", "problem", "row"]
