"""The power goes at any moment, and the disk keeps any part of what it was not told to keep: nothing promised is lost.

The store is the real one with its own pragmas, transactions and migration, on a SQLite whose every write, sync,
truncation and deletion is written down (`power.py`). A store that syncs less is caught by the same test.
"""

from __future__ import annotations

import os
import random
import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from kiosk.store import engine
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from sync.protocol import sha_of
from tests.builders import FakeClock
from tests.integration.store.apsw_driver import Driver
from tests.integration.store.power import Cutting, recorded
from tests.integration.store.working_days import EMPTY, Days, ids_of, live, state

SEED = int(os.environ.get("OKIENKO_SEED", "20261123"))
VFS = "okienko-power"
STARTED_EVERY = 50
"""After one cut of so many the terminal is started on what is left; starting takes longer than looking."""


@dataclass
class Outcome:
    """What was wrong after the cuts: files that SQLite refuses, promises broken, and everything else."""

    cuts: int = 0
    damaged: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder that is no disk where there is one: ten thousand files are written there."""
    shared = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


def test_power_cut_loses_nothing(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cut_again_and_again(memory, monkeypatch, lives=2, operations=150, cuts=75, seed=SEED)

    assert outcome.cuts == 150
    assert outcome.damaged == []
    assert outcome.lost == []
    assert outcome.broken == []


@pytest.mark.nightly
def test_ten_thousand_power_cuts_lose_nothing(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cut_again_and_again(memory, monkeypatch, lives=20, operations=400, cuts=500, seed=SEED + 1000)

    assert outcome.cuts == 10_000
    assert outcome.damaged == []
    assert outcome.lost == []
    assert outcome.broken == []


def test_store_that_syncs_less_is_caught(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting that most advise for a log, `NORMAL`, keeps the file whole and forgets the last visitors."""
    pragmas = tuple("synchronous=NORMAL" if one == "synchronous=FULL" else one for one in engine._PRAGMAS)
    assert pragmas != engine._PRAGMAS
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)

    outcome = cut_again_and_again(memory, monkeypatch, lives=1, operations=150, cuts=50, seed=SEED)

    assert outcome.lost != []
    assert outcome.damaged == []


def cut_again_and_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, lives: int, operations: int, cuts: int, seed: int
) -> Outcome:
    """Let `lives` terminals live, and cut each one's power at `cuts` moments."""
    print(f"seed {seed}, {lives} lives of {operations} operations, {cuts} cuts each")
    outcome = Outcome()
    for life in range(lives):
        with recorded(VFS) as disk, monkeypatch.context() as patched:
            patched.setattr(engine, "dbapi2", Driver(VFS))
            if life % 2:  # a log that is soon full begins anew more often
                patched.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "wal_autocheckpoint=30"))
            days = live(folder / f"life-{life}", disk.record, operations, seed + life)
        chance = random.Random(seed + life)
        cutting = Cutting(days.record)
        for moment in sorted(chance.randint(0, days.record.now()) for _ in range(cuts)):
            cutting.go_to(moment)
            found = put_down(folder / "found", cutting.cut(chance))
            told = f"life {seed + life}, cut at {moment} of {days.record.now()}: "
            outcome.cuts += 1
            look(found, days, moment, told, outcome)
            if outcome.cuts % STARTED_EVERY == 0:
                start(found.parent, days, moment, told, outcome)
    return outcome


def put_down(folder: Path, files: dict[str, bytes]) -> Path:
    """Write what the disk holds after the cut into a folder of its own; the database."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / FILE_NAME


def look(file: Path, days: Days, moment: int, told: str, outcome: Outcome) -> None:
    """Open the file with the program's own SQLite and hold it against what was promised until `moment`."""
    connection = dbapi2.connect(str(file))
    try:
        check = connection.execute("PRAGMA quick_check").fetchall()
        if check != [("ok",)]:
            outcome.damaged.append(f"{told}{check[0]}")
            return
        is_empty = not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'responses'").fetchall()
        now = EMPTY if is_empty else state(connection.execute)
        answers = {} if is_empty else dict(connection.execute("SELECT id, answers FROM responses"))
        outbox = [] if is_empty else [id_ for (id_,) in connection.execute("SELECT response FROM outbox")]
        batches = [] if is_empty else connection.execute("SELECT sha, body FROM batches WHERE body NOT NULL").fetchall()
    except dbapi2.Error as fault:
        outcome.damaged.append(f"{told}{fault}")
        return
    finally:
        connection.close()
    for promise in days.acknowledged:
        if promise.moment <= moment and answers.get(promise.response.id) != promise.answers:
            outcome.lost.append(f"{told}response acknowledged at {promise.moment}")
    if invented := answers.keys() - days.asked:
        outcome.broken.append(f"{told}{len(invented)} responses nobody gave")
    places = outbox + [id_ for _, body in batches for id_ in ids_of(body)]
    if len(places) != len(set(places)) or set(places) - answers.keys():
        outcome.broken.append(f"{told}a response is in two places, or only there")
    if answers.keys() - set(places) - days.forgotten:
        outcome.broken.append(f"{told}a response is neither in the outbox nor in a batch")
    if any(sha_of(body) != sha for sha, body in batches):
        outcome.broken.append(f"{told}a batch is not what its hash says")
    rest = bisect_right(days.rests, moment, key=lambda one: one.moment)
    if now not in {one.state for one in days.rests[rest - 1 : rest + 1]}:
        outcome.broken.append(f"{told}the file is neither as before the transaction that ran nor as after it")


def start(folder: Path, days: Days, moment: int, told: str, outcome: Outcome) -> None:
    """The terminal starts on what is left, closes what a visitor left open, and works on."""
    with Store.open(folder, FakeClock()) as store:
        store.responses.recover()
        kept = {one.id for one in store.responses.stream()}
        if store.damage() or any(one.response.id not in kept for one in days.acknowledged if one.moment <= moment):
            outcome.broken.append(f"{told}the terminal does not start on it")
