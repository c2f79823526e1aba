"""Turns raw batches into rows, later and elsewhere than they were acknowledged.

A batch, a line or a format that cannot be read delays itself only: bad lines go to quarantine with a reason, a format
without a reader waits in the inbox until a centre that has one.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import TypeAlias

from kiosk.domain.errors import EnvironmentFault, StoreFault
from sync.central.store import MISCOUNTED, Projection, Reading, Retried, StoredBatch, Waiting, unpacked
from sync.protocol import Limits, Malformed, Row, read_header, read_row, split_lines

AT_ONCE = 20
"""Batches projected in one transaction: few enough that an upload does not wait long for SQLite's one lock."""

_IDLE_SECONDS = 5.0
_BREATH_SECONDS = 0.1
_PATIENCE_SECONDS = 30.0
_log = logging.getLogger(__name__)

BodyReader: TypeAlias = Callable[[bytes], Reading]


def read_format_1(body: bytes) -> Reading:
    """The rows of an uncompressed batch of format 1."""
    return read_lines(body, fmt=1)


def read_format_2(body: bytes) -> Reading:
    """The rows of an uncompressed batch of format 2."""
    return read_lines(body, fmt=2)


def read_lines(body: bytes, fmt: int) -> Reading:
    """The rows of an uncompressed batch of format `fmt`, as they stand there."""
    rows: dict[int, Row] = {}
    bad: dict[int, str] = {}
    limits = Limits()
    if body.count(b"\n") > limits.rows + 1:  # before they are split: millions of empty lines are a small body
        return Reading({}, {0: f"there are more than {limits.rows} rows"})
    lines = split_lines(body)
    for number, line in enumerate(lines, start=1):
        try:
            rows[number] = read_row(line, limits, fmt)
        except Malformed as fault:
            bad[number] = str(fault)
    if read_header(body).rows != len(lines):
        bad[0] = MISCOUNTED
    return Reading(rows, bad)


READERS: Mapping[int, BodyReader] = {1: read_format_1, 2: read_format_2}
"""A reader for every format ever shipped that needs no key; none is ever taken away."""


def read_guarded(reader: BodyReader, body: bytes, fmt: int) -> Reading:
    """What `reader` makes of a body; a bug of it holds up this batch only."""
    try:
        return reader(body)
    except Exception as bug:  # noqa: BLE001 see above
        _log.exception("a batch of format %s cannot be read", fmt)
        return Reading({}, {0: f"the reader of this format failed: {type(bug).__name__}"})


class Projector:
    """Projects what waits in the inbox, once or for ever."""

    def __init__(self, projection: Projection, readers: Mapping[int, BodyReader] = READERS) -> None:
        self._projection = projection
        self._readers = readers
        self._wake = threading.Event()
        self._stopped = threading.Event()

    def waiting(self) -> Waiting:
        """How many batches wait to be projected, and how many for a reader."""
        return self._projection.waiting(self._readers.keys())

    def project(self, limit: int = AT_ONCE) -> int:
        """Project some of the waiting batches; how many it was. Raises `StoreFault`."""
        return self._projection.project(self._read, self._readers.keys(), limit)

    def retry(self) -> Retried:
        """Read every batch with quarantined lines once more, whoever else projects meanwhile. Raises `StoreFault`."""
        return self._projection.retry(self._read, self._readers.keys(), AT_ONCE)

    def catch_up(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Return when nothing that can be read waits any more; another process may be doing part of it."""
        waited = 0.0
        while True:
            if self.project():
                waited = 0.0
            elif self._projection.works_alone or not self.waiting().next:
                return
            elif waited >= _PATIENCE_SECONDS:
                raise StoreFault("another process has been projecting the same batches for too long; try again later")
            else:
                sleep(0.1)
                waited += 0.1

    def run(self) -> None:
        """Project whatever comes until `stop`; outlives every fault of the database. Its own thread.

        While uploads come in it leaves most of the time to them: they wait for an answer, rows do not.
        """
        while True:
            self._wake.clear()
            if self._stopped.is_set():  # after clearing: who stops sets this first and wakes then
                return
            try:
                if self.project():
                    if self._wake.is_set():
                        self._stopped.wait(_BREATH_SECONDS)
                    continue
            except EnvironmentFault as fault:
                _log.warning("projection waits: %s", fault)
            except Exception:  # noqa: BLE001 our own bug: said loudly, and uploads go on being taken
                _log.exception("projection failed and will be tried again")
            self._wake.wait(_IDLE_SECONDS)

    def wake(self) -> None:
        """Something has come; any thread."""
        self._wake.set()

    def stop(self) -> None:
        """End `run` after the transaction it is in; any thread."""
        self._stopped.set()
        self._wake.set()

    def _read(self, batch: StoredBatch) -> Reading:
        try:
            body = unpacked(batch)
        except Malformed as fault:
            return Reading({}, {0: f"the stored batch is damaged: {fault}"})
        if (reader := self._readers.get(batch.fmt)) is None:  # beside it another format waits
            return Reading({}, {0: f"nothing here reads format {batch.fmt}"})
        return read_guarded(reader, body, batch.fmt)
