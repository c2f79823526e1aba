"""A proxy between terminals and the centre that cuts, stalls, drips and half-opens connections, until it is calmed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import signal
from dataclasses import dataclass
from pathlib import Path

FATES = ("pass", "pass", "pass", "cut up", "cut down", "stall up", "stall down", "drip", "half-open", "refuse")
_STALL_SECONDS = 2.0
_DRIPPED = 300


@dataclass(frozen=True)
class _Hurt:
    """After how many bytes it ends (None: never), whether with silence, and whether byte by byte until then."""

    limit: int | None
    silent: bool
    dripping: bool


class Chaos:
    """What befalls each connection is drawn from `seed`; `seen` counts it."""

    def __init__(self, target: int, seed: int) -> None:
        self._target = target
        self._chance = random.Random(seed)
        self._calm = False
        self.seen: dict[str, int] = dict.fromkeys(FATES, 0)

    async def serve(self, port: int, seen: Path) -> None:
        """For ever; from SIGUSR1 on every connection is passed on as it is, and what has been seen is in `seen`."""

        def calm() -> None:
            self._calm = True
            seen.write_text(json.dumps(self.seen))

        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, calm)
        server = await asyncio.start_server(self._befall, "127.0.0.1", port)
        await server.serve_forever()

    async def _befall(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fate = "pass" if self._calm else self._chance.choice(FATES)
        self.seen[fate] += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            if fate == "half-open":
                await asyncio.sleep(_STALL_SECONDS)
            elif fate != "refuse":
                await self._carry(reader, writer, fate)
        writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fate: str) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        limit = self._chance.randint(0, 1500)
        try:
            up = asyncio.create_task(_pump(reader, back, _hurt(fate, "up", limit)))
            down = asyncio.create_task(_pump(there, writer, _hurt(fate, "down", limit)))
            await asyncio.wait({up, down}, return_when=asyncio.FIRST_COMPLETED)
            up.cancel()
            down.cancel()
            await asyncio.gather(up, down, return_exceptions=True)
        finally:
            back.transport.abort()


def _hurt(fate: str, way: str, limit: int) -> _Hurt:
    mine = fate.endswith(way)
    return _Hurt(limit if mine else None, fate.startswith("stall") and mine, fate == "drip" and way == "up")


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, hurt: _Hurt) -> None:
    passed = 0
    while data := await source.read(1 if hurt.dripping and passed < _DRIPPED else 4096):
        if hurt.limit is not None and passed + len(data) > hurt.limit:
            sink.write(data[: hurt.limit - passed])
            await sink.drain()
            await asyncio.sleep(_STALL_SECONDS if hurt.silent else 0)
            return
        sink.write(data)
        await sink.drain()
        passed += len(data)
        if hurt.dripping and passed < _DRIPPED:
            await asyncio.sleep(0.005)
