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
    before = "["
    for record in records:
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
        yield before + json.dumps(value, ensure_ascii=False)
        before = ","
    yield "]" if before == "," else "[]"


def _what(record: AuditRecord) -> str:
    details = ", ".join(record.detail[key] for key in AUDIT_DETAIL if key in record.detail)
    what = record.event.replace("_", " ") + (f" ({details})" if details else "")
    return f"{what}  ! another line has its number {record.number}" if record.apart else what
