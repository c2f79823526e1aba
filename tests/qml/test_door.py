"""The way into the administrator's area: hidden from visitors, found by who knows it, locked again by everything."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.audit import AuditEvent
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.qml.administering import PIN, WRONG, Administrator, Behind
from tests.qml.conftest import ROOT, Lobby, OpenLobby
from tests.qml.lock_down import Guard
from tests.qml.monkey import Monkey


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.fixture
def admin(open_lobby: OpenLobby, behind: Behind) -> Administrator:
    return Administrator(open_lobby(administration=behind))


def test_knock_and_pin_lead_in_and_the_button_leads_out(admin: Administrator, behind: Behind) -> None:
    admin.knock()
    assert admin.page == "pin"
    assert admin.lobby.visitor.reads("pinMessage") == "Proszę wpisać PIN tego terminala."
    admin.type(PIN)
    assert admin.page == "overview"
    admin.touch("closePanel")
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")
    assert not admin.lobby.visitor.sees("closePanel")
    assert behind.audit.events == [AuditEvent.ENTERED, AuditEvent.LEFT]


def test_chord_leads_in_and_digits_are_typed_on_a_keyboard(admin: Administrator) -> None:
    admin.press_chord()
    assert admin.page == "pin"
    for digit in PIN:
        admin.lobby.visitor.type(Qt.Key(Qt.Key.Key_0.value + int(digit)))
    assert admin.area.pin.count == 6
    admin.lobby.visitor.type(Qt.Key.Key_Backspace)
    assert (admin.page, admin.area.pin.count) == ("pin", 5)
    admin.lobby.visitor.type(Qt.Key(Qt.Key.Key_0.value + int(PIN[-1])))
    admin.lobby.visitor.type(Qt.Key.Key_Return)
    admin.rest()
    assert admin.page == "overview"


@pytest.mark.parametrize(
    "modifiers",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ],
)
def test_part_of_the_chord_does_nothing(admin: Administrator, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(admin.lobby.visitor.window, Qt.Key.Key_A, modifiers)
    assert admin.lobby.terminal.door.area is None


def test_without_a_pin_the_way_in_says_nothing(admin: Administrator, behind: Behind) -> None:
    behind.gate.has_pin = False
    guard = Guard(admin.lobby)
    before = admin.lobby.visitor.window.grabWindow()
    admin.knock()
    admin.press_chord()
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")
    admin.lobby.terminal.keypad.forget()
    settle_layout(admin.lobby.visitor.window)
    assert admin.lobby.visitor.window.grabWindow() == before
    assert behind.audit.events == []
    assert guard.faults() == []
    guard.leave()


def test_terminal_without_administration_hears_nothing(lobby: Lobby) -> None:
    admin = Administrator(lobby)
    admin.knock()
    admin.press_chord()
    assert lobby.terminal.door.area is None


def test_nothing_of_the_area_is_imported_before_it_is_opened() -> None:
    """Visitors pay nothing for it, at the start or at a tap."""
    script = """
        import sys
        from tests.e2e.poznan import POZNAN
        from kiosk.commands.administering.behind import Behind
        from kiosk.content.reader import read_pack
        from kiosk.terminal.application import build, make_application
        from kiosk.terminal.scenes import find, settle_layout, use_offscreen_screen
        from kiosk.terminal.options import TerminalOptions
        from pathlib import Path
        from tests.qml.fakes import FakeClock, FakeKeeper
        use_offscreen_screen()
        make_application()
        pack, clock = read_pack(POZNAN), FakeClock()
        behind = Behind(Path(sys.argv[1]), pack, clock)
        terminal = build(pack, FakeKeeper(), clock, TerminalOptions(Path("resources")), administration=behind)
        settle_layout(terminal.window)
        terminal.home.rate("4")
        settle_layout(terminal.window)
        found = [name for name in sys.modules if "administration" in name or "argon2" in name or "sqlalchemy" in name]
        terminal.close()
        sys.exit(str(found) if found else 0)
    """
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), "/nonexistent"],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr


def test_wrong_pin_is_told_with_the_tries_that_are_left(admin: Administrator, behind: Behind) -> None:
    admin.knock()
    admin.type(WRONG)
    assert admin.lobby.visitor.reads("pinMessage") == "Błędny PIN. Pozostałe próby: 4."
    admin.lobby.visitor.touch("digit-1")
    assert admin.lobby.visitor.reads("pinMessage") == "Proszę wpisać PIN tego terminala."
    assert behind.gate.threads == {"administration_0"}
    assert behind.audit.events == [AuditEvent.WRONG_PIN]


def test_wait_is_shown_and_counts_down_and_nothing_can_be_typed(admin: Administrator, behind: Behind) -> None:
    behind.gate.tries_left = 1
    admin.knock()
    admin.type(WRONG)
    assert admin.lobby.visitor.reads("pinMessage") == "Za dużo błędnych PIN-ów. Proszę poczekać: 1 min 0 s."
    assert not admin.area.pin.canType
    admin.lobby.wait(15)
    assert admin.lobby.visitor.reads("pinMessage") == "Za dużo błędnych PIN-ów. Proszę poczekać: 45 s."
    admin.lobby.visitor.tap("digit-1")
    assert admin.area.pin.count == 0
    assert behind.audit.events == [AuditEvent.LOCKED_OUT]


def test_pin_is_shown_as_dots_and_said_to_nobody(admin: Administrator) -> None:
    admin.knock()
    for digit in "482":
        admin.lobby.visitor.touch(f"digit-{digit}")
    assert admin.area.pin.count == 3
    assert admin.lobby.listener.heard == []
    admin.lobby.visitor.touch("eraseDigit")
    assert admin.area.pin.count == 2
    assert not admin.area.pin.canEnter


def test_too_short_a_pin_is_not_tried(admin: Administrator, behind: Behind) -> None:
    admin.press_chord()
    for digit in "12345":
        admin.lobby.visitor.touch(f"digit-{digit}")
    admin.lobby.visitor.tap("enterPin")
    admin.lobby.visitor.type(Qt.Key.Key_Return)
    assert behind.gate.tried == []


def test_visitor_who_gets_there_by_accident_leaves_with_one_button(admin: Administrator, behind: Behind) -> None:
    admin.knock()
    admin.touch("leavePin")
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")
    assert behind.audit.events == []


def test_page_of_the_pin_leaves_by_itself(admin: Administrator) -> None:
    admin.knock()
    admin.lobby.wait(19)
    assert admin.page == "pin"
    admin.lobby.wait(1.5)
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")


def test_typed_digits_are_forgotten_between_two_openings(admin: Administrator) -> None:
    admin.knock()
    admin.lobby.visitor.touch("digit-4")
    admin.touch("leavePin")
    admin.knock()
    assert admin.area.pin.count == 0


def test_area_locks_by_idleness_after_asking(admin: Administrator, behind: Behind) -> None:
    admin.enter()
    admin.lobby.wait(41)
    assert admin.lobby.visitor.sees("stay")
    admin.lobby.wait(20)
    admin.rest()
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")
    assert behind.audit.events == [AuditEvent.ENTERED, AuditEvent.LEFT]


def test_area_stays_for_who_uses_it(admin: Administrator) -> None:
    admin.enter()
    for tab in ("tab-export", "tab-audit", "tab-overview", "tab-tests"):
        admin.lobby.wait(38)
        admin.touch(tab)
    assert admin.page == "tests"


def test_answer_that_comes_after_the_page_was_left_lets_nobody_in(admin: Administrator, behind: Behind) -> None:
    admin.knock()
    admin.area.pin.begin(behind.gate.standing())
    for digit in PIN:
        admin.area.pin.press(int(digit))
    admin.area.pin.confirm()
    admin.area.close()
    admin.rest()
    assert (admin.page, admin.lobby.visitor.page) == ("", "home")
    assert behind.audit.events == [AuditEvent.ENTERED, AuditEvent.LEFT]


def test_open_interview_is_kept_and_closed_as_when_somebody_leaves(admin: Administrator) -> None:
    admin.lobby.visitor.touch("face-4")
    assert admin.lobby.visitor.page == "survey"
    admin.press_chord()
    admin.lobby.rest()
    assert admin.page == "pin"
    (closed,) = admin.lobby.keeper.closed.values()
    assert (dict(closed.answers), closed.complete) == ({"ogolem": ("4",)}, False)
    admin.touch("leavePin")
    assert admin.lobby.visitor.page == "home"


def test_area_opens_in_the_terminals_language_and_forgets_the_visitor(admin: Administrator) -> None:
    admin.lobby.visitor.choose_language("de")
    admin.lobby.terminal.comfort.enlarge()
    admin.press_chord()
    assert admin.lobby.terminal.language.code == "pl"
    assert admin.lobby.terminal.comfort.percent == 100


def test_area_opens_while_ratings_are_out_of_service(admin: Administrator) -> None:
    """Then it is needed most."""
    admin.lobby.keeper.is_broken = True
    admin.lobby.visitor.touch("face-4")
    assert admin.lobby.visitor.page == "outOfService"
    admin.enter()
    admin.touch("closePanel")
    assert admin.lobby.visitor.page == "outOfService"


def test_knock_on_a_sleeping_screen_leads_in(open_lobby: OpenLobby, behind: Behind) -> None:
    admin = Administrator(open_lobby(administration=behind, attract_seconds=60.0))
    admin.lobby.wait(61)
    assert admin.lobby.visitor.page == "attract"
    admin.knock()
    assert admin.page == "pin"


def test_broken_bug_of_the_terminal_locks_it(admin: Administrator) -> None:
    admin.enter()
    admin.lobby.terminal.navigation.break_down()
    assert admin.page == ""
    assert not admin.lobby.visitor.sees("closePanel")


def test_what_stands_behind_may_be_broken(open_lobby: OpenLobby, behind: Behind) -> None:
    behind.overview.is_broken = True
    admin = Administrator(open_lobby(administration=behind))
    admin.enter()
    wait_until(lambda: admin.area.overview.hasFailed)
    admin.touch("closePanel")
    behind.gate.is_broken = True
    admin.knock()
    admin.type(PIN)
    assert admin.lobby.visitor.reads("pinMessage").startswith("Nie udało się sprawdzić PIN-u")


def test_two_fingers_that_drum_on_both_corners_do_not_open(admin: Administrator) -> None:
    left, right = admin.corners()
    for _ in range(5):
        admin.lobby.visitor.land(0, left)
        admin.lobby.visitor.land(1, right, 0)
        admin.lobby.clock.advance(0.3)
        admin.lobby.visitor.leave(0, left, 1)
        admin.lobby.visitor.leave(1, right)
        admin.lobby.clock.advance(0.3)
    admin.tap(left, seconds=3.0)
    assert admin.lobby.terminal.door.area is None


def test_a_hand_that_leans_elsewhere_keeps_the_knock_from_opening(admin: Administrator) -> None:
    left, right = admin.corners()
    admin.lobby.visitor.land(0, left)
    admin.lobby.visitor.land(1, QPoint(540, 1000), 0)
    admin.lobby.visitor.leave(0, left, 1)
    for place, stays in ((left, 0.2), (right, 0.2), (left, 0.2), (right, 0.2), (left, 3.0)):
        admin.lobby.clock.advance(0.5)
        admin.lobby.visitor.land(0, place, 1)
        admin.lobby.clock.advance(stays)
        admin.lobby.visitor.leave(0, place, 1)
    assert admin.lobby.terminal.door.area is None


def test_touches_elsewhere_between_break_it_off(admin: Administrator) -> None:
    left, right = admin.corners()
    for place in (left, right, QPoint(540, 1000), left, right):
        admin.tap(place)
    admin.tap(left, seconds=3.0)
    assert admin.lobby.terminal.door.area is None


@pytest.mark.parametrize("seed", [3, pytest.param(11, marks=pytest.mark.nightly)])
def test_a_monkey_does_not_find_the_way_in(admin: Administrator, seed: int) -> None:
    monkey = Monkey(admin.lobby.terminal, admin.lobby.clock, seed)
    monkey.touch(150)
    assert admin.lobby.terminal.door.area is None
