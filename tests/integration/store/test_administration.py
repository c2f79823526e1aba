"""The PIN's tries survive whatever happens to the program, and the audit list only grows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import StoreFault
from kiosk.domain.pin import FREE_TRIES, Moment, Tries
from kiosk.store import migrating, tables
from kiosk.store.checksums import insert_rows
from kiosk.store.pin_hash import hash_pin, is_pin
from kiosk.store.pins import PinStore
from kiosk.store.road import Road
from kiosk.store.store import Store
from tests.builders import FakeClock, response

PIN, WRONG = "482915", "482916"
NOW = Moment("a", 1000.0)
ROAD = Road("terminal", "poznan", "http://127.0.0.1", "key", "0" * 16)


def test_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    first, second = hash_pin(PIN), hash_pin(PIN)
    assert first != second
    assert first.startswith("$argon2id$v=19$m=65536,t=2,p=1$")
    assert is_pin(first, PIN)
    assert not is_pin(first, WRONG)
    assert not is_pin("no hash", PIN)


def test_without_a_pin_nothing_opens(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert not store.pins.standing().has_pin
        assert not store.pins.open_with("", NOW)
        assert not store.pins.open_with(PIN, NOW)
        store.pins.set(PIN)
        assert store.pins.open_with(PIN, NOW)
        assert store.pins.clear()
        assert not store.pins.open_with(PIN, NOW)
        assert not store.pins.clear()


def test_lock_out_survives_a_restart_and_holds_for_the_right_pin_too(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.pins.set(PIN)
    for tried in range(FREE_TRIES):
        with Store.open(tmp_path) as store:  # a restart between every two tries
            assert store.pins.standing().tries.failed == tried
            assert not store.pins.open_with(WRONG, NOW)
    with Store.open(tmp_path) as store:
        assert store.pins.standing().tries.wait_left(NOW) == 60
        assert not store.pins.open_with(PIN, Moment("a", 1059.0))
        assert not store.pins.open_with(PIN, Moment("b", 59.0))
        assert store.pins.standing().tries.failed == FREE_TRIES
        assert store.pins.open_with(PIN, Moment("a", 1060.0))
        assert store.pins.standing().tries == Tries()


def test_try_is_on_the_disk_before_the_pin_is_verified(tmp_path: Path) -> None:
    """A kill during the tenth of a second of hashing gives no free try."""
    seen = []

    def verify(_hashed: str, _pin: str) -> bool:
        with Store.open(tmp_path) as other:  # what a program started after the kill would find
            seen.append(other.pins.standing().tries.failed)
        raise KeyboardInterrupt

    with Store.open(tmp_path) as store:
        store.pins.set(PIN)
        killed = PinStore(store._engines, verify)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                killed.open_with(PIN, NOW)
        assert seen == [1, 2]
        assert store.pins.standing().tries.failed == 2


def test_pin_that_was_changed_while_the_old_one_was_verified_opens_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.pins.set(PIN)

        def verify(_hashed: str, _pin: str) -> bool:
            store.pins.set(WRONG)
            return True

        assert not PinStore(store._engines, verify).open_with(PIN, NOW)
        assert store.pins.open_with(WRONG, NOW)


def test_new_pin_ends_a_lock_out(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.pins.set(PIN)
        for _ in range(FREE_TRIES):
            store.pins.open_with(WRONG, NOW)
        store.pins.set("905172")
        assert store.pins.open_with("905172", NOW)


def test_pin_lies_nowhere_in_the_folder(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.pins.set("740116250893")
        store.pins.open_with("740116250893", NOW)
        assert not [file for file in tmp_path.iterdir() if b"740116250893" in file.read_bytes()]


def test_audit_list_keeps_order_time_and_detail(tmp_path: Path) -> None:
    clock = FakeClock(datetime(2026, 11, 23, 10, 30, tzinfo=UTC))
    with Store.open(tmp_path, clock) as store:
        store.audit.record(AuditEvent.ENTERED)
        clock.time -= timedelta(hours=5)  # a clock that was set back does not turn the order round
        store.audit.record(AuditEvent.EXPORT_BEGUN, {"format": "csv", "first": "2026-W40"})
    with Store.open(tmp_path) as store:
        newest, oldest = store.audit.last(50)
        assert (oldest.number, oldest.at, oldest.event) == (1, datetime(2026, 11, 23, 10, 30), AuditEvent.ENTERED)  # noqa: DTZ001
        assert (newest.number, newest.event) == (2, AuditEvent.EXPORT_BEGUN)
        assert newest.detail == {"format": "csv", "first": "2026-W40"}
        assert [entry.number for entry in store.audit.last(1)] == [2]


def test_what_the_centre_has_is_pending_no_more(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.road.write(ROAD)
        for _ in range(3):
            store.audit.record(AuditEvent.WRONG_PIN)
        assert [entry.number for entry in store.audit.pending_audit(2)] == [1, 2]
        store.audit.note_audit_held(2, ROAD.terminal)
        store.audit.note_audit_held(2, ROAD.terminal)
        assert [entry.number for entry in store.audit.pending_audit(10)] == [3]
        assert [entry.number for entry in store.audit.audit_after(1, 10)] == [2, 3]
        assert len(store.audit.last(50)) == 3


def test_what_a_restored_centre_has_lost_is_pending_again(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.road.write(ROAD)
        for _ in range(3):
            store.audit.record(AuditEvent.WRONG_PIN)
        store.audit.note_audit_held(3, ROAD.terminal)
        store.audit.note_audit_held(1, ROAD.terminal)
        assert [entry.number for entry in store.audit.pending_audit(10)] == [2, 3]


def test_what_another_centre_has_is_no_mark(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.road.write(replace(ROAD, terminal="another"))
        store.audit.record(AuditEvent.WRONG_PIN)
        with pytest.raises(StoreFault, match="enrolled anew"):
            store.audit.note_audit_held(1, ROAD.terminal)
        assert len(store.audit.pending_audit(10)) == 1


def test_line_of_a_newer_program_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        tea = {
            "number": 1,
            "at": datetime(2026, 11, 23, 10, 30, tzinfo=UTC),
            "event": "tea_made",
            "detail": "{}",
            "sent": False,
        }
        with store._engines.write.begin() as connection:
            insert_rows(connection, tables.audit, tea)
        with pytest.raises(StoreFault, match="newer program"):
            store.audit.pending_audit(10)


@pytest.mark.parametrize("change", ["DELETE FROM audit", "UPDATE audit SET event = 'left'", "UPDATE audit SET at = 0"])
def test_database_refuses_to_change_or_lose_a_line(tmp_path: Path, change: str) -> None:
    with Store.open(tmp_path) as store:
        store.audit.record(AuditEvent.WRONG_PIN)
        with pytest.raises(Exception, match="only grows"), store._engines.write.begin() as connection:
            connection.execute(text(change))
        store.responses.settle()
        assert [entry.event for entry in store.audit.last(50)] == [AuditEvent.WRONG_PIN]


def test_file_without_administrator_keeps_its_responses(tmp_path: Path) -> None:
    closed = response()
    with Store.open(tmp_path) as store:
        store.responses.close(closed)
        store.pins.set(PIN)
        migrating.migrate(store._engines, "0002")
        with pytest.raises(StoreFault):
            store.pins.standing()
    with Store.open(tmp_path) as store:
        assert list(store.responses.stream()) == [closed]
        assert not store.pins.standing().has_pin
        assert store.audit.last(50) == []
