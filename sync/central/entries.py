"""A batch of the inbox taken apart for the books: which of its lines should be responses."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from sync.central.projector import READERS, unpacked
from sync.central.store import Account
from sync.protocol import ENCRYPTED_FORMAT, Limits, Malformed, Row, read_header, read_row, split_lines

_ID = re.compile(r"[0-9a-f-]{36}", re.ASCII)
_FORMATS = READERS.keys() | {ENCRYPTED_FORMAT}


@dataclass(frozen=True, slots=True)
class Entry:
    """An undamaged batch; `good` are its lines that are not in quarantine."""

    body: bytes
    fmt: int
    rows: int
    good: tuple[bytes, ...]

    @property
    def quarantined(self) -> int:
        """How many lines are."""
        return self.rows - len(self.good)

    def came(self) -> list[tuple[str, Row | None]]:
        """The good lines as rows by their ids, "" for one that has none; None where this program cannot read a row."""
        return [_row(line, self.fmt) for line in self.good]


def entry_of(account: Account) -> Entry | None:
    """None where the batch itself is damaged, or what stands beside it."""
    if not account.is_of_known_office:
        return None
    try:
        body = unpacked(account.compressed, account.sha)
        header = read_header(body)
    except Malformed:
        return None
    said = header.terminal, header.epoch, header.n, header.fmt
    if said != (account.terminal, account.epoch, account.n, account.fmt):
        return None
    lines = split_lines(body)
    if 0 in account.quarantined and len(lines) > Limits().rows:  # the projector has not looked at any of them
        return Entry(body, account.fmt, len(lines), ())
    good = tuple(line for number, line in enumerate(lines, 1) if number not in account.quarantined)
    return Entry(body, account.fmt, len(lines), good)


def _row(line: bytes, fmt: int) -> tuple[str, Row | None]:
    if fmt in _FORMATS:
        try:
            row = read_row(line, fmt=fmt)
        except Malformed:
            pass
        else:
            return row.id, row
    return _id(line), None


def _id(line: bytes) -> str:
    """The row's id; empty for a line that has none, which then is in quarantine or missing."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) and _ID.fullmatch(found) else ""
