"""What the tests of films ask of the page: open it, wait for pictures, look at them, and at the process behind."""

from __future__ import annotations

import psutil
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.scenes import find, wait_until
from tests.qml.conftest import Lobby
from tests.qml.driving import middle


def open_film(lobby: Lobby) -> None:
    catalogue = "catalogue" if lobby.visitor.sees("catalogue") else "catalogueShortcut"
    for name in (catalogue, "group-regon", "card-REG-01"):
        lobby.visitor.touch(name)
    while not lobby.visitor.sees("signFilm"):
        lobby.visitor.touch("nextPage")
    lobby.visitor.touch("signFilm")
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
