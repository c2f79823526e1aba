"""A store with rows in every table."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from hashlib import sha256

from kiosk.domain.audit import AuditEvent
from kiosk.domain.comment import Comment
from kiosk.domain.pin import Moment, Tries
from kiosk.store import tables
from kiosk.store.checksums import insert_rows
from kiosk.store.outbox import FIRST_PREV, SealedBatch
from kiosk.store.pins import _columns
from kiosk.store.road import Road
from kiosk.store.store import Store
from tests.builders import WEEK, response

EPOCH = "0123456789abcdef"
ROAD = Road(
    "terminal", "poznan", "http://127.0.0.1", "key", EPOCH, next_private_key="next", clock_off=3, central_key="centre"
)


def fill(store: Store) -> None:
    """Rows in every table, written in every way there is."""
    store.road.write(Road("terminal", "poznan", "http://127.0.0.1", "another", EPOCH))
    store.road.write(ROAD)
    closed = [response() for _ in range(4)]
    for one in closed:
        store.responses.keep(one)
        store.responses.keep(one)
        store.responses.close(one)
    store.responses.keep(response(complete=False))
    store.responses.recover()
    store.responses.keep(response(complete=False))
    store.responses.add([response() for _ in range(3)])
    for n, one in enumerate(closed[:2], 1):
        body = f'{{"id":"{one.id}"}}\n'.encode()
        last = store.outbox.last(EPOCH)
        prev = last.sha if last else FIRST_PREV
        store.outbox.seal(SealedBatch(EPOCH, n, prev, sha256(body).hexdigest(), 1, body), [one.id])
    store.outbox.acknowledge(EPOCH, 1, date(2026, 11, 1))
    store.outbox.acknowledge(EPOCH, 2, date(2026, 11, 23))
    store.outbox.acknowledge(EPOCH, 1, date(2026, 11, 23))
    store.outbox.prune(date(2026, 11, 2))
    store.outbox.note(replace(ROAD, acknowledged=1, last_problem="'"))
    comments = [Comment(str(uuid.uuid4()), "pilot", "k", "pl", WEEK, f"text {i} 'ą'") for i in range(3)]
    for one_comment in comments:
        store.comments.add(one_comment)
        store.comments.add(one_comment)
    store.comments.release([comments[0].id])
    store.comments.reject([comments[1].id])
    with store._engines.write.begin() as connection:
        tries = Tries(7, 60, Moment("a", 5))
        insert_rows(connection, tables.administrator, {"id": 1, "pin_hash": "$argon2id$", **_columns(tries)})
    for event in (AuditEvent.ENTERED, AuditEvent.WRONG_PIN, AuditEvent.LEFT):
        store.audit.record(event, {"format": "csv"})
    store.audit.note_audit_held(2, "terminal")
    store.audit.note_audit_held(1, "terminal")
