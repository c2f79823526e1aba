"""A batch of the inbox taken apart for the books: which of its lines should be responses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sync.central.projector import READERS
from sync.central.store import Account, unpacked
from sync.protocol import ENCRYPTED_FORMAT, Limits, Malformed, Row, read_row, split_lines

_ID = re.compile(r"[0-9a-f-]{36}", re.ASCII)
_FORMATS = READERS.keys() | {ENCRYPTED_FORMAT}


@dataclass(frozen=True, slots=True)
class Entry:
    """An undamaged batch; `good` are its lines that are not in quarantine, by their numbers."""

    body: bytes
    fmt: int
    rows: int
    good: Mapping[int, bytes]

    @property
    def quarantined(self) -> int:
        """How many lines are."""
        return self.rows - len(self.good)

    @property
    def is_known(self) -> bool:
        """Whether this program reads rows of its format; what of it is no row then never was one."""
        return self.fmt in _FORMATS

    def came(self) -> dict[int, tuple[str, Row | None]]:
        """The good lines as ids and rows: "" for a line that has no id, None where this program cannot read a row."""
        return {number: _row(line, self.fmt) for number, line in self.good.items()}


def layers(came: Iterable[tuple[str, Row | None]]) -> list[dict[str, Row | None]]:
    """Rows by their ids; one that comes a second time in a batch is in the next layer."""
    found: list[dict[str, Row | None]] = []
    for id_, row in came:
        if id_:
            layer = next((one for one in found if id_ not in one), None)
            if layer is None:
                found.append(layer := {})
            layer[id_] = row
    return found


def entry_of(account: Account) -> Entry | None:
    """None where the batch itself is damaged, or what stands beside it."""
    if not account.is_of_known_office:
        return None
    try:
        body = unpacked(account)
    except Malformed:
        return None
    lines = split_lines(body)
    if len(lines) > Limits().rows:  # the projector looks at none of them
        return Entry(body, account.fmt, len(lines), {})
    good = {number: line for number, line in enumerate(lines, 1) if number not in account.quarantined}
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
