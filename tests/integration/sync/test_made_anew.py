"""What a damaged response is made anew of, and when it is not: its own batches, and only where they agree."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete

from sync.central.ledger import Ledger
from sync.central.mending import Mended, Mending
from sync.central.projector import READERS, Projector
from sync.central.store import tables
from sync.central.store.engine import writing
from sync.protocol import ENCRYPTED_FORMAT, encode_row
from tests.integration.sync.damage import (
    ANSWERS,
    DAMAGED,
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


def test_mending_twice_is_mending_once(office: Office) -> None:
    rows = [row() for _ in range(6)]
    office.terminal().send(rows)
    before = office.exported()
    damage(office, rows[0].id)
    assert mend(office) == Mended(1, 0)
    assert mend(office) == Mended(0, 0)
    assert office.exported() == before


def test_row_that_comes_again_while_its_response_is_damaged_holds_up_nothing(office: Office) -> None:
    """As when a terminal begins a new epoch. It is no proof of what the response said: it may be a clone's."""
    rows = [row() for _ in range(3)]
    office.terminal().send(rows)
    before = office.exported()
    damage(office, rows[0].id)
    office.terminal().send([*rows, row()])
    assert len(office.exported()) == len(before), "the damaged one is out, the new one is in"
    assert office.store.status().quarantined == 1
    assert retry(office) == Mended(1, 0)
    assert office.store.status().quarantined == 0
    after = office.exported()
    assert [one for one in after if one in before] == before
    assert len(after) == len(before) + 1
    assert balances(office)


@pytest.mark.parametrize("is_gone", [False, True])
def test_row_of_another_does_not_take_its_place(office: Office, *, is_gone: bool) -> None:
    good = row(answers=ANSWERS)
    office.terminal().send([good])
    office.projector.catch_up()
    damage(office, good.id)
    office.terminal("gniezno").send([row(good.id, answers=OTHERS)])
    office.projector.catch_up()
    assert office.store.status().quarantined == 1
    if is_gone:
        with writing(office.store._engine) as connection:
            connection.execute(delete(tables.response))
    assert retry(office) == Mended(1, 0)
    assert (answers(office, good.id), offices(office)) == ({"ogolem": ["4"]}, {good.id: "poznan"})
    assert office.store.status().quarantined == 1
    assert balances(office)


def test_key_that_is_missing_gives_its_place_to_nobody(office: Office) -> None:
    plain = row(answers=OTHERS)
    mine = row(plain.id, answers={}, encrypted=HOLDERS.encrypted(plain.id, '{"ogolem":["4"]}'))
    terminal = office.terminal()
    terminal.send([encode_row(mine)], fmt=ENCRYPTED_FORMAT)
    Projector(office.store.projection, WITH_KEY).catch_up()
    office.terminal("gniezno").send([plain])
    office.projector.catch_up()
    assert office.store.status().quarantined == 1
    damage(office, plain.id)
    assert retry(office) == Mended(0, 1, unread=1)
    assert offices(office) == {plain.id: "poznan"}
    assert office.store.status().quarantined == 1
    assert not balances(office)


def test_line_in_quarantine_of_the_same_batch_is_not_what_it_is_made_of(office: Office) -> None:
    one = row(answers=ANSWERS)
    for _ in range(6):  # the lines of a batch are in no order
        office.terminal().send([one, row(one.id, answers=OTHERS), row()])
        office.projector.catch_up()
        before = answers(office, one.id)
        damage(office, one.id)
        assert mend(office).left == 0
        assert answers(office, one.id) == before
        one = row(answers=ANSWERS)


def test_batches_that_do_not_agree_are_no_proof(office: Office) -> None:
    """As what an older version made of a damaged one: nothing tells which it was."""
    one = row(answers=ANSWERS)
    office.terminal().send([one])
    office.projector.catch_up()
    office.terminal().send([row(one.id, answers=OTHERS)])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.execute(delete(tables.quarantine))
    damage(office, one.id)
    assert mend(office) == Mended(0, 1)
    assert answers(office, one.id) == [1]


@pytest.mark.parametrize("harm", [{"language": "uk"}, DAMAGED, {"period": "x"}, {"office": "pnznan"}])
def test_row_keeps_the_office_for_which_it_came_first(office: Office, harm: dict[str, object]) -> None:
    rows = [row() for _ in range(12)]
    office.terminal().send(rows)
    office.projector.catch_up()
    if "office" in harm:  # else its own word counts
        office.clock.time += timedelta(days=1)
    for _ in range(3):  # one of them sorts before the first one
        office.terminal("gniezno").send(rows)
    office.projector.catch_up()
    before = office.exported()
    damage(office, *(one.id for one in rows), **harm)
    assert mend(office) == Mended(12, 0)
    assert office.exported() == before


def test_office_of_a_batch_that_is_damaged_changes_no_response(office: Office) -> None:
    rows = [row() for _ in range(3)]
    office.terminal().send(rows)
    office.projector.catch_up()
    change(office, tables.inbox, tables.inbox.c.n == 1, office="pnznan")
    assert mend(office) == Mended(0, 0, damaged_batches=1)
    assert set(offices(office).values()) == {"poznan"}
    ledger = Ledger(office.store)
    assert [page.damaged_batches for page in ledger.pages()] == [1]
    assert (ledger.all_balance, ledger.needs_copy) == (False, True)


@pytest.mark.parametrize("key", ["ffffffff{}", "xfffffff{}"])
def test_response_that_came_once_more_beside_its_damaged_key_is_counted_once(office: Office, key: str) -> None:
    rows = [row() for _ in range(6)]
    office.terminal().send(rows)
    before = office.exported()
    damage(office, rows[0].id, id=key.format(rows[0].id[8:]))
    office.terminal().send(rows)
    office.projector.catch_up()
    assert office.store.status().responses == 7
    assert not balances(office)
    assert retry(office) == Mended(0, 0, doubles=1)
    assert office.exported() == before
    assert balances(office)
    assert retry(office) == Mended(0, 0)


def test_bug_of_a_reader_holds_up_its_batch_only(office: Office) -> None:
    good, bad = row(), row()
    office.terminal().send([good])
    office.terminal().send([bad], fmt=2)
    office.projector.catch_up()
    damage(office, good.id, bad.id)

    assert Mending(office.store, {**READERS, 2: buggy}).mend() == Mended(1, 1, unread=1)
