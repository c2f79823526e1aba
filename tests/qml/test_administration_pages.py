"""The pages inside the area: what they show, what they start, and that all of it is written down."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import FileFault, FileTrouble
from kiosk.terminal.administration.ports import Ending, ExportRequest
from kiosk.terminal.scenes import find, settle_layout, wait_until
from kiosk.terminal.typography import as_spoken
from tests.qml.administering import PIN, SHARE, STICK, Administrator, Behind, FakeProgram
from tests.qml.conftest import LANDSCAPE, PORTRAIT, ROOT, OpenLobby
from tests.qml.driving import middle

TABLET, LARGE = ((1280, 800), 5.89), ((1080, 1920), 2.71)


@pytest.fixture
def behind() -> Behind:
    behind = Behind()
    behind.targets.targets = [STICK]
    return behind


@pytest.fixture
def admin(open_lobby: OpenLobby, behind: Behind) -> Administrator:
    administrator = Administrator(open_lobby(administration=behind))
    administrator.enter()
    return administrator


def values(admin: Administrator) -> dict[str, str]:
    rows = admin.area.overview.rows.rows
    return {as_spoken(str(row["name"])): as_spoken(str(row["value"])) for row in rows}


def test_overview_tells_what_was_collected_what_waits_and_how_the_terminal_is(admin: Administrator) -> None:
    shown = values(admin)
    assert shown["Ostatni pełny tydzień\n16 lis 2026 – 22 lis 2026"] == "54"
    assert shown["ocena 1"] == "•"
    assert shown["Ankiety czekające na wysłanie"] == "15 lub więcej"
    assert shown["Ostatnia wysyłka"] == "23 lis 2026, 08:05", "in the office's own zone"
    assert shown["Baza danych"] == "w porządku"
    bad = [row["name"] for row in admin.area.overview.rows.rows if row["isBad"]]
    assert bad == ["Ostatni problem", "Wolne miejsce na dysku"]


@pytest.mark.parametrize(("waiting", "told"), [(0, "0"), (1, "1 lub więcej"), (100, "100 lub więcej")])
def test_what_waits_is_told_as_it_is_meant(admin: Administrator, behind: Behind, waiting: int, told: str) -> None:
    """The port gives 0 where there is none: "fewer than 5" beside "1 or more" would leave 1 to 4 in neither."""
    behind.overview.waiting = waiting
    admin.touch("tab-overview")
    assert values(admin)["Ankiety czekające na wysłanie"] == told


def test_nothing_that_was_read_stays_when_the_area_is_closed(admin: Administrator) -> None:
    admin.touch("tab-audit")
    area = admin.area
    admin.touch("closePanel")
    assert list(area.overview.rows.rows) == list(area.auditing.rows.rows) == []


def test_what_is_read_after_the_area_was_closed_is_kept_by_nobody(admin: Administrator, behind: Behind) -> None:
    """Reading may take seconds; whoever locks the area meanwhile must not find the figures at the next opening."""
    for page, rows in (("overview", admin.area.overview.rows), ("audit", admin.area.auditing.rows)):
        admin.area.open(page)
        admin.area.close()
        admin.rest()
        assert admin.page == ""
        assert list(rows.rows) == [], page
        admin.enter()
        assert values(admin)["ocena 1"] == "•", "and the next one reads anew"


def test_end_of_an_export_begins_on_its_first_page(open_lobby: OpenLobby, behind: Behind) -> None:
    """Large text on a small panel: after one that went well, why the next one failed is not on a later page."""
    size, scale = TABLET
    admin = Administrator(open_lobby(size, scale, "de", administration=behind))
    admin.knock()
    for _ in range(2):
        admin.lobby.terminal.comfort.enlarge()
    admin.type(PIN)
    admin.touch("tab-export")
    admin.begin_export()
    admin.rest()
    admin.turn_to("exportAdvice")
    behind.exporter.fault = FileFault(FileTrouble.READ_ONLY, "one sentence")
    admin.touch("exportAgain")
    admin.begin_export()
    admin.rest()
    settle_layout(admin.lobby.visitor.window)
    assert not find(admin.lobby.visitor.window, "previousPage").isEnabled()


def test_export_takes_what_was_chosen(admin: Administrator, behind: Behind) -> None:
    behind.targets.targets.append(SHARE)
    admin.touch("tab-export")
    for field, code in (
        ("target", "/srv/ankiety"),
        ("format", "sav"),
        ("questionnaire", "pilot"),
        ("first", "2026-W41"),
        ("last", "2026-W44"),
    ):
        admin.touch(f"pick-{field}")
        admin.touch(f"choice-{code}")
    admin.begin_export()
    admin.rest()
    assert behind.exporter.requests == [ExportRequest(Path("/srv/ankiety"), "sav", "pilot", "2026-W41", "2026-W44")]
    assert behind.exporter.threads == {"administration_0"}
    assert admin.lobby.visitor.reads("exportResult") == "okienko.sav (1,3 MB)"
    detail = {"format": "sav", "questionnaire": "pilot", "first": "2026-W41", "last": "2026-W44"}
    assert behind.audit.recorded[1:] == [(AuditEvent.EXPORT_BEGUN, detail), (AuditEvent.EXPORT_DONE, detail)]


def test_what_is_held_back_is_told_where_the_file_is_written(admin: Administrator, behind: Behind) -> None:
    told = []
    for behind.exporter.has_held_back in (False, True):
        admin.touch("tab-export")
        admin.begin_export()
        admin.rest()
        told.append(admin.lobby.visitor.reads("exportAdvice"))
        admin.touch("exportAgain")
    assert told[1].startswith(f"{told[0]} Plik nie zawiera jeszcze")


def test_bounds_of_the_time_stay_in_their_order(admin: Administrator) -> None:
    admin.touch("tab-export")
    for field, code in (("last", "2026-W42"), ("first", "2026-W45")):
        admin.area.exporting.pick(field)
        admin.area.exporting.choose(code)
    request = admin.area.exporting._choice.request()
    assert request is not None
    assert (request.first, request.last) == ("2026-W45", "2026-W45")


def test_stick_that_is_plugged_in_is_listed_by_itself(admin: Administrator, behind: Behind) -> None:
    behind.targets.targets = []
    admin.touch("tab-export")
    assert admin.area.exporting.target == "Nie włożono pendrive’a"
    assert not admin.area.exporting.canExport
    behind.targets.targets = [STICK]
    admin.lobby.wait(2.5)
    admin.rest()
    assert admin.area.exporting.target == "Pendrive STICK, wolne 7,3 GB"
    assert admin.area.exporting.canExport


def test_stick_that_cannot_be_written_to_is_not_taken_unasked(admin: Administrator, behind: Behind) -> None:
    behind.targets.targets = [replace(STICK, is_writable=False)]
    admin.touch("tab-export")
    assert admin.area.exporting.target == "Proszę wybrać"
    admin.touch("pick-target")
    (row,) = admin.area.exporting.rows.rows
    assert row["label"] == "Pendrive STICK, nie można na nim zapisywać"


def test_stick_that_went_just_before_is_not_replaced_by_the_terminals_own_disk(
    admin: Administrator, behind: Behind
) -> None:
    admin.touch("tab-export")
    behind.targets.targets = []
    admin.begin_export()
    admin.rest()
    assert admin.lobby.visitor.reads("exportResult") == "Nośnik odłączono, zanim wszystko zostało zapisane."
    assert behind.exporter.requests == []


def test_export_shows_how_far_it_is_and_can_be_cancelled(admin: Administrator, behind: Behind) -> None:
    behind.exporter.let_pass.clear()
    admin.touch("tab-export")
    admin.begin_export()
    wait_until(lambda: admin.area.exporting.share == 0.4)
    settle_layout(admin.lobby.visitor.window)
    assert admin.lobby.visitor.reads("exportShare") == "Zapisano: 40%"
    admin.lobby.visitor.tap("tab-overview")
    assert admin.page == "export", "it is waited for"
    admin.touch("cancelExport")
    assert admin.area.exporting.step == "cancelled"
    assert behind.audit.events[-1] is AuditEvent.EXPORT_CANCELLED


def test_area_does_not_lock_while_an_export_runs_and_does_afterwards(admin: Administrator, behind: Behind) -> None:
    behind.exporter.let_pass.clear()
    admin.touch("tab-export")
    admin.begin_export()
    wait_until(lambda: admin.area.exporting.share == 0.4)
    for _ in range(10):
        admin.lobby.wait(30)
    assert admin.page == "export"
    behind.exporter.let_pass.set()
    admin.rest()
    assert admin.area.exporting.step == "done"
    admin.lobby.wait(61)
    assert admin.page == ""


def test_closing_the_panel_cancels_a_running_export(admin: Administrator, behind: Behind) -> None:
    behind.exporter.let_pass.clear()
    admin.touch("tab-export")
    admin.begin_export()
    admin.touch("closePanel")
    admin.rest()
    assert behind.audit.events[-2:] == [AuditEvent.EXPORT_CANCELLED, AuditEvent.LEFT]


def test_every_trouble_is_told_with_what_to_do(admin: Administrator, behind: Behind) -> None:
    admin.touch("tab-export")
    told = set()
    for trouble in FileTrouble:
        behind.exporter.fault = FileFault(trouble, "one sentence")
        admin.begin_export()
        admin.rest()
        told.add(admin.lobby.visitor.reads("exportResult"))
        assert admin.lobby.visitor.reads("exportAdvice").startswith("Proszę ")
        assert behind.audit.events[-1] is AuditEvent.EXPORT_FAILED
        admin.touch("exportAgain")
        assert admin.area.exporting.step == "choosing"
    assert len(told) == len(FileTrouble)


def test_sound_test_says_a_chime_and_a_sentence(admin: Administrator, behind: Behind) -> None:
    admin.touch("tab-tests")
    admin.touch("testSound")
    chime, sentence = admin.lobby.listener.heard
    assert chime.recording is not None
    assert chime.recording.is_file()
    assert (sentence.text, sentence.language) == ("To jest test dźwięku tego terminala.", "pl")
    assert behind.audit.events[-1] is AuditEvent.SOUND_TESTED


def cross(admin: Administrator) -> QPoint:
    return find(admin.lobby.visitor.window, "cross").position().toPoint()


def touch_crosses(admin: Administrator, count: int, off: QPoint) -> None:
    for _ in range(count):
        place = cross(admin) + off
        admin.lobby.visitor.land(0, place)
        admin.lobby.visitor.leave(0, place)
        settle_layout(admin.lobby.visitor.window)


def test_touch_test_tells_in_millimetres_how_far_off_touches_are(admin: Administrator, behind: Behind) -> None:
    admin.touch("tab-tests")
    admin.touch("testTouch")
    first = cross(admin)
    touch_crosses(admin, 8, QPoint(4, 3))
    touch_crosses(admin, 1, QPoint(-25, -20))
    assert first.x() < 100 > first.y(), "the first is in a corner"
    offsets = [float(str(row["offset"]).split()[0].replace(",", ".")) for row in admin.area.touch_test.hits.rows]
    assert offsets[:8] == pytest.approx([5 / 4.03] * 8, abs=0.3)
    assert offsets[8] == pytest.approx(32.0 / 4.03, abs=0.3)
    worst = as_spoken(str(admin.area.touch_test.hits.rows[8]["offset"]))
    assert admin.lobby.visitor.reads("touchResult") == (
        f"Dotknięcia odbiegają nawet o {worst}: ekran trzeba skalibrować."
    )
    admin.rest()  # the worker records it
    assert behind.audit.events[-1] is AuditEvent.TOUCH_TESTED
    admin.touch("leaveTouch")
    assert admin.page == "tests"


def test_touch_test_ends_by_itself_on_a_panel_that_feels_nothing(admin: Administrator) -> None:
    admin.touch("tab-tests")
    admin.touch("testTouch")
    touch_crosses(admin, 2, QPoint(0, 0))
    admin.lobby.wait(14)
    assert admin.lobby.visitor.sees("cross")
    admin.lobby.wait(2)
    assert not admin.lobby.visitor.sees("cross")
    assert admin.lobby.visitor.reads("touchResult").startswith("Test zakończył się wcześniej")


@pytest.mark.parametrize(
    ("button", "how", "event"),
    [
        ("restartProgram", Ending.RESTART, AuditEvent.RESTARTED),
        ("closeProgram", Ending.CLOSE, AuditEvent.CLOSED),
    ],
)
def test_program_ends_only_after_a_yes(
    open_lobby: OpenLobby, behind: Behind, button: str, how: Ending, event: AuditEvent
) -> None:
    admin = Administrator(open_lobby(administration=behind))
    program = FakeProgram()
    admin.lobby.terminal.door._program = program
    admin.enter()
    admin.touch("tab-program")
    admin.touch(button)
    admin.touch("keepRunning")
    assert program.ended == []
    admin.touch(button)
    admin.touch("confirmEnd")
    assert program.ended == [how]
    assert behind.audit.events[-1] is event


@pytest.mark.parametrize(("how", "status"), [("RESTART", 75), ("CLOSE", 0)])
def test_supervisor_is_told_by_the_exit_status(how: str, status: int) -> None:
    script = f"""
        import sys
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from kiosk.terminal.administration.ports import Ending
        from kiosk.terminal.application import make_application, run_terminal
        from kiosk.terminal.door import _Application
        from kiosk.terminal.options import TerminalOptions
        from kiosk.terminal.scenes import use_offscreen_screen
        from tests.qml.fakes import FakeClock, FakeKeeper
        from tests.qml.sample_pack import sample_pack
        use_offscreen_screen()
        make_application()
        QTimer.singleShot(300, lambda: _Application().end(Ending.{how}))
        options = TerminalOptions(Path("resources"), full_screen=True)
        sys.exit(run_terminal(sample_pack(), FakeKeeper(), FakeClock(), options))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == status, done.stderr


