"""A batch as it lies in the inbox, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from sync.protocol import Limits, Malformed, decompress, read_header, sha_of

_LIMITS = Limits(encoded=2**31, decoded=2**31, ratio=2000)
"""It was small enough when it came, whatever is allowed today."""


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """The batch, and what stands beside it."""

    terminal: str
    epoch: str
    n: int
    fmt: int
    sha: str
    office: str
    compressed: bytes


def stored_batch(row: Row[Any]) -> StoredBatch:
    """A row of the inbox."""
    return StoredBatch(row.terminal, row.epoch, row.n, row.fmt, row.sha, row.office, row.body)


def unpacked(batch: StoredBatch) -> bytes:
    """The body; raises `Malformed` if it is damaged, or what stands beside it. Whether there is such an office the
    batch itself does not tell."""
    body = decompress(batch.compressed, _LIMITS)
    if sha_of(body) != batch.sha:
        raise Malformed("its hash has changed")
    said = read_header(body)
    if (said.terminal, said.epoch, said.n, said.fmt) != (batch.terminal, batch.epoch, batch.n, batch.fmt):
        raise Malformed("what stands beside it is another's")
    return body
