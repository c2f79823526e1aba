"""The audit list, the fleet and the ledger as printed: a line each for people, JSON for programs; never all at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from kiosk.export.counted import counted
from sync.central.ledger import Ledger
from sync.central.store import AuditRecord, FleetMember
from sync.protocol import AUDIT_DETAIL, HealthReport, fingerprint

_CLOCK_OFF_SECONDS = 300


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
        found = f"damaged batches: {page.damaged_batches}, rows gone: {page.missing}, not as they came: {page.altered}"
        yield line if page.balances else f"{line}  ! {found}"
    for gap in ledger.gaps():
        if terminal in (None, gap.terminal):
            what = f"holds {gap.held} of {gap.told} batches that it has acknowledged"
            held = what if gap.held != gap.told else "holds another last batch than it has acknowledged"
            yield f"{gap.terminal}  {gap.office:<16}  ! of epoch {gap.epoch} the centre {held}"
    if ledger.disorder:
        yield f"! the file itself is damaged: {ledger.disorder}"
    if ledger.unreadable_batches:
        yield f"! damaged batches, of which nobody can tell from where or when: {ledger.unreadable_batches}"
    if ledger.doubles:
        yield f"! responses that are here twice, once under a damaged key: {ledger.doubles}"
    if ledger.strangers:
        yield f"! responses that no batch has brought: {ledger.strangers}"


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
    facts = {
        "gaps": gaps,
        "unreadable_batches": ledger.unreadable_batches,
        "doubles": ledger.doubles,
        "strangers": ledger.strangers,
        "disorder": ledger.disorder,
        "balances": ledger.all_balance,
    }
    yield f"], {json.dumps(facts)[1:]}"


def fleet_for_people(members: Iterable[FleetMember]) -> Iterator[str]:
    """A heading and a line each."""
    told = f"{'terminal':<36}  {'office':<16}  {'enrolled':<10}  {'last batch':<10}  {'batches':>7}  {'key':<16}"
    yield f"{told}  {'reported':<10}"
    for one in members:
        last = one.last_batch_on.isoformat() if one.last_batch_on else "–"
        remarks = ["revoked"] * one.revoked + ["has no key: enrol it anew"] * (one.public_key is None)
        remarks += [f"{one.epochs} epochs: restored, cloned or mended"] * (one.epochs > 1)
        remarks += _ailments(one.report)
        reported = one.reported_on.isoformat() if one.reported_on else "–"
        line = f"{one.id}  {one.office:<16}  {one.enrolled_on}  {last:<10}  {one.batches:>7}  {_key(one):<16}"
        yield f"{line}  {reported:<10}  {'; '.join(remarks)}".rstrip()


def fleet_for_programs(members: Iterable[FleetMember]) -> Iterator[str]:
    """The lines of one JSON array."""
    yield "["
    last = ""
    for one in members:
        if last:
            yield last + ","
        days = {
            "enrolled_on": one.enrolled_on.isoformat(),
            "last_batch_on": one.last_batch_on.isoformat() if one.last_batch_on else None,
            "reported_on": one.reported_on.isoformat() if one.reported_on else None,
        }
        last = json.dumps(asdict(one) | days | {"public_key": _key(one)}, ensure_ascii=False)
    if last:
        yield last
    yield "]"


def _ailments(report: HealthReport | None) -> list[str]:
    """What somebody should do something about."""
    if report is None:
        return []
    return [
        *["! its database is damaged"] * report.is_damaged,
        *["! its books do not balance"] * (not report.do_books_balance),
        *[f"! {report.files_aside} damaged database(s) moved aside there"] * (report.files_aside > 0),
        *[f"! its disk is full: about {report.disk_free_mib} MiB left"] * (not report.has_reserve),
        *[f"! its clock is {_apart(-off)}" for off in [report.clock_off_s] if off and abs(off) > _CLOCK_OFF_SECONDS],
    ]


def _apart(seconds: int) -> str:
    """How far a clock is ahead of the centre's, for people."""
    size = abs(seconds)
    units = (("day", 86_400), ("hour", 3600), ("minute", 60))
    name, unit = next(((name, unit) for name, unit in units if size >= unit), units[-1])
    return f"{counted(round(size / unit), name)} {'ahead' if seconds > 0 else 'behind'}"


def _key(one: FleetMember) -> str:
    return fingerprint(one.public_key) if one.public_key else ""


def _what(record: AuditRecord) -> str:
    details = ", ".join(record.detail[key] for key in AUDIT_DETAIL if key in record.detail)
    words = " ".join("PIN" if word == "pin" else word for word in record.event.split("_"))
    what = f"{words} ({details})" if details else words
    return f"{what}  ! another line has its number {record.number}" if record.apart else what
