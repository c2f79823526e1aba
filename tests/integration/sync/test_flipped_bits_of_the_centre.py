"""Single bits of responses flip in the centre's file: told, passed over, and made anew; the others are exported."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kiosk.domain.errors import StoreFault
from kiosk.domain.record import Record
from sync.central.ledger import Ledger
from sync.central.mending import Mended, Mending
from sync.central.projector import READERS, read_lines
from sync.protocol import Limits, decompress
from tests.integration.sync.office import Office, row

ROWS = 12
HEAD = 14
"""Bytes before a row's id, in which SQLite keeps how long the row and each of its values are."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre with some responses; nobody has it open."""
    file = tmp_path_factory.mktemp("centre") / "central.sqlite"
    with Office.open(f"sqlite:///{file}") as office:
        office.terminal().send([row(flags=("burst-1",)) for _ in range(ROWS)], fmt=2)
        office.projector.catch_up()
        assert office.store.status().responses == ROWS
    return file


def places(data: bytes, ids: list[str]) -> list[int]:
    """Where the bytes of the responses are, as they lie in their table: with all that stands in one, one after another.

    In the inbox they are compressed.
    """
    found: list[int] = []
    for id_ in ids:
        begin = data.index(id_.encode())
        found += range(begin - HEAD, data.index(b"burst-1", begin) + len(b"burst-1"))
    return found


@pytest.mark.parametrize("number", [150, pytest.param(3000, marks=pytest.mark.nightly)])
def test_one_wrong_bit_costs_no_other_response(file: Path, tmp_path: Path, number: int) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    with Office.open(f"sqlite:///{file}") as office:
        whole = records(office)
    good = file.read_bytes()
    anywhere = places(good, list(whole))
    seen: Counter[str] = Counter()
    for _ in range(number):
        place, bit = chance.choice(anywhere), chance.randrange(8)
        bad = bytearray(good)
        bad[place] ^= 1 << bit
        copy = Path(shutil.copyfile(file, tmp_path / "central.sqlite"))
        copy.write_bytes(bad)
        seen[outcome(copy, whole)] += 1
    print(dict(seen))
    assert seen["told by the ledger"] > 0 < seen["cannot be read"]


def test_what_comes_again_while_rows_are_not_found_by_their_keys_is_there_once_in_the_end(
    file: Path, tmp_path: Path
) -> None:
    good, copy = file.read_bytes(), tmp_path / "central.sqlite"
    with Office.open(f"sqlite:///{file}") as office:
        whole = records(office)
        with office.store.accounts.one_state() as state:
            [came] = [read_lines(decompress(one.compressed, Limits()), 2) for one in state.batches()]
    found = 0
    for id_ in sorted(whole):
        bad = bytearray(good)
        bad[good.index(id_.encode())] ^= 0x40  # its first sign
        copy.write_bytes(bad)
        with Office.open(f"sqlite:///{copy}") as office:
            if not office.store.broken():
                continue
            found += 1
            office.terminal().send(list(came.rows.values()), fmt=2)
            office.projector.catch_up()
            ledger = Ledger(office.store)
            list(ledger.pages())
            assert (ledger.all_balance, ledger.disorder != "") == (False, True)
            office.store.backup.write(copy.with_name("copy.sqlite"))
        target = tmp_path / "target.sqlite"
        target.unlink(missing_ok=True)
        with Office.open(f"sqlite:///{target}") as other:
            other.store.backup.put_back(copy.with_name("copy.sqlite"))
            Mending(other.store, READERS).mend()
            assert records(other) == whole
            assert other.store.status().responses == ROWS
            assert Mending(other.store, READERS).mend() == Mended(0, 0)
    assert found > 3


def records(office: Office) -> dict[str, Record]:
    """What an export gets, of every questionnaire that there is."""
    with office.store.export.opened() as source:
        names = {one.questionnaire for one in source.period_counts()}
        return {record.id: record for name in names for record in source.records(name)}


def outcome(file: Path, whole: dict[str, Record]) -> str:
    """What became of one flip; whatever it is, no other response is lost or told wrongly, or SQLite says so itself."""
    with Office.open(f"sqlite:///{file}") as office:
        try:
            exported = records(office)
            unreadable = office.store.export.unreadable()
            ledger = Ledger(office.store)
            pages = list(ledger.pages())
        except StoreFault:
            return "told by SQLite"
        assert len(exported.items() & whole.items()) >= ROWS - 1
        assert len(exported) + unreadable == ROWS
        if ledger.all_balance:
            assert exported == whole
            return "without effect"
        if office.store.broken():
            with pytest.raises(StoreFault, match="the file itself is damaged"):
                Mending(office.store, READERS).mend()
            assert records(office) == exported
            office.store.backup.write(file.with_name("copy.sqlite"))
            put_back(file, whole)
            return "out of order"
        assert sum(page.missing + page.altered for page in pages) == 1
        assert Mending(office.store, READERS).mend() == Mended(1, 0)
        assert records(office) == whole
        assert office.store.status().responses == ROWS
        return "cannot be read" if unreadable else "told by the ledger"


def put_back(file: Path, whole: dict[str, Record]) -> None:
    """The copy of a file in which rows were not found by their keys is sound, and is mended."""
    target = file.with_name("target.sqlite")
    target.unlink(missing_ok=True)
    with Office.open(f"sqlite:///{target}") as other:
        other.store.backup.put_back(file.with_name("copy.sqlite"))
        assert other.store.broken() == ""
        assert Mending(other.store, READERS).mend() == Mended(1, 0)
        assert records(other) == whole
        assert other.store.status().responses == ROWS
