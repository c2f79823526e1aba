"""Where the office wants it, answers are encrypted before they touch the disk, and only its key reads them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from kiosk.domain.comment import Comment
from kiosk.domain.counts import PERIOD, Column
from kiosk.domain.errors import BadInput
from kiosk.domain.response import Response
from kiosk.encryption import KeyFile, is_encrypted
from kiosk.store import tables
from kiosk.store.checksums import changed
from kiosk.store.engine import transaction
from kiosk.store.store import Store
from tests.builders import WEEK, FakeClock, response
from tests.keys import CENTRAL, HOLDERS, OFFICE, STRANGER

CANARY = "kanarek7f3a"
MARK = Column("ogolem", is_question=True)


def opened(data: Path, *keys: KeyFile, is_on: bool = True) -> Store:
    return Store.open(data, FakeClock(), HOLDERS if is_on else None, keys)


def comment(text: str) -> Comment:
    return Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", WEEK, text)


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def stored_answers(store: Store) -> Mapping[str, str]:
    with store.reading.opened() as reading:
        return {record.id: record.answers for record in reading.records("pilot")}


def answered(mark: str = CANARY) -> Response:
    return response({"ogolem": (mark,), "wynik": ("tak",)})


def test_answers_and_comments_are_nowhere_in_the_file_and_the_key_reads_them(tmp_path: Path) -> None:
    given = [answered() for _ in range(20)]
    with opened(tmp_path) as store:
        for one in given:
            store.responses.keep(replace(one, answers={"ogolem": (CANARY,)}, complete=False))
            store.responses.keep(one)
            store.responses.close(one)
            store.comments.add(comment(f"Widziałem {CANARY}."))
        assert CANARY.encode() not in bytes_of(tmp_path)
        store.responses.settle()
        assert CANARY.encode() not in bytes_of(tmp_path)
        assert store.counting.count([PERIOD]).total == 20
    for key in (OFFICE, CENTRAL):
        with opened(tmp_path, key, is_on=False) as store:
            assert store.counting.count([MARK]).cells == {(CANARY,): 20}
            with store.reading.opened() as reading:
                records = list(reading.records("pilot"))
                assert {record.id for record in records} == {one.id for one in given}
                assert {record.answers for record in records} == {f'{{"ogolem":["{CANARY}"],"wynik":["tak"]}}'}
                assert dict(reading.given_answers("pilot", 1)) == {"ogolem": (CANARY,), "wynik": ("tak",)}
            assert [one.text for one in store.comments.pending()] == [f"Widziałem {CANARY}."] * 20


def test_control_without_keys_they_are_there(tmp_path: Path) -> None:
    with opened(tmp_path, is_on=False) as store:
        store.responses.close(answered())
        assert CANARY.encode() in bytes_of(tmp_path)


@pytest.mark.parametrize("key", [None, STRANGER], ids=["no key", "another's key"])
def test_without_the_right_key_nothing_is_told_but_how_many(tmp_path: Path, key: KeyFile | None) -> None:
    with opened(tmp_path, *([key] if key else [])) as store:
        store.responses.close(answered())
        store.comments.add(comment("Dobrze."))
        assert store.counting.count([PERIOD]).total == 1
        with store.reading.opened() as reading:
            assert [one.responses for one in reading.period_counts()] == [1]
            for reads in (lambda: list(reading.records("pilot")), lambda: list(reading.given_answers("pilot", 1))):
                with pytest.raises(BadInput, match=f"encrypted; name with --key .*{OFFICE.fingerprint}"):
                    reads()
        with pytest.raises(BadInput, match=OFFICE.fingerprint):
            store.counting.count([MARK])
        with pytest.raises(BadInput, match=OFFICE.fingerprint):
            store.comments.pending()


def test_what_a_crash_left_open_is_closed_without_a_key(tmp_path: Path) -> None:
    left = replace(answered(), complete=False)
    with opened(tmp_path) as store:
        store.responses.keep(left)
    with opened(tmp_path) as store:
        assert store.responses.recover() == 1
        assert [is_encrypted(one.encrypted) for one in store.responses.stream()] == [True]
    with opened(tmp_path, OFFICE) as store:
        assert stored_answers(store) == {left.id: f'{{"ogolem":["{CANARY}"],"wynik":["tak"]}}'}
        assert store.damage() == ""


def test_closing_again_changes_nothing(tmp_path: Path) -> None:
    one = answered()
    with opened(tmp_path, OFFICE) as store:
        store.responses.close(one)
        (before,) = store.responses.stream()
        store.responses.close(one)
        assert list(store.responses.stream()) == [before]
        assert store.responses.add([one, answered()]) == 1


def test_what_was_there_before_is_encrypted_at_the_next_start(tmp_path: Path) -> None:
    with opened(tmp_path, is_on=False) as store:
        for _ in range(600):
            store.responses.add([answered()])
        store.responses.keep(answered())
        store.comments.add(comment(f"Widziałem {CANARY}."))
        rejected = comment("usunięty")
        store.comments.add(rejected)
        store.comments.reject([rejected.id])
        store.responses.settle()
    assert CANARY.encode() in bytes_of(tmp_path)
    with opened(tmp_path) as store:
        store.responses.recover()
        store.encrypt_rest()
        assert CANARY.encode() not in bytes_of(tmp_path)
        assert store.damage() == ""
        assert store.outbox.waiting() == 601
    with opened(tmp_path, OFFICE) as store:
        assert store.counting.count([MARK]).cells == {(CANARY,): 601}
        assert [one.text for one in store.comments.pending()] == [f"Widziałem {CANARY}."]


def test_damaged_row_from_before_is_not_encrypted_into_a_good_one(tmp_path: Path) -> None:
    """It would be counted again, as an answer that nobody gave, and no one could look what had been there."""
    with opened(tmp_path, is_on=False) as store:
        store.responses.add([answered("1"), answered()])
        store.comments.add(comment("Dobrze."))
        with transaction(store._engines.write, "damage rows") as connection:
            for column in (tables.responses.c.answers, tables.comments.c.text):
                flipped = func.replace(func.replace(column, '"1"', '"5"'), "Dobrze", "Debrze")
                harm = update(column.table).where(flipped != column).values({column: flipped})
                assert connection.execute(harm).rowcount == 1
        found = store.damage_report.rows()
    with opened(tmp_path, OFFICE) as store:
        store.encrypt_rest()
        assert {one.table for one in found} >= {"comments", "responses"}
        assert store.damage_report.rows() == found
        assert store.counting.count([MARK]).cells == {(CANARY,): 1}
        assert store.comments.pending() == []


def test_what_was_encrypted_stays_so_when_the_office_no_longer_wants_it(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.responses.close(answered())
    with opened(tmp_path, is_on=False) as store:
        store.responses.close(answered("5"))
        with pytest.raises(BadInput, match="encrypted"):
            store.counting.count([MARK])
    with opened(tmp_path, OFFICE, is_on=False) as store:
        assert store.counting.count([MARK]).cells == {(CANARY,): 1, ("5",): 1}


def test_hours_are_not_counted(tmp_path: Path) -> None:
    """A tally tells codes by the hour; it could not be encrypted and counted on."""
    with opened(tmp_path) as store:
        store.responses.close(answered())
        with store._engines.read.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM tallies").scalar_one() == 0


@pytest.mark.parametrize("is_on", [True, False], ids=["with keys", "without"])
def test_hours_that_were_counted_before_are_forgotten_with_keys_and_only_then(tmp_path: Path, *, is_on: bool) -> None:
    with opened(tmp_path, is_on=False) as store:
        store.responses.close(answered())
        with transaction(store._engines.write, "leave only what was counted") as connection:
            connection.execute(delete(tables.responses))
        store.responses.settle()
    with opened(tmp_path, is_on=is_on) as store:
        store.encrypt_rest()
        with store._engines.read.connect() as connection:
            hours = connection.scalar(select(func.count()).select_from(tables.tallies))
        assert (hours, CANARY.encode() in bytes_of(tmp_path)) == ((0, False) if is_on else (1, True))


def test_altered_or_exchanged_answers_are_not_read_as_others(tmp_path: Path) -> None:
    first, second = answered("1"), answered("2")
    with opened(tmp_path, OFFICE) as store:
        store.responses.close(first)
        store.responses.close(second)
        rows = {one.id: one.encrypted for one in store.responses.stream()}
        assert OFFICE.opened(first.id, rows[second.id]) is None
        assert OFFICE.opened(second.id, rows[second.id]) == '{"ogolem":["2"],"wynik":["tak"]}'


def test_one_that_was_altered_holds_up_no_other(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with opened(tmp_path, OFFICE) as store:
        for _ in range(6):
            store.responses.close(answered())
        table = tables.responses
        answers = func.replace(table.c.answers, func.substr(table.c.answers, -20), "A" * 20)
        with transaction(store._engines.write, "alter a row") as connection:
            first = connection.scalar(select(func.min(table.c.id)))
            altered = connection.scalar(select(answers).where(table.c.id == first))
            change = update(table).where(table.c.id == first).values(changed(table, {"answers": altered}))
            assert connection.execute(change).rowcount == 1
        assert store.damage() == ""
        assert store.counting.count([MARK]).cells == {(CANARY,): 5}
        assert len(stored_answers(store)) == 5
    assert "1 encrypted responses have been altered" in caplog.text
