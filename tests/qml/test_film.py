"""The film in sign language: seen, paused, read in words; freed when left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.terminal.film import PATIENCE
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import find, settle_layout, wait_until
from kiosk.terminal.screenshots import PANELS, Panel
from kiosk.terminal.tour import MODES, Mode, Tour
from tests.qml.conftest import LANDSCAPE, Lobby, OpenLobby
from tests.qml.fakes import MONDAY_MORNING
from tests.qml.inspecting.inspector import Inspector
from tests.qml.inspecting.sight import Sight
from tests.qml.sample_pack import FILM, sample_pack
from tests.qml.watching import is_playing, open_film, processes, screen_colour, wait_for_picture


def test_a_card_without_a_film_that_was_checked_offers_none(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon", "card-REG-01"):
        lobby.visitor.touch(name)
    assert not lobby.visitor.sees("signFilm")
    lobby.terminal.film.open()
    assert lobby.visitor.page == "card"


def test_the_film_starts_by_itself_and_its_pictures_are_drawn(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    colours = set()
    for _ in range(8):
        wait_for_picture(lobby)
        settle_layout(lobby.visitor.window)
        colours.add(screen_colour(lobby).hsvHue() // 15)
    assert len(colours) >= 5
    assert screen_colour(lobby).hsvSaturation() > 150


def test_pause_holds_the_picture_and_play_goes_on(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.visitor.touch("playFilm")
    assert lobby.visitor.reads("playFilm") == "Odtwórz film"
    _settle_player(lobby)
    held = screen_colour(lobby)
    for _ in range(5):
        settle_layout(lobby.visitor.window)
    assert screen_colour(lobby) == held
    lobby.visitor.touch("playFilm")
    wait_until(lambda: screen_colour(lobby) != held)


def _settle_player(lobby: Lobby) -> None:
    """What was on its way when the film was paused has come."""
    player, before = lobby.terminal.film.player, -1
    while before != player.pictures:
        before = player.pictures
        for _ in range(4):
            settle_layout(lobby.visitor.window)


def test_the_film_can_be_seen_again_from_its_beginning(open_lobby: OpenLobby, short_film: Path) -> None:
    lobby = open_lobby(media={FILM: short_film}, reduced_motion=False)
    open_film(lobby)
    wait_until(lambda: lobby.terminal.film._has_ended)
    assert lobby.visitor.reads("playFilm") == "Odtwórz film"
    lobby.visitor.touch("restartFilm")
    assert lobby.visitor.reads("playFilm") == "Pauza filmu"
    wait_for_picture(lobby)
    wait_until(lambda: lobby.terminal.film._has_ended)


def test_with_reduced_motion_the_first_picture_stands_until_somebody_plays(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=True)
    open_film(lobby)
    _first_picture(lobby)
    _settle_player(lobby)
    assert lobby.terminal.film.player.pictures <= 2
    assert not is_playing(lobby)
    lobby.wait(PATIENCE + 5)
    assert not lobby.terminal.film.hasFailed
    lobby.visitor.touch("playFilm")
    wait_for_picture(lobby)


def _first_picture(lobby: Lobby) -> None:
    wait_until(lambda: lobby.terminal.film.player.pictures > 0)


def test_what_is_signed_is_read_below_the_film(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    assert lobby.visitor.sees("filmScreen")
    assert lobby.visitor.reads("caption").startswith("Zaświadczenie potwierdza")
    assert not lobby.visitor.sees("filmText")


def test_on_a_lying_panel_the_words_come_beside_the_film(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(*LANDSCAPE, media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    assert not lobby.visitor.sees("caption")
    lobby.visitor.touch("filmText")
    assert lobby.visitor.sees("caption")
    assert lobby.visitor.sees("filmScreen")
    assert is_playing(lobby)


def test_where_words_take_the_place_of_the_film_it_rests_and_playing_brings_it_back(
    open_lobby: OpenLobby, film: Path
) -> None:
    lobby = open_lobby((1280, 800), 5.89, media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.visitor.touch("filmText")
    assert lobby.visitor.sees("caption")
    assert not lobby.visitor.sees("filmScreen")
    assert not is_playing(lobby)
    lobby.visitor.touch("playFilm")
    assert lobby.visitor.sees("filmScreen")
    wait_for_picture(lobby)


@pytest.mark.parametrize("way", ["back", "home", "language"])
def test_leaving_the_film_frees_its_file_and_decoder(open_lobby: OpenLobby, film: Path, way: str) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    assert len(processes()) == 1
    lobby.visitor.touch(way)
    wait_until(lambda: not processes())
    assert lobby.visitor.page == {"back": "card", "home": "home", "language": "languages"}[way]


def test_the_end_of_the_visit_ends_the_film_and_forgets_its_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(*LANDSCAPE, media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    lobby.visitor.touch("filmText")
    wait_for_picture(lobby)
    for _ in range(10):
        lobby.wait(100)
    assert lobby.visitor.page == "home"
    wait_until(lambda: not processes())
    open_film(lobby)
    assert not lobby.visitor.sees("caption")


def test_another_language_comes_back_to_the_film_and_its_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
    open_film(lobby)
    lobby.visitor.choose_language("en")
    assert lobby.visitor.page == "film"
    assert lobby.visitor.reads("caption").startswith("The certificate confirms")
    wait_for_picture(lobby)


def test_the_ear_gets_the_words_of_the_film(open_lobby: OpenLobby, film: Path) -> None:
    """A film never comes to rest, and yet the page is read."""
    lobby = open_lobby(*LANDSCAPE, media={FILM: film}, reduced_motion=False)
    lobby.visitor.touch("readAloud")
    open_film(lobby)
    wait_until(lambda: any("Zaświadczenie potwierdza" in words for words in lobby.listener.words))
    assert lobby.visitor.sees("caption")
    wait_for_picture(lobby)
    lobby.visitor.touch("contrast")
    wait_until(lambda: any("kontrast" in words and "zaznaczone" in words for words in lobby.listener.words[:1]))
    assert is_playing(lobby)


def _film_scenes(walking: Tour) -> Iterator[str]:
    """Every page of the film's scenes."""
    card = walking._pack.catalogue.card("REG-01")
    assert card is not None
    walking._set_mode()
    walking._open_card(card)
    for name, scene in walking._film_scenes(card):
        scene()
        yield from walking._pages(name.removeprefix("card-"))


