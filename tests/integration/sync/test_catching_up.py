"""A terminal that was away for long sends up to fifty batches at once; what is wrong with one of them stops none."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import update

from kiosk.store import tables
from kiosk.store.checksums import changed
from sync.agent.trouble import Rejected
from sync.central.receiving import Manners
from sync.protocol import (
    BUNDLE_TYPE,
    LARGEST_BUNDLE,
    LEAST_ENCODED,
    MOST_BATCHES,
    Asked,
    Batch,
    Head,
    Malformed,
    batches_path,
    compress,
    encode_bundle,
    read_bundle,
    sha_of,
)
from tests.builders import FakeClock, response
from tests.integration.sync.faults import reply
from tests.integration.sync.office import HandTerminal, Office, problem, row
from tests.integration.sync.terminal import AgentTerminal, enrolled
from tests.keys import HOLDERS


def chain(terminal: HandTerminal, number: int) -> list[Batch]:
    """Batches that follow each other."""
    batches = []
    for _ in range(number):
        batches.append(terminal.batch([row()]))
        terminal.last = Head(batches[-1].header.n, batches[-1].sha)
    return batches


def post(terminal: HandTerminal, body: bytes) -> httpx2.Response:
    path = batches_path(terminal.terminal, terminal.epoch)
    return terminal.office.ask("POST", path, content=body, headers={"Content-Type": BUNDLE_TYPE}, auth=terminal.auth)


def bundle(batches: Sequence[Batch]) -> bytes:
    return encode_bundle([compress(one.body) for one in batches])


def test_fifty_batches_arrive_with_one_message_and_again_with_another_once(office: Office) -> None:
    terminal = office.terminal()
    batches = chain(terminal, MOST_BATCHES)

    answers = [post(terminal, bundle(batches)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["head"] == answers[1].json()["head"] == {"n": 50, "sha": batches[-1].sha}
    assert office.store.status().batches == 50
    assert len(office.ids()) == 50


def test_overlap_is_taken_once_and_a_gap_or_a_fork_stops_there(office: Office) -> None:
    terminal = office.terminal()
    batches = chain(terminal, 6)
    assert post(terminal, bundle(batches[:3])).status_code == 201

    overlapping = post(terminal, bundle(batches[1:4]))
    gap = post(terminal, bundle([batches[4], batches[5]][::-1]))
    terminal.last = Head(4, batches[3].sha)
    fork = post(terminal, bundle([batches[4], *chain(terminal, 1)]))

    assert overlapping.status_code == 201
    assert overlapping.json()["head"]["n"] == 4
    assert (problem(gap).kind, problem(gap).head) == ("gap", Head(4, batches[3].sha))
    assert (problem(fork).kind, problem(fork).head) == ("fork", Head(5, batches[4].sha))
    assert len(office.ids()) == 5


@pytest.mark.parametrize("cut", [0, 1, 3, 4, 5, -1])
def test_bundle_that_is_cut_off_is_400_and_leaves_nothing(office: Office, cut: int) -> None:
    terminal = office.terminal()

    answer = post(terminal, bundle(chain(terminal, 2))[:cut])

    assert problem(answer).kind == "malformed"
    assert problem(answer).head == Head()
    assert office.store.status().batches == 0


def test_bundle_of_too_many_too_large_or_anothers_batches_is_refused_whole(office: Office) -> None:
    terminal, other = office.terminal(), office.terminal()
    batches = chain(terminal, 3)
    one = compress(batches[0].body)

    many = post(terminal, encode_bundle([one] * (MOST_BATCHES + 1)))
    foreign = post(terminal, bundle([*batches, *chain(other, 1)]))
    rubbish = post(terminal, encode_bundle([one, b"rubbish"]))
    large = post(terminal, encode_bundle([one, bytes(300 * 1024)]))
    huge = post(terminal, bytes(LARGEST_BUNDLE + 1))

    assert [answer.status_code for answer in (many, foreign, rubbish, large, huge)] == [400, 422, 400, 413, 413]
    assert office.store.status().batches == 0


def test_bundles_read_back_as_they_were_written_and_nothing_else_is_one() -> None:
    bodies = [b"a", b"bc" * 1000, b"d"]

    assert read_bundle(encode_bundle(bodies)) == bodies
    for bad in (
        b"",
        b"\0",
        bytes(4),
        encode_bundle([b""]),
        encode_bundle(bodies) + b"\0",
        b"\xff\xff\xff\xff" + b"x" * 9,
    ):
        with pytest.raises(Malformed):
            read_bundle(bad)


class Counting(httpx2.AsyncBaseTransport):
    """Counts what passes."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner
        self.seen: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.seen.append(f"{request.method} {request.url.path.rpartition('/')[2]}")
        return await self._inner.handle_async_request(request)


