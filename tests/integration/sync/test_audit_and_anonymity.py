"""The audit list has terminals and times; nothing leads from it to what a visitor said, here or on the road."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy

from kiosk.domain.audit import AuditEvent
from sync.central.store import database_url, tables
from sync.central.store.engine import open_engine
from sync.central.store.upgrade import downgrade, upgrade
from sync.protocol import AuditMessage, compress, decompress, encode_audit
from sync.protocol.limits import Limits
from tests.integration.sync.lists import held, message, put, written
from tests.integration.sync.office import Office, row
from tests.integration.sync.terminal import enrolled

MORE_THAN_ONE_RESPONSE = {"office", "questionnaire", "version", "language", "period", "channel", "complete", "flags"}
"""Columns of a response that many share; all others are the response itself."""


def test_audit_table_shares_no_key_with_responses(own_url: str) -> None:
    engine = open_engine(database_url(own_url, Path()))
    inspector = sqlalchemy.inspect(engine)
    columns = {name: {column["name"] for column in inspector.get_columns(name)} for name in inspector.get_table_names()}

    assert columns["audit"] & columns["response"] == {"office"}
    assert columns["response"] - MORE_THAN_ONE_RESPONSE == {"id", "answers"}
    assert [key["referred_table"] for key in inspector.get_foreign_keys("audit")] == ["terminal"]
    assert inspector.get_foreign_keys("response") == []
    dated = {name for name, found in columns.items() if found & {"at", "received_on", "enrolled_on"}}
    assert dated == {"audit", "inbox", "terminal", "enrolment_try"}, "a new table with times wants a thought here"
    assert "at" not in columns["inbox"], "what came in when is known by the day"
    engine.dispose()


def test_audit_message_is_the_same_whatever_visitors_said(office: Office, tmp_path: Path) -> None:
    sent = []
    for name, visitors in (("silent", 0), ("busy", 40)):
        with enrolled(office, tmp_path / name) as terminal:
            terminal.answer(visitors)
            written(terminal.store, AuditEvent.ENTERED, AuditEvent.EXPORT_DONE, AuditEvent.LEFT)
            terminal.once()
            sent.append([tuple_[1:] for tuple_ in held(office) if tuple_[0] == terminal.road.terminal])

    assert sent[0] == sent[1]
    assert len(office.ids()) == 40


def test_batch_says_nothing_of_the_administrator(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, AuditEvent.ENTERED, AuditEvent.EXPORT_DONE)
        terminal.answer(5)
        terminal.once()
    with office.store._engine.connect() as connection:
        bodies = [decompress(body, Limits()) for body in connection.scalars(sqlalchemy.select(tables.inbox.c.body))]

    assert len(bodies) == 1
    assert not [word for word in (b"entered", b"export", b"audit") if word in bodies[0]]


def test_responses_and_batches_outlive_the_way_down_and_up(own_url: str) -> None:
    engine = open_engine(database_url(own_url, Path()))
    with Office.open(own_url) as office:
        terminal = office.terminal()
        terminal.send([row() for _ in range(3)])
        put(terminal, message(terminal))
        before = office.exported()
    downgrade(engine, "0002")
    assert "audit" not in sqlalchemy.inspect(engine).get_table_names()
    upgrade(engine)
    engine.dispose()
    with Office.open(own_url) as office:
        assert office.exported() == before
        assert held(office) == []


def test_message_is_small(office: Office) -> None:
    """A day's work of an administrator fits into one packet of the network."""
    sent: AuditMessage = message(office.terminal(), 1, 20)
    assert len(compress(encode_audit(sent))) < 1400
