"""Something lies on the screen, or somebody slow stands there: the one is reset, the other is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest

from kiosk.terminal.signs import LEANING, MOST, Leanings, Signs
from tests.qml.conftest import Lobby

STUCK, OTHER = 0, 1
NOWHERE = QPoint(540, 120)
"""A place of the catalogue where there is nothing to press."""


def test_twenty_dismissals_in_a_row_count_and_no_more() -> None:
    signs = Signs()
    assert all(signs.counts((10.0 * number, 0.0), is_dismissal=True) for number in range(MOST))
    assert not signs.counts((999.0, 0.0), is_dismissal=True)
    signs.forget()
    assert signs.counts((0.0, 0.0), is_dismissal=True)


def test_the_same_place_counts_twenty_times_more_and_another_place_always() -> None:
    signs = Signs()
    assert signs.counts((50.0, 50.0), is_dismissal=False)
    assert all(signs.counts((53.0, 53.0), is_dismissal=False) for _ in range(MOST))
    assert not signs.counts((47.0, 47.0), is_dismissal=False)
    assert signs.counts((50.0, 56.0), is_dismissal=False)


def test_a_place_is_leant_on_for_a_minute_after_the_last_touch_that_showed_nothing() -> None:
    leanings = Leanings()
    leanings.note((50.0, 50.0), seconds=100.0)
    assert leanings.hold((53.0, 53.0), seconds=100.0 + LEANING)
    assert not leanings.hold((53.0, 53.0), seconds=100.1 + LEANING)
    assert not leanings.hold((50.0, 56.0), seconds=100.0)
    leanings.note((50.0, 50.0), seconds=150.0)
    assert leanings.hold((50.0, 50.0), seconds=150.0 + LEANING)


def test_a_warning_dismissed_twenty_times_with_nothing_done_is_the_last(lobby: Lobby) -> None:
    warned: list[bool] = []
    lobby.terminal.idle.warned.connect(lambda: warned.append(True))
    lobby.visitor.touch("catalogue")
    for number in range(MOST):
        lobby.wait(65)
        assert lobby.visitor.sees("stay")
        assert len(warned) == number + 1
        lobby.visitor.land(OTHER, QPoint(40 + 40 * number, 40))
        lobby.visitor.leave(OTHER, QPoint(40 + 40 * number, 40))
        assert not lobby.visitor.sees("stay")
    lobby.wait(65)
    lobby.visitor.tap("stay")
    assert lobby.visitor.sees("stay")
    lobby.wait(15)
    assert lobby.visitor.page == "home"


def test_a_button_clicked_in_between_begins_the_count_again(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    for _ in range(2 * MOST):
        lobby.wait(65)
        assert lobby.visitor.sees("stay")
        lobby.visitor.touch("stay")
        lobby.visitor.touch("contrast")
    assert lobby.visitor.page == "catalogue"


def test_the_warning_is_told_once_each_time_it_begins(lobby: Lobby) -> None:
    warned: list[bool] = []
    lobby.terminal.idle.warned.connect(lambda: warned.append(True))
    lobby.visitor.touch("catalogue")
    for _ in range(15):
        lobby.wait(5)
    assert len(warned) == 1
    lobby.visitor.tap("stay")
    lobby.wait(61)
    assert len(warned) == 2


def test_large_text_gives_three_times_as_long(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("textSize")
    assert lobby.terminal.idle.patience == 3
    lobby.wait(179)
    assert not lobby.visitor.sees("stay")
    lobby.wait(1)
    assert lobby.visitor.reads("countdown") == "Ta strona zamknie się za 60 sekund."
    lobby.wait(59)
    assert lobby.visitor.page == "catalogue"
    lobby.wait(1)
    assert lobby.visitor.page == "home"
    assert lobby.terminal.idle.patience == 1


def test_each_reason_for_patience_keeps_its_own_factor(lobby: Lobby) -> None:
    idle = lobby.terminal.idle
    idle.setPatience(3.0, "speech")
    idle.setPatience(1.0, "text")
    assert idle.patience == 3
    lobby.visitor.touch("catalogue")
    lobby.wait(100)
    assert not lobby.visitor.sees("stay")
    idle.setPatience(1.0, "speech")
    assert idle.patience == 1
    assert lobby.visitor.sees("stay")


def test_a_stuck_finger_that_only_moves_does_not_hold_the_page(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.land(STUCK, NOWHERE)
    for number in range(79):
        lobby.wait(1)
        lobby.visitor.shift(STUCK, NOWHERE + QPoint(number % 3, 0))
    assert lobby.visitor.page == "catalogue"
    lobby.wait(1)
    assert lobby.visitor.page == "home"
    lobby.visitor.leave(STUCK, NOWHERE)


def test_a_second_finger_counts_and_works_while_the_first_is_stuck(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.land(STUCK, NOWHERE)
    lobby.wait(65)
    assert lobby.visitor.sees("stay")
    place = lobby.visitor.place("group-regon")
    lobby.visitor.land(OTHER, place, STUCK)
    lobby.visitor.leave(OTHER, place, STUCK)
    assert not lobby.visitor.sees("stay")
    assert lobby.visitor.page == "catalogue"
    lobby.visitor.land(OTHER, place, STUCK)
    lobby.visitor.leave(OTHER, place, STUCK)
    assert lobby.visitor.page == "group"
    lobby.visitor.leave(STUCK, NOWHERE)


def test_a_finger_stuck_since_the_warning_does_not_lame_the_others(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.wait(65)
    lobby.visitor.land(STUCK, NOWHERE)
    assert not lobby.visitor.sees("stay")
    place = lobby.visitor.place("group-regon")
    lobby.visitor.land(OTHER, place, STUCK)
    lobby.visitor.leave(OTHER, place, STUCK)
    assert lobby.visitor.page == "catalogue", "two fingers of one hand"
    lobby.wait(2)
    lobby.visitor.land(OTHER, place, STUCK)
    lobby.visitor.leave(OTHER, place, STUCK)
    assert lobby.visitor.page == "group"
    lobby.visitor.leave(STUCK, NOWHERE)


def test_a_drip_at_one_place_holds_the_page_only_for_a_while(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    for number in range(60):
        lobby.wait(20)
        if lobby.visitor.page == "home":
            break
        lobby.visitor.land(STUCK, NOWHERE + QPoint(number % 5, 0))
        lobby.visitor.leave(STUCK, NOWHERE + QPoint(number % 5, 0))
    assert lobby.visitor.page == "home"
    assert number >= MOST


def test_a_key_that_is_held_down_is_no_sign_of_life(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    for _ in range(79):
        lobby.wait(1)
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", autorep=True)
        QGuiApplication.sendEvent(lobby.visitor.window, event)
    lobby.wait(1)
    assert lobby.visitor.page == "home"


def test_a_mouse_that_takes_the_warning_away_presses_nothing(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    place = lobby.visitor.place("group-regon")
    lobby.wait(65)
    QTest.mouseClick(lobby.visitor.window, Qt.MouseButton.LeftButton, pos=place)
    assert not lobby.visitor.sees("stay")
    assert lobby.visitor.page == "catalogue"
    QTest.mouseClick(lobby.visitor.window, Qt.MouseButton.LeftButton, pos=place)
    assert lobby.visitor.page == "group"


def test_the_click_that_is_made_of_a_swallowed_touch_is_swallowed_too(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    place = lobby.visitor.place("group-regon")
    lobby.wait(65)
    lobby.visitor.land(STUCK, place)
    lobby.visitor.leave(STUCK, place)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            QPointF(place),
            QPointF(place),
            QPointF(place),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        )
        QGuiApplication.sendEvent(lobby.visitor.window, event)
    assert lobby.visitor.page == "catalogue"
