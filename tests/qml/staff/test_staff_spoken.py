"""What a screen reader is told of the staff's window: names, roles, and what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.announcing import announced
from kiosk.terminal.scenes import find, find_all, items_in_sight
from kiosk.terminal.typography import as_spoken
from tests.qml.staff.conftest import CONTROL, Desk, OpenDesk


def interface(item: QQuickItem) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(item)


def name(item: QQuickItem) -> str:
    return as_spoken(interface(item).text(QAccessible.Text.Name))


def test_whatever_can_be_reached_has_a_name(desk: Desk) -> None:
    nameless = []
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F1):
        desk.press(key)
        for item in items_in_sight(desk.screen.window):
            is_target = item.inherits("QQuickAbstractButton") or item.activeFocusOnTab()
            if is_target and not name(item):
                nameless.append(f"{key} {item.metaObject().className()} {item.objectName()}")
    assert nameless == []


def test_a_result_says_its_name_its_state_and_where_the_word_is(desk: Desk) -> None:
    desk.write("okienka")
    row = find(desk.screen.window, "result-REG-01")
    assert interface(row).role() == QAccessible.Role.ListItem
    assert name(row) == (
        "Zaświadczenie o nadanym numerze identyfikacyjnym REGON, REG-01, Tylko dla pracowników, "
        "Zadzwonić do pani z okienka numer osiem."
    )
    desk.press(Qt.Key.Key_Escape)
    draft = find(desk.screen.window, "result-REG-03")
    assert "Projekt" in name(draft)


def test_the_chosen_line_and_the_chosen_filter_are_told_apart(desk: Desk) -> None:
    rows = find_all(desk.screen.window, "result-REG-01") + find_all(desk.screen.window, "result-REG-02")
    assert [interface(row).state().selected for row in rows] == [1, 0]
    desk.click("filter-group-dane")
    filter_ = find(desk.screen.window, "filter-group-dane")
    assert interface(filter_).role() == QAccessible.Role.RadioButton
    assert interface(filter_).state().checked == 1
    assert name(filter_) == "Dane i publikacje statystyczne, 1"


def test_a_button_tells_the_key_that_does_the_same(desk: Desk) -> None:
    print_ = interface(find(desk.screen.window, "print"))
    assert print_.text(QAccessible.Text.Name) == "Drukuj"
    assert print_.text(QAccessible.Text.Description) == "Ctrl+P"


def test_the_title_of_the_card_is_a_heading_and_so_are_its_sections(desk: Desk) -> None:
    assert interface(find(desk.screen.window, "cardName")).role() == QAccessible.Role.Heading
    sections = find_all(desk.screen.window, "section")
    assert len(sections) > 3
    assert all(interface(item).role() == QAccessible.Role.Heading for item in sections)


def test_passages_are_plain_text_to_a_screen_reader(desk: Desk) -> None:
    desk.write("zaswiadczenie")
    passage = find_all(desk.screen.window, "passage")[0]
    assert interface(passage).role() == QAccessible.Role.StaticText
    assert "<" not in name(passage)


def test_how_many_cards_there_are_and_what_was_done_is_announced(desk: Desk) -> None:
    desk.write("wodociagach")
    assert "1 karta" in announced(desk.screen.window)
    desk.press(Qt.Key.Key_L, CONTROL)
    desk.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert any(words.startswith("Skopiowano") for words in announced(desk.screen.window))


@pytest.mark.parametrize("language", ["pl", "en", "uk", "de"])
def test_no_word_of_the_program_is_left_in_another_language(open_desk: OpenDesk, language: str) -> None:
    desk = open_desk(language=language)
    told = {
        "pl": ("Szukaj we wszystkich polach", "11 kart", "Drukuj"),
        "en": ("Search in all fields", "11 cards", "Print"),
        "uk": ("Пошук у всіх полях", "11 карток", "Друк"),
        "de": ("In allen Feldern suchen", "11 Merkblätter", "Drucken"),
    }[language]
    hint = as_spoken(str(find(desk.screen.window, "searchField").property("placeholderText")))
    shown = (hint, desk.reads("told"))
    assert (*shown, desk.reads("print")) == told
