"""A film that runs is presence, up to its length; one that rests is none."""

from __future__ import annotations

from pathlib import Path

from kiosk.terminal.film import LONGEST, PATIENCE
from kiosk.terminal.scenes import wait_until
from tests.qml.conftest import OpenLobby
from tests.qml.sample_pack import FILM
from tests.qml.watching import is_playing, open_film, wait_for_picture


def test_a_running_film_counts_as_presence_up_to_its_length(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_until(lambda: lobby.terminal.film._length > 0)
    lobby.terminal.film._opened(90.0)
    for _ in range(3):  # 84 seconds
        wait_for_picture(lobby)
        lobby.wait(PATIENCE - 2)
        wait_for_picture(lobby)
        lobby.wait(20)
        assert not lobby.visitor.sees("stay")
    wait_for_picture(lobby)
    lobby.wait(6 + 58)
    assert not lobby.visitor.sees("stay")
    lobby.wait(3)
    assert lobby.visitor.sees("stay")


def test_pausing_and_playing_does_not_lengthen_a_films_presence(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(100.0)
    for seconds in (50, 40):
        wait_for_picture(lobby)
        lobby.wait(seconds)
        lobby.terminal.film.pause()
        lobby.terminal.film.togglePlaying()
    wait_for_picture(lobby)
    lobby.wait(72)
    assert lobby.visitor.sees("stay")


def test_no_length_that_a_file_tells_holds_the_page_for_ever(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(1e9)
    wait_for_picture(lobby)
    lobby.wait(LONGEST + 61)
    assert lobby.visitor.sees("stay")


def test_a_paused_film_is_no_presence(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(300.0)
    lobby.visitor.touch("playFilm")
    lobby.wait(59)
    assert not lobby.visitor.sees("stay")
    lobby.wait(2)
    assert lobby.visitor.sees("stay")


def test_the_warning_pauses_a_film_that_is_longer_than_it_may_hold_the_page(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(1.0)
    lobby.wait(2)
    assert is_playing(lobby)
    wait_for_picture(lobby)
    lobby.wait(61)
    assert lobby.visitor.sees("stay")
    assert not is_playing(lobby)
    lobby.wait(21)
    assert lobby.visitor.page == "home"
