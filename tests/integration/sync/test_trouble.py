"""What the agent does when the centre or the network will not have it: wait, never give up, never believe too much."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx2
import pytest

from sync.agent.courier import open_courier
from sync.agent.status import status_of
from sync.agent.trouble import Delayed, Rejected, Trouble
from tests.builders import FakeClock
from tests.integration.sync.faults import Reply, Scripted, reply
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import enrolled

ANSWERS = [
    (partial(reply, 503, retry_after="100"), Delayed, (100, 130)),
    (partial(reply, 429, retry_after="Mon, 23 Nov 2026 10:31:40 GMT"), Delayed, (100, 130)),
    (partial(reply, 503, retry_after="soon"), Delayed, (0, 300)),
    (partial(reply, 503, retry_after="9" * 400), Delayed, (0, 300)),
    (partial(reply, 503, retry_after="0"), Delayed, (5, 6.5)),
    (partial(reply, 503, retry_after="Mon, 23 Nov 2020 10:31:40 GMT"), Delayed, (5, 6.5)),
    (partial(reply, 400, b'{"detail":"\\ud800"}'), Rejected, (1800, 5400)),
    (partial(reply, 500), Delayed, (0, 300)),
    (partial(reply, 502, b"<html>"), Delayed, (0, 300)),
    (partial(reply, 408), Delayed, (0, 300)),
    (partial(reply, 425), Delayed, (0, 300)),
    (partial(reply, 200, b"<html>log in</html>"), Delayed, (0, 300)),
    (partial(reply, 200, b"{}"), Delayed, (0, 300)),
    (partial(reply, 200, bytes(100_000)), Delayed, (0, 300)),
    (partial(reply, 409), Delayed, (0, 300)),
    (httpx2.ConnectError("refused"), Delayed, (0, 300)),
    (httpx2.RemoteProtocolError("rubbish"), Delayed, (0, 300)),
    (partial(reply, 302, location="https://login.example/"), Rejected, (1800, 5400)),
    (partial(reply, 400), Rejected, (1800, 5400)),
    (partial(reply, 401), Rejected, (1800, 5400)),
    (partial(reply, 403), Rejected, (1800, 5400)),
    (partial(reply, 413), Rejected, (1800, 5400)),
    (partial(reply, 422), Rejected, (1800, 5400)),
]


@pytest.mark.parametrize(("answer", "trouble", "wait"), ANSWERS, ids=range(len(ANSWERS)))
def test_every_answer_has_its_action_and_none_loses_a_batch(
    tmp_path: Path,
    migrated_sqlite: Path,
    answer: Reply | Exception,
    trouble: type[Trouble],
    wait: tuple[float, float],
) -> None:
    """Source: reliability.md, 2.6."""
    shutil.copyfile(migrated_sqlite, tmp_path / "central.sqlite")
    with (
        Office.open(f"sqlite:///{tmp_path / 'central.sqlite'}") as office,
        enrolled(office, tmp_path / "t") as terminal,
    ):
        terminal.answer(5)
        terminal.transport = Scripted(office.transport(), "ok", answer, answer, answer)
        with pytest.raises(trouble):
            terminal.once()
        terminal.store.road.write(replace(terminal.road, attempts=0))
        terminal.transport = Scripted(office.transport(), "ok", answer, answer, answer)

        delay = asyncio.run(terminal.agent().step())

        assert wait[0] <= delay <= wait[1]
        status = status_of(terminal.store)
        assert (status.unacknowledged_batches, status.failures) == (1, 1)
        assert status.last_problem
        terminal.transport = office.transport()
        assert 450 <= asyncio.run(terminal.agent().step()) <= 1350
        assert len(office.ids()) == 5


def test_back_off_grows_and_never_gives_up(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.transport = Scripted(office.transport(), *[httpx2.ConnectError("down")] * 60)
        delays: list[float] = []

        class Enough(Exception):
            pass

        async def sleep(seconds: float) -> None:
            delays.append(seconds)
            if len(delays) == 52:
                raise Enough

        with pytest.raises(Enough):
            asyncio.run(terminal.agent().run(sleep))

        first, *rest = delays
        assert 0 <= first <= 300
        for failures, delay in enumerate(rest):
            assert 0 <= delay <= min(3600, 300 * 2**failures)
        assert max(rest) > 1800
        terminal.transport = office.transport()
        terminal.once()
        assert len(office.ids()) == 5


def test_centre_that_never_agrees_is_left_alone_for_a_while(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        gap = partial(reply, 409, json.dumps({"type": "/problems/gap", "head": {"n": 0, "sha": "0" * 64}}).encode())
        scripted = Scripted(office.transport(), "ok", *[gap] * 50)
        terminal.transport = scripted

        with pytest.raises(Delayed, match="do not agree"):
            terminal.once()

        assert scripted.asked.count("PUT 1") == 3


def test_receipt_alone_acknowledges_nothing(office: Office, tmp_path: Path) -> None:
    """A centre that says 201 but shows another head has not proved anything."""
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        hollow = partial(reply, 201, json.dumps({"head": {"n": 0, "sha": "0" * 64}, "next_s": 900}).encode())
        terminal.transport = Scripted(office.transport(), "ok", *[hollow] * 3)
        with pytest.raises(Delayed):
            terminal.once()
        assert status_of(terminal.store).unacknowledged_batches == 1
        terminal.transport = office.transport()
        terminal.once()
        assert len(office.ids()) == 5


@pytest.mark.parametrize(("name", "value"), [("HTTPS_PROXY", "foo://x"), ("SSL_CERT_FILE", "/missing")])
def test_wrong_network_settings_of_the_machine_are_trouble_and_no_crash(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    async def speak() -> None:
        async with open_courier("https://centrala.invalid", FakeClock()):
            raise AssertionError

    with pytest.raises(Rejected, match="settings for the network"):
        asyncio.run(speak())
