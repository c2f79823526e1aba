"""Starts, kills and asks our own programs, as an operator or a bad day would."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

PATIENCE = 60.0
"""Seconds of real time given to other processes."""
QUICK = {"OKIENKO_BATCH_SECONDS": "0", "OKIENKO_START_SPREAD_SECONDS": "0"}
"""Settings of a terminal that does not wait: otherwise a batch leaves once an hour."""


class Program:
    """One of our programs as a process; what it says on stderr goes into `log`.

    `folder` is where it is started: a program that stands there is taken in place of this one.
    """

    def __init__(
        self,
        module: str,
        *arguments: str | Path,
        log: Path,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._log: IO[bytes] = log.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, **QUICK, **(environment or {})},
            cwd=folder,
            text=True,
        )

    @property
    def process_id(self) -> int:
        return self._process.pid

    def read(self) -> str:
        """The next line it prints; raises `RuntimeError` if it ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the program ended with {self._process.wait(PATIENCE)}")
        return line

    def write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def end(self) -> int:
        """Ask it to end; gives its exit status."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        self._process.send_signal(how)
        status = self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None:
                stream.close()
        return status


def ask(module: str, *arguments: str | Path) -> str:
    """Run a command to its end; gives what it printed. Raises `CalledProcessError` when it fails."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, **QUICK}, text=True)
    return done.stdout


def ask_json(module: str, *arguments: str | Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(ask(module, *arguments, "--json"))
    return answer


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask again and again; raises `TimeoutError`."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not happen")
        time.sleep(0.1)  # other processes do the work
