"""Who has the terminal's file open: any number of programs, or one that is alone with it and may look for damage."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from kiosk.domain.errors import StoreFault
from kiosk.store.folder import what_to_do

LOCK_NAME = "store.lock"
_PATIENCE = 120.0
"""Seconds that one waits while another looks at the file, or saves what it can of it."""
_BETWEEN = 0.02


class Hold:
    """A lock on the folder that dies with the process; never one on the database, which SQLite locks by itself."""

    def __init__(self, data: Path, *, writes: bool = True) -> None:
        """Take it, alone where nobody else has it. Raises `StoreFault`.

        Where it `writes` nothing, a lock that is missing is not made: in a folder in which nobody can make it nobody
        else has it.
        """
        self._descriptor = -1
        try:
            if writes:
                data.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._descriptor = os.open(data / LOCK_NAME, os.O_CREAT | os.O_RDWR if writes else os.O_RDONLY, 0o600)
        except OSError as fault:
            if not writes and isinstance(fault, FileNotFoundError):
                self.is_alone = True
                return
            raise StoreFault(f"cannot use {data}: {fault.strerror}; {what_to_do(fault.errno)}") from fault
        self.is_alone = self._takes(fcntl.LOCK_EX)
        patience = time.monotonic() + _PATIENCE
        while not self.is_alone and not self._takes(fcntl.LOCK_SH):
            if time.monotonic() > patience:
                self.release()
                raise StoreFault(f"cannot use {data}: another program has been looking for damage for too long")
            time.sleep(_BETWEEN)

    def share(self) -> None:
        """Let others have it too."""
        if self._descriptor >= 0:
            fcntl.flock(self._descriptor, fcntl.LOCK_SH)
        self.is_alone = False

    def release(self) -> None:
        """Give it back; safe to repeat."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _takes(self, kind: int) -> bool:
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
