"""A telephone reads from the screen exactly the address that stands beside the code. The reader is not ours."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.domain.card_address import LONGEST_ADDRESS
from kiosk.terminal.codes import Codes, modules, picture
from kiosk.terminal.scenes import items
from tests.qml.card_steps import open_card, reach, turn_page
from tests.qml.conftest import LANDSCAPE, PORTRAIT, Lobby, OpenLobby
from tests.qml.inspecting.sight import place
from tests.qml.test_card import TABLET, without_tools
from tests.qml.test_reading import hear, listen

MODES: tuple[tuple[str, ...], ...] = ((), ("contrast",), ("textSize", "textSize"), ("lower",))
LONGEST = "https://example.org/" + "Aa0?&%=-_" * 20


def read(image: QImage) -> list[str]:
    """Every code that a reader finds in a picture."""
    pixels = memoryview(b"".join(tones(image))).cast("B", (image.height(), image.width()))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def tones(image: QImage) -> list[bytes]:
    """A byte a pixel, a row at a time: 0 is black, 255 white. A line of a QImage is padded."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    content, line = bytes(memoryview(grey.constBits()).cast("B")), grey.bytesPerLine()
    return [content[start : start + grey.width()] for start in range(0, line * grey.height(), line)]


def look_for_code(lobby: Lobby) -> QQuickItem:
    """On whatever page of the page it is."""
    while not (found := codes_in_sight(lobby)):
        assert turn_page(lobby), "no code on any page"
    return found[0]


def codes_in_sight(lobby: Lobby) -> list[QQuickItem]:
    window = lobby.visitor.window
    return [item for item in items(window) if item.property("modules") and item.isVisible() and item.width() > 0]


def drawn(item: QQuickItem, lobby: Lobby) -> QImage:
    return lobby.visitor.window.grabWindow().copy(place(item).toRect())


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: "-".join(mode) or "plain")
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, TABLET])
def test_reader_finds_the_address_on_the_screen_and_nothing_else(
    open_lobby: OpenLobby, panel: tuple[tuple[int, int], float], mode: tuple[str, ...]
) -> None:
    lobby = open_lobby(*panel)
    for name in (name for name in mode if lobby.visitor.sees(name)):
        lobby.visitor.touch(name)
    open_card(lobby, "REG-02")
    reach(lobby, "code")
    assert lobby.visitor.page == "cardCode"
    code = look_for_code(lobby)
    assert read(lobby.visitor.window.grabWindow()) == ["https://karty.urzad-probny.example/pl/karta/REG-02"]
    millimetre = panel[1]
    assert code.width() >= 60 * millimetre
    assert code.property("module") >= millimetre


@pytest.mark.parametrize("mode", MODES[:2], ids=lambda mode: "-".join(mode) or "plain")
def test_code_is_black_on_white_in_whole_pixels_with_four_modules_around(lobby: Lobby, mode: tuple[str, ...]) -> None:
    for name in mode:
        lobby.visitor.touch(name)
    open_card(lobby, "REG-02")
    lobby.visitor.touch("code")
    code = look_for_code(lobby)
    image = drawn(code, lobby)
    module = round(float(code.property("module")))
    count = int(code.property("modules"))
    assert (image.width(), image.height()) == (module * count, module * count)
    grid = tones(image)
    assert {tone for row in grid for tone in row} == {0, 255}
    for y, row in enumerate(grid):
        assert row == grid[y - y % module], "a module is one colour"
        assert row == b"".join(row[x : x + 1] * module for x in range(0, len(row), module))
    ring = 4 * module
    assert {*b"".join(grid[:ring] + grid[-ring:]), *b"".join(row[:ring] + row[-ring:] for row in grid)} == {255}


def test_address_is_that_of_the_language_shown(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    lobby.visitor.touch("code")
    lobby.visitor.choose_language("de")
    assert lobby.visitor.page == "cardCode"
    assert lobby.visitor.reads("address") == "https://karty.urzad-probny.example/de/karta/REG-02"
    assert read(lobby.visitor.window.grabWindow()) == [lobby.visitor.reads("address")]


def test_another_card_has_another_code(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    lobby.visitor.touch("code")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "card"
    lobby.visitor.touch("back")
    reach(lobby, "card-REG-03")
    lobby.visitor.touch("code")
    assert read(lobby.visitor.window.grabWindow()) == ["https://karty.urzad-probny.example/pl/karta/REG-03"]


def test_the_address_is_said(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    listen(lobby)
    lobby.visitor.touch("code")
    heard = hear(lobby)
    assert "https://karty.urzad-probny.example/pl/karta/REG-02" in heard
    assert "Zaświadczenie o nadanym numerze identyfikacyjnym REGON" in heard


def test_card_that_is_nowhere_on_the_web_offers_no_code(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(pack=without_tools())
    open_card(lobby, "REG-02")
    assert not lobby.visitor.sees("code")
    lobby.terminal.card_code.open()
    assert lobby.visitor.page == "card"


@pytest.mark.parametrize("pixels", [1, 65, 66, 300, 301, 777])
def test_longest_address_is_read_at_any_size(lobby: Lobby, pixels: int) -> None:
    address = LONGEST[:LONGEST_ADDRESS]
    assert len(address) == LONGEST_ADDRESS
    image = Codes().requestImage(picture(address).rpartition("/")[2], QSize(), QSize(pixels, pixels))
    assert image.width() % modules(address) == 0
    assert image.width() <= max(pixels, modules(address))
    larger = image.scaled(image.width() * 3, image.height() * 3)
    assert read(larger) == [address]


def test_reader_of_the_test_can_fail(lobby: Lobby) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert read(image) == []
    assert not re.search("REG-02", "".join(read(lobby.visitor.window.grabWindow())))
