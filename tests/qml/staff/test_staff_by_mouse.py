"""The same with the mouse, and what is narrower than a desk's screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.scenes import find, find_all, items_in_sight, wait_until
from tests.qml.staff.conftest import CONTROL, FULL_HD, NOTEBOOK, Desk, OpenDesk


def test_a_click_on_a_line_shows_the_card_and_one_on_a_filter_narrows_the_list(desk: Desk) -> None:
    desk.click("result-REG-02")
    assert desk.card() == "REG-02"
    desk.click("filter-group-dane")
    assert desk.found() == ["DAN-01"]
    assert desk.reads("chosenFilters") == "Dane i publikacje statystyczne"
    desk.click("clearFilters")
    assert len(desk.found()) > 10


def test_a_related_card_is_a_click_away_even_if_it_was_filtered_out(desk: Desk) -> None:
    desk.write("reg-02")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_End, times=3)
    desk.click("link-WEW-01")
    assert desk.card() == "WEW-01"


def test_buttons_do_what_their_keys_do(desk: Desk) -> None:
    desk.click("code")
    assert desk.sees("codePicture")
    desk.click("closeCover")
    assert not desk.sees("codePicture")
    desk.click("speak-en")
    assert desk.screen.card.language == "en"
    desk.click("help")
    assert desk.sees("keyList")


def test_the_wheel_scrolls_the_card(desk: Desk) -> None:
    card = find(desk.screen.window, "card")
    before = float(card.property("contentY"))
    place = QPointF(desk.place("card"))
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(desk.screen.window, event)
    wait_until(lambda: float(card.property("contentY")) > before)


def test_words_of_a_card_can_be_selected_and_copied(desk: Desk) -> None:
    passage = find_all(desk.screen.window, "passage")[0]
    assert bool(passage.property("selectByMouse"))
    assert bool(passage.property("readOnly"))


@pytest.mark.parametrize("language", ["de"])
@pytest.mark.parametrize("screen", [FULL_HD, NOTEBOOK, ((1280, 720), 3.73), ((800, 600), 3.78)])
@pytest.mark.parametrize("larger", [0, 6])
def test_nothing_is_wider_than_its_window(
    open_desk: OpenDesk, screen: tuple[tuple[int, int], float], language: str, larger: int
) -> None:
    desk = open_desk(*screen, language=language)
    desk.press(Qt.Key.Key_Plus, CONTROL, times=larger)
    width = screen[0][0]
    for pane in (Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F1):
        desk.press(pane)
        assert [name_of(item) for item in buttons(desk) if right_edge(item) > width or left_edge(item) < 0] == []


@pytest.mark.parametrize("screen", [FULL_HD, NOTEBOOK, ((800, 600), 2.8)])
def test_every_target_has_twenty_four_pixels(open_desk: OpenDesk, screen: tuple[tuple[int, int], float]) -> None:
    desk = open_desk(*screen)
    desk.press(Qt.Key.Key_Minus, CONTROL, times=3)
    small = [name_of(item) for item in buttons(desk) if min(item.width(), item.height()) < 24]
    assert small == []


def test_a_narrow_window_shows_one_part_at_a_time(open_desk: OpenDesk) -> None:
    desk = open_desk((700, 600), 3.78)
    assert desk.sees("results")
    assert not desk.sees("cardName")
    desk.click("result-REG-02")
    assert desk.card() == "REG-02"
    assert not find_all(desk.screen.window, "results")
    desk.click("backToList")
    assert find_all(desk.screen.window, "results")
    desk.click("openFilters")
    desk.press(Qt.Key.Key_Down, times=1)
    desk.press(Qt.Key.Key_Space)
    assert desk.found() == ["DAN-01"]
    desk.press(Qt.Key.Key_Escape)
    assert not find_all(desk.screen.window, "filters")


def test_text_grows_and_shrinks_between_its_limits(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Plus, CONTROL, times=20)
    assert desk.screen.desk.textScale == 2.0
    desk.press(Qt.Key.Key_Minus, CONTROL, times=20)
    assert desk.screen.desk.textScale == 0.85
    desk.press(Qt.Key.Key_0, CONTROL)
    assert desk.screen.desk.textScale == 1.0


def buttons(desk: Desk) -> list[QQuickItem]:
    seen = [item for item in items_in_sight(desk.screen.window) if item.inherits("QQuickAbstractButton")]
    return [item for item in seen if item.isEnabled() and item.height() > 0]


def right_edge(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(item.width(), 0)).x()


def left_edge(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(0, 0)).x()


def name_of(item: QQuickItem) -> str:
    return f"{item.objectName()} {item.property('text')}"
