"""What stands beside a batch or a line is damaged or gone: its key, its format, its reason, its office.

Found by reviewers who flipped bits and took rows away; no answer is changed by it, and nothing else held up.
"""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest
from sqlalchemy import Table, delete

from sync.central.ledger import Ledger
from sync.central.mending import Mended
from sync.central.projector import READERS, Projector, read_lines
from sync.central.store import Reading, Waiting, tables
from sync.central.store.engine import writing
from sync.central.store.rows import columns_of
from sync.central.store.statements import insert_many_missing
from sync.protocol import ENCRYPTED_FORMAT, encode_row
from tests.integration.sync.damage import (
    ANSWERS,
    OTHERS,
    WITH_KEY,
    answers,
    balances,
    buggy,
    change,
    damage,
    offices,
    retry,
)
from tests.integration.sync.office import HandTerminal, Office, row
from tests.keys import HOLDERS


def reckoned(office: Office) -> Ledger:
    ledger = Ledger(office.store)
    list(ledger.pages())
    ledger.gaps()
    return ledger


def lose_reasons(office: Office) -> None:
    with writing(office.store._engine) as connection:
        assert connection.execute(delete(tables.quarantine)).rowcount > 0


def miscounted(terminal: HandTerminal, line: bytes, fmt: int = 1) -> None:
    """Send one line, in a batch that counts two."""
    batch = terminal.batch([line], fmt=fmt)
    terminal.put(replace(batch, body=batch.body.replace(b'"rows":1', b'"rows":2')))


def change_without_keys(office: Office, statement: str) -> None:
    """A disk asks for no foreign key."""
    connection = office.store._engine.raw_connection()
    try:
        cursor = connection.cursor()
        is_sqlite = office.store._engine.dialect.name == "sqlite"
        cursor.execute("PRAGMA foreign_keys=OFF" if is_sqlite else "SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
        assert cursor.rowcount > 0
        connection.commit()
        if is_sqlite:
            cursor.execute("PRAGMA foreign_keys=ON")
    finally:
        connection.close()


@pytest.mark.parametrize(("fmt", "bad"), [(2, 3), (1, 0), (2, 6)])
@pytest.mark.parametrize("table", [tables.inbox, tables.waiting])
def test_wrong_format_beside_a_waiting_batch_delays_it_only(office: Office, table: Table, fmt: int, bad: int) -> None:
    office.terminal().send([row()], fmt=fmt)
    change(office, table, table.c.n == 1, fmt=bad)
    one = row()
    office.terminal().send([one], fmt=fmt)
    office.projector.catch_up()
    assert one.id in office.ids()


def test_batch_that_waits_as_of_a_format_without_a_reader_is_read_with_one(office: Office) -> None:
    one = row()
    office.terminal().send([one], fmt=ENCRYPTED_FORMAT)
    change(office, tables.waiting, tables.waiting.c.n == 1, fmt=1)
    office.projector.catch_up()
    assert office.ids() == []
    assert office.store.status().quarantined == 1
    retry(office, WITH_KEY)
    assert office.ids() == [one.id]


@pytest.mark.parametrize("table", ["waiting", "inbox"])
def test_wrong_key_of_a_waiting_batch_holds_up_nobody(office: Office, table: str) -> None:
    office.terminal().send([row()])
    change_without_keys(office, f"UPDATE {table} SET epoch = 'x' || substr(epoch, 2)")  # noqa: S608 ours
    one = row()
    office.terminal().send([one])
    office.projector.catch_up(sleep=lambda _seconds: pytest.fail("it waits for nobody"))
    assert office.projector.waiting() == Waiting(next=0, deferred=0)
    assert one.id in office.ids()
    assert not reckoned(office).all_balance


def test_two_rows_of_one_id_in_a_batch_are_both_heard(office: Office) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one, row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    before = answers(office, one.id)
    lose_reasons(office)
    assert not balances(office)
    for _ in range(2):
        assert retry(office) == Mended(0, 1)
        assert answers(office, one.id) == before


def test_ledger_looks_at_each_row_of_an_id(office: Office) -> None:
    one = row(answers=ANSWERS)
    terminal = office.terminal()
    batch = terminal.batch([one, row(one.id, answers=OTHERS), one])
    head, *lines = batch.body.splitlines()
    this, other = sorted(set(lines), key=lambda line: b'"1"' in line)
    terminal.put(replace(batch, body=b"\n".join([head, this, other, this, b""])))
    office.projector.catch_up()
    assert balances(office)
    lose_reasons(office)
    assert not balances(office)


def test_batches_do_not_agree_either_where_a_header_counts_wrongly(office: Office) -> None:
    one = row(answers=ANSWERS)
    miscounted(office.terminal(), encode_row(one))
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.execute(delete(tables.quarantine).where(tables.quarantine.c.line > 0))
    damage(office, one.id, answers={"ogolem": ["2"]})
    for _ in range(3):
        assert retry(office) == Mended(0, 1)
        assert answers(office, one.id) == {"ogolem": ["2"]}
        assert not balances(office)


def test_batch_that_was_never_looked_at_has_no_say(office: Office) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=OTHERS)], fmt=2)

    Projector(office.store.projection, {**READERS, 2: buggy}).catch_up()
    damage(office, one.id)
    retry(office)
    assert (answers(office, one.id), offices(office)) == ({"ogolem": ["4"]}, {one.id: "poznan"})
    assert balances(office)


