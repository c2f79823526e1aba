"""Responses are filed under the right period whatever the clock shows, and whatever has happened to the mark."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
import threading
import zoneinfo
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import kiosk.guarded_clock
from kiosk.domain.believed_time import Doubt, Mark
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.period import Period, PeriodLength
from kiosk.guarded_clock import FILE_NAME, MarkFile, _decoded
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock, is_synchronised, running_since
from tests.builders import response
from tests.integration.machine import RELEASED, START, Machine

DEAD = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
WILD = datetime(2046, 5, 5, tzinfo=UTC)


def filed(data: Path, machine: Machine) -> Period:
    """Where a response goes that is begun and closed now, in a program that has just started."""
    clock = machine.guarded(data)
    clock.look()
    with Store.open(data, clock) as store:
        one = replace(response(), period=Period.containing(clock.now().date(), PeriodLength.WEEK))
        store.responses.close(one)
        return next(found.period for found in store.responses.stream() if found.id == one.id)


@pytest.mark.parametrize("shown", [DEAD, WILD])
def test_a_terminal_that_wakes_in_another_age_files_under_the_week_it_knew_and_under_the_right_one_later(
    tmp_path: Path, shown: datetime
) -> None:
    machine = Machine()
    assert str(filed(tmp_path, machine)) == "2026-W48"
    machine.switch_off(shown)
    assert str(filed(tmp_path, machine)) == "2026-W48"
    machine.seconds += timedelta(days=8).total_seconds()
    assert str(filed(tmp_path, machine)) == "2026-W49"
    machine.switch_off(START + timedelta(days=21))
    assert str(filed(tmp_path, machine)) == "2026-W51"


@pytest.mark.parametrize("shown", [DEAD, WILD])
def test_the_first_start_of_all_in_another_age_files_under_the_week_of_the_version(
    tmp_path: Path, shown: datetime
) -> None:
    assert filed(tmp_path, Machine(shown)) == Period.containing(RELEASED, PeriodLength.WEEK)


def test_a_running_terminal_takes_over_what_the_agent_has_heard(tmp_path: Path) -> None:
    machine = Machine(DEAD)
    terminal, agent = machine.guarded(tmp_path), machine.guarded(tmp_path)
    terminal.look()
    agent.look()
    agent.vouch(START)
    assert terminal.now().date() == RELEASED
    terminal.look()
    machine.seconds += 3600
    assert terminal.now() == START + timedelta(hours=1)
    terminal.look()
    assert agent.now() == terminal.now()


def test_a_running_terminal_comes_back_from_a_year_too_many_at_the_centres_word(tmp_path: Path) -> None:
    machine = Machine(START + timedelta(days=365))
    terminal, agent = machine.guarded(tmp_path), machine.guarded(tmp_path)
    terminal.look()
    agent.vouch(START)
    for _ in range(3):
        machine.seconds += 7200
        terminal.look()
        agent.look()
    assert terminal.now() == agent.now() == START + timedelta(hours=6)
    assert machine.guarded(tmp_path).now() == START + timedelta(hours=6)


def test_a_doubt_is_logged_once_and_says_what_to_do(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine(DEAD)
    clock = machine.guarded(tmp_path)
    for _ in range(3):
        clock.look()
    [said] = [record.getMessage() for record in caplog.records]
    assert said.startswith("this machine's clock shows 1970-01-01, which cannot be: it is not before 2026-11-01;")
    assert "kiosk clock --is-right" in said
    machine.clock.time = START
    clock.look()
    assert clock.trouble() == ""
    machine.clock.time = WILD
    clock.look()
    assert len(caplog.records) == 2
    assert clock.belief().doubt is Doubt.AHEAD


# -- the file ---------------------------------------------------------------------------------------------------------


def marked(data: Path) -> Path:
    Machine().guarded(data).look()
    return data / FILE_NAME


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: b"",
        lambda good: good[: len(good) // 2],
        lambda good: good[:-1],
        lambda good: good + b"\n",
        lambda _: os.urandom(300),
        lambda _: b"{" * 4_000,
        lambda good: good + b" " * 5_000,
        lambda good: good.replace(b"2026", b"2036"),
        lambda good: good.replace(b"60.0", b"1e99"),
        lambda good: good.replace(b"{", b"[").replace(b"}", b"]"),
    ],
)
def test_a_mark_that_was_not_written_so_is_none_and_is_replaced(tmp_path: Path, spoilt: object) -> None:
    file = marked(tmp_path)
    assert callable(spoilt)
    file.write_bytes(spoilt(file.read_bytes()))
    assert MarkFile(tmp_path).read() is None
    clock = Machine(DEAD).guarded(tmp_path)
    assert clock.now().date() == RELEASED
    clock.look()
    assert MarkFile(tmp_path).read() is not None
    assert file.stat().st_size < 400


def test_a_mark_of_a_terabyte_is_not_read_into_memory(tmp_path: Path) -> None:
    os.truncate(marked(tmp_path), 1 << 40)
    assert MarkFile(tmp_path).read() is None


def test_every_flipped_bit_of_the_mark_is_seen(tmp_path: Path) -> None:
    good = marked(tmp_path).read_bytes()
    for place in range(len(good) * 8):
        bad = bytearray(good)
        bad[place // 8] ^= 1 << place % 8
        with pytest.raises(ValueError, match=r"damaged|unpack"):
            _decoded(bytes(bad))


def test_a_running_terminal_puts_a_lost_mark_down_anew(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path)
    clock.look()
    (tmp_path / FILE_NAME).unlink()
    machine.clock.time = DEAD
    clock.look()
    assert clock.now() == START
    mark = MarkFile(tmp_path).read()
    assert mark is not None
    assert mark.at == START


def test_where_nothing_can_be_written_time_goes_on_and_it_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    before = marked(tmp_path).read_bytes()
    monkeypatch.setattr(kiosk.guarded_clock, "replace_file", refuse)
    machine = Machine(START + timedelta(days=300))
    clock = machine.guarded(tmp_path)
    clock.look()
    machine.clock.time = START + timedelta(days=600)  # 300 days after what is in memory, 600 after what is on the disk
    clock.look()
    assert clock.now() == START + timedelta(days=600)
    assert (tmp_path / FILE_NAME).read_bytes() == before
    [said] = [record.getMessage() for record in caplog.records]
    assert "is not put down" in said
    assert "Read-only file system" in said
    clock.vouch(START + timedelta(days=601))
    assert clock.now() == START + timedelta(days=601)
    with pytest.raises(EnvironmentFault, match="Read-only file system"):
        clock.set_right()


def test_there_is_a_time_without_a_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path / "none")
    assert clock.now() == START
    for days in (0, 300, 600):
        machine.clock.time = START + timedelta(days=days)
        clock.look()
        assert clock.now() == START + timedelta(days=days)
    assert "No such file or directory" in caplog.text


def test_the_mark_is_private_and_rewritten_once_an_hour(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path)
    written: set[int] = set()
    for _ in range(60 * 6):
        clock.look()
        written.add((tmp_path / FILE_NAME).stat().st_ino)
        written.add((tmp_path / FILE_NAME).stat().st_mtime_ns)
        machine.seconds += 60
        machine.clock.time += timedelta(minutes=1)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert len({path.name for path in tmp_path.iterdir()}) == 2
    assert 6 <= len(written) <= 12


def test_nothing_is_written_while_another_process_writes(tmp_path: Path) -> None:
    file = MarkFile(tmp_path)
    with file._alone(1) as is_alone:
        assert is_alone
        assert MarkFile(tmp_path).change(lambda _: pytest.fail("two at once")) is None
        clock = Machine().guarded(tmp_path)
        clock.look()
        assert clock.now() == START
        with pytest.raises(EnvironmentFault, match="try again"):
            clock.set_right()


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kiosk.domain.believed_time import Mark
from kiosk.domain.pin import Moment
from kiosk.guarded_clock import MarkFile
file, boot = MarkFile(Path(sys.argv[1])), sys.argv[2]
def one_more(old):
    return Mark(datetime(2026, 11, 23, tzinfo=UTC), Moment(boot, old.moment.seconds + 1 if old else 0))
for _ in range(150):
    file.change(one_more)
"""


