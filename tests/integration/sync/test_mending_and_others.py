"""Mending takes nothing from anybody: no sound response, no row of another batch, no good line, whoever is at work."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from sqlalchemy import Connection, delete

from kiosk.domain.errors import StoreFault
from sync.central.ledger import Ledger
from sync.central.mending import Mended, Mending, put_right
from sync.central.projector import READERS, Projector
from sync.central.store import Anew, doubles, tables
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
    mend,
    offices,
    retry,
)
from tests.integration.sync.office import Office, row
from tests.keys import HOLDERS


def take_out_of_quarantine(office: Office) -> None:
    with writing(office.store._engine) as connection:
        assert connection.execute(delete(tables.quarantine).where(tables.quarantine.c.line == 1)).rowcount


def take_away(office: Office, *ids: str) -> None:
    with writing(office.store._engine) as connection:
        assert connection.execute(delete(tables.response).where(tables.response.c.id.in_(ids))).rowcount == len(ids)


def move_in_quarantine(office: Office) -> None:
    change(office, tables.quarantine, tables.quarantine.c.line == 1, line=1 ^ 8)


@pytest.mark.parametrize("harm", [take_out_of_quarantine, move_in_quarantine])
def test_sound_response_is_not_made_of_what_another_batch_says(office: Office, harm: Callable[[Office], None]) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    harm(office)
    for _ in range(2):
        assert retry(office) == Mended(0, 1)
        assert (answers(office, one.id), offices(office)) == ({"ogolem": ["4"]}, {one.id: "poznan"})
        assert not balances(office)


def test_batch_that_could_not_be_read_changes_no_response_once_it_can(office: Office) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=OTHERS)], fmt=2)

    Projector(office.store.projection, {**READERS, 2: buggy}).catch_up()
    assert retry(office) == Mended(0, 0), "its line is in quarantine in the end"
    assert (answers(office, one.id), offices(office)) == ({"ogolem": ["4"]}, {one.id: "poznan"})
    assert office.store.status().quarantined == 1
    assert balances(office)


def test_what_has_come_while_it_was_gone_is_left_alone(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    take_away(office, one.id)
    renew = office.store.projection.renew

    def late(made: Collection[Anew]) -> set[str]:
        office.terminal("gniezno").send([row(one.id, answers=OTHERS)])
        office.projector.catch_up()
        monkeypatch.undo()
        return renew(made)

    monkeypatch.setattr(office.store.projection, "renew", late)
    for _ in range(3):
        assert retry(office) == Mended(0, 1)
        assert (answers(office, one.id), offices(office)) == ({"ogolem": ["1"]}, {one.id: "gniezno"})
        assert not balances(office), "two batches say two things of one response"


def test_good_line_of_a_batch_that_is_read_once_more_stays_good(office: Office) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([one, b"no row"])
    office.projector.catch_up()
    damage(office, one.id)
    office.projector.retry()
    assert office.store.status().quarantined == 1
    assert not balances(office)
    assert retry(office) == Mended(1, 0)
    assert answers(office, one.id) == {"ogolem": ["4"]}


def test_line_is_not_put_into_quarantine_for_a_header_that_counts_wrongly(office: Office) -> None:
    one = row(answers=ANSWERS)
    terminal = office.terminal()
    batch = terminal.batch([one])
    terminal.put(replace(batch, body=batch.body.replace(b'"rows":1', b'"rows":2')))
    assert office.ids() == [one.id]
    damage(office, one.id)
    office.projector.retry()
    assert office.store.status().quarantined == 1
    assert retry(office) == Mended(1, 0)
    assert answers(office, one.id) == {"ogolem": ["4"]}


def test_batches_that_do_not_agree_go_on_not_agreeing(office: Office) -> None:
    one = row(answers=ANSWERS)
    office.terminal().send([b"no row", one])
    office.projector.catch_up()
    office.terminal("gniezno").send([row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.execute(delete(tables.quarantine).where(tables.quarantine.c.reason.like("another row%")))
    damage(office, one.id)
    for _ in range(3):
        assert retry(office) == Mended(0, 1)
        assert (answers(office, one.id), offices(office)) == ([1], {one.id: "poznan"})
        assert office.store.status().quarantined == 1
        assert not balances(office)


@pytest.mark.parametrize("others", [[], [b"no row"]])
def test_row_that_came_in_clear_and_encrypted_agrees_with_itself(office: Office, others: list[bytes]) -> None:
    """As when encryption is switched on at a terminal that begins a new epoch later."""
    clear = row(answers=ANSWERS)
    hidden = row(clear.id, answers={}, encrypted=HOLDERS.encrypted(clear.id, '{"ogolem":["4"]}'))
    office.terminal().send([clear, *others])
    office.terminal().send([encode_row(hidden), *others], fmt=ENCRYPTED_FORMAT)
    Projector(office.store.projection, WITH_KEY).catch_up()
    damage(office, clear.id)
    assert retry(office) == Mended(0, 1, unread=1)
    assert retry(office, WITH_KEY) == Mended(1, 0)
    assert answers(office, clear.id) == {"ogolem": ["4"]}
    assert balances(office)


def test_responses_that_share_half_of_their_ids_are_all_kept(office: Office) -> None:
    """No chance makes such ids, but a terminal that is no more ours may."""
    one = row()
    other = row(one.id[:18] + str(uuid.uuid4())[18:])
    office.terminal().send([one, other, row()])
    office.projector.catch_up()
    before = office.exported()
    assert balances(office)
    take_away(office, one.id)
    assert retry(office) == Mended(1, 0)
    assert office.exported() == before
    assert balances(office)


def test_damaged_double_of_a_damaged_response_goes_at_once(office: Office) -> None:
    rows = [row() for _ in range(6)]
    office.terminal().send(rows)
    before = office.exported()
    damage(office, rows[0].id, id=f"ffffffff{rows[0].id[8:]}")
    office.terminal().send(rows)
    office.projector.catch_up()
    damage(office, rows[0].id)
    assert retry(office) == Mended(1, 0, doubles=1)
    assert office.exported() == before
    assert balances(office)


def test_double_of_a_response_that_cannot_be_made_anew_stays(office: Office) -> None:
    """It may be what is left of it."""
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    damage(office, one.id, id=f"ffffffff{one.id[8:]}")
    office.terminal().send([row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    damage(office, one.id)
    assert mend(office) == Mended(0, 1)
    assert office.store.status().responses == 2
    assert not balances(office)


def test_response_whose_key_is_damaged_keeps_its_office(office: Office) -> None:
    rows = [row() for _ in range(12)]
    office.terminal().send(rows)
    office.projector.catch_up()
    for _ in range(3):  # one of them sorts before the first one
        office.terminal("gniezno").send(rows)
    office.projector.catch_up()
    before = office.exported()
    for one in rows:
        damage(office, one.id, id=f"ffffffff{one.id[8:]}")
    assert mend(office) == Mended(12, 0)
    assert office.exported() == before


@pytest.mark.parametrize("id_", ["6fa459ea-ee8a-4ca4-894e-db77e160355e", "x" * 36])
def test_response_that_no_batch_has_brought_is_told(office: Office, id_: str) -> None:
    office.terminal().send([row() for _ in range(3)])
    office.projector.catch_up()
    assert balances(office)
    with writing(office.store._engine) as connection:
        insert_many_missing(connection, tables.response, [columns_of(row(), "poznan") | {"id": id_}])
    ledger = Ledger(office.store)
    list(ledger.pages())
    assert (ledger.all_balance, ledger.strangers, ledger.doubles) == (False, 1, 0)
    assert retry(office) == Mended(0, 0)
    assert office.store.status().responses == 4


def test_format_beside_a_batch_is_compared_with_its_own(office: Office) -> None:
    one = row()
    office.terminal().send([one])
    office.projector.catch_up()
    change(office, tables.inbox, tables.inbox.c.n == 1, fmt=9)
    damage(office, one.id, language="uk")
    assert not balances(office)
    assert retry(office) == Mended(0, 0, damaged_batches=1)


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE inbox SET sha = CAST(X'FF' || sha AS TEXT)",
        "UPDATE inbox SET body = CAST(body AS TEXT)",
        "UPDATE inbox SET fmt = 'x'",
    ],
)
@pytest.mark.parametrize("is_waiting", [False, True])
def test_batch_beside_which_nothing_can_be_read_delays_itself_only(
    office: Office, harm: str, *, is_waiting: bool
) -> None:
    lost = row()
    office.terminal().send([lost])
    if not is_waiting:
        office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql(harm)
    one = row()
    office.terminal().send([one])
    office.projector.catch_up()
    assert one.id in office.ids()
    assert office.store.status().quarantined == is_waiting
    ledger = Ledger(office.store)
    list(ledger.pages())
    assert (ledger.all_balance, ledger.unreadable_batches, ledger.needs_copy) == (False, 1, True)
    damage(office, one.id)
    assert retry(office) == Mended(1, 0, damaged_batches=1)


@pytest.mark.nightly
def test_all_keys_are_damaged_and_everything_comes_again(office: Office) -> None:
    """More than a statement of PostgreSQL takes parameters for."""
    rows = [row() for _ in range(22_500)]
    for is_again in (False, True):
        terminal = office.terminal()
        for start in range(0, len(rows), 500):
            terminal.send(rows[start : start + 500])
        office.projector.catch_up()
        if not is_again:
            with writing(office.store._engine) as connection:
                connection.exec_driver_sql("UPDATE response SET id = 'ffffffff' || substr(id, 9)")
    ledger = Ledger(office.store)
    list(ledger.pages())
    assert (ledger.doubles, ledger.strangers) == (22_500, 0)
    assert mend(office) == Mended(0, 0, doubles=22_500)
    assert office.store.status().responses == 22_500


@pytest.mark.parametrize("central_url", ["postgresql"], indirect=True)
def test_nobody_writes_while_a_response_changes_its_place(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one = row()
    office.terminal().send([one])
    office.projector.catch_up()
    damage(office, one.id)
    take_away, waited = doubles.take_away, []

    def insert_impatiently() -> None:
        with writing(office.store._engine) as another:
            another.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")
            insert_many_missing(another, tables.response, [columns_of(row(), "poznan")])

    def taking_away(connection: Connection, ids: Collection[bytes]) -> int:
        with pytest.raises(StoreFault, match="lock timeout"):
            insert_impatiently()
        waited.append(True)
        return take_away(connection, ids)

    monkeypatch.setattr(doubles, "take_away", taking_away)
    assert mend(office) == Mended(1, 0)
    assert waited == [True]


def test_mending_beside_others_that_mend_and_project(office: Office) -> None:
    """On PostgreSQL they would lock each other out, if each took the rows in an order of its own."""
    rows = [row() for _ in range(300)]
    for start in range(0, 300, 50):
        office.terminal().send(rows[start : start + 50])
    before = office.exported()
    for _ in range(4):
        take_away(office, *(one.id for one in rows[::3]))
        damage(office, *(one.id for one in rows[1::3]))
        office.terminal().send(rows)
        faults: list[BaseException] = []

        def at_work(work: Callable[[], object], faults: list[BaseException] = faults) -> None:
            try:
                work()
            except BaseException as fault:  # noqa: BLE001 it is the test's to tell
                faults.append(fault)

        works = [lambda: put_right(office.store, READERS)] * 2 + [office.projector.catch_up]
        threads = [threading.Thread(target=at_work, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        retry(office)  # what came while its response was damaged
        assert office.exported() == before
        assert balances(office)


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
def test_bytes_of_an_id_may_be_no_letters(office: Office) -> None:
    """Such a key is seen in SQLite's file only; where its row has come again it is a double like any other."""
    one = row()
    office.terminal().send([one])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql("UPDATE response SET id = CAST(X'FF' || substr(id, 2) AS TEXT)")
    office.terminal().send([one])
    office.projector.catch_up()
    assert office.store.status().responses == 2
    assert Mending(office.store, READERS).mend() == Mended(0, 0, doubles=1)
    assert office.ids() == [one.id]


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
def test_key_that_is_no_text_any_more_is_not_beside_the_one_that_is(office: Office) -> None:
    one = row()
    office.terminal().send([one])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql("UPDATE response SET id = CAST(id AS BLOB)")
    assert mend(office) == Mended(1, 0)
    assert office.store.status().responses == 1
    assert office.ids() == [one.id]
