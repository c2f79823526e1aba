"""A network that loses, doubles and delays, and a process that is killed; both by handed-in chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, TypeAlias

import httpx2


def reply(status: int, content: bytes = b"", **headers: str) -> httpx2.Response:
    """An answer as it comes from a network: not read yet."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, headers=named, stream=httpx2.ByteStream(content))


Reply: TypeAlias = Callable[[], httpx2.Response]


class Scripted(httpx2.AsyncBaseTransport):
    """Does to each request what the script says: `ok`, `lose answer`, fail, or an answer of its own."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, *script: str | Reply | Exception) -> None:
        self._inner = inner
        self._script = list(script)
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(f"{request.method} {request.url.path.rpartition('/')[2]}")
        step = self._script.pop(0) if self._script else "ok"
        if isinstance(step, Exception):
            raise step
        if not isinstance(step, str):
            return step()
        answer = await self._inner.handle_async_request(request)
        if step == "lose answer":
            raise httpx2.ReadError("lost")
        return answer


class FaultyNetwork(httpx2.AsyncBaseTransport):
    """Carries requests to `inner` as badly as `badness` (0 to 1) says."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, chance: random.Random, badness: float) -> None:
        self.inner = inner
        self.badness = badness
        self._chance = chance
        self._late: list[httpx2.Request] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = await request.aread()
        copy = httpx2.Request(request.method, request.url, headers=request.headers, content=body)
        if self._chance.random() >= self.badness:
            return await self._deliver(copy)
        match self._chance.choice(["lost", "answer lost", "twice", "late", "busy", "foreign"]):
            case "lost":
                raise httpx2.ConnectError("lost")
            case "answer lost":
                await self._deliver(copy)
                raise httpx2.ReadError("answer lost")
            case "twice":
                await self._deliver(copy)
                return await self._deliver(copy)
            case "late":
                self._late.append(copy)
                raise httpx2.ReadTimeout("late")
            case "busy":
                return reply(503, retry_after="3")
        return reply(200, b"<html>Please log in</html>")

    async def deliver_late(self) -> None:
        """What was held up arrives now, in any order; nobody waits for the answers."""
        late, self._late = self._late, []
        self._chance.shuffle(late)
        for request in late:
            await self._deliver(request)

    async def _deliver(self, request: httpx2.Request) -> httpx2.Response:
        fresh = httpx2.Request(request.method, request.url, headers=request.headers, content=request.content)
        return await self.inner.handle_async_request(fresh)


class Killed(BaseException):
    """kill -9, as far as the code under it can tell: nothing after this runs."""


class Mortal:
    """Any object whose methods may be cut off by `Killed`, just before or just after they have worked."""

    def __init__(self, inner: Any, chance: random.Random, risk: float) -> None:
        self._inner = inner
        self._chance = chance
        self._risk = risk

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if not callable(value):
            return Mortal(value, self._chance, self._risk)

        def call(*args: Any, **kwargs: Any) -> Any:
            if self._chance.random() < self._risk:
                raise Killed
            result = value(*args, **kwargs)
            if self._chance.random() < self._risk:
                raise Killed
            return result

        return call
