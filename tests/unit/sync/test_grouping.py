"""What comes while the database is busy goes to it together; a fault is everybody's, a leaver harms nobody."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from sync.central.grouping import MOST, Grouped
from sync.central.threads import Threads


class Database:
    """Slow until it is let go; remembers what came together."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.busy = threading.Event()
        self.free = threading.Event()

    def answer_all(self, asked: Sequence[int]) -> list[int]:
        self.groups.append(list(asked))
        self.busy.set()
        assert self.free.wait(10)
        if -13 in asked:
            raise OSError("unlucky")
        return [number * 10 for number in asked]


async def asked(grouped: Grouped[int, int], numbers: Sequence[int]) -> list[asyncio.Task[int]]:
    tasks = [asyncio.ensure_future(grouped.ask(number)) for number in numbers]
    await asyncio.sleep(0)
    return tasks


def test_everyone_gets_their_own_answer_and_all_that_waited_go_together() -> None:
    database = Database()

    async def run() -> list[int]:
        grouped = Grouped(Threads(2), database.answer_all)
        first = await asked(grouped, [1])
        await asyncio.to_thread(database.busy.wait, 10)
        rest = await asked(grouped, range(2, 200))
        database.free.set()
        return list(await asyncio.gather(*first, *rest))

    assert asyncio.run(run()) == [number * 10 for number in range(1, 200)]
    assert [len(group) for group in database.groups] == [1, MOST, MOST, MOST, 198 - 3 * MOST]


def test_fault_of_one_is_told_to_that_one_alone() -> None:
    database = Database()

    async def run() -> list[object]:
        grouped = Grouped(Threads(2), database.answer_all)
        first = await asked(grouped, [-13])
        await asyncio.to_thread(database.busy.wait, 10)
        rest = await asked(grouped, [2, -13, 3])
        database.free.set()
        return list(await asyncio.gather(*first, *rest, return_exceptions=True))

    unlucky, *others = asyncio.run(run())
    assert isinstance(unlucky, OSError)
    assert isinstance(others.pop(1), OSError)
    assert others == [20, 30]
    assert database.groups == [[-13], [2, -13, 3], [2], [-13], [3]]


def test_whoever_leaves_takes_nothing_away_from_the_others() -> None:
    database = Database()

    async def run() -> int:
        grouped = Grouped(Threads(2), database.answer_all)
        leaver, stayer = await asked(grouped, [1, 2])
        await asyncio.to_thread(database.busy.wait, 10)
        leaver.cancel()
        await asyncio.sleep(0)
        database.free.set()
        return await stayer

    assert asyncio.run(run()) == 20
    assert database.groups == [[1, 2]]


def test_caller_after_a_rest_is_answered_too() -> None:
    database = Database()
    database.free.set()

    async def run() -> list[int]:
        grouped = Grouped(Threads(2), database.answer_all)
        return [await grouped.ask(number) for number in (1, 2, 3)]

    assert asyncio.run(run()) == [10, 20, 30]


def test_answers_that_are_too_few_are_a_fault_and_not_a_silence() -> None:
    async def run() -> int:
        grouped: Grouped[int, int] = Grouped(Threads(1), lambda _asked: [])
        return await asyncio.wait_for(grouped.ask(1), 10)

    with pytest.raises(ValueError, match="zip"):
        asyncio.run(run())
