"""The audit list and the ledger as they are printed: a line each for people, JSON for programs; never all in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from sync.central.ledger import Ledger
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


def ledger_for_people(ledger: Ledger, terminal: str | None) -> Iterator[str]:
    """A line for each terminal and day."""
    titles = f"{'rows':>8} {'responses':>10} {'waiting':>8} {'quarantined':>12} {'missing':>8}"
    yield f"{'terminal':<36}  {'office':<16}  {'day':<10} {'batches':>8} {titles}"
    for page in ledger.pages(terminal):
        counts = f"{page.rows:>8} {page.responses:>10} {page.waiting:>8} {page.quarantined:>12} {page.missing:>8}"
        line = f"{page.terminal}  {page.office:<16}  {page.day} {page.batches:>8} {counts}"
        yield (
            line if page.balances else f"{line}  ! {page.damaged_batches} batches are damaged, {page.missing} rows gone"
        )
    for gap in ledger.gaps():
        if terminal in (None, gap.terminal):
            held = f"holds {gap.held} of {gap.told} batches that it has acknowledged"
            yield f"{gap.terminal}  {gap.office:<16}  ! of epoch {gap.epoch} the centre {held}"


def ledger_for_programs(ledger: Ledger, terminal: str | None) -> Iterator[str]:
    """The lines of one JSON object."""
    yield '{"pages": ['
    last = ""
    for page in ledger.pages(terminal):
        if last:
            yield last + ","
        value = asdict(page) | {"day": page.day.isoformat(), "missing": page.missing}
        last = json.dumps(value, ensure_ascii=False)
    if last:
        yield last
    gaps = [asdict(gap) for gap in ledger.gaps() if terminal in (None, gap.terminal)]
    yield f'], "gaps": {json.dumps(gaps)}, "balances": {json.dumps(ledger.all_balance)}}}'


def _what(record: AuditRecord) -> str:
    details = ", ".join(record.detail[key] for key in AUDIT_DETAIL if key in record.detail)
    words = " ".join("PIN" if word == "pin" else word for word in record.event.split("_"))
    what = f"{words} ({details})" if details else words
    return f"{what}  ! another line has its number {record.number}" if record.apart else what
