"""A double tap is one answer, however fast the store is; who taps on purpose is never held up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.terminal.scenes import find_all, settle_layout, wait_until
from kiosk.terminal.screenshots import TABLET
from tests.qml.conftest import Lobby, OpenLobby


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby(double_tap_seconds=0.5)


def tap_at(lobby: Lobby, place: QPoint, seconds_down: float = 0.08) -> None:
    lobby.visitor.land(0, place)
    lobby.clock.advance(seconds_down)
    lobby.visitor.leave(0, place)
    wait_until(lambda: not lobby.terminal.visit.is_busy)
    settle_layout(lobby.visitor.window)


def place_of_an_answer_under_a_face(lobby: Lobby) -> QPoint:
    """A place that is a face on the home page, and an answer on the next."""
    face = lobby.visitor.place("face-4")
    lobby.visitor.touch("face-4")
    answers = [lobby.visitor.place(f"answer-{code}") for code in ("osoba", "firma", "urzad", "wewn")]
    lobby.visitor.touch("home")
    lobby.rest()
    lobby.keeper.kept.clear()
    lobby.clock.advance(60)
    nearest = min(answers, key=lambda answer: abs(answer.y() - face.y()))
    assert abs(nearest.y() - face.y()) < 120, "the pages have changed: no answer is where a face was"
    return QPoint(face.x(), round((face.y() + nearest.y()) / 2))


def test_double_tap_on_a_face_does_not_answer_the_next_question(lobby: Lobby) -> None:
    place = place_of_an_answer_under_a_face(lobby)
    tap_at(lobby, place)
    assert lobby.visitor.page == "survey"
    lobby.clock.advance(0.15)
    tap_at(lobby, place + QPoint(9, -7))
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_neither_does_a_third_tap_nor_a_tenth(lobby: Lobby) -> None:
    place = place_of_an_answer_under_a_face(lobby)
    for _ in range(10):
        tap_at(lobby, place)
        lobby.clock.advance(0.2)
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_tap_after_a_pause_at_the_same_place_is_an_answer(lobby: Lobby) -> None:
    place = place_of_an_answer_under_a_face(lobby)
    tap_at(lobby, place)
    lobby.clock.advance(0.6)
    tap_at(lobby, place)
    assert set(lobby.keeper.only.answers) == {"ogolem", "klient"}


def test_without_the_rule_the_second_tap_does_answer(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(double_tap_seconds=0.0)
    place = place_of_an_answer_under_a_face(lobby)
    tap_at(lobby, place)
    lobby.clock.advance(0.15)
    tap_at(lobby, place)
    assert set(lobby.keeper.only.answers) == {"ogolem", "klient"}


def test_fast_finger_elsewhere_is_an_answer(lobby: Lobby) -> None:
    lobby.visitor.touch("face-1")
    lobby.clock.advance(0.1)
    lobby.visitor.touch("answer-wewn")
    assert lobby.keeper.only.answers["klient"] == ("wewn",)


def test_pages_of_a_card_can_be_turned_as_fast_as_one_taps(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.clock.advance(1)
    lobby.visitor.touch("group-regon")
    lobby.clock.advance(1)
    lobby.visitor.touch("card-REG-01")
    lobby.clock.advance(1)
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("nextPage")
    assert lobby.visitor.reads("place").startswith("3 ")


def test_double_tap_on_more_answers_confirms_nothing(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(
        size=(TABLET.width, TABLET.height),
        pixels_per_millimetre=TABLET.pixels_per_millimetre,
        double_tap_seconds=0.5,
    )
    for name in ("face-4", "answer-firma", "answer-5", "answer-czesc", "answer-dok", "textSize", "textSize"):
        lobby.visitor.touch(name)
        lobby.clock.advance(1)
    for _ in range(12):
        place = lobby.visitor.place("nextPage")
        lobby.visitor.touch("nextPage")
        if find_all(lobby.visitor.window, "confirmLast"):
            break
        lobby.clock.advance(1)
    assert lobby.terminal.survey.canConfirm
    lobby.clock.advance(0.1)
    tap_at(lobby, place)
    assert lobby.visitor.page == "survey", "the second half of a double tap confirmed"
    lobby.clock.advance(1)
    tap_at(lobby, place)
    assert lobby.visitor.page == "thanks"


def test_double_tap_on_the_warning_takes_it_away_and_presses_nothing(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    place = lobby.visitor.place("group-regon")
    lobby.wait(61)
    assert lobby.visitor.sees("stay")
    tap_at(lobby, place)
    lobby.clock.advance(0.1)
    tap_at(lobby, place)
    assert (lobby.visitor.page, lobby.visitor.sees("stay")) == ("catalogue", False)


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Return])
def test_key_that_bounces_is_one_answer(lobby: Lobby, key: Qt.Key) -> None:
    if key is Qt.Key.Key_Return:
        lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.visitor.type(key)
    assert lobby.visitor.page == "survey"
    lobby.clock.advance(0.1)
    lobby.visitor.type(key)
    assert set(lobby.keeper.only.answers) == {"ogolem"}
    lobby.clock.advance(0.6)
    lobby.visitor.type(Qt.Key.Key_1)
    assert set(lobby.keeper.only.answers) == {"ogolem", "klient"}


def test_next_key_moves_as_fast_as_it_is_pressed(lobby: Lobby) -> None:
    names = []
    for _ in range(3):
        lobby.visitor.type(Qt.Key.Key_Tab)
        item = lobby.visitor.window.activeFocusItem()
        names.append(item.objectName())
    assert len(set(names)) == 3
