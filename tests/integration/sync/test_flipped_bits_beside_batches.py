"""Single bits flip beside the batches of the centre: nothing is held up, nothing goes on for ever, all is told."""

from __future__ import annotations

import random
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.domain.errors import StoreFault
from sync.central.ledger import Ledger
from sync.central.mending import put_right
from sync.central.projector import READERS
from sync.central.store import tables
from sync.central.store.engine import reading
from tests.integration.sync.office import Office, row

BEFORE, BEHIND = 50, 110
"""Bytes of a row around its epoch: what SQLite keeps of it, its terminal; its number, hash, format, office and day."""


def filled(file: Path) -> tuple[set[str], list[bytes]]:
    """A centre with batches that are read, have lines in quarantine, and wait: ids of what has come, and the epochs."""
    ids: set[str] = set()
    with Office.open(f"sqlite:///{file}") as office:
        terminals = [office.terminal(name) for name in ("poznan", "gniezno", "lodz")]
        for number in range(3):
            for terminal in terminals:
                rows = [row(), row()]
                terminal.send([*rows, b"no row"] if number == 1 else rows, fmt=2)
                ids |= {one.id for one in rows}
            if number < 2:
                office.projector.catch_up()
    return ids, [terminal.epoch.encode() for terminal in terminals]


def responses(office: Office) -> set[str]:
    with reading(office.store._engine) as connection:
        return set(connection.scalars(tables.response.select().with_only_columns(tables.response.c.id)))


def no_sleep(_seconds: float) -> None:
    pytest.fail("it waits for what never comes")


@pytest.mark.parametrize("number", [60, pytest.param(1500, marks=pytest.mark.nightly)])
def test_one_wrong_bit_beside_a_batch_holds_up_no_other_and_is_told(tmp_path: Path, number: int) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    file, copy = tmp_path / "good.sqlite", tmp_path / "copy.sqlite"
    ids, epochs = filled(file)
    good = file.read_bytes()
    # Of the inbox, of what waits, of the quarantine, of the heads, and of their indexes.
    near = {found.start() for epoch in epochs for found in re.finditer(epoch, good)}
    places = sorted({place for at in near for place in range(at - BEFORE, at + BEHIND)})
    seen: Counter[str] = Counter()
    for _ in range(number):
        place, bit = chance.choice(places), chance.randrange(8)
        bad = bytearray(good)
        bad[place] ^= 1 << bit
        for old in tmp_path.glob("copy.sqlite*"):
            old.unlink()
        copy.write_bytes(bad)
        with Office.open(f"sqlite:///{copy}") as office:
            seen[outcome(office, ids)] += 1
    print(dict(seen))
    assert seen["told by the ledger"] > number / 10


def outcome(office: Office, ids: set[str]) -> str:
    """What became of one flip; of a tree that is broken SQLite itself says so, sooner or later."""
    try:
        return judged(office, ids)
    except StoreFault as fault:
        assert "malformed" in str(fault)  # noqa: PT017 anything else is no excuse
        return "told by SQLite"


def judged(office: Office, ids: set[str]) -> str:
    office.projector.catch_up(no_sleep)
    there = responses(office)
    if office.store.broken():  # whole rows are not found by their keys
        with pytest.raises(StoreFault, match="the file itself is damaged"):
            put_right(office.store, READERS)
        assert responses(office) == there
        return "told by SQLite"
    assert len(ids - there) <= 2, "more than one batch is held up"
    ledger = Ledger(office.store)
    list(ledger.pages())
    put_right(office.store, READERS)
    assert there <= responses(office) <= ids
    with suppress(StoreFault):  # heads that cannot be read
        ledger.gaps()
        if ledger.all_balance:
            assert there == ids
            return "without effect"
    return "told by the ledger"
