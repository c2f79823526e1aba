"""Whatever the file or its decoder does: the words stay, nothing hangs, nothing is left behind."""

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
from PySide6.QtGui import QGuiApplication

from kiosk.terminal.application import _log_message
from kiosk.terminal.film import PATIENCE
from kiosk.terminal.film_messages import SLOT, SLOTS, Open
from kiosk.terminal.film_player import FilmPlayer
from kiosk.terminal.json_lines import line
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.qml.conftest import OpenLobby
from tests.qml.sample_pack import FILM
from tests.qml.watching import open_film, processes, wait_for_picture


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
    lobby = open_lobby(media={FILM: bad}, reduced_motion=False)
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
    lobby = open_lobby(media={FILM: copy}, reduced_motion=False)
    open_film(lobby)
    wait_for_picture(lobby)
    copy.unlink()
    wait_for_picture(lobby)
    lobby.visitor.touch("back")
    lobby.visitor.touch("signFilm")
    wait_until(lambda: lobby.terminal.film.hasFailed)


def test_a_decoder_that_dies_leaves_the_words(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
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
    lobby = open_lobby(media={FILM: pipe}, reduced_motion=False)
    open_film(lobby)
    lobby.wait(PATIENCE - 1)
    assert lobby.terminal.film.isSlow
    assert not lobby.visitor.sees("filmTrouble")
    lobby.wait(2)
    assert lobby.terminal.film.hasFailed
    assert lobby.visitor.sees("caption")
    wait_until(lambda: not processes())


def test_qtmultimedia_is_never_in_the_terminals_process(open_lobby: OpenLobby, film: Path) -> None:
    lobby = open_lobby(media={FILM: film}, reduced_motion=False)
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
    lobby = open_lobby((540, 960), 2.0, media={FILM: film}, reduced_motion=False)
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