def test_two_processes_at_once_leave_a_whole_mark_and_lose_no_step(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), boot], stderr=subprocess.PIPE)
        for boot in ("terminal", "agent")
    ]
    seen: list[float] = []
    while any(writer.poll() is None for writer in writers):
        mark = MarkFile(tmp_path).read()
        assert mark is not None or not seen
        if mark is not None:
            seen.append(mark.moment.seconds)
    for writer in writers:
        assert writer.communicate()[1] == b""
    assert writers[0].returncode == writers[1].returncode == 0
    assert seen == sorted(seen)


# -- people and machines ----------------------------------------------------------------------------------------------


def test_a_person_says_that_the_clock_is_right(tmp_path: Path) -> None:
    machine = Machine()
    machine.guarded(tmp_path).look()
    machine.switch_off(START + timedelta(days=900))
    terminal = machine.guarded(tmp_path)
    terminal.look()
    assert terminal.belief().doubt is Doubt.AHEAD
    machine.guarded(tmp_path).set_right()
    terminal.look()
    assert (terminal.now(), terminal.trouble()) == (START + timedelta(days=900), "")
    machine.clock.time = DEAD
    with pytest.raises(BadInput, match="set the clock first"):
        terminal.set_right()


def test_a_centre_that_is_out_of_its_mind_changes_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    clock = Machine().guarded(tmp_path)
    clock.look()
    for said in (DEAD, datetime(2200, 1, 1, tzinfo=UTC)):
        clock.vouch(said)
        assert clock.now() == START
    assert caplog.text.count("cannot be") == 2


