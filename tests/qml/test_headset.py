"""Who plugs a headset in is read to, and who pulls it out is not; on a loudspeaker nobody is read to unasked."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.settings import SpeechKind
from kiosk.terminal.keys import key_map
from kiosk.terminal.speech.options import SpeechOptions
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.test_reading import hear

PRIVATE: dict[str, Any] = {"speech": SpeechOptions(SpeechKind.AUTO, "Headset", is_headset=True)}
PLUGS: dict[str, Any] = {"keys": key_map("headset_in=F15 headset_out=F16")}
QUESTION = "Jak bardzo są Państwo zadowoleni"


def is_reading(lobby: Lobby) -> bool:
    return lobby.listener.is_speaking or lobby.terminal.reading.isOn


def plug(lobby: Lobby, *, is_in: bool) -> None:
    assert lobby.listener.plug is not None
    lobby.listener.plug(is_in)


def reads_the_home_page(lobby: Lobby) -> bool:
    return any(words.startswith(QUESTION) for words in hear(lobby))


def test_the_keys_of_a_jack_begin_and_end_reading_at_once(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PLUGS)
    lobby.visitor.type(Qt.Key.Key_F15)
    assert reads_the_home_page(lobby)
    assert is_reading(lobby)
    lobby.visitor.type(Qt.Key.Key_F16)
    assert not is_reading(lobby)


def test_a_jack_is_no_key_that_anybody_pressed(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PLUGS)
    lobby.visitor.type(Qt.Key.Key_F15)
    assert not lobby.terminal.keypad.isUsed


def test_a_jack_has_no_key_unless_it_is_told(lobby: Lobby) -> None:
    lobby.visitor.type(Qt.Key.Key_F15)
    assert hear(lobby) == []
    assert "headset_in" not in key_map().values()


def test_a_plug_that_takes_the_warning_away_begins_reading_too(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PLUGS)
    lobby.visitor.touch("catalogue")
    lobby.wait(65)
    assert lobby.visitor.sees("stay")
    lobby.visitor.type(Qt.Key.Key_F15)
    assert not lobby.visitor.sees("stay")
    assert "Katalog usług" in hear(lobby)


def test_a_headset_that_appears_begins_reading_and_its_going_ends_it(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PRIVATE)
    assert hear(lobby) == []
    plug(lobby, is_in=True)
    assert reads_the_home_page(lobby)
    plug(lobby, is_in=False)
    assert not is_reading(lobby)


def test_a_headset_put_in_again_hears_the_page_from_its_beginning(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PRIVATE, **PLUGS)
    lobby.visitor.type(Qt.Key.Key_F2)
    whole = hear(lobby)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert hear(lobby) != whole
    lobby.visitor.type(Qt.Key.Key_F15)
    assert hear(lobby)[0] == whole[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_F3])
def test_the_first_key_begins_reading_where_only_its_visitor_hears(open_lobby: OpenLobby, key: Qt.Key) -> None:
    lobby = open_lobby(**PRIVATE)
    lobby.visitor.type(key)
    assert reads_the_home_page(lobby)


def test_reading_that_was_ended_is_not_begun_again_by_the_next_key(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PRIVATE)
    lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.visitor.type(Qt.Key.Key_F2)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert not is_reading(lobby)


def test_the_next_visitor_is_read_to_from_the_first_key_again(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PRIVATE)
    lobby.visitor.type(Qt.Key.Key_Tab)
    for _ in range(2):
        lobby.wait(600)
    assert not is_reading(lobby)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert reads_the_home_page(lobby)


@pytest.mark.parametrize(
    "speech",
    [
        SpeechOptions(SpeechKind.AUTO),
        SpeechOptions(SpeechKind.AUTO, "Built-in output"),
        SpeechOptions(SpeechKind.OFF, "Headset", is_headset=True),
    ],
)
def test_a_loudspeaker_says_nothing_unasked(open_lobby: OpenLobby, speech: SpeechOptions) -> None:
    lobby = open_lobby(speech=speech)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert hear(lobby) == []
    assert not is_reading(lobby)
    assert lobby.listener.plug is None


def test_a_headset_wakes_the_screen_and_nobody_after_its_owner_is_read_to(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(**PRIVATE, attract_seconds=60)
    lobby.wait(61)
    lobby.wait(61)
    assert lobby.visitor.page == "attract"
    plug(lobby, is_in=True)
    assert lobby.visitor.page == "home"
    assert reads_the_home_page(lobby)
    for _ in range(4):
        lobby.wait(181)
    assert lobby.visitor.page == "attract"
    assert not is_reading(lobby)
    assert lobby.terminal.idle.patience == 1.0