def test_journal_lists_what_was_done_newest_first(admin: Administrator, behind: Behind) -> None:
    behind.audit.record(AuditEvent.EXPORT_DONE, {"format": "csv", "first": "2026-W40"})
    admin.touch("tab-audit")
    rows = admin.area.auditing.rows.rows
    assert [row["what"] for row in rows] == ["Zakończono eksport (csv · 2026-W40)", "Otwarto panel"]
    assert as_spoken(str(rows[0]["when"])) == "23 lis 2026, 09:00"


def test_area_goes_by_keys_alone(open_lobby: OpenLobby, behind: Behind) -> None:
    admin = Administrator(open_lobby(administration=behind))
    admin.press_chord()
    for digit in "482915":
        admin.lobby.visitor.type(Qt.Key(Qt.Key.Key_0.value + int(digit)))
    admin.lobby.visitor.type(Qt.Key.Key_Return)
    admin.rest()
    walk(admin, "tab-export")
    walk(admin, "pick-format")
    walk(admin, "choice-xlsx")
    walk(admin, "beginExport")
    assert behind.exporter.requests == [ExportRequest(STICK.folder, "xlsx", "pilot")]
    walk(admin, "closePanel")
    assert admin.lobby.visitor.page == "home"


def walk(admin: Administrator, name: str) -> None:
    """Tab until the ring stands on it, and press it."""
    window = admin.lobby.visitor.window
    for _ in range(40):
        admin.lobby.visitor.type(Qt.Key.Key_Tab)
        if window.activeFocusItem().objectName() == name:
            admin.lobby.visitor.type(Qt.Key.Key_Return)
            admin.rest()
            return
    raise AssertionError(f"keys do not lead to {name}")


