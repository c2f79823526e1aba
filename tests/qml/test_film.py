"""The film in sign language: seen, paused, read in words; freed when left; calm whatever the file is."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.application import _log_message
from kiosk.terminal.film import LONGEST, PATIENCE
from kiosk.terminal.film_messages import SLOT, SLOTS, Open, line
from kiosk.terminal.film_player import FilmPlayer
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import find, settle_layout, wait_until
from kiosk.terminal.screenshots import PANELS, Panel
from kiosk.terminal.tour import MODES, Mode, Tour
from tests.qml.conftest import LANDSCAPE, Lobby, OpenLobby
from tests.qml.driving import middle
from tests.qml.fakes import MONDAY_MORNING
from tests.qml.filming import make_film
from tests.qml.inspecting.contrast import faults_of_contrast
from tests.qml.inspecting.focus import faults_of_focus
from tests.qml.inspecting.spoken import faults_of_speech
from tests.qml.inspecting.targets import faults_of_targets
from tests.qml.inspecting.words import faults_of_words
from tests.qml.sample_pack import FILM, sample_pack

SECONDS = 20.0
"""Longer than any of these tests watches it."""
SHORT = 1.5


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_film(tmp_path_factory.mktemp("film") / "made.mp4", SECONDS)


@pytest.fixture(scope="session")
def short_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_film(tmp_path_factory.mktemp("film") / "short.mp4", SHORT)


def open_film(lobby: Lobby) -> None:
    catalogue = "catalogue" if lobby.visitor.sees("catalogue") else "catalogueShortcut"
    for name in (catalogue, "group-regon", "card-REG-01", "signFilm"):
        lobby.visitor.touch(name)
    assert lobby.visitor.page == "film"


def is_playing(lobby: Lobby) -> bool:
    return lobby.terminal.film.isPlaying


def wait_for_picture(lobby: Lobby) -> None:
    player = lobby.terminal.film.player
    before = player.pictures
    wait_until(lambda: player.pictures > before)


def screen_colour(lobby: Lobby) -> QColor:
    """Of the ground of what is drawn in the window where the film is, at its upper left corner."""
    item: QQuickItem = find(lobby.visitor.window, "filmScreen")
    centre = middle(item)
    place = (round(centre.x() - item.width() * 0.3), round(centre.y() - item.height() * 0.3))
    return lobby.visitor.window.grabWindow().pixelColor(*place)


def processes() -> list[psutil.Process]:
    return [each for each in psutil.Process().children(recursive=True) if "film_box" in " ".join(_command(each))]


def _command(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []


def test_a_card_without_a_film_that_was_checked_offers_none(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon", "card-REG-01"):
        lobby.visitor.touch(name)
    assert not lobby.visitor.sees("signFilm")
    lobby.terminal.film.open()
    assert lobby.visitor.page == "card"


def test_the_film_starts_by_itself_and_its_pictures_are_drawn(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    colours = set()
    for _ in range(8):
        wait_for_picture(lobby)
        settle_layout(lobby.visitor.window)
        colours.add(screen_colour(lobby).hsvHue() // 15)
    assert len(colours) >= 5
    assert screen_colour(lobby).hsvSaturation() > 150


def test_pause_holds_the_picture_and_play_goes_on(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
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
    lobby = open_lobby(media={FILM: short_film})
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
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    assert lobby.visitor.sees("filmScreen")
    assert lobby.visitor.reads("caption").startswith("Zaświadczenie potwierdza")
    assert not lobby.visitor.sees("filmText")


def test_on_a_lying_panel_the_words_come_beside_the_film(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(*LANDSCAPE, media={FILM: film})
    open_film(lobby)
    assert not lobby.visitor.sees("caption")
    lobby.visitor.touch("filmText")
    assert lobby.visitor.sees("caption")
    assert lobby.visitor.sees("filmScreen")
    assert is_playing(lobby)


def test_where_words_take_the_place_of_the_film_it_rests_and_playing_brings_it_back(
    open_lobby: OpenLobby, film: Path
) -> None:
    lobby = open_lobby((1280, 800), 5.89, media={FILM: film})
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
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    assert len(processes()) == 1
    lobby.visitor.touch(way)
    wait_until(lambda: not processes())
    assert lobby.visitor.page == {"back": "card", "home": "home", "language": "languages"}[way]


def test_the_end_of_the_visit_ends_the_film_and_forgets_its_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(*LANDSCAPE, media={FILM: film})
    open_film(lobby)
    lobby.visitor.touch("filmText")
    wait_for_picture(lobby)
    for _ in range(10):
        lobby.wait(100)
    assert lobby.visitor.page == "home"
    wait_until(lambda: not processes())
    open_film(lobby)
    assert not lobby.visitor.sees("caption")


def test_a_running_film_counts_as_presence_up_to_its_length(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
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
    lobby = open_lobby(media={FILM: film})
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
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(1e9)
    wait_for_picture(lobby)
    lobby.wait(LONGEST + 61)
    assert lobby.visitor.sees("stay")


def test_another_language_comes_back_to_the_film_and_its_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    lobby.visitor.choose_language("en")
    assert lobby.visitor.page == "film"
    assert lobby.visitor.reads("caption").startswith("The certificate confirms")
    wait_for_picture(lobby)


def test_a_paused_film_is_no_presence(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    lobby.terminal.film._opened(300.0)
    lobby.visitor.touch("playFilm")
    lobby.wait(59)
    assert not lobby.visitor.sees("stay")
    lobby.wait(2)
    assert lobby.visitor.sees("stay")


def test_the_warning_pauses_a_film_that_is_longer_than_it_may_hold_the_page(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
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


def _changed(film: Path, to: Path, kind: str) -> Path:
    """A copy of the film that cannot be shown, or not to its end."""
    content = film.read_bytes()
    data = content.index(b"mdat") + 4
    index = content.rindex(b"moov") - 4
    match kind:
        case "zeros behind the header":
            content = content[:data] + bytes(index - data) + content[index:]
        case "truncated":
            content = content[: len(content) // 2]
        case "empty":
            content = b""
        case "no film":
            content = b"\x00" * 100_000
    to.write_bytes(content)
    return to


@pytest.mark.parametrize("kind", ["zeros behind the header", "truncated", "empty", "no film", "gone"])
def test_a_film_that_cannot_be_shown_leaves_its_words(
    open_lobby: OpenLobby, film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    bad = _changed(film, tmp_path / "bad.mp4", kind)
    if kind == "gone":
        bad.unlink()
    lobby = open_lobby(media={FILM: bad})
    for _ in range(2):
        open_film(lobby)
        wait_until(lambda: lobby.terminal.film.hasFailed)
        settle_layout(lobby.visitor.window)
        assert lobby.visitor.reads("filmTrouble") == "Filmu nie można teraz wyświetlić. Oto jego treść:"
        assert lobby.visitor.reads("caption").startswith("Zaświadczenie potwierdza")
        assert not lobby.visitor.sees("playFilm")
        wait_until(lambda: not processes())
        lobby.visitor.touch("back")
        assert lobby.visitor.page == "card"
        lobby.visitor.touch("home")
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(told) == 1
    assert told[0].startswith(f"the film {FILM} cannot be shown")


def test_a_film_removed_while_it_plays_plays_on_and_is_missed_the_next_time(
    open_lobby: OpenLobby, film: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(film.read_bytes())
    lobby = open_lobby(media={FILM: copy})
    open_film(lobby)
    wait_for_picture(lobby)
    copy.unlink()
    wait_for_picture(lobby)
    lobby.visitor.touch("back")
    lobby.visitor.touch("signFilm")
    wait_until(lambda: lobby.terminal.film.hasFailed)


def test_a_decoder_that_dies_leaves_the_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    processes()[0].kill()
    wait_until(lambda: lobby.terminal.film.hasFailed)
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.sees("caption")


def test_a_film_whose_disk_gives_nothing_is_given_up_and_left_at_once(open_lobby: OpenLobby, tmp_path: Path) -> None:
    """In the terminal's own process leaving such a film would never end (decision 9)."""
    pipe = tmp_path / "pipe.mp4"
    os.mkfifo(pipe)
    lobby = open_lobby(media={FILM: pipe})
    open_film(lobby)
    lobby.wait(PATIENCE - 1)
    assert lobby.terminal.film.isSlow
    assert not lobby.visitor.sees("filmTrouble")
    lobby.wait(2)
    assert lobby.terminal.film.hasFailed
    assert lobby.visitor.sees("caption")
    wait_until(lambda: not processes())


