"""Lives until SIGTERM or SIGINT, over a file that may be damaged meanwhile: opening it anew saves what it holds.

A full disk is waited for as well: nothing can be opened there until somebody has made room.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from kiosk import interrupts
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.store.folder import has_room

_SHORTEST, _LONGEST = 5.0, 300.0
"""Seconds between two attempts: whoever else uses the file may not notice before the next visitor comes."""
_LIVED = 60.0
"""Who has run for so long does not end because of what has come since."""
_log = logging.getLogger(__name__)


def until_terminated(work: Coroutine[Any, Any, None]) -> bool:
    """Run `work` until SIGTERM or SIGINT, which end it at its next wait; tells whether it came to its own end.

    Nothing is in memory that is not on disk.
    """
    with interrupts.left_to_asyncio():
        return asyncio.run(_until_terminated(work))


def again_after_damage(live: Callable[[], object], folder: Path) -> None:
    """Call `live`, which opens the file in `folder`, and again whenever damage or a full disk has ended it."""
    pause, has_lived = _SHORTEST, False
    while True:
        began = time.monotonic()
        try:
            live()
        except StoreFault as fault:
            has_lived = has_lived or time.monotonic() - began > _LIVED
            if not isinstance(fault, DamagedStore) and has_room(folder) and not has_lived:
                raise
            if time.monotonic() - began > _LONGEST:
                pause = _SHORTEST
            _log.error("%s; the file is opened anew in %d seconds", fault, pause)
        else:
            return
        if not until_terminated(asyncio.sleep(pause)):
            return
        pause = min(2 * pause, _LONGEST)


async def _until_terminated(work: Coroutine[Any, Any, None]) -> bool:
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return False
    return True
