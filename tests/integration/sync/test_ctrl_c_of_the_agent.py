"""Whoever stops the agent while much waits need not wait for all of it, and nothing of it is lost."""

from __future__ import annotations

import signal
import uuid
import zlib
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.store.outbox import Outbox, SealedBatch
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.__main__ import main
from sync.agent.chance import SystemChance
from tests.builders import response
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import enrolled

WAITING = 4000
FULL = 500
"""Responses in a full batch."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An enrolled terminal at which much has been said; its centre cannot be reached."""
    with Store.open(tmp_path) as store:
        key = SystemChance().secret()
        store.road.write(Road(str(uuid.uuid4()), "poznan", "http://127.0.0.1:1", key, "0123456789abcdef"))
        store.responses.add([response() for _ in range(WAITING)])
    return tmp_path


def stopped_at(place: int, name: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the signal come while the n-th batch is being sealed."""
    seal, calls = Outbox.seal, count(1)

    def interrupted(outbox: Outbox, batch: SealedBatch, ids: Sequence[str]) -> None:
        if next(calls) == place:
            signal.raise_signal(name)
        seal(outbox, batch, ids)

    monkeypatch.setattr(Outbox, "seal", interrupted)


def held(store: Store) -> int:
    """Responses that wait or are in a batch."""
    return store.outbox.waiting() + sum(batch.rows for batch in store.outbox.held())


def test_batch_is_on_the_disk_before_anybody_may_stop(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "terminal") as terminal:
        terminal.answer(2 * FULL)
        made = 0
        for made, batch in enumerate(terminal.sealing().one_by_one(terminal.road), 1):
            assert terminal.store.outbox.last(batch.epoch) == batch
            assert terminal.store.outbox.waiting() == (2 - made) * FULL
        assert made == 2


@pytest.mark.parametrize(
    ("command", "name", "status"),
    [
        ("once", signal.SIGINT, 130),
        ("run", signal.SIGINT, 0),
        ("run", signal.SIGTERM, 0),
    ],
)
def test_agent_that_seals_is_stopped_between_two_batches(
    folder: Path,
    command: str,
    name: signal.Signals,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("OKIENKO_START_SPREAD_SECONDS", "0")
    with monkeypatch.context() as patch:
        stopped_at(2, name, patch)
        assert main([command, "--data", str(folder)]) == status
    said = "kiosk-sync run: the first contact comes at once; one now" if command == "run" else ""
    out, err = capsys.readouterr()
    assert (out.startswith(said), out.count("\n"), err) == (True, bool(said), "")
    with Store.open(folder) as store:
        assert 2 <= len(store.outbox.held()) <= 4 < WAITING / FULL
        assert held(store) == WAITING
        assert store.damage() == ""

    assert main(["once", "--data", str(folder)]) == 1  # goes on where it was stopped; nobody is there to take it
    with Store.open(folder) as store:
        assert store.outbox.waiting() == 0
        assert held(store) == WAITING


def test_batch_costs_the_same_however_many_wait_behind_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows_looked_at = count()

    def crc32(data: bytes) -> int:
        next(rows_looked_at)
        return zlib.crc32(data)

    monkeypatch.setattr("kiosk.store.checksums.zlib", SimpleNamespace(crc32=crc32))
    with Store.open(folder) as store:
        before = next(rows_looked_at)
        assert store.outbox.waiting(at_most=FULL) == FULL
        assert len(store.outbox.pending(FULL)) == FULL
        assert next(rows_looked_at) - before <= 6 * FULL
        assert store.outbox.waiting() == WAITING
