"""An administrator's list: written at a terminal, sent by hand, and as the centre holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx2

from kiosk.domain.audit import AuditEvent
from kiosk.store.store import Store
from sync.protocol import GENESIS, AuditLine, AuditMessage, audit_path, chained, compress, encode_audit
from tests.integration.sync.office import HandTerminal, Office

EXPORTED = {"format": "csv", "questionnaire": "pilot", "first": "2026-W40", "last": "2026-W44"}
_AT = datetime(2026, 11, 23, 10, 30)  # noqa: DTZ001


def line(number: int, event: str = "entered", detail: Mapping[str, str] | None = None) -> AuditLine:
    """A line that a terminal could have sent."""
    return AuditLine(number, _AT + timedelta(seconds=number), event, detail or {})


def message(terminal: HandTerminal, first: int = 1, last: int = 3, prev: str = GENESIS, **changed: Any) -> AuditMessage:
    """Lines `first` to `last` of `terminal`."""
    given = AuditMessage(terminal.terminal, prev, [line(number) for number in range(first, last + 1)], "0.1.0")
    return replace(given, **changed)


def hash_after(sent: AuditMessage) -> str:
    return chained(sent.prev, sent.lines)[-1]


def put(terminal: HandTerminal, sent: AuditMessage) -> httpx2.Response:
    return put_bytes(terminal, compress(encode_audit(sent)), sent.lines[0].number)


def put_bytes(terminal: HandTerminal, content: Any, first: int = 1) -> httpx2.Response:
    path = audit_path(terminal.terminal, first)
    return terminal.office.ask("PUT", path, content=content, **terminal.signed)


def held(office: Office) -> list[tuple[str, int, str, dict[str, str]]]:
    """Terminal, number, event and detail of all that the centre has, in this order."""
    found = [(one.terminal, one.number, one.event, dict(one.detail)) for one in office.store.audits.lines()]
    return sorted(found, key=lambda one: one[:3])


def written(store: Store, *events: AuditEvent) -> None:
    """The administrator does something."""
    for event in events:
        store.audit.record(event, EXPORTED if event is AuditEvent.EXPORT_DONE else {})


def local(store: Store) -> list[tuple[int, str, dict[str, str]]]:
    """Number, event and detail of the terminal's own list."""
    return [(one.number, one.event.value, dict(one.detail)) for one in store.audit.audit_after(0, 10_000)]
