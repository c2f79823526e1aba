"""A migration that is killed at any moment leaves a file that opens, with every row.

pytest -s -m nightly tests/integration/store/test_killed_migrations.py      50 kills of each migration
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from pysqlite3 import dbapi2

from kiosk.store import migrating
from kiosk.store.engine import open_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import FakeClock, response
from tests.integration.store.full_store import fill

STEPS = [
    (script.down_revision, script.revision)
    for script in ScriptDirectory(str(migrating._SCRIPTS)).walk_revisions()
    if script.down_revision  # the first one makes an empty file: there is no row to lose
]
CASES = [(*STEPS[0], 3), *(pytest.param(*step, 50, marks=pytest.mark.nightly) for step in STEPS)]


def old_file(folder: Path, revision: str) -> Path:
    """A folder with rows in a file of an older shape."""
    with Store.open(folder, FakeClock()) as store:
        fill(store)
        store.responses.add(response() for _ in range(300))
        store.responses.settle()
    engines = open_engines(folder / FILE_NAME)
    migrating.migrate(engines, revision)
    engines.dispose()
    return folder


def answers(folder: Path) -> set[tuple[str, str]]:
    connection = dbapi2.connect(folder / FILE_NAME)
    found = set(connection.execute("SELECT id, answers FROM responses"))
    connection.close()
    return found


@pytest.mark.parametrize(("before", "after", "kills"), CASES)
def test_killed_migration_loses_nothing(tmp_path: Path, before: str, after: str, kills: int) -> None:
    seed = random.randrange(2**32)
    chance, outcomes, folder = random.Random(seed), list[str](), old_file(tmp_path / "old", before)
    expected = answers(folder)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.integration.store.migration_killer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as killer:
        assert killer.stdin
        assert killer.stdout
        longest = 60.0  # of the first two, which are let alone: the first of all is slow
        for number in range(-1, kills + 1):
            copy = tmp_path / f"copy{number}"
            shutil.copytree(folder, copy)
            killer.stdin.write(f"{copy} {after} {60 if number < 1 else chance.uniform(0, longest)}\n")
            killer.stdin.flush()
            began = time.perf_counter()
            outcomes.append(killer.stdout.readline().strip())
            longest = time.perf_counter() - began if number < 1 else longest
            with Store.open(copy, FakeClock()) as store:
                assert store.damage() == ""
                assert len(list(store.responses.stream())) == len(expected)
            assert answers(copy) == expected
            shutil.rmtree(copy)
        killer.stdin.close()
    print(f"\nseed {seed}: {before} to {after}, {outcomes.count('killed')} of {kills} killed before they were done")
    assert outcomes[0] == "done"
    assert kills < 50 or outcomes.count("killed") > 10


def test_flipped_revision_is_no_newer_program(tmp_path: Path) -> None:
    """Single flipped bits of all four digits of the revision: the file is mended, whatever it seems to say."""
    with Store.open(tmp_path / "old", FakeClock()) as store:
        store.responses.add(response() for _ in range(5))
    expected = answers(tmp_path / "old")
    data = (tmp_path / "old" / FILE_NAME).read_bytes()
    [place] = [
        place
        for place in range(len(data) - 4)
        if data[place : place + 4] == migrating.HEAD.encode() and data[place - 2 : place] == b"\x02\x15"
    ]
    for bit in range(0, 32, 3):
        copy = tmp_path / str(bit)
        shutil.copytree(tmp_path / "old", copy)
        spoilt = bytearray(data)
        spoilt[place + bit // 8] ^= 1 << bit % 8
        (copy / FILE_NAME).write_bytes(spoilt)
        with Store.open(copy, FakeClock()) as store:
            assert "corrupt" in store.damage()
        assert answers(copy) == expected
