"""Programs to be killed, each a fork of this process, which has loaded everything and opened nothing.

    {"what": "terminal", "folder": …, "log": …, "cheat": false}    closes responses, and tells `log` the id of each
    {"what": "agent", "folder": …}                 carries them, without rest and with little patience
    {"what": "centre", "url": …, "port": …}        takes them in
    {"what": "network", "port": …, "target": …, "seed": …, "seen": …}    stands between, and is not killed

One line of JSON on standard input starts one; its process id is the answer. A start of Python for each of a thousand
kills would take longer than the test.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.domain.errors import Fault
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from sync.agent.auditing import Auditing
from sync.agent.chance import SystemChance
from sync.agent.courier import Deadlines, open_courier
from sync.agent.rhythm import Rhythm
from sync.agent.running import Agent
from sync.agent.sealing import Sealing
from sync.agent.uploading import Uploading
from sync.central.app import create_app
from sync.central.receiving import Manners
from sync.central.serving import listen, serve
from sync.central.store import CentralStore, database_url
from tests.builders import response
from tests.integration.sync.chaos import Chaos

PAUSE_SECONDS = 0.02


def terminal(folder: str, log: str, cheat: bool) -> None:  # noqa: FBT001  # from JSON
    """Visitors without end. One that cheats thanks before it has stored."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with Store.open(Path(folder)) as store:
        while True:
            one = response()
            if not cheat:
                store.responses.close(one)
            os.write(file, f"{one.id}\n".encode())
            time.sleep(PAUSE_SECONDS)  # real time: whoever is to be killed must be alive for a while
            if cheat:
                store.responses.close(one)


def agent(folder: str) -> None:
    """Contacts without end; whatever goes wrong is tried again at once."""
    logging.getLogger("sync").setLevel(logging.ERROR)
    clock, chance = SystemClock(), SystemChance()
    deadlines = Deadlines(connect=0.5, read=0.5, total=1.0)
    with Store.open(Path(folder)) as store:
        sealing = Sealing(store, clock, chance, rows_min=5, seconds_between=0)
        courier = partial(open_courier, clock=clock, deadlines=deadlines)
        one = Agent(store, sealing, Uploading(store, sealing, clock), Auditing(store), courier, Rhythm(chance))

        async def run() -> None:
            while True:
                with suppress(Fault):
                    await one.once()
                await asyncio.sleep(PAUSE_SECONDS)

        asyncio.run(run())


def centre(url: str, port: int) -> None:
    """The central office, as `kiosk-central serve` runs it."""
    with CentralStore.open(database_url(url, Path())) as store, listen("127.0.0.1", port) as listener:
        serve(create_app(store, SystemClock(), manners=Manners(per_minute=1_000_000)), listener, lambda: None)


def network(port: int, target: int, seed: int, seen: str) -> None:
    """A proxy that does its worst."""
    asyncio.run(Chaos(target, seed).serve(port, Path(seen)))


def main() -> None:
    """Fork whoever is asked for."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody is waited for: the dead leave nothing
    programs: dict[str, Any] = {"terminal": terminal, "agent": agent, "centre": centre, "network": network}
    while line := sys.stdin.readline():
        asked = json.loads(line)
        program = programs[asked.pop("what")]
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(os.open(os.devnull, os.O_RDWR), 0)
            try:
                program(**asked)
            finally:
                os._exit(1)
        print(child, flush=True)


if __name__ == "__main__":
    main()
