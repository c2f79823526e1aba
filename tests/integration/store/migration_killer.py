"""Migrates copies of files in processes that it kills: reads `FOLDER TARGET SECONDS` lines, answers each with a word.

done      it had ended before the kill
killed    it had not
"""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import alembic.command  # before the fork: its time is not the migration's
import alembic.config  # noqa: F401

from kiosk.store.engine import open_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.migrating import migrate


def main() -> None:
    for line in sys.stdin:
        folder, target, seconds = line.split()
        ended, told = os.pipe()
        if (child := os.fork()) == 0:
            migrate(open_engines(Path(folder) / FILE_NAME), target)
            os.write(told, b"x")
            os._exit(0)
        is_done = bool(select.select([ended], [], [], float(seconds))[0])
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ended)
        os.close(told)
        print("done" if is_done else "killed", flush=True)


if __name__ == "__main__":
    main()
