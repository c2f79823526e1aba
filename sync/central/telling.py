"""The audit list as it is printed: a line each for people, a JSON array for programs; never all of it in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sync.central.store import AuditRecord
from sync.protocol import AUDIT_DETAIL


def told_to_people(records: Iterable[AuditRecord]) -> Iterator[str]:
    """A heading and a line each, oldest first."""
    yield f"{'when (UTC)':<19}  {'office':<16}  {'terminal':<36}  what"
    for record in records:
        yield f"{record.at.isoformat(' ')}  {record.office:<16}  {record.terminal}  {_what(record)}"


def told_to_programs(records: Iterable[AuditRecord]) -> Iterator[str]:
    """The lines of one JSON array."""
    yield "["
    last = ""
    for record in records:
        if last:
            yield last + ","
        value = {
            "office": record.office,
            "terminal": record.terminal,
            "number": record.number,
            "at": record.at.isoformat() + "Z",
            "event": record.event,
            "detail": record.detail,
            "received_on": record.received_on.isoformat(),
            "apart": record.apart,
        }
        last = json.dumps(value, ensure_ascii=False)
    if last:
        yield last
    yield "]"


def _what(record: AuditRecord) -> str:
    details = ", ".join(record.detail[key] for key in AUDIT_DETAIL if key in record.detail)
    words = " ".join("PIN" if word == "pin" else word for word in record.event.split("_"))
    what = f"{words} ({details})" if details else words
    return f"{what}  ! another line has its number {record.number}" if record.apart else what
