"""Takes away what the file still knows of the order in which people came, once for all who write into it."""

from __future__ import annotations

import threading

from kiosk.store.engine import Engines, rewrite


class Settling:
    """Remembers whether something was written since the file was rewritten. Any thread."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._is_due = True
        self._lock = threading.Lock()

    def mark(self) -> None:
        """Something is about to be written."""
        self._is_due = True

    def settle(self) -> None:
        """Rewrite the file in the order of its random keys and empty the log, if `mark` was called since the last time.

        A reader in another process only puts it off: it is tried again at the next call. Raises `StoreFault`.
        """
        with self._lock:
            if self._is_due:
                self._is_due = False  # before: what is written meanwhile is for the next time
                is_settled = False
                try:
                    is_settled = rewrite(self._engines.write)
                finally:
                    self._is_due = self._is_due or not is_settled