def test_the_watch_looks_off_the_callers_thread_and_ends(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path)
    threads: list[int] = []
    looked = threading.Event()
    look = clock.look

    def noting() -> None:
        threads.append(threading.get_ident())
        look()
        looked.set()

    clock.look = noting  # type: ignore[method-assign]
    with clock.watched(seconds=0.001):
        assert looked.wait(10)
        looked.clear()
        assert looked.wait(10)
    assert threading.get_ident() not in threads
    assert "clock" not in [thread.name for thread in threading.enumerate()]


def test_asking_what_time_it_is_touches_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Machine(DEAD).guarded(tmp_path)
    for name in ("read", "change"):
        monkeypatch.setattr(MarkFile, name, lambda *_: pytest.fail("the disk was touched"))
    assert clock.now().date() == RELEASED
    assert clock.trouble()


def test_this_machine_tells_its_moment_and_whether_it_is_synchronised(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = running_since()
    first, second = moment(), moment()
    assert first.boot == second.boot
    assert 0 < first.seconds <= second.seconds
    assert is_synchronised() in (True, False)
    monkeypatch.setattr("kiosk.system_clock._BOOT_ID", Path("/nowhere"))
    nameless = running_since()
    assert nameless().boot not in (first.boot, running_since()().boot)
    assert 0 <= nameless().seconds < 60


@pytest.mark.parametrize("file", [None, b"", b"TZif", "folder"])
def test_a_machine_that_does_not_know_the_zone_goes_on_by_utc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, file: bytes | str | None
) -> None:
    (tmp_path / "Europe").mkdir()
    if isinstance(file, bytes):
        (tmp_path / "Europe" / "Warsaw").write_bytes(file)
    elif file is not None:
        (tmp_path / "Europe" / "Warsaw").mkdir()
    monkeypatch.setitem(sys.modules, "tzdata", None)
    zoneinfo.reset_tzpath([tmp_path])
    zoneinfo.ZoneInfo.clear_cache()
    try:
        now = SystemClock("Europe/Warsaw").now()
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()
    assert now.utcoffset() == timedelta()
    assert "does not know the time zone Europe/Warsaw" in caplog.text
    assert SystemClock("Europe/Warsaw").now().utcoffset() in (timedelta(hours=1), timedelta(hours=2))


def test_this_version_is_not_of_the_future() -> None:
    assert date.fromisoformat(kiosk.__released__) <= SystemClock().now().date()


def test_a_mark_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = MarkFile(tmp_path)
    machine = Machine()
    for is_vouched in (True, False):
        for was_wrong in (True, False):
            for heard in (None, START):
                mark = Mark(START, machine.guarded(tmp_path)._moment(), is_vouched, was_wrong, heard)
                assert file.change(lambda _, mark=mark: mark) == mark  # type: ignore[misc]
                assert file.read() == mark


def test_no_time_is_written_that_a_log_could_betray(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        clock = Machine().guarded(tmp_path)
        clock.look()
        clock.vouch(START)
    assert caplog.text == ""
