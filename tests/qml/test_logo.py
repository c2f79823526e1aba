"""The office's logo where the pack has one: whole, in its proportions, on paper; else the neutral building."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.scenes import find_all, items, settle_layout, wait_until
from tests.qml.conftest import LANDSCAPE, PORTRAIT, ROOT, Lobby, OpenLobby
from tests.qml.inspecting.sight import place

SVG = ROOT / "tests" / "qml" / "logo.svg"
NAME = "media/logo.svg"


def opened(open_lobby: OpenLobby, file: Path, panel: tuple[tuple[int, int], float] = PORTRAIT) -> Lobby:
    lobby = open_lobby(*panel, media={NAME: file})
    wait_until(lambda: not lobby.terminal.logo.is_awaited)
    settle_layout(lobby.visitor.window)
    return lobby


def plates(lobby: Lobby) -> list[QQuickItem]:
    return find_all(lobby.visitor.window, "logo")


def buildings(lobby: Lobby) -> list[QQuickItem]:
    return [item for item in items(lobby.visitor.window) if item.property("name") == "building" and item.isVisible()]


def picture(folder: Path, width: int, height: int) -> Path:
    """A dark ring that touches all four sides, on nothing."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(0, 0, width, height, QColor("#14365f"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(width // 8, height // 8, width * 3 // 4, height * 3 // 4, Qt.GlobalColor.transparent)
    painter.end()
    file = folder / "logo.png"
    assert image.save(str(file))
    return file


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE])
def test_logo_stands_in_the_place_of_the_building(open_lobby: OpenLobby, panel: tuple[tuple[int, int], float]) -> None:
    lobby = opened(open_lobby, SVG, panel)
    for name in ("", "catalogue", "group-regon", "card-REG-02"):
        if name:
            lobby.visitor.touch(name)
        assert len(plates(lobby)) == 1, lobby.visitor.page
        assert not buildings(lobby)


def test_logo_moves_nothing_and_makes_no_band_higher(open_lobby: OpenLobby) -> None:
    with_logo, without = opened(open_lobby, SVG), open_lobby()
    heights = []
    for lobby in (with_logo, without):
        lobby.visitor.touch("catalogue")
        heights.append([lobby.visitor.place(name).y() for name in ("group-regon", "group-skargi")])
    assert heights[0] == heights[1]


@pytest.mark.parametrize(("width", "height"), [(200, 200), (900, 150), (150, 900), (4000, 1000)])
def test_logo_keeps_its_proportions_and_is_dark_on_paper(
    open_lobby: OpenLobby, tmp_path: Path, width: int, height: int
) -> None:
    lobby = opened(open_lobby, picture(tmp_path, width, height))
    (plate,) = plates(lobby)
    assert plate.width() <= 4 * plate.parentItem().height(), "the office's name needs its room"
    image = lobby.visitor.window.grabWindow().copy(place(plate).toRect())
    # The corners of the plate are round: the office's colour is seen there.
    inside = [(x, y) for x in range(3, image.width() - 3) for y in range(3, image.height() - 3)]
    dark = [(x, y) for x, y in inside if image.pixelColor(x, y).lightness() < 90]
    wide = max(x for x, _ in dark) - min(x for x, _ in dark) + 1
    high = max(y for _, y in dark) - min(y for _, y in dark) + 1
    assert wide / high == pytest.approx(width / height, rel=0.12)
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#ffffff"


def test_logo_stands_above_a_lowered_screen_too(open_lobby: OpenLobby) -> None:
    lobby = opened(open_lobby, SVG)
    lobby.visitor.touch("lower")
    assert plates(lobby)
    assert not buildings(lobby)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n broken", b""])
def test_broken_logo_is_a_building_and_told_once(
    open_lobby: OpenLobby, tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with caplog.at_level(logging.ERROR, "kiosk.terminal.logo"):
        lobby = opened(open_lobby, file)
        lobby.visitor.touch("catalogue")
        lobby.visitor.touch("home")
    assert len([record for record in caplog.records if "logo" in record.message]) == 1
    assert not plates(lobby)
    assert buildings(lobby)


def test_logo_that_is_gone_is_a_building(open_lobby: OpenLobby, tmp_path: Path) -> None:
    lobby = opened(open_lobby, tmp_path / "gone.svg")
    assert buildings(lobby)


def test_logo_that_is_not_offered_is_a_building(lobby: Lobby) -> None:
    assert not plates(lobby)
    assert buildings(lobby)