def test_hundred_and_twenty_batches_need_three_messages(central_url: str, tmp_path: Path) -> None:
    with Office.open(central_url, manners=Manners()) as office, enrolled(office, tmp_path / "t") as terminal:
        given = wait_for(terminal, 120)
        terminal.transport = counting = Counting(office.transport())

        assert terminal.once().acknowledged == 120

        assert [one for one in counting.seen if one == "POST batches"] == ["POST batches"] * 3
        assert len(counting.seen) == 4
        assert sorted(office.ids()) == sorted(given)


def test_terminal_keeps_to_what_the_centre_asks_from_the_next_batch_on(central_url: str, tmp_path: Path) -> None:
    asked = Asked(rows=40, encoded=8 * 1024, batches=3)
    with Office.open(central_url, manners=Manners(asked=asked)) as office, enrolled(office, tmp_path / "t") as terminal:
        agent = terminal.agent()
        given = [one.id for one in terminal.answer(450)]
        assert asyncio.run(agent.once()).acknowledged == 1
        given += [one.id for one in terminal.answer(450)]
        terminal.transport = counting = Counting(office.transport())
        assert asyncio.run(agent.once()).acknowledged == 12
        assert counting.seen == ["GET " + terminal.road.epoch, *["POST batches"] * 4]
        with office.store._engine.connect() as connection:
            rows = sorted(connection.exec_driver_sql("SELECT rows FROM inbox").scalars())
        assert (rows[-2:], max(rows[:-1])) == ([40, 450], 40)
        assert sorted(office.ids()) == sorted(given)


def test_batch_is_no_larger_than_the_centre_asks(central_url: str, tmp_path: Path) -> None:
    manners = Manners(asked=Asked(encoded=LEAST_ENCODED))
    with (
        Office.open(central_url, manners=manners) as office,
        AgentTerminal.open(tmp_path / "t", office.transport(), FakeClock(), HOLDERS) as terminal,
    ):
        terminal.enrol(office.code())
        agent = terminal.agent()
        asyncio.run(agent.once())
        terminal.answer(450)
        assert asyncio.run(agent.once()).acknowledged >= 3
        with office.store._engine.connect() as connection:
            sizes = connection.exec_driver_sql("SELECT max(length(body)), sum(rows) FROM inbox").one()
        assert sizes[0] <= LEAST_ENCODED
        assert sizes[1] == 450


@pytest.mark.parametrize("asked", [Asked(rows=5), Asked(encoded=LEAST_ENCODED)], ids=["rows", "bytes"])
@pytest.mark.parametrize("questions", [1, 40])
def test_what_a_centre_asks_takes_no_response_its_company_or_its_rest(
    office: Office, tmp_path: Path, asked: Asked, questions: int
) -> None:
    """The office's `batch_rows_min` and `batch_seconds` are its promise to visitors; no centre may undo them."""
    long = {f"pytanie_{number:02}": (f"odpowiedz_{number}" * 3,) for number in range(questions)}
    with AgentTerminal.open(tmp_path / "t", office.transport(), FakeClock(), HOLDERS) as terminal:
        terminal.enrol(office.code())
        terminal.rows_min, terminal.seconds_between = 50, 3600
        sealing = terminal.sealing()
        sealing.heed(asked)
        for _ in range(130):
            terminal.store.responses.close(response(long))
        sealing.seal(terminal.road)
        assert terminal.store.outbox.waiting() < 50
        for _ in range(60):
            terminal.store.responses.close(response(long))
        assert sealing.seal(terminal.road) == 0, "an hour has not passed"
        terminal.clock.seconds += 3600
        assert sealing.seal(terminal.road) >= 1
        assert min(batch.rows for batch in terminal.store.outbox.held()) >= 50


def test_centre_without_bundles_gets_its_batches_one_by_one(office: Office, tmp_path: Path) -> None:
    class Old(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            if request.url.path.endswith("/batches"):
                return reply(404)
            return await office.transport().handle_async_request(request)

    with enrolled(office, tmp_path / "t") as terminal:
        given = wait_for(terminal, 3)
        terminal.transport = Old()

        assert terminal.once().acknowledged == 3
        assert sorted(office.ids()) == sorted(given)


def test_batch_that_the_centre_will_not_have_does_not_keep_back_those_before_it(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.looks_into_books = False  # or what the third one had would go in a new epoch
        wait_for(terminal, 4)
        third = terminal.store.outbox.batch(terminal.road.epoch, 3)
        assert third is not None
        _spoil(terminal, third.n)

        with pytest.raises(Rejected):
            terminal.once()

        assert terminal.road.acknowledged == 2
        assert len(office.ids()) == 10


def wait_for(terminal: AgentTerminal, batches: int) -> list[str]:
    """As many batches as after a long time without a network; the ids in them."""
    ids: list[str] = []
    for _ in range(batches):
        ids += [one.id for one in terminal.answer(5)]
        terminal.sealing().seal(terminal.road)
    return ids


def _spoil(terminal: AgentTerminal, n: int) -> None:
    rubbish = {"body": b"rubbish", "sha": sha_of(b"rubbish")}
    query = update(tables.batches).where(tables.batches.c.n == n).values(changed(tables.batches, rubbish))
    with terminal.store._engines.write.begin() as connection:
        connection.execute(query)
