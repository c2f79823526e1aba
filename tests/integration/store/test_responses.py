"""What is saved is in the file: whole, once, and readable after the process is gone."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from kiosk.domain.counts import DECLINED, FLAGGED, NOT_ASKED, Column
from kiosk.domain.errors import StoreFault
from kiosk.domain.period import Period, PeriodLength
from kiosk.store.engine import _PATIENCE
from kiosk.store.folder import FILE_NAME, only_terminal
from kiosk.store.store import Store
from tests.builders import FakeClock, response


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, FakeClock()) as opened:
        yield opened


def test_open_interview_is_not_a_response_until_closed(store: Store) -> None:
    begun = response({"ogolem": ("2",)}, complete=False)
    store.responses.keep(begun)
    assert list(store.responses.stream()) == []
    store.responses.close(replace(begun, complete=True, answers={"ogolem": ("2",), "wynik": ()}))
    [closed] = store.responses.stream()
    assert closed.answers == {"ogolem": ("2",), "wynik": ()}
    assert closed.complete


def test_closing_twice_is_one_response_and_one_tally(store: Store, tmp_path: Path) -> None:
    one = response()
    store.responses.close(one)
    store.responses.close(one)
    assert len(list(store.responses.stream())) == 1
    assert store.outbox.waiting() == 1
    connection = dbapi2.connect(tmp_path / FILE_NAME)
    assert connection.execute("SELECT weekday, hour, code, count FROM tallies").fetchall() == [(1, 10, "4", 1)]
    connection.close()


def test_what_a_crash_left_open_is_kept_as_incomplete(tmp_path: Path) -> None:
    with Store.open(tmp_path) as before:
        before.responses.keep(response({"ogolem": ("1",)}, complete=False))
    with Store.open(tmp_path) as after:
        assert after.responses.recover() == 1
        assert after.responses.recover() == 0
        [left] = after.responses.stream()
        assert (left.complete, left.answers) == (False, {"ogolem": ("1",)})
        assert after.outbox.waiting() == 1


def test_what_is_closed_after_its_period_was_over_counts_in_the_one_that_runs(tmp_path: Path) -> None:
    """On Monday morning last week has been told: it must not grow by whoever was there when the power went."""
    clock, day_before = FakeClock(), Period.containing(date(2026, 11, 22), PeriodLength.DAY)
    left, late = response(period=Period.parse("2026-W47"), complete=False), response(period=day_before)
    dead = response(period=Period.parse("2026-W48"))
    with Store.open(tmp_path, clock) as store:
        store.responses.keep(left)
        store.responses.recover()
        store.responses.close(late)
        clock.time = datetime(1970, 1, 1, 1, 0, tzinfo=UTC)
        store.responses.close(dead)
        found = {one.id: str(one.period) for one in store.responses.stream()}
    assert found == {left.id: "2026-W48", late.id: "2026-11-23", dead.id: "2026-W48"}


def test_flags_are_kept_from_the_first_answer_on_and_survive_a_crash(tmp_path: Path) -> None:
    flagged, plain = response(complete=False, flags=("burst-1", "line-2")), response()
    with Store.open(tmp_path) as before:
        before.responses.keep(flagged)
        before.responses.close(plain)
    with Store.open(tmp_path) as after:
        after.responses.recover()
        assert {one.id: one.flags for one in after.responses.stream()} == {flagged.id: flagged.flags, plain.id: ()}
        assert {one.id: one.flags for one in after.outbox.pending(9)} == {flagged.id: flagged.flags, plain.id: ()}


def test_flagged_ones_are_counted_apart_and_by_nothing_finer(store: Store) -> None:
    flags: tuple[tuple[str, ...], ...] = ((), (), (), ("burst-1",), ("burst-1", "line-2"))
    store.responses.add([response(flags=some) for some in flags])
    assert store.counting.count([FLAGGED]).cells == {("0",): 3, ("1",): 2}
    assert store.counting.count([]).total == 5


def test_adding_is_all_or_nothing_and_passes_over_what_is_here(store: Store) -> None:
    many = [response() for _ in range(10)]
    assert store.responses.add(many) == 10
    assert store.responses.add(many) == 0

    def broken() -> Iterator[object]:
        yield response()
        raise RuntimeError("the file ended")

    with pytest.raises(RuntimeError):
        store.responses.add(broken())  # type: ignore[arg-type]  # never gets as far as its wrong part
    assert store.counting.count([]).total == 10


def test_counts_tell_declined_from_not_asked(store: Store) -> None:
    store.responses.add(
        [
            response({"ogolem": ("5",), "wynik": ("nie",), "powod": ("dok", "czas")}),
            response({"ogolem": ("5",), "wynik": ("nie",), "powod": ()}),
            response({"ogolem": ("1",), "wynik": ("tak",)}),
        ]
    )
    count = store.counting.count
    assert count([Column("ogolem", is_question=True)]).cells == {("5",): 2, ("1",): 1}
    assert count([Column("powod", is_question=True, code="dok")]).cells == {
        ("1",): 1,
        (DECLINED,): 1,
        (NOT_ASKED,): 1,
    }
    assert count([Column("language"), Column("complete")]).cells == {("pl", "1"): 3}
    assert count([], "another").total == 0


def test_choices_whose_codes_look_alike_are_counted_apart(store: Store) -> None:
    store.responses.add([response({"powod": ("a_b",)}), response({"powod": ("A_b",)}), response({"powod": ("axb",)})])
    codes = [Column("powod", is_question=True, code=code) for code in ("a_b", "A_b", "axb", "x")]
    together = store.counting.count(codes)
    for code in codes:
        assert together.only([code]) == store.counting.count([code])
    assert [together.only([code]).cells.get(("1",), 0) for code in codes] == [1, 1, 1, 0]


@pytest.mark.parametrize("name", ["a?b", "a#b", "a%20b", "a b", "ż"])
def test_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name) as store:
        store.responses.close(response())
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / FILE_NAME).stat().st_size > 0


def test_reading_gives_the_rows_of_some_periods_as_they_are_kept(store: Store) -> None:
    given = [response({"b": ("1",), "a": ()}, period=Period.parse(f"2026-W{week}")) for week in (40, 41, 42)]
    store.responses.add(given)
    with store.reading.opened() as reading:
        assert [(one.version, one.period, one.responses) for one in sorted(reading.period_counts())] == [
            (1, f"2026-W{week}", 1) for week in (40, 41, 42)
        ]
        found = list(reading.records("pilot", {"2026-W41", "2026-W42"}))
        assert sorted(one.id for one in found) == sorted(one.id for one in given[1:])
        assert {one.answers for one in found} == {'{"a":[],"b":["1"]}'}
        assert list(reading.records("other", {"2026-W41"})) == []
        assert sorted(reading.given_answers("pilot", 1)) == [("a", ()), ("b", ("1",))]


def test_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new") as store:
        store.responses.close(response())
        for file in (tmp_path / "new").iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_durability_settings_are_on(store: Store) -> None:
    connection = store._engines.write.raw_connection()
    cursor = connection.cursor()
    pragmas = ("journal_mode", "synchronous", "secure_delete")
    found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas}
    connection.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_reader_does_not_hold_up_the_visitor(store: Store) -> None:
    store.responses.add([response() for _ in range(3000)])
    reading = store.responses.stream()
    next(reading)
    store.responses.keep(response(complete=False))
    began = time.monotonic()
    store.responses.settle()
    assert time.monotonic() - began < _PATIENCE / 2000, "so long it waits for a writer, for a reader not at all"
    assert sum(1 for _ in reading) == 2999


def test_settling_is_put_off_by_a_reader_and_done_later(store: Store, tmp_path: Path) -> None:
    log = tmp_path / f"{FILE_NAME}-wal"
    store.responses.add([response() for _ in range(3000)])
    reading = store.responses.stream()
    next(reading)
    store.responses.settle()
    assert log.stat().st_size > 0
    reading.close()  # type: ignore[attr-defined]  # it is a generator
    store.responses.settle()
    assert log.stat().st_size == 0


def test_unreadable_file_is_moved_aside_and_told(tmp_path: Path) -> None:
    content = b"this is no database, whatever its name says" * 100
    (tmp_path / FILE_NAME).write_bytes(content)
    with Store.open(tmp_path, FakeClock()) as store:
        assert store.damage() == f"{FILE_NAME}.corrupt.2026-11-23"
    assert (tmp_path / f"{FILE_NAME}.corrupt.2026-11-23").read_bytes() == content


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    script = (
        "import sys; from pathlib import Path; from kiosk.store.store import Store\n"
        "from tests.builders import response\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "for _ in range(200): store.responses.keep(one := response()); store.responses.close(one)\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path)]) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    with Store.open(tmp_path) as store:
        assert store.counting.count([]).total == 400


def test_answer_survives_kill_after_it_was_kept(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kiosk.store.store import Store\n"
        "from tests.builders import response\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "while True: store.responses.keep(one := response()); print(one.id, flush=True)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    shown = [writer.stdout.readline().strip() for _ in range(50)]
    os.kill(writer.pid, signal.SIGKILL)
    shown += writer.stdout.read().split()
    writer.stdout.close()
    writer.wait()
    with Store.open(tmp_path) as store:
        store.responses.recover()
        there = {one.id for one in store.responses.stream()}
    assert {uuid.UUID(one) for one in shown if len(one) == 36} <= {uuid.UUID(one) for one in there}


def test_second_terminal_on_one_folder_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    with only_terminal(tmp_path), pytest.raises(StoreFault, match="another terminal"), only_terminal(tmp_path):
        pass
    with only_terminal(tmp_path):
        pass
