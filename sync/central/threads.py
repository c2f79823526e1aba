"""The threads that wait for the database, so that the event loop never does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Threads:
    """At most `number` calls at a time; the others wait their turn without a thread."""

    def __init__(self, number: int) -> None:
        self._limiter = CapacityLimiter(number)

    async def run(self, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run `call` in a thread; one that has begun is always finished, also when nobody waits for it any more."""
        return await to_thread.run_sync(partial(call, *args, **kwargs), limiter=self._limiter)
