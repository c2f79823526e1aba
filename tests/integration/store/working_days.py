"""A terminal's working days on a disk that is written down: visitors, settling, sealing, acknowledging, new starts."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

import sqlalchemy

from kiosk.domain.response import Channel, Response
from kiosk.store import tables
from kiosk.store.answers import to_row
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.sealing import Sealing
from sync.protocol import read_row, split_lines
from tests.builders import FakeClock, response
from tests.integration.store.power import Record
from tests.integration.sync.terminal import SeededChance

Query: TypeAlias = Callable[[str], Iterable[Any]]

ROAD = Road("11111111-2222-4333-8444-555555555555", "office", "https://centrala.example", "key", "0" * 16)
_QUERIES = [
    str(sqlalchemy.select(table).order_by(*table.primary_key.columns).compile())
    for table in tables.metadata.sorted_tables
]
EMPTY = ""
"""The state of a file without tables."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A response whose saving has returned when the record was `moment` long."""

    moment: int
    response: Response

    @property
    def answers(self) -> str:
        """As the file has to hold them."""
        answers: str = to_row(self.response)["answers"]
        return answers


@dataclass(frozen=True, slots=True)
class Rest:
    """Between two transactions: what the file has to hold from `moment` on, until the next has begun to end."""

    moment: int
    state: str


@dataclass
class Days:
    """What was promised, and when. `forgotten` are the ids of responses whose batch has been forgotten, rightly."""

    record: Record
    asked: dict[str, Response] = field(default_factory=dict)
    acknowledged: list[Acknowledged] = field(default_factory=list)
    rests: list[Rest] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)


def state(query: Query) -> str:
    """A fingerprint of everything that the tables hold."""
    return hashlib.sha256(repr([[tuple(row) for row in query(text)] for text in _QUERIES]).encode()).hexdigest()


def ids_of(body: bytes) -> list[str]:
    """The ids of the responses in a batch."""
    return [read_row(line).id for line in split_lines(body)]


def live(folder: Path, record: Record, operations: int, seed: int) -> Days:
    """`operations` transactions and starts of a new file, chosen by `seed`."""
    return _Terminal(folder, record, seed).live(operations)


class _Terminal:
    def __init__(self, folder: Path, record: Record, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self._chance = SeededChance(seed)
        self._clock = FakeClock()
        self._days = Days(record, rests=[Rest(0, EMPTY)])
        self._here: Response | None = None
        self._start()

    def live(self, operations: int) -> Days:
        self._store.road.write(ROAD)
        self._rest()
        deeds = [
            (self._visit, 60), (self._stack, 3), (self._settle, 8), (self._seal, 8), (self._acknowledge, 5),
            (self._prune, 2), (self._reissue, 2), (self._restart, 3),
        ]  # fmt: skip
        chosen = self._random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds], k=operations)
        for deed in chosen:
            deed()
            self._rest()
        self._store.close()
        return self._days

    def _start(self) -> None:
        self._store = Store.open(self._folder, self._clock)
        self._sealing = Sealing(self._store, self._clock, self._chance, seconds_between=0)
        self._rest()

    def _rest(self) -> None:
        with self._store._engines.read.connect() as connection:
            self._days.rests.append(Rest(self._days.record.now(), state(connection.exec_driver_sql)))

    def _visit(self) -> None:
        """A tap: the first answers, more of them, or the last."""
        if self._here is None:
            self._here = self._new({"ogolem": (self._code(),)})
            self._days.asked[self._here.id] = self._here
            self._store.responses.keep(self._here)
        elif self._random.random() < 0.3:
            self._here = replace(self._here, answers={**self._here.answers, "siedziba": (self._code(),)})
            self._days.asked[self._here.id] = self._here
            self._store.responses.keep(self._here)
        else:
            self._store.responses.close(self._here)
            self._days.acknowledged.append(Acknowledged(self._days.record.now(), self._here))
            self._here = None

    def _stack(self) -> None:
        """Somebody types in what came on paper."""
        lot = [replace(self._new({"ogolem": (self._code(),)}), channel=Channel.PAPER) for _ in range(20)]
        self._days.asked |= {one.id: one for one in lot}
        self._store.responses.add(lot)
        self._days.acknowledged.extend(Acknowledged(self._days.record.now(), one) for one in lot)

    def _settle(self) -> None:
        self._store.responses.settle()

    def _seal(self) -> None:
        self._sealing.seal(self._road())

    def _acknowledge(self) -> None:
        road = self._road()
        last = self._store.outbox.last(road.epoch)
        if last is not None:
            self._store.outbox.acknowledge(road.epoch, self._random.randint(1, last.n), self._clock.now().date())

    def _prune(self) -> None:
        self._clock.time += timedelta(days=1)
        held = self._held()
        self._store.outbox.prune(self._clock.now().date() - timedelta(days=2))
        self._days.forgotten |= held - self._held()

    def _reissue(self) -> None:
        self._sealing.reissue(self._road())

    def _restart(self) -> None:
        self._store.close()
        self._rest_closed()
        self._start()
        self._store.responses.recover()
        self._here = None

    def _rest_closed(self) -> None:
        self._days.rests.append(Rest(self._days.record.now(), self._days.rests[-1].state))

    def _held(self) -> set[str]:
        return {id_ for batch in self._store.outbox.held() for id_ in ids_of(batch.body or b"")}

    def _road(self) -> Road:
        road = self._store.road.read()
        assert road is not None
        return road

    def _new(self, answers: dict[str, tuple[str, ...]]) -> Response:
        return response(answers, identity=str(UUID(int=self._random.getrandbits(128), version=4)))

    def _code(self) -> str:
        return str(self._random.randint(1, 5))