@pytest.mark.parametrize(("panel", "scale"), [(PORTRAIT, 0), (TABLET, 2), (LANDSCAPE, 2), (LARGE, 0)])
def test_pad_and_bar_are_whole_and_large_enough_on_every_panel(
    open_lobby: OpenLobby, behind: Behind, panel: tuple[tuple[int, int], float], scale: int
) -> None:
    size, pixels = panel
    admin = Administrator(open_lobby(size, pixels, "de", administration=behind))
    admin.knock()
    for _ in range(scale):
        admin.lobby.terminal.comfort.enlarge()
    names = [*(f"digit-{digit}" for digit in range(10)), "enterPin", "eraseDigit", "leavePin"]
    assert small_or_outside(admin, names, 20 * pixels) == []
    admin.area.pin.begin(behind.gate.standing())
    admin.type("482915")
    tabs = [f"tab-{name}" for name in ("overview", "export", "tests", "program", "audit")]
    assert small_or_outside(admin, [*tabs, "closePanel"], 20 * pixels) == []


def small_or_outside(admin: Administrator, names: list[str], least: float) -> list[str]:
    window = admin.lobby.visitor.window
    settle_layout(window)
    faults = []
    for name in names:
        item = find(window, name)
        centre = middle(item)
        across, down = item.width() / 2, item.height() / 2
        is_inside = 0 <= centre.x() - across <= centre.x() + across <= window.width()
        if not (is_inside and 0 <= centre.y() - down <= centre.y() + down <= window.height()):
            faults.append(f"{name} is outside")
        if min(item.width(), item.height()) < least - 1:
            faults.append(f"{name} is {item.width():.0f} x {item.height():.0f}")
    return faults
