"""Sizes follow the screen, and every mark is easy to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

import pytest
from PySide6.QtCore import QObject, QSizeF, Qt
from PySide6.QtGui import QColor, QScreen

from kiosk.domain.text import LocalisedText
from kiosk.terminal.palette import contrast
from kiosk.terminal.scenes import find
from kiosk.terminal.staff.application import _fitting
from kiosk.terminal.staff.measure import pixels_per_millimetre
from tests.qml.staff.conftest import Desk, OpenDesk
from tests.qml.staff.made_up import staff_pack


@dataclass
class Screen:
    """What a screen says of itself."""

    dots: float
    millimetres: tuple[float, float]

    def physicalDotsPerInch(self) -> float:  # noqa: N802  # Qt's name
        return self.dots

    def physicalSize(self) -> QSizeF:  # noqa: N802  # Qt's name
        return QSizeF(*self.millimetres)


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        (Screen(91.8, (531, 299)), 3.61),  # 24 inches, 1920x1080
        (Screen(183.6, (531, 299)), 7.23),  # the same in 4K: twice as many pixels for the same size
        (Screen(117.5, (294, 166)), 3.74),  # 13.3 inches, 1366x768: nearer to the eye, so smaller
        (Screen(25.4, (1920, 1080)), 3.78),  # a projector that calls a pixel a millimetre
        (Screen(0.0, (0, 0)), 3.78),
    ],
)
def test_a_millimetre_follows_from_the_screen_where_it_is_credible(screen: Screen, expected: float) -> None:
    assert pixels_per_millimetre(cast("QScreen", screen)) == pytest.approx(expected, abs=0.02)


def test_the_window_leaves_a_large_screen_visible_and_fills_a_small_one() -> None:
    assert _fitting((3840, 2160)) == (3456, 1944)
    assert _fitting((1366, 728)) == (1280, 728)
    assert _fitting((1024, 600)) == (1024, 600)


def test_every_mark_is_easy_to_read(desk: Desk) -> None:
    look = desk.screen.engine.singletonInstance("Kiosk.Staff", "Desk")
    assert isinstance(look, QObject)
    inks, grounds = (cast("Mapping[str, str]", look.property(name).toVariant()) for name in ("ink", "ground"))
    assert inks.keys() == grounds.keys()
    assert all(contrast(QColor(inks[kind]), QColor(grounds[kind])) >= 7 for kind in inks)


def test_line_under_a_cards_name_stays_in_a_small_window_at_twice_the_size(open_desk: OpenDesk) -> None:
    pack = staff_pack()
    long = LocalisedText({"pl": "Firma, organizacja, gospodarstwo rolne: numer REGON"})
    groups = tuple(replace(group, name=long) for group in pack.catalogue.groups)
    pack = replace(pack, catalogue=replace(pack.catalogue, groups=groups))
    desk = open_desk((640, 480), 3.78, pack=pack)
    for _ in range(6):
        desk.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_Return)
    line = find(desk.screen.window, "cardLine")
    assert desk.screen.desk.textScale == 2.0
    assert line.isVisible()
    assert line.mapToScene(line.boundingRect().topRight()).x() <= desk.screen.window.width()
    assert not line.property("truncated")
