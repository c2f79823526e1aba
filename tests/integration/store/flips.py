"""Single flipped bits in a real store, one at a time, and what became of each."""

from __future__ import annotations

import logging
import random
import shutil
from collections import Counter
from pathlib import Path

from pysqlite3 import dbapi2

from kiosk.domain.errors import StoreFault
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import FakeClock, response
from tests.integration.store.full_store import fill

SHOWN = ("responses", "open_interviews", "outbox", "batches", "tallies", "comments", "administrator", "audit", "road")


def make_pattern(folder: Path) -> Path:
    """A terminal's folder as a power cut leaves it: rows in every table, and visits that are in the log alone.

    Beside it, in `closed`, as an orderly end leaves it: all is in the file.
    """
    with Store.open(folder / "live", FakeClock()) as store:
        fill(store)
        store.responses.add(response({"ogolem": ("4",), "wynik": ("tak",)}) for _ in range(600))
        store.responses.settle()
        for _ in range(8):
            store.responses.keep(one := response())
            store.responses.close(one)
        shutil.copytree(folder / "live", folder / "pattern")
        store.responses.settle()
    shutil.copytree(folder / "live", folder / "closed")
    return folder / "pattern"


def flip(pattern: Path, work: Path, name: str, bit: int) -> None:
    """A fresh copy of `pattern` in `work`, with one bit of the file `name` flipped."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(pattern, work)
    with (work / name).open("r+b") as stream:
        stream.seek(bit // 8)
        byte = stream.read(1)[0]
        stream.seek(bit // 8)
        stream.write(bytes([byte ^ 1 << bit % 8]))


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that is in the file, in a readable order."""
    connection = dbapi2.connect(folder / FILE_NAME)
    connection.text_factory = bytes
    try:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608  # our own names
            for table in SHOWN
        }
    finally:
        connection.close()


def outcome(work: Path, expected: dict[str, list[tuple[object, ...]]]) -> str:
    """What a start of the program makes of it: told in which way, without effect, or unseen."""
    try:
        with Store.open(work, FakeClock()) as store:
            told = store.damage()
    except StoreFault:
        return "told: the file does not open"
    if ".corrupt." in told:
        is_whole = content(work)["responses"] == expected["responses"]
        return "told: moved aside, every response saved" if is_whole else "told: moved aside, the rest saved"
    if told:
        return "told: damaged rows" if told.partition(":")[0] in (*SHOWN, "outbox without response") else "told: SQLite"
    return "without effect: the same in every table" if content(work) == expected else "unseen"


def flips(folder: Path, number: int, seed: int, into: str) -> Counter[str]:
    """Flip `number` bits of the database (`into` is empty) or of its log (`-wal`), each alone."""
    logging.disable(logging.ERROR)
    try:
        pattern, work, chance = make_pattern(folder), folder / "work", random.Random(seed)
        pattern = pattern if into else folder / "closed"
        shutil.copytree(pattern, folder / "whole")
        Store.open(folder / "whole", FakeClock()).close()
        expected, found = content(folder / "whole"), Counter[str]()
        bits = (pattern / f"{FILE_NAME}{into}").stat().st_size * 8
        for _ in range(number):
            flip(pattern, work, f"{FILE_NAME}{into}", chance.randrange(bits))
            found[outcome(work, expected)] += 1
    finally:
        logging.disable(logging.NOTSET)
    return found
