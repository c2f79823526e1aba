"""A film is silent whatever its file holds: real decoder and sound server, and a film with a tone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.terminal.film_player import PROGRAM, FilmPlayer
from tests.integration.speech.sound_server import AUDIBLE, RATE, Recording, SoundServer
from tests.qml.filming import make_film

LOUD = (sys.executable, "-m", "tests.integration.speech.loud_film_box")
SECONDS = 2.0
OpenPlayer = Callable[[tuple[str, ...]], FilmPlayer]


@pytest.fixture
def open_player(qapp: QGuiApplication, server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPlayer]:
    # As speech has it, so that the server of these tests is the one that would be asked.
    monkeypatch.setenv("QT_AUDIO_BACKEND", "pulseaudio")
    opened: list[FilmPlayer] = []

    def opening(program: tuple[str, ...]) -> FilmPlayer:
        opened.append(FilmPlayer(program))
        return opened[-1]

    yield opening
    for player in opened:
        player.stop()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    film = make_film(tmp_path_factory.mktemp("film") / "tone.mp4", SECONDS, tone=440)
    assert b"mp4a" in film.read_bytes(), "there is no sound track in it"
    return film


def _heard(player: FilmPlayer, film: Path, recordings: tuple[Recording, Recording], qtbot: QtBot) -> list[float]:
    """How loud each output is from the film's beginning to half a second after its end."""
    before = [recording.length for recording in recordings]
    with qtbot.waitSignal(player.ended, timeout=15_000):
        player.open(film, is_playing=True)
    assert player.pictures > 1
    later = [recording.length + RATE // 2 for recording in recordings]
    qtbot.waitUntil(lambda: all(each.length > end for each, end in zip(recordings, later, strict=True)))
    return [recording.loudness(start) for recording, start in zip(recordings, before, strict=True)]


def test_film_with_a_sound_track_is_silent_on_every_output(
    recordings: tuple[Recording, Recording], open_player: OpenPlayer, film: Path, qtbot: QtBot
) -> None:
    assert _heard(open_player(PROGRAM), film, recordings, qtbot) == [0, 0]


def test_the_tone_of_that_film_would_be_heard(
    recordings: tuple[Recording, Recording], open_player: OpenPlayer, film: Path, qtbot: QtBot
) -> None:
    assert max(_heard(open_player(LOUD), film, recordings, qtbot)) > AUDIBLE
