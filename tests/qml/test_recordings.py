"""A card that was recorded is heard as it was recorded; all else on its page is spoken as ever."""

from __future__ import annotations

import logging
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.terminal.reading import _news
from kiosk.terminal.scenes import settle_layout, wait_until
from kiosk.terminal.speech.clip import read_recording
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.spoken import Said
from tests.qml.conftest import LANDSCAPE, Lobby, OpenLobby
from tests.qml.sample_pack import RECORDINGS


@pytest.fixture
def media(tmp_path: Path) -> dict[str, Path]:
    places = {name: tmp_path / Path(name).name for name in RECORDINGS.values()}
    for path in places.values():
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 22050, 0, "NONE", ""))
            file.writeframes(b"\x00\x10" * 22050)
    return places


def hear(lobby: Lobby) -> list[Utterance]:
    """What is said once the screen has come to rest."""
    settle_layout(lobby.visitor.window)
    wait_until(lambda: not lobby.terminal.reading._rest.is_awaited)
    return list(lobby.listener.last)


def open_card(lobby: Lobby, code: str = "REG-01") -> None:
    for name in ("catalogue", "group-regon", f"card-{code}"):
        lobby.visitor.touch(name)


def listen_to_card(lobby: Lobby, code: str = "REG-01") -> list[Utterance]:
    lobby.visitor.touch("readAloud")
    hear(lobby)
    open_card(lobby, code)
    return hear(lobby)


def recordings(heard: list[Utterance]) -> list[Path]:
    return [each.recording for each in heard if each.recording is not None]


def test_a_card_is_heard_from_its_recording_in_place_of_its_words(
    open_lobby: OpenLobby, media: dict[str, Path]
) -> None:
    heard = listen_to_card(open_lobby(media=media))
    assert recordings(heard) == [media[RECORDINGS["pl"]]]
    spoken = [each.text for each in heard if each.recording is None]
    assert not any("Zaświadczenie wydajemy" in words for words in spoken)
    assert not any("Kogo dotyczy" in words for words in spoken)


@pytest.mark.parametrize("panel", [((1080, 1920), 4.03), LANDSCAPE], ids=["standing", "lying"])
def test_the_strip_and_the_controls_are_still_told(
    open_lobby: OpenLobby, media: dict[str, Path], panel: tuple[tuple[int, int], float]
) -> None:
    lobby = open_lobby(*panel, media=media)
    lobby.visitor.touch("readAloud")
    hear(lobby)
    open_card(lobby)
    heard = hear(lobby)
    spoken = " | ".join(each.text for each in heard if each.recording is None)
    for words in ("Następna strona, przycisk", "1 z ", "Start, ", "Wstecz, przycisk", "kontrast, prze"):
        assert words in spoken
    assert len(recordings(heard)) == 1
    assert "Zaświadczenie o nadanym" not in spoken


def test_the_words_of_the_page_go_with_the_recording_for_a_voice_that_cannot_read_it(
    open_lobby: OpenLobby, media: dict[str, Path]
) -> None:
    (recorded,) = [each for each in listen_to_card(open_lobby(media=media)) if each.recording]
    assert recorded.language == "pl"
    for words in ("Zaświadczenie o nadanym", "Kogo dotyczy", "dowód osobisty"):
        assert words in recorded.text


def test_a_language_without_a_recording_is_spoken(open_lobby: OpenLobby, media: dict[str, Path]) -> None:
    lobby = open_lobby(media=media)
    listen_to_card(lobby)
    lobby.visitor.choose_language("en")
    heard = hear(lobby)
    assert not recordings(heard)
    assert any("We issue the certificate" in each.text for each in heard)
    lobby.visitor.choose_language("de")
    assert recordings(hear(lobby)) == [media[RECORDINGS["de"]]]


def test_a_recording_that_is_no_longer_the_one_that_was_checked_is_not_played(lobby: Lobby) -> None:
    heard = listen_to_card(lobby)
    assert not recordings(heard)
    assert any("Zaświadczenie wydajemy" in each.text for each in heard)


def test_a_card_that_nobody_recorded_is_spoken(open_lobby: OpenLobby, media: dict[str, Path]) -> None:
    assert not recordings(listen_to_card(open_lobby(media=media), "REG-02"))


def test_the_next_page_is_spoken_and_the_first_is_heard_again(open_lobby: OpenLobby, media: dict[str, Path]) -> None:
    lobby = open_lobby(media=media)
    listen_to_card(lobby)
    lobby.visitor.touch("nextPage")
    heard = hear(lobby)
    assert not recordings(heard)
    assert any("2 z " in each.text for each in heard)
    lobby.visitor.touch("previousPage")
    assert recordings(hear(lobby)) == [media[RECORDINGS["pl"]]]


def test_a_touch_interrupts_a_recording_and_the_repeat_key_plays_it_again(
    open_lobby: OpenLobby, media: dict[str, Path]
) -> None:
    lobby = open_lobby(media=media)
    whole = listen_to_card(lobby)
    silenced = lobby.listener.silenced
    lobby.visitor.lift(lobby.visitor.press("contrast"))
    assert lobby.listener.silenced == silenced + 1
    assert not recordings(hear(lobby)), "what changed is told alone"
    lobby.visitor.touch("contrast")
    hear(lobby)
    lobby.visitor.type(Qt.Key.Key_F1)
    assert hear(lobby) == whole


def test_little_that_changed_on_a_recorded_card_is_told_in_its_words() -> None:
    before = [Said("Czynne", recording="a.wav"), Said("Opłata", recording="a.wav"), Said("Wstecz, przycisk")]
    now = [Said("Zamknięte", recording="a.wav"), *before[1:]]
    assert _news(before, now) == [Said("Zamknięte")]
    assert _news(before[:1], now) == now


def test_without_reading_aloud_nothing_sounds(open_lobby: OpenLobby, media: dict[str, Path]) -> None:
    lobby = open_lobby(media=media)
    open_card(lobby)
    assert lobby.listener.heard == []


def test_a_recording_without_a_sound_falls_back_to_the_voice(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "empty.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
    with caplog.at_level(logging.WARNING):
        assert read_recording(path) is None
    assert "its text is spoken" in caplog.text
