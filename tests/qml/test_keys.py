"""The whole visit by a keypad: next and previous move, press presses, digits answer; other keys do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.domain.errors import BadInput
from kiosk.terminal.keys import KeyAction, key_map
from kiosk.terminal.scenes import find, find_all, items_in_sight, settle_layout
from kiosk.terminal.typography import as_spoken
from tests.qml.conftest import Lobby


def move_to(lobby: Lobby, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    for _ in range(40):
        if find(lobby.visitor.window, name).hasActiveFocus():
            return
        lobby.visitor.type(key)
    raise AssertionError(f"'{name}' is not reached")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("move", [Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_a_visit_by_keys_alone(lobby: Lobby, key: Qt.Key, move: Qt.Key) -> None:
    for name in ("face-5", "answer-osoba", "answer-4", "answer-nie", "answer-dok", "confirm"):
        move_to(lobby, name, move)
        assert find(lobby.visitor.window, name).property("visualFocus")
        lobby.visitor.type(key)
    assert lobby.visitor.page == "thanks"
    assert lobby.keeper.only.answers["powod"] == ("dok",)


def test_a_card_is_found_and_read_to_its_end_by_keys_alone(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon", "card-REG-01"):
        move_to(lobby, name)
        lobby.visitor.type(Qt.Key.Key_Return)
    assert lobby.visitor.page == "card"
    read: list[str] = []
    while True:
        read += [
            label.property("text") for label in items_in_sight(lobby.visitor.window) if label.inherits("QQuickText")
        ]
        turners = find_all(lobby.visitor.window, "nextPage")
        if not any(turner.isVisible() and turner.isEnabled() for turner in turners):
            break
        move_to(lobby, "nextPage")
        lobby.visitor.type(Qt.Key.Key_Return)
    assert any("REG-01" in as_spoken(words) for words in read), read[-5:]
    assert not lobby.terminal.reading.isOn


def test_a_visit_by_digits_alone(lobby: Lobby) -> None:
    for key in (Qt.Key.Key_5, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1):
        lobby.visitor.type(key)
    assert lobby.visitor.page == "thanks"
    assert dict(lobby.keeper.only.answers) == {
        "ogolem": ("5",),
        "klient": ("firma",),
        "kompetencje": ("4",),
        "wynik": ("tak",),
    }


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_9])
def test_a_digit_without_a_face_does_nothing(lobby: Lobby, key: Qt.Key) -> None:
    lobby.visitor.type(key)
    assert lobby.visitor.page == "home"


def test_digits_are_shown_once_a_key_was_pressed_and_no_longer_for_the_next_visitor(lobby: Lobby) -> None:
    face = find(lobby.visitor.window, "face-5")
    assert "5." not in face.property("words")
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert face.property("words").startswith("5.")
    lobby.wait(200)
    lobby.wait(200)
    assert "5." not in face.property("words")


def test_the_next_visitor_finds_no_ring_and_begins_with_the_first_target(lobby: Lobby) -> None:
    move_to(lobby, "face-3")
    assert find(lobby.visitor.window, "face-3").property("visualFocus")
    lobby.wait(200)
    lobby.wait(200)
    assert not find(lobby.visitor.window, "face-3").property("visualFocus")
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert find(lobby.visitor.window, "face-1").property("visualFocus")


def test_keys_come_to_the_next_page_after_what_is_on_this_one(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon"):
        lobby.visitor.touch(name)
    for _ in range(2):
        lobby.visitor.type(Qt.Key.Key_F3)
    move_to(lobby, "search")
    order = []
    while "nextPage" not in order:
        lobby.visitor.type(Qt.Key.Key_Tab)
        order.append(lobby.visitor.window.activeFocusItem().objectName())
    assert len(order) > 2
    assert all(name.startswith("card-") for name in order[:-1])


def test_home_back_and_the_modes_have_keys(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("group-regon")
    lobby.visitor.type(Qt.Key.Key_Escape)
    assert lobby.visitor.page == "catalogue"
    lobby.visitor.type(Qt.Key.Key_F3)
    lobby.visitor.type(Qt.Key.Key_F4)
    lobby.visitor.type(Qt.Key.Key_F5)
    comfort = lobby.terminal.comfort
    assert (comfort.percent, comfort.isHighContrast, comfort.isLowered) == (150, True, True)
    lobby.visitor.type(Qt.Key.Key_F6)
    assert lobby.visitor.page == "languages"
    lobby.visitor.type(Qt.Key.Key_Home)
    assert lobby.visitor.page == "home"


def test_a_key_held_down_presses_once(lobby: Lobby) -> None:
    move_to(lobby, "face-5")
    window = lobby.visitor.window
    for repeat in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=repeat)
        QGuiApplication.sendEvent(window, event)
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("5",)}


def test_a_chord_does_nothing(lobby: Lobby) -> None:
    move_to(lobby, "face-5")
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(lobby.visitor.window, Qt.Key.Key_Return, modifier)
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.page == "home"


def test_a_keypad_of_another_maker_is_only_a_setting() -> None:
    codes = key_map("next=F13 previous=F14,F15")
    assert codes[Qt.Key.Key_F13.value] is KeyAction.NEXT
    assert codes[Qt.Key.Key_F15.value] is KeyAction.PREVIOUS
    assert codes[Qt.Key.Key_Return.value] is KeyAction.PRESS
    assert Qt.Key.Key_Tab.value not in codes


def test_every_fault_of_a_key_map_is_named() -> None:
    with pytest.raises(BadInput) as fault:
        key_map("next=Nosuch jump=F1 press=Home back= text=3,Shift lower=F5 lower=F7")
    told = str(fault.value)
    for part in (
        "Nosuch",
        "jump",
        "both",
        "back=",
        "'3' cannot be text",
        "'Shift' cannot be text",
        "lower is there twice",
    ):
        assert part in told


def test_a_screen_reader_presses_once(lobby: Lobby) -> None:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(find(lobby.visitor.window, "face-2"))
    actions = interface.actionInterface()
    actions.doAction("Press")
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("2",)}
    assert len(lobby.keeper.kept) == 1


def test_the_ring_of_one_visitor_is_gone_for_the_next(lobby: Lobby) -> None:
    move_to(lobby, "contrast")
    ring = find(lobby.visitor.window, "contrast")
    assert ring.property("visualFocus")
    lobby.wait(200)
    assert not ring.property("visualFocus")
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert find(lobby.visitor.window, "face-1").property("visualFocus"), "the next one begins at the beginning"
