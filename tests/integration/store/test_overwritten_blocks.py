"""Blocks of the file are overwritten while visitors answer: the terminal goes on, and what it has is what was said.

pytest -s -m nightly tests/integration/store/test_overwritten_blocks.py      500 blocks
"""

from __future__ import annotations

import logging
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.errors import StoreFault
from kiosk.domain.response import Response
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import FakeClock, response

BLOCK = 512
SPOILER = """
import os, sys
for line in sys.stdin:
    name, place, data = line.split()
    descriptor = os.open(name, os.O_WRONLY)
    os.pwrite(descriptor, bytes.fromhex(data), int(place))
    os.close(descriptor)
    print("done", flush=True)
"""
"""In a process of its own: a plain open and close in the terminal's would drop SQLite's locks."""


@contextmanager
def spoiler() -> Iterator[tuple[IO[str], IO[str]]]:
    with subprocess.Popen(
        [sys.executable, "-c", SPOILER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdin, process.stdout
        process.stdin.close()


def stored(keeper: OpeningKeeper, one: Response) -> int:
    """How often the terminal had to offer it until it was kept; at most three times."""
    for times in range(1, 4):
        try:
            keeper.close(one)
        except StoreFault as met:
            fault = met
            continue
        return times
    pytest.fail(f"the terminal does not go on: {fault!r}, {fault.__cause__!r}")


@pytest.mark.parametrize("blocks", [15, pytest.param(500, marks=pytest.mark.nightly)])
def test_terminal_goes_on_and_invents_nothing(tmp_path: Path, blocks: int) -> None:
    seed = int(os.environ.get("OKIENKO_SEED", random.randrange(2**32)))
    print(f"\nseed {seed}")
    given, again, chance = dict[str, Response](), 0, random.Random(seed)
    with Store.open(tmp_path) as store:
        given |= {one.id: one for one in (response() for _ in range(400))}
        store.responses.add(given.values())
    keeper = OpeningKeeper(tmp_path, FakeClock())
    logging.disable(logging.ERROR)
    try:
        with spoiler() as (orders, done):
            for number in range(blocks):
                for _ in range(4):
                    one = response({"ogolem": (str(chance.randint(1, 5)),)})
                    given[one.id] = one
                    again += stored(keeper, one) > 1
                if number % 3 == 0:
                    try:
                        keeper.settle()
                    except StoreFault:
                        again += 1
                file = tmp_path / f"{FILE_NAME}{chance.choice(('', '', '-wal'))}"
                if not file.exists() or file.stat().st_size < BLOCK:
                    continue
                place = chance.randrange(file.stat().st_size // BLOCK) * BLOCK
                orders.write(f"{file} {place} {chance.randbytes(BLOCK).hex()}\n")
                orders.flush()
                assert done.readline() == "done\n"
                if chance.random() < 0.2:
                    keeper.end()
        stored(keeper, last := response())
        given[last.id] = last
        keeper.end()
        (tmp_path / f"{FILE_NAME}.suspect").touch()
        with Store.open(tmp_path, FakeClock()) as store:
            found, told = list(store.responses.stream()), store.damage()
    finally:
        logging.disable(logging.NOTSET)
    aside = len(list(tmp_path.glob(f"{FILE_NAME}.corrupt.*")))
    print(
        f"{blocks} blocks overwritten, {len(given)} responses given, {len(found)} held in the end, "
        f"{again} times offered again, {aside} files kept aside"
    )
    assert all(given.get(one.id) == one for one in found), "nothing is invented"
    assert last in found
    assert told or len(found) == len(given), "nothing is lost without being told"
