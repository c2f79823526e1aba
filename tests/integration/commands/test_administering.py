"""What stands behind the administrator's area keeps its promises over the real store and real folders."""

from __future__ import annotations

import csv
import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.commands.administering.behind import Behind
from kiosk.commands.administering.exporter import RELEASE
from kiosk.commands.administering.overview import StoreOverview
from kiosk.commands.administering.targets import MountedTargets
from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import FileFault, FileTrouble
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.pin import Moment
from kiosk.export.formats import ENDINGS
from kiosk.store.road import Road
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import (
    HIDDEN,
    Administration,
    Collected,
    ExportRequest,
)
from tests.builders import SURVEY, FakeClock, response
from tests.qml.sample_pack import sample_pack
from tests.qml.sticks import may_mount, stick_place

WARSAW = ZoneInfo("Europe/Warsaw")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=WARSAW)
"""Of the week 2026-W48, which is running then."""


def nothing(_share: float) -> None:
    pass


def never() -> bool:
    return False


@pytest.fixture
def pack() -> Pack:
    return replace(sample_pack(), questionnaires=(SURVEY,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        yield store


@pytest.fixture
def behind(tmp_path: Path, pack: Pack, store: Store) -> Iterator[Administration]:
    composed = Behind(tmp_path / "data", pack, FakeClock(MONDAY), moment=lambda: Moment("boot", 1000.0))
    yield composed()
    composed.end()


def week(number: int) -> Period:
    return Period.parse(f"2026-W{number}")


def collect(store: Store, count: int, period: Period, mark: str = "4", result: str = "tak") -> None:
    answers = {"ogolem": (mark,), "wynik": (result,)}
    if result != "tak":
        answers["powod"] = ("czas",)
    store.responses.add(response(answers, period=period) for _ in range(count))


def collected(store: Store, pack: Pack, now: datetime, folder: Path) -> Collected:
    return StoreOverview(store, pack, FakeClock(now), folder).read("pl").collected


# What is seen of the responses


def test_running_week_shows_nowhere(store: Store, pack: Pack, tmp_path: Path) -> None:
    collect(store, 20, week(43))
    collect(store, 9, week(47))
    before = collected(store, pack, MONDAY, tmp_path)
    collect(store, 50, week(48))
    day = Period.containing(date(2026, 11, 24), PeriodLength.DAY)
    collect(store, 7, day)
    assert collected(store, pack, MONDAY, tmp_path) == before


def test_figures_are_those_of_the_weeks_that_are_over(store: Store, pack: Pack, tmp_path: Path) -> None:
    collect(store, 20, week(43))
    collect(store, 6, week(46))
    collect(store, 5, Period.containing(date(2026, 11, 17), PeriodLength.DAY))
    collect(store, 6, Period.containing(date(2026, 11, 18), PeriodLength.DAY), mark="5")
    seen = collected(store, pack, MONDAY, tmp_path)
    assert (seen.week.first, seen.week.last, seen.week.count) == (date(2026, 11, 16), date(2026, 11, 22), "11")
    assert (seen.month.first, seen.month.last, seen.month.count) == (date(2026, 11, 2), date(2026, 11, 22), "17")
    assert (seen.whole_month.first, seen.whole_month.last) == (date(2026, 9, 28), date(2026, 11, 1))
    assert seen.whole_month.count == "20"
    first = seen.questions[0]
    assert (first.question, {row.label: row.count for row in first.rows}["five 4"]) == ("ogolem?", "20")


def test_first_days_of_a_month_have_no_figure_yet(store: Store, pack: Pack, tmp_path: Path) -> None:
    seen = collected(store, pack, datetime(2026, 11, 3, 9, 0, tzinfo=WARSAW), tmp_path)
    assert (seen.month.count, seen.week.count, seen.questions) == ("–", "0", ())


def test_small_week_is_hidden_and_the_month_that_would_give_it_away(store: Store, pack: Pack, tmp_path: Path) -> None:
    collect(store, 30, week(42))
    collect(store, 4, week(43), mark="1")
    collect(store, 4, week(47))
    seen = collected(store, pack, MONDAY, tmp_path)
    assert (seen.week.count, seen.month.count, seen.whole_month.count) == (HIDDEN, HIDDEN, HIDDEN)
    assert {row.label: row.count for row in seen.questions[0].rows}["five 1"] == HIDDEN
    collect(store, 4, week(40))
    assert collected(store, pack, MONDAY, tmp_path).whole_month.count == "38", "two small weeks hide each other"


def test_small_cells_and_what_gives_them_away_are_hidden(store: Store, pack: Pack, tmp_path: Path) -> None:
    collect(store, 30, week(43), mark="4")
    collect(store, 2, week(43), mark="1")
    collect(store, 12, week(43), mark="5", result="nie")
    counts = {row.label: row.count for row in collected(store, pack, MONDAY, tmp_path).questions[0].rows}
    assert counts["five 1"] == HIDDEN
    assert counts["five 5"] == HIDDEN, "or the total would tell"
    assert counts["five 4"] == "30"


@pytest.mark.parametrize("seed", range(4))
def test_who_looks_every_week_learns_of_no_small_group(store: Store, pack: Pack, tmp_path: Path, seed: int) -> None:
    """Everything shown over 14 weeks: no count of 1 to 4, and no week's number by subtracting two months' figures."""
    chance = random.Random(seed)
    for number in range(38, 52):
        for mark, result in (("1", "nie"), ("3", "czesc"), ("4", "tak"), ("5", "tak")):
            collect(store, chance.choice((0, 0, 1, 2, 5, 9)), week(number), mark, result)
    months: dict[date, list[str]] = {}
    for number in range(39, 53):
        now = datetime.combine(week(number).first_day, datetime.min.time(), WARSAW) + timedelta(hours=9)
        seen = collected(store, pack, now, tmp_path)
        figures = [seen.week.count, seen.month.count, seen.whole_month.count]
        figures += [row.count for question in seen.questions for row in question.rows]
        assert not {figure for figure in figures if figure in {"1", "2", "3", "4"}}
        months.setdefault(seen.month.first, []).append(seen.month.count)
        months.setdefault(seen.whole_month.first, []).append(seen.whole_month.count)
    for shown in months.values():
        numbers = [int(figure) for figure in shown if figure.isdecimal()]
        steps = {after - before for before, after in itertools.pairwise(numbers)}
        assert not steps & {1, 2, 3, 4}


def test_waiting_is_told_roughly(behind: Administration, store: Store) -> None:
    for count, told in ((4, 1), (95, 1), (2, 100)):
        collect(store, count, week(47))
        assert behind.overview.read("pl").sending.waiting == told


def test_damaged_enrolment_hides_nothing_else(behind: Administration, store: Store) -> None:
    store.road.write(Road("t", "poznan", "https://centrala.example", "key", "0" * 16, clock_off=-7))
    assert behind.overview.read("pl").health.clock_off_seconds == 7
    with store._engines.write.begin() as connection:
        connection.exec_driver_sql("UPDATE road SET central = 'x'")

    seen = behind.overview.read("pl")

    assert "enrol anew" in seen.sending.last_problem
    assert (seen.sending.is_enrolled, seen.health.clock_off_seconds) == (False, None)
    assert "road: 1" in seen.health.database_fault


def test_health_tells_of_a_damaged_file(behind: Administration, store: Store, tmp_path: Path) -> None:
    collect(store, 400, week(47))
    store.responses.settle()
    assert behind.overview.read("pl").health.database_fault == ""
    file = tmp_path / "data" / "okienko.sqlite"
    with Store.open(tmp_path / "data"):  # holds the locks that a plain open and close would drop
        content = bytearray(file.read_bytes())
        content[-8192:-4096] = b"\xff" * 4096
        file.write_bytes(content)
        with Store.open(tmp_path / "data") as damaged:
            assert damaged.damage() != ""


# What is taken out


def test_export_writes_the_questionnaire_and_time_that_were_asked_for(
    behind: Administration, store: Store, tmp_path: Path
) -> None:
    for number in (40, 41, 42, 43):
        collect(store, 5, week(number))
    other = [replace(response(period=week(41)), questionnaire="stara") for _ in range(5)]
    store.responses.add(other)
    request = ExportRequest(tmp_path, "csv", "pilot", "2026-W41", "2026-W42")
    shares: list[float] = []
    exported = behind.exporter.export(request, shares.append, never)
    assert exported is not None
    with (tmp_path / exported.name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["questionnaire"], row["period"]) for row in rows} == {("pilot", "2026-W41"), ("pilot", "2026-W42")}
    assert len(rows) == 10
    assert exported.size_bytes == (tmp_path / exported.name).stat().st_size
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_export_never_writes_over_what_was_taken_out_before(
    behind: Administration, store: Store, tmp_path: Path
) -> None:
    collect(store, 5, week(41))
    request = ExportRequest(tmp_path, "csv")
    names = [exported.name for _ in range(3) if (exported := behind.exporter.export(request, nothing, never))]
    assert len(set(names)) == 3


def test_link_on_the_stick_leads_no_export_away_from_it(behind: Administration, store: Store, tmp_path: Path) -> None:
    """A link to nothing does not exist, says the system; a release would follow it onto the terminal's own disk."""
    collect(store, 5, week(41))
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    stick.mkdir()
    elsewhere.mkdir()
    request = ExportRequest(stick, RELEASE)
    first = behind.exporter.export(request, nothing, never)
    assert first is not None
    shutil.rmtree(stick / first.name)
    (stick / first.name).symlink_to(elsewhere / "gone")
    second = behind.exporter.export(request, nothing, never)
    assert second is not None
    assert second.name != first.name
    assert (stick / second.name / "dane.csv").is_file()
    assert list(elsewhere.iterdir()) == []


def test_share_that_is_done_of_a_release_only_grows(behind: Administration, store: Store, tmp_path: Path) -> None:
    """It has several files of data: at the end of the first one not everything is written."""
    collect(store, 1500, week(41))
    shares: list[float] = []
    behind.exporter.export(ExportRequest(tmp_path, RELEASE), shares.append, never)
    assert shares == sorted(shares)
    assert [share for share in shares if 0.2 < share < 0.8]
    assert shares[-1] == 1.0


def stopping(stop: Callable[[], object], after: int) -> Callable[[float], None]:
    calls: list[float] = []

    def progress(share: float) -> None:
        calls.append(share)
        if len(calls) == after:
            stop()

    progress.calls = calls  # type: ignore[attr-defined]
    return progress


def test_cancelled_export_leaves_nothing(behind: Administration, store: Store, tmp_path: Path) -> None:
    collect(store, 2000, week(41))
    stick = tmp_path / "stick"
    stick.mkdir()
    cancelled: list[bool] = []
    progress = stopping(lambda: cancelled.append(True), after=3)
    assert behind.exporter.export(ExportRequest(stick, "csv"), progress, lambda: bool(cancelled)) is None
    assert list(stick.iterdir()) == []


def test_folder_that_goes_is_noticed_soon_and_nothing_is_left_in_it(
    behind: Administration, store: Store, tmp_path: Path
) -> None:
    collect(store, 3000, week(41))
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    stick.mkdir()

    def pull() -> None:
        stick.rename(elsewhere)
        stick.mkdir()  # what stays where a stick was mounted

    progress = stopping(pull, after=3)
    with pytest.raises(FileFault) as fault:
        behind.exporter.export(ExportRequest(stick, "csv"), progress, never)
    assert fault.value.trouble is FileTrouble.GONE
    assert len(progress.calls) == 3, "not only at the end"  # type: ignore[attr-defined]
    assert list(stick.iterdir()) == list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("suffix", [*(ending.removeprefix(".") for ending in ENDINGS), RELEASE])
def test_stick_that_is_full_is_told_as_such_whatever_a_library_calls_it(
    suffix: str, behind: Administration, store: Store, tmp_path: Path
) -> None:
    if not may_mount():
        pytest.skip("only root can mount a file system")
    collect(store, 3000, week(41))
    with stick_place(tmp_path) as stick:
        stick.plug_in("16k")
        with pytest.raises(FileFault) as fault:
            behind.exporter.export(ExportRequest(stick.folder, suffix), nothing, never)
        assert fault.value.trouble is FileTrouble.FULL
        assert stick.files() == []


def test_folder_that_is_not_there_is_told(behind: Administration, store: Store, tmp_path: Path) -> None:
    collect(store, 3, week(41))
    with pytest.raises(FileFault) as fault:
        behind.exporter.export(ExportRequest(tmp_path / "none", "csv"), nothing, never)
    assert fault.value.trouble is FileTrouble.GONE


def test_offer_names_what_there_is(behind: Administration, store: Store) -> None:
    for number in (9, 42, 41):
        collect(store, 1, Period.parse(f"2026-W{number:02}"))
    offer = behind.exporter.offer("pl")
    assert offer.periods == ("2026-W09", "2026-W41", "2026-W42")
    assert offer.questionnaires == (("pilot", "Ankieta"),)
    assert offer.formats == ("csv", "xlsx", "sav", "dta", "parquet", "jsonl", "release")


def test_export_tells_that_something_is_held_back_and_not_how_much(
    behind: Administration, store: Store, tmp_path: Path
) -> None:
    collect(store, 7, week(41))
    exported = behind.exporter.export(ExportRequest(tmp_path, "csv"), nothing, never)
    assert exported is not None
    assert not exported.has_held_back
    collect(store, 1, Period.containing(MONDAY.date(), PeriodLength.WEEK))
    exported = behind.exporter.export(ExportRequest(tmp_path, "csv"), nothing, never)
    assert exported is not None
    assert exported.has_held_back


def test_offer_says_nothing_of_the_week_that_runs(behind: Administration, store: Store) -> None:
    collect(store, 9, week(48))
    assert behind.exporter.offer("pl").periods == ()


@pytest.mark.parametrize("suffix", ["xlsx", "sav", "dta", "parquet", "jsonl", "release"])
def test_every_offered_format_is_written_whole(
    suffix: str, behind: Administration, store: Store, tmp_path: Path
) -> None:
    collect(store, 5, week(41))
    exported = behind.exporter.export(ExportRequest(tmp_path, suffix, "pilot"), nothing, never)
    assert exported is not None
    path = tmp_path / exported.name
    assert path.is_dir() is (suffix == "release")
    assert exported.size_bytes > 500


# Where to, and who


def test_only_what_is_mounted_is_a_stick(tmp_path: Path) -> None:
    (tmp_path / "media" / "left_behind").mkdir(parents=True)
    share = tmp_path / "share"
    share.mkdir()
    assert MountedTargets([tmp_path / "media", tmp_path / "none"]).find() == []
    (found,) = MountedTargets([tmp_path / "media"], str(share)).find()
    assert (found.folder, found.is_removable, found.is_writable) == (share, False, True)
    assert MountedTargets([], str(tmp_path / "unmounted share")).find() == []


def test_gate_and_audit_are_the_stores(behind: Administration, store: Store) -> None:
    assert not behind.gate.standing().has_pin
    store.pins.set("482915")
    assert behind.gate.enter("905172").tries_left == 4
    assert behind.gate.enter("482915").is_open
    behind.audit.record(AuditEvent.ENTERED, {})
    assert [entry.event for entry in behind.audit.last(50)] == [AuditEvent.ENTERED]
