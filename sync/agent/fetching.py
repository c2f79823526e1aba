"""Carries files of content from the centre for The Update Framework: with deadlines, caps and a way to stop.

Runs in a thread of its own. Whatever the other side does, a request ends: by its size, by its time, or because the
agent is to end.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import httpx2
from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

from kiosk.domain.clock import Clock
from kiosk.guarded_clock import GuardedClock
from sync.agent.courier import trust

_METADATA_SECONDS = 60.0
_CONNECT_SECONDS = 5.0
_READ_SECONDS = 10.0


class Fetching(FetcherInterface):
    """Fetches over one client; `seconds` are for everything together, `stop` ends it at the next piece."""

    def __init__(
        self, client: httpx2.Client, clock: Clock, folder: Path, seconds: float, stop: threading.Event
    ) -> None:
        self._client = client
        self._clock = clock
        self._folder = folder
        self._stop = stop
        self._until = self._end = clock.monotonic() + seconds

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """As the library does it, but in our own folder: a film does not fit where temporary files are kept."""
        size = 0
        with tempfile.TemporaryFile(dir=self._folder) as file:
            for piece in self.fetch(url):
                size += len(piece)
                if size > max_length:
                    raise DownloadLengthMismatchError(f"more than the {max_length} bytes allowed")
                file.write(piece)
            file.seek(0)
            yield file

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """Metadata: small, so it must be quick."""
        self._until = min(self._end, self._clock.monotonic() + _METADATA_SECONDS)
        try:
            return super().download_bytes(url, max_length)
        finally:
            self._until = self._end

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            with self._client.stream("GET", url) as response:
                if response.status_code != 200:
                    raise DownloadHTTPError("the centre does not give the file", response.status_code)
                for piece in response.iter_raw():  # with a size it would collect drops until there is a whole piece
                    yield piece
                    if self._stop.is_set() or self._clock.monotonic() > self._until:
                        raise SlowRetrievalError("it took too long")
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as fault:
            raise DownloadError(f"the centre cannot be reached ({type(fault).__name__})") from fault


def client_of(
    central: str,
    authority: str = "",
    transport: httpx2.BaseTransport | None = None,
    believed: GuardedClock | None = None,
) -> httpx2.Client:
    """A client to the centre at `central`, trusting `authority` as the courier does; raises `OSError`, `ValueError`."""
    return httpx2.Client(
        timeout=httpx2.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS),
        headers={"Accept-Encoding": "identity", "User-Agent": "okienko-agent"},
        transport=transport,
        **trust(central, authority, believed),
    )
