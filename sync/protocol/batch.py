"""A batch: a header line and one line per row, immutable, chained to the one before by SHA-256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sync.protocol.malformed import Malformed, canonical, json_object

FORMAT = 2
"""The format this program writes. A centre reads every format ever shipped.

1: rows without flags. 2: a row may have flags. 3, written only where there are any: a row may have encrypted answers. A
batch formed anew in another epoch takes its rows over as they are, so a format may only ever add what a row can do
without.
"""

ENCRYPTED_FORMAT = 3
"""The format of a batch with encrypted answers: a centre without the key must leave it where it is.

`FORMAT` is for all others.
"""

GENESIS = "0" * 64
"""`prev` of the first batch of an epoch, and the head of an epoch of which nothing has arrived."""

LARGEST = 2**31 - 1
"""The largest number of a header: what both databases hold as an integer."""

_LONGEST_HEADER = 8 * 1024
_TERMINAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_EPOCH = re.compile(r"[0-9a-f]{16}", re.ASCII)
_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Header:
    """What a batch says of itself; of time only what `clock` says, coarse: the day, and how far it can be trusted."""

    terminal: str
    epoch: str
    n: int
    prev: str
    rows: int
    app: str
    clock: Mapping[str, str | int]
    fmt: int = FORMAT


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as bytes, with its own hash."""

    header: Header
    body: bytes
    sha: str


def sha_of(body: bytes) -> str:
    """SHA-256 of the uncompressed batch, 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def encode_batch(header: Header, lines: Sequence[bytes], shuffle: Callable[[list[bytes]], None]) -> Batch:
    """Seal `lines` (see `encode_row`) under `header`; `shuffle` must come from a cryptographic source.

    Shuffled, so that the order in which people came does not leave the terminal.
    """
    rows = list(lines)
    shuffle(rows)
    first = {
        "fmt": header.fmt,
        "terminal": header.terminal,
        "epoch": header.epoch,
        "n": header.n,
        "prev": header.prev,
        "rows": len(rows),
        "app": header.app,
        "clock": dict(header.clock),
    }
    body = b"".join(line + b"\n" for line in (canonical(first), *rows))
    return Batch(header=header, body=body, sha=sha_of(body))


def read_batch(body: bytes) -> Batch:
    """The batch that `body` is; only its header is looked at. Raises `Malformed`."""
    return Batch(header=read_header(body), body=body, sha=sha_of(body))


def read_header(body: bytes) -> Header:
    """The first line, of any format: a newer one must keep these fields and may have more. Raises `Malformed`."""
    end = body.find(b"\n", 0, _LONGEST_HEADER)
    if end < 0:
        raise Malformed("the header is missing or too long")
    value = json_object(body[:end])
    clock = value.get("clock", {})
    return Header(
        fmt=_number(value, "fmt", 1),
        terminal=_text(value, "terminal", _TERMINAL),
        epoch=_text(value, "epoch", _EPOCH),
        n=_number(value, "n", 1),
        prev=_text(value, "prev", _SHA),
        rows=_number(value, "rows", 0),
        app=str(value.get("app", ""))[:64],
        clock=clock if isinstance(clock, dict) else {},
    )


def split_lines(body: bytes) -> list[bytes]:
    """The rows' lines, without the header."""
    lines = body.split(b"\n")
    return lines[1:-1] if not lines[-1] else lines[1:]


def epoch_path(terminal: str, epoch: str) -> str:
    """Where the centre tells the head of an epoch."""
    return f"/v1/terminals/{terminal}/epochs/{epoch}"


def batch_path(terminal: str, epoch: str, n: int) -> str:
    """Where batch `n` of an epoch is put."""
    return f"{batches_path(terminal, epoch)}/{n}"


def batches_path(terminal: str, epoch: str) -> str:
    """Where several batches of an epoch are put at once."""
    return f"{epoch_path(terminal, epoch)}/batches"


def _number(value: Mapping[str, Any], key: str, least: int) -> int:
    number = value.get(key)
    if type(number) is not int or not least <= number <= LARGEST:
        raise Malformed(f"header: {key} is not a whole number from {least}")
    return number


def _text(value: Mapping[str, Any], key: str, form: re.Pattern[str]) -> str:
    text = value.get(key)
    if not isinstance(text, str) or not form.fullmatch(text):
        raise Malformed(f"header: {key} is missing or wrong")
    return text