def test_other_key_takes_no_row_of_a_batch_whose_header_counts_wrongly(office: Office) -> None:
    clear = row(answers=ANSWERS)
    hidden = row(clear.id, answers={}, encrypted=HOLDERS.encrypted(clear.id, '{"ogolem":["4"]}'))
    miscounted(office.terminal(), encode_row(hidden), ENCRYPTED_FORMAT)
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert office.store.status().responses == 1

    def with_other_key(body: bytes) -> Reading:
        found = read_lines(body, ENCRYPTED_FORMAT)
        return Reading({}, {**found.bad, **dict.fromkeys(found.rows, "another key")})

    retry(office, {**READERS, ENCRYPTED_FORMAT: with_other_key})
    assert balances(office)


def test_line_that_is_no_row_gets_its_reason_again(office: Office) -> None:
    office.terminal().send([row(), b"no row", b'{"id":"6fa459ea-ee8a-4ca4-894e-db77e160355e"}'])
    office.projector.catch_up()
    lose_reasons(office)
    assert not balances(office)
    assert retry(office) == Mended(0, 0, set_aside=2)
    assert office.store.status().quarantined == 2
    assert balances(office)


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
def test_reason_that_cannot_be_read_stops_no_retry(office: Office) -> None:
    office.terminal().send([b"no row", row()])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql("UPDATE quarantine SET reason = CAST(X'FF' || reason AS TEXT)")
    one = row()
    office.terminal().send([one])
    assert retry(office) == Mended(0, 0)
    assert one.id in office.ids()


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
def test_batch_beside_which_nothing_can_be_read_waits_for_no_key(office: Office) -> None:
    office.terminal().send([b"no row", row()])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql("UPDATE inbox SET fmt = 'x'")
    assert office.projector.retry().passed_over == 0


def test_what_a_damaged_batch_has_brought_is_no_stranger_and_no_double(office: Office) -> None:
    one = row()
    other = row(one.id[:18] + str(uuid.uuid4())[18:])
    office.terminal().send([one])
    its = office.terminal()
    its.send([other, row()])
    office.projector.catch_up()
    change(office, tables.inbox, tables.inbox.c.terminal == its.terminal, body=b"x")
    ledger = reckoned(office)
    assert (ledger.needs_copy, ledger.strangers, ledger.doubles) == (True, 0, 0)
    assert retry(office) == Mended(0, 0, damaged_batches=1)
    assert office.store.status().responses == 3
    with writing(office.store._engine) as connection:
        connection.execute(delete(tables.response).where(tables.response.c.id == one.id))
    assert retry(office) == Mended(1, 0, damaged_batches=1)
    assert office.store.status().responses == 3


@pytest.mark.parametrize("harm", [{"office": "pnznan"}, {"body": b"x"}])
def test_sound_response_of_a_damaged_batch_is_not_made_of_another(office: Office, harm: dict[str, object]) -> None:
    one = row(answers=ANSWERS)
    terminal = office.terminal()
    terminal.send([one])
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=ANSWERS if "office" in harm else OTHERS)])
    office.projector.catch_up()
    if "body" in harm:
        lose_reasons(office)
    change(office, tables.inbox, tables.inbox.c.terminal == terminal.terminal, **harm)
    for _ in range(2):
        assert retry(office).anew == 0
        assert (answers(office, one.id), offices(office)) == ({"ogolem": ["4"]}, {one.id: "poznan"})


def test_stranger_is_seen_although_others_come_meanwhile(office: Office) -> None:
    office.terminal().send([row() for _ in range(3)])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        insert_many_missing(connection, tables.response, [columns_of(row(), "poznan")])
    ledger = Ledger(office.store)
    pages = ledger.pages()
    next(pages)
    office.terminal().send([row()])
    office.projector.catch_up()
    assert list(pages) == []
    assert (ledger.all_balance, ledger.strangers) == (False, 1)


def test_more_lines_than_a_statement_takes_ids(office: Office) -> None:
    terminal = office.terminal()
    lines = [b'{"id":"00000000-0000-4000-8000-%012x"}' % number for number in range(66_000)]
    batch = terminal.batch([b"x"])
    head, _ = batch.body.splitlines()
    assert terminal.put(replace(batch, body=b"\n".join([head, *lines, b""]))).status_code == 201
    office.projector.catch_up()
    lose_reasons(office)
    reckoned(office)
    assert retry(office).anew == 0
