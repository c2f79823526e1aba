"""A call is answered with the keyboard alone: words, a card, its address, its code, a print-out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from kiosk.terminal.scenes import find, wait_until
from kiosk.terminal.staff.shortcuts import SEQUENCES, Action, key_list
from kiosk.terminal.typography import as_spoken
from tests.qml.staff.conftest import CONTROL, NOTEBOOK, SHIFT, Desk, OpenDesk, pdf_printer
from tests.qml.staff.made_up import FOR_STAFF, staff_pack

EVERY_CARD = len(staff_pack().catalogue.cards)


def test_words_card_code_print_and_address_by_keys_only(desk: Desk, tmp_path: Path) -> None:
    desk.outside.printer = pdf_printer(tmp_path / "card.pdf")
    assert desk.focus() == "searchField"
    desk.write("okienka osiem")
    assert desk.found() == ["REG-01"]
    assert desk.card() == "REG-01"
    desk.press(Qt.Key.Key_Return)
    assert (desk.screen.desk.pane, desk.focus()) == ("card", "card")

    desk.press(Qt.Key.Key_Q, CONTROL)
    assert desk.reads("codeAddress") == "https://karty.urzad-probny.example/pl/karta/REG-01"
    assert desk.screen.address.modules > 20
    desk.press(Qt.Key.Key_Escape)
    assert not desk.sees("codeAddress")
    assert desk.focus() == "card"

    desk.press(Qt.Key.Key_P, CONTROL)
    wait_until(lambda: not desk.screen.printing.isBusy)
    assert desk.outside.papers == [("REG-01", "pl")]
    assert desk.outside.jobs == ["REG-01 Zaświadczenie o nadanym numerze identyfikacyjnym REGON"]
    assert desk.message() == "Wysłano do drukarki 2 strony."
    printed = QPdfDocument()
    printed.load(str(tmp_path / "card.pdf"))
    assert printed.pageCount() == 2
    assert printed.pagePointSize(0).toSize().toTuple() == (595, 842)
    printed.close()

    desk.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "https://karty.urzad-probny.example/pl/karta/REG-01"
    assert "Skopiowano" in desk.message()
    desk.press(Qt.Key.Key_Escape)
    assert desk.focus() == "searchField"
    desk.press(Qt.Key.Key_Escape)
    assert desk.screen.search.typed == ""
    assert len(desk.found()) == EVERY_CARD


def test_words_are_typed_wherever_the_keyboard_is(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F6, SHIFT)
    assert desk.focus() == "filters"
    desk.write("reg")
    assert (desk.screen.search.typed, desk.focus()) == ("reg", "searchField")
    desk.press(Qt.Key.Key_Down)
    assert desk.focus() == "results"
    desk.write("on")
    assert (desk.screen.search.typed, desk.focus()) == ("regon", "searchField")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.screen.search.typed == "rego"


def test_letters_typed_over_a_card_begin_the_next_search(desk: Desk) -> None:
    desk.write("wodociagach")
    assert desk.card() == "DAN-01"
    desk.press(Qt.Key.Key_Return)
    desk.write("okienka")
    assert desk.screen.search.typed == "okienka"
    assert desk.card() == "REG-01"


def test_arrows_go_through_the_list_and_show_each_card(desk: Desk) -> None:
    first, second, third, *_ = desk.found()
    assert desk.card() == first
    desk.press(Qt.Key.Key_Down, times=2)
    assert desk.card() == third
    desk.press(Qt.Key.Key_Up)
    assert desk.card() == second
    desk.press(Qt.Key.Key_End)
    assert desk.card() == desk.found()[-1]
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Up)
    assert (desk.card(), desk.focus()) == (first, "searchField")


def test_a_long_card_is_read_to_its_end_by_keys(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return)
    card = desk.screen.window.activeFocusItem()
    start = float(card.property("contentY"))
    desk.press(Qt.Key.Key_Down)
    assert start < float(card.property("contentY")) < start + 200
    desk.press(Qt.Key.Key_End, times=3)
    assert bool(card.property("atYEnd"))
    desk.press(Qt.Key.Key_PageUp)
    assert not bool(card.property("atYEnd"))
    desk.press(Qt.Key.Key_Home, times=3)
    assert bool(card.property("atYBeginning"))
    desk.press(Qt.Key.Key_Space)
    assert not bool(card.property("atYBeginning"))


def test_panes_follow_one_another_by_one_key_and_back(desk: Desk) -> None:
    names = ["searchField", "card", "filters", "searchField"]
    seen = [desk.focus()]
    for _ in range(3):
        desk.press(Qt.Key.Key_F6)
        seen.append(desk.focus())
    assert seen == names
    for _ in range(3):
        desk.press(Qt.Key.Key_F6, SHIFT)
        seen.append(desk.focus())
    assert seen[3:] == names[::-1]


def test_tab_reaches_every_button_and_comes_back(desk: Desk) -> None:
    seen = [desk.focus()]
    while len(seen) < 40:
        desk.press(Qt.Key.Key_Tab)
        if desk.focus() == seen[0]:
            break
        seen.append(desk.focus())
    wanted = {
        "searchField",
        "results",
        "print",
        "copy",
        "code",
        "speak-pl",
        "speak-de",
        "card",
        "filters",
        "help",
        "reload",
    }
    assert wanted <= set(seen)


@pytest.mark.parametrize("keys", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_list_of_keys_opens_over_everything_and_is_complete(desk: Desk, keys: Qt.Key) -> None:
    desk.press(keys)
    assert desk.sees("keyList")
    assert desk.screen.search.typed == ""
    assert desk.screen.desk.keys.rowCount() == len(key_list()) == len(SEQUENCES) + 4
    desk.write("abc")
    assert desk.screen.search.typed == ""
    desk.press(Qt.Key.Key_Escape)
    assert not desk.sees("keyList")
    assert desk.focus() == "searchField"


def test_the_list_of_keys_is_read_to_its_end_in_the_largest_text(open_desk: OpenDesk) -> None:
    desk = open_desk(*NOTEBOOK)
    desk.press(Qt.Key.Key_Plus, CONTROL, times=6)
    desk.press(Qt.Key.Key_F1)
    keys = find(desk.screen.window, "keyList")
    assert not keys.property("atYEnd")
    desk.press(Qt.Key.Key_Down, times=15)
    assert keys.property("atYEnd")


def test_no_shortcut_is_swallowed_by_the_field(desk: Desk) -> None:
    performed: list[str] = []
    desk.screen.desk.asked.connect(performed.append)
    for key, modifiers in (
        *((Qt.Key.Key_P, CONTROL), (Qt.Key.Key_Q, CONTROL), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)),
        *((Qt.Key.Key_C, CONTROL | SHIFT), (Qt.Key.Key_L, CONTROL), (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)),
        *((Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F, CONTROL | SHIFT)),
        *((Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)),
        *((Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F3, SHIFT)),
    ):
        assert desk.focus() == "searchField"
        desk.press(key, modifiers)
        if desk.screen.desk.overlay:
            desk.press(Qt.Key.Key_Escape)
    own = {Action.SEARCH, Action.NEXT_PANE, Action.PREVIOUS_PANE, Action.HELP}
    own |= {Action.LARGER, Action.SMALLER, Action.USUAL_SIZE}
    assert set(performed) == set(SEQUENCES) - own


def test_a_new_search_takes_the_place_of_the_words(desk: Desk) -> None:
    desk.write("regon")
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.write("wodociagach")
    assert desk.screen.search.typed == "wodociagach"


def test_internal_notes_are_shown_first_and_marked_as_such(desk: Desk) -> None:
    desk.write("okienka osiem")
    heading, notes, *_ = desk.screen.card.passages.rows
    assert (heading["plain"], as_spoken(str(notes["plain"]))) == ("Tylko dla pracowników", FOR_STAFF)
    assert heading["isInternal"]
    assert notes["isInternal"]
