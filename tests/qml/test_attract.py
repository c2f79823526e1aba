"""The attract loop begins when nobody is here, any sign of life ends it, and what wakes the screen presses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.terminal.attract import SLIDE_SECONDS
from kiosk.terminal.scenes import find, settle_layout
from kiosk.terminal.signs import MOST
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.sleeping import ELSEWHERE, asleep, tap
from tests.qml.test_forgetting import first_screens, same, settle_in

ARM = QPoint(200, 700)


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby(attract_seconds=60)


# When it begins


def test_it_begins_after_a_minute_without_a_touch_and_not_before(lobby: Lobby) -> None:
    lobby.wait(59)
    assert lobby.visitor.page == "home"
    lobby.wait(1)
    assert lobby.visitor.page == "attract"
    assert lobby.visitor.sees("wake")
    assert not lobby.visitor.sees("face-4")
    assert not lobby.visitor.sees("language"), "the strip is away"


def test_a_touch_on_the_home_page_begins_the_minute_again(lobby: Lobby) -> None:
    lobby.wait(40)
    tap(lobby, QPoint(540, 30))
    lobby.wait(59)
    assert lobby.visitor.page == "home"
    lobby.wait(1)
    assert lobby.visitor.page == "attract"


def test_it_never_begins_where_the_office_does_not_want_it(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(attract_seconds=0)
    for _ in range(20):
        lobby.wait(60)
        assert lobby.visitor.page == "home"


@pytest.mark.parametrize("seconds", [10, 300])
def test_it_begins_late_where_the_office_wants_so_and_never_before_everything_is_forgotten(
    open_lobby: OpenLobby, seconds: float
) -> None:
    lobby = open_lobby(attract_seconds=seconds)
    lobby.visitor.choose_language("de")
    lobby.wait(59)
    assert (lobby.visitor.page, lobby.terminal.language.code) == ("home", "de")
    while lobby.visitor.page == "home":
        lobby.wait(1)
        assert lobby.terminal.language.code == "pl"
    assert lobby.clock.monotonic() == pytest.approx(1000 + max(60, seconds))


def test_large_text_and_speech_are_given_three_times_as_long(lobby: Lobby) -> None:
    lobby.visitor.touch("textSize")
    lobby.wait(179)
    assert lobby.visitor.page == "home"
    assert lobby.terminal.comfort.percent == 150
    lobby.wait(1)
    assert lobby.visitor.page == "attract"
    assert lobby.terminal.comfort.percent == 100


@pytest.mark.parametrize("name", ["face-3", "catalogue", "language"])
def test_it_begins_only_from_the_home_page(lobby: Lobby, name: str) -> None:
    lobby.visitor.touch(name)
    page = lobby.visitor.page
    for _ in range(79):
        lobby.wait(1)
        assert lobby.visitor.page == page
    lobby.wait(1)
    lobby.rest()
    assert lobby.visitor.page == "home"
    asleep(lobby)


def test_a_broken_store_is_not_hidden_by_it(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    lobby.visitor.touch("face-3")
    for _ in range(10):
        lobby.wait(60)
        lobby.rest()
        assert lobby.visitor.page == "outOfService"


def test_a_store_that_is_slow_to_keep_a_rating_is_waited_for(lobby: Lobby) -> None:
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("face-3")
    lobby.wait(60)
    assert lobby.visitor.page != "attract"


def test_an_answer_that_cannot_be_kept_is_told_also_while_it_sleeps(lobby: Lobby) -> None:
    lobby.visitor.touch("face-3")
    lobby.keeper.is_broken = True
    lobby.keeper.let_pass.clear()
    lobby.visitor.touch("home")
    asleep(lobby)
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert lobby.visitor.page == "outOfService"


def test_everything_of_the_visit_before_is_forgotten(lobby: Lobby) -> None:
    fresh = first_screens(lobby)
    settle_in(lobby)
    lobby.terminal.reading.turn(on=True)
    lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.wait(180)
    assert lobby.visitor.page == "attract"
    assert lobby.terminal.language.code == "pl"
    assert not lobby.terminal.comfort.is_changed
    assert not lobby.terminal.reading.isOn
    assert not lobby.terminal.keypad.isUsed
    tap(lobby, ELSEWHERE)
    lobby.wait(1)
    assert all(same(now, then) for now, then in zip(first_screens(lobby), fresh, strict=True))


def test_the_store_tidies_up_while_it_sleeps(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    lobby.wait(2)
    lobby.rest()
    assert (lobby.keeper.asked_to_settle, lobby.keeper.settled) == (1, 0)
    lobby.keeper.is_broken = False
    lobby.wait(58)
    assert lobby.visitor.page == "attract"
    lobby.rest()
    assert lobby.keeper.settled == 0, "it is asked again only after a minute"
    for _ in range(3):
        lobby.wait(3)
        lobby.rest()
    assert lobby.visitor.page == "attract"
    assert lobby.keeper.settled == 1


def test_it_is_silent(lobby: Lobby) -> None:
    asleep(lobby)
    for _ in range(20):
        lobby.wait(SLIDE_SECONDS)
    assert not lobby.listener.heard


# What wakes it


@pytest.mark.parametrize("face", ["face-1", "face-5", "catalogue", "textSize"])
def test_a_touch_where_a_target_will_be_wakes_and_presses_nothing(lobby: Lobby, face: str) -> None:
    place = lobby.visitor.place(face)
    asleep(lobby)
    lobby.visitor.land(0, place)
    assert lobby.visitor.page == "home", "at the touch, not when it is lifted"
    settle_layout(lobby.visitor.window)
    lobby.visitor.leave(0, place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    assert not lobby.terminal.comfort.is_changed
    lobby.wait(1)
    lobby.visitor.touch("face-4")
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_the_second_of_two_quick_taps_presses_nothing(lobby: Lobby) -> None:
    place = lobby.visitor.place("face-1")
    asleep(lobby)
    tap(lobby, place)
    lobby.clock.advance(0.3)
    tap(lobby, place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    lobby.clock.advance(1)
    tap(lobby, place)
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("1",)}


def test_a_click_wakes_and_presses_nothing(lobby: Lobby) -> None:
    place = lobby.visitor.place("face-1")
    asleep(lobby)
    QTest.mouseClick(lobby.visitor.window, Qt.MouseButton.LeftButton, pos=place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept


@pytest.mark.parametrize("key", [Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F4, Qt.Key.Key_F6])
def test_a_key_wakes_and_does_nothing_else(lobby: Lobby, key: Qt.Key) -> None:
    asleep(lobby)
    lobby.visitor.type(key)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    assert not lobby.terminal.comfort.is_changed
    assert not lobby.terminal.keypad.isUsed
    lobby.wait(1)
    lobby.visitor.type(Qt.Key.Key_4)
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_a_screen_reader_finds_one_button_as_large_as_the_screen_and_its_press_wakes(lobby: Lobby) -> None:
    QAccessible.setActive(True)
    asleep(lobby)
    button = find(lobby.visitor.window, "wake")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Prosimy dotknąć ekranu, aby zacząć"
    assert (interface.rect().width(), interface.rect().height()) == (1080, 1920)
    interface.actionInterface().doAction("Press")
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept


# What leans on the glass


def test_a_finger_that_lies_there_does_not_wake_it(lobby: Lobby) -> None:
    lobby.visitor.land(0, ARM)
    asleep(lobby)
    for number in range(100):
        lobby.wait(1)
        lobby.visitor.shift(0, ARM + QPoint(number % 3, 0))
        assert lobby.visitor.page == "attract"
    lobby.visitor.leave(0, ARM)
    assert lobby.visitor.page == "attract"


def test_an_arm_that_leans_does_not_wake_it_over_and_over_and_a_touch_elsewhere_does(lobby: Lobby) -> None:
    pages: list[str] = []
    for number in range(3 * MOST):
        lobby.wait(20)
        pages.append(lobby.visitor.page)
        tap(lobby, ARM + QPoint(number % 5, 0))
    fallen = pages.index("attract")
    assert fallen > MOST, "for so long it may have been somebody"
    assert set(pages[fallen:]) == {"attract"}
    tap(lobby, ELSEWHERE)
    assert lobby.visitor.page == "home"


def test_where_an_arm_leant_is_free_again_a_minute_after_it_went(lobby: Lobby) -> None:
    while lobby.visitor.page == "home":
        tap(lobby, ARM)
        lobby.wait(20)
    tap(lobby, ARM)
    assert lobby.visitor.page == "attract"
    lobby.wait(61)
    tap(lobby, ARM)
    assert lobby.visitor.page == "home"


def test_passers_by_who_only_look_never_make_it_deaf(lobby: Lobby) -> None:
    for _ in range(MOST + 5):
        asleep(lobby)
        tap(lobby, ARM)
        assert lobby.visitor.page == "home"
