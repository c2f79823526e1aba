"""Many requests, one transaction: what comes while the database is busy goes to it together, as soon as it is free.

A commit waits for the disk, and SQLite lets one writer at a time in; whoever waits for it by turns sleeps longer than
the work takes. So one group at a time is under way, and the next one is whatever has come meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from sync.central.threads import Threads

MOST = 64
"""How many calls go together: few enough that none waits long for the others."""

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


class Grouped(Generic[_Asked, _Answer]):
    """Answers calls in groups by `answer_all`, which gives one answer for each, in their order. One event loop.

    What `answer_all` raises must have changed nothing; each of the group is then asked for alone.
    """

    def __init__(self, threads: Threads, answer_all: Callable[[Sequence[_Asked]], Sequence[_Answer]]) -> None:
        self._threads = threads
        self._answer_all = answer_all
        self._waiting: list[tuple[_Asked, asyncio.Future[_Answer]]] = []
        self._working: asyncio.Task[None] | None = None

    async def ask(self, asked: _Asked) -> _Answer:
        """The answer; what was begun is finished also when nobody waits for it any more."""
        future: asyncio.Future[_Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, future))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                answers = await self._threads.run(self._answer_all, [asked for asked, _ in group])
                answered = list(zip(group, answers, strict=True))
            except Exception as fault:  # noqa: BLE001 whoever asked is told, and the next group goes on
                await self._one_by_one(group, fault)
                continue
            for (_, future), answer in answered:
                if not future.done():
                    future.set_result(answer)

    async def _one_by_one(self, group: Sequence[tuple[_Asked, asyncio.Future[_Answer]]], fault: Exception) -> None:
        """One of a group must not be the fault of all."""
        for asked, future in group:
            try:
                if len(group) == 1:
                    raise fault
                (answer,) = await self._threads.run(self._answer_all, [asked])
            except Exception as own:  # noqa: BLE001 as above
                if not future.done():
                    future.set_exception(own)
            else:
                if not future.done():
                    future.set_result(answer)