def test_qtmultimedia_is_never_in_the_terminals_process(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    assert "libavcodec" not in maps
    assert "Qt6Multimedia." not in maps


@pytest.fixture
def real_message_handler() -> Iterator[None]:
    def handle(kind: QtMsgType, context: object, message: str | None) -> None:
        _log_message(kind, context, message)

    before = qInstallMessageHandler(handle)
    yield
    qInstallMessageHandler(before)


def test_thirty_films_leave_nothing_behind(open_lobby: OpenLobby, film: Path, real_message_handler: None) -> None:
    """Opened and left while the screens are used, under the message handler of `run_terminal`."""
    lobby = open_lobby((540, 960), 2.0, media={FILM: film})
    open_film(lobby)
    wait_for_picture(lobby)
    this = psutil.Process()
    before: tuple[int, int, int] | None = None
    for number in range(30):
        lobby.visitor.touch("back")
        lobby.visitor.touch("contrast")
        lobby.visitor.touch("signFilm")
        if number % 3 == 0:  # the others are left before their first picture
            wait_for_picture(lobby)
        if number == 4:
            before = this.num_threads(), this.num_fds(), this.memory_info().rss
    lobby.visitor.touch("back")
    wait_until(lambda: not processes())
    assert before is not None
    assert this.num_threads() <= before[0] + 1
    assert this.num_fds() <= before[1] + 2
    assert this.memory_info().rss <= before[2] + 24 * 2**20
    assert threading.active_count() < 10


def test_the_process_ends_with_its_terminal_whatever_its_decoder_waits_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mp4"
    os.mkfifo(pipe)
    memory = os.memfd_create("test", 0)
    os.ftruncate(memory, SLOTS * SLOT)
    program = [sys.executable, "-m", "kiosk.terminal.film_box", str(memory)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=[memory]) as process:
        os.close(memory)
        assert process.stdin is not None
        try:
            process.stdin.write(line(Open(str(pipe), 100, 100, is_playing=True)))
            process.stdin.flush()
            assert process.poll() is None
            process.stdin.close()
            assert process.wait(30) == 0
        finally:
            process.kill()


def test_a_player_that_cannot_start_says_so(qapp: QGuiApplication, tmp_path: Path) -> None:
    player = FilmPlayer(program=(str(tmp_path / "no-such-program"),))
    told: list[str] = []
    player.broken.connect(told.append)
    player.open(tmp_path / "film.mp4", is_playing=True)
    wait_until(lambda: bool(told))
    assert not player.is_open
    player.stop()


def test_the_ear_gets_the_words_of_the_film(open_lobby: OpenLobby, film: Path) -> None:
    """A film never comes to rest, and yet the page is read."""
    lobby = open_lobby(*LANDSCAPE, media={FILM: film})
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
    faults = []
    try:
        for scene in _film_scenes(walking):
            low = terminal.comfort.lowZone if mode.is_lowered else None
            found = [
                *faults_of_targets(terminal.window, panel.pixels_per_millimetre, low),
                *faults_of_words(terminal.window),
                *faults_of_speech(terminal.window),
                *faults_of_contrast(terminal.window, is_high=mode.is_high_contrast),
                *faults_of_focus(terminal.window),
            ]
            faults += [f"{scene}: {fault}" for fault in found]
            if has_film and terminal.film.isPlaying is False and not terminal.film.isTextShown:
                height = find(terminal.window, "filmScreen").height() / panel.pixels_per_millimetre
                if height < 73:
                    faults.append(f"{scene}: the signer is {height:.0f} mm tall at most, not 73")
    finally:
        terminal.close()
    assert not faults, "\n".join(faults)