@pytest.mark.parametrize("has_film", [True, False], ids=["film", "trouble"])
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_the_page_is_in_order_on_every_panel(
    qapp: QGuiApplication, resources: Path, film: Path, tmp_path: Path, panel: Panel, mode: Mode, *, has_film: bool
) -> None:
    options = TerminalOptions(
        resources,
        size=(panel.width, panel.height),
        pixels_per_millimetre=panel.pixels_per_millimetre,
        bottom_edge_mm=panel.bottom_edge_mm,
        language="de",
        media={FILM: film if has_film else tmp_path / "gone.mp4"},
    )
    walking = Tour(sample_pack(), options, MONDAY_MORNING, mode)
    terminal = walking.terminal
    walking._set_mode()
    low_zone = terminal.comfort.lowZone if mode.is_lowered else None
    inspector = Inspector(panel.pixels_per_millimetre, low_zone, is_high=mode.is_high_contrast)
    faults = []
    try:
        for scene in _film_scenes(walking):
            found = inspector.faults(Sight(terminal.window), terminal.language.code)
            faults += [f"{scene}: {fault}" for fault in found]
            if has_film and terminal.film.isPlaying is False and not terminal.film_text.isShown:
                height = find(terminal.window, "filmScreen").height() / panel.pixels_per_millimetre
                if height < 73:
                    faults.append(f"{scene}: the signer is {height:.0f} mm tall at most, not 73")
    finally:
        terminal.close()
    assert not faults, "\n".join(faults)
