"""A row that is not as it was written is no answer: it is kept, reported and passed over, and the others go on."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.audit import AuditEvent
from kiosk.domain.counts import PERIOD
from kiosk.domain.damage import DamagedRows
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.domain.response import Response
from kiosk.store import migrating, tables
from kiosk.store.checksums import COLUMN
from kiosk.store.damage import WITHOUT_RESPONSE
from kiosk.store.engine import faults_translated
from kiosk.store.store import Store
from tests.builders import FakeClock
from tests.integration.store.full_store import EPOCH, ROAD, fill

SUMMED = [table for table in tables.metadata.sorted_tables if COLUMN in table.columns]
CELLS = [(table.name, column.name) for table in SUMMED for column in table.columns]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with Store.open(folder, FakeClock()) as opened:
        fill(opened)
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with rows in every table, written in every way there is."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    with Store.open(tmp_path, FakeClock()) as opened:
        yield opened


def damage(store: Store, statement: str) -> None:
    with store._engines.write.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_is_unchanged"))
        assert connection.execute(text(statement)).rowcount == 1


def test_every_way_to_write_keeps_the_checksums(store: Store) -> None:
    assert store.damage() == ""
    store.responses.settle()
    assert store.damage() == ""


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_change_of_any_value_is_reported(store: Store, table: str, column: str) -> None:
    """Of one row, in a way that no constraint refuses."""
    key = next(iter(tables.metadata.tables[table].primary_key)).name
    one = f"{key} = (SELECT max({key}) FROM {table})"  # noqa: S608
    if table in ("batches", "tallies"):
        one = {"batches": "n = 2", "tallies": "count = (SELECT max(count) FROM tallies)"}[table]
    changed = {"acknowledged_on": "'2026-11-24'", "last_upload": "'2026-11-24 10:00:00'", "body": "zeroblob(5)"}
    numbers = f"CASE WHEN typeof({column}) IN ('integer', 'real') THEN {column} + 1 ELSE {column} || 'x' END"
    damage(store, f"UPDATE {table} SET {column} = {changed.get(column, numbers)} WHERE {one}")  # noqa: S608
    found = [one for one in store.damage_report.rows() if one.table != WITHOUT_RESPONSE]
    assert found == [DamagedRows(table, 1)]
    assert f"{table}: 1" in store.damage()


@pytest.mark.parametrize(
    "change", ['answers = \'{"ogolem":["1"]}\'', "answers = CAST(X'7b22ff' AS TEXT)", "answers = CAST(answers AS BLOB)"]
)
def test_damaged_response_is_used_for_nothing_and_the_others_go_on(
    store: Store, caplog: pytest.LogCaptureFixture, change: str
) -> None:
    before, waiting = sorted(store.responses.stream(), key=lambda one: one.id), store.outbox.waiting()
    bad = store.outbox.pending(1)[0]
    damage(store, f"UPDATE responses SET {change} WHERE id = '{bad.id}'")  # noqa: S608
    rest = [one for one in before if one != bad]
    assert list(store.responses.stream()) == rest
    assert store.counting.count([]).total == store.counting.count([PERIOD]).total == len(rest)
    with store.reading.opened() as reading:
        assert [record.id for record in reading.records("pilot")] == [one.id for one in rest]
        assert sum(found.responses for found in reading.period_counts()) == len(rest)
        assert len(list(reading.given_answers("pilot", 1))) == 1
    assert store.outbox.waiting() == waiting - 1
    assert bad not in store.outbox.pending(100)
    caplog.set_level(logging.ERROR)
    assert store.damage() == f"{WITHOUT_RESPONSE}: 1, responses: 1"
    assert store.damage()
    [line] = caplog.messages
    assert bad.id not in line
    assert "ogolem" not in line


def test_damaged_response_that_comes_once_more_is_mended(store: Store) -> None:
    one = store.outbox.pending(1)[0]
    damage(store, f"UPDATE responses SET language = 'xx' WHERE id = '{one.id}'")  # noqa: S608
    store.responses.close(one)
    assert store.damage() == ""
    assert one in store.responses.stream()


def ids(responses: list[Response]) -> set[str]:
    return {one.id for one in responses}


@pytest.mark.parametrize("change", ["response = 'f' || substr(response, 2)", "checksum = checksum + 1"])
def test_entry_of_the_outbox_is_put_right(store: Store, change: str) -> None:
    before = store.outbox.pending(100)
    bad = next(one for one in before if one.id[0] != "f")
    damage(store, f"UPDATE outbox SET {change} WHERE response = '{bad.id}'")  # noqa: S608
    assert ids(store.outbox.pending(100)) == ids(before) - {bad.id}
    assert store.outbox.mend(EPOCH) is False
    assert store.outbox.pending(100) == before
    assert store.damage() == ""


def test_entry_that_tells_nothing_is_kept_and_the_others_go_on(store: Store) -> None:
    before = store.outbox.pending(100)
    damage(store, f"UPDATE outbox SET response = 'no id', checksum = 1 WHERE response = '{before[0].id}'")  # noqa: S608
    store.outbox.mend(EPOCH)
    assert store.outbox.pending(100) == before[1:]
    assert store.damage() == "outbox: 1"


def test_damaged_enrolment_is_no_other_terminals(store: Store) -> None:
    damage(store, "UPDATE road SET terminal = 'tfrminal'")
    with pytest.raises(StoreFault, match="enrol anew"):
        store.road.read()
    store.road.write(ROAD)
    assert store.road.read() == ROAD


def test_damaged_pin_opens_nothing(store: Store) -> None:
    damage(store, "UPDATE administrator SET failed = 0")
    with pytest.raises(StoreFault, match="set a new one"):
        store.pins.standing()
    store.pins.set("482915")
    assert store.pins.standing().has_pin


def test_damaged_line_of_the_audit_list_is_told_and_the_list_goes_on(store: Store) -> None:
    damage(store, "UPDATE audit SET event = 'meft' WHERE number = 2")
    store.audit.record(AuditEvent.IMPORTED)
    expected = [AuditEvent.ENTERED, AuditEvent.DAMAGED_LINE, AuditEvent.LEFT, AuditEvent.IMPORTED]
    assert [(one.number, one.event) for one in store.audit.audit_after(0, 9)] == list(enumerate(expected, 1))
    assert [one.number for one in store.audit.audit_after(1, 2)] == [2, 3]
    assert [one.number for one in store.audit.last(9)] == [4, 3, 1]


def test_last_line_keeps_its_number_when_it_is_damaged(store: Store) -> None:
    damage(store, "UPDATE audit SET event = 'meft' WHERE number = 3")
    store.audit.record(AuditEvent.IMPORTED)
    assert [one.number for one in store.audit.audit_after(0, 9)] == [1, 2, 3, 4]
    assert store.audit.audit_after(2, 9)[0].event is AuditEvent.DAMAGED_LINE


def test_line_of_the_audit_list_cannot_be_replaced(store: Store) -> None:
    with store._engines.write.connect() as connection, pytest.raises(Exception, match="only grows"):
        connection.execute(text("INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 1"))


def test_file_without_checksums_gets_them(store: Store) -> None:
    migrating.migrate(store._engines, "0004")
    migrating.migrate(store._engines, migrating.HEAD)
    assert store.damage() == ""


def test_what_cannot_be_decoded_is_not_repeated(store: Store) -> None:
    """The driver's error has the text in it, and a text may be an answer."""
    with store._engines.write.begin() as connection:
        connection.execute(text("UPDATE responses SET answers = CAST(X'7365637265745fff' AS TEXT)"))
    with pytest.raises(DamagedStore) as met, faults_translated("read"), store._engines.read.connect() as connection:
        connection.execute(text("SELECT answers FROM responses")).all()
    assert "secret" not in f"{met.value!r} {met.value.__cause__!r}"
