"""The list: what is found by which field, what it is narrowed to, what is overdue. Visitors find none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.card import CardStatus, Client
from kiosk.terminal.staff.excerpts import excerpt
from kiosk.terminal.staff.markup import Mark, marked_up
from kiosk.terminal.typography import as_spoken
from tests.qml.conftest import OpenLobby
from tests.qml.staff.conftest import CONTROL, SHIFT, Desk, OpenDesk
from tests.qml.staff.made_up import staff_pack
from tests.qml.test_search import open_search, write


def snippet(desk: Desk) -> str:
    return as_spoken(str(desk.screen.search.results.rows[0]["snippet"]))


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("okienka", "REG-01", "<i>Tylko dla pracowników:</i> Zadzwonić do pani z <u><b>okienka</b></u> numer osiem."),
        ("747", "DAN-01", "<i>Podstawa prawna:</i> ustawa o wodociągach (Dz.U. 2001 poz. <u><b>747</b></u>), art. 99"),
        ("kwota", "REG-07", "<i>Kontakt:</i> <u><b>Kwota</b></u> &lt; 5 &amp; &quot;więcej&quot; &lt;img src="),
    ],
)
def test_the_field_in_which_a_word_stands_is_named_and_the_word_is_marked(
    desk: Desk, typed: str, code: str, told: str
) -> None:
    desk.write(typed)
    assert desk.found() == [code]
    assert snippet(desk).startswith(told)


def test_a_word_in_the_name_is_marked_there(desk: Desk) -> None:
    desk.write("zaswiadcz")
    assert "<u><b>Zaświadczenie</b></u>" in str(desk.screen.search.results.rows[0]["name"])


def test_who_types_a_code_sees_what_the_card_is_about(desk: Desk) -> None:
    desk.write("reg-02")
    assert desk.found()[0] == "REG-02"
    assert snippet(desk).startswith("Zaświadczenie wydajemy na żądanie")


def test_a_foreign_word_spelt_out_is_found_in_its_own_language(desk: Desk) -> None:
    desk.write("bescheinigung")
    assert len(desk.found()) > 5
    assert "Bescheinigung" in str(desk.screen.search.results.rows[0]["name"])


def test_filters_add_up_and_count_what_there_would_be(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F6, SHIFT)
    rows = [row for row in desk.screen.filters.rows.rows if row["trait"]]
    counts = {str(row["trait"]): row["count"] for row in rows}
    assert (counts["regon"], counts["wewnetrzny"], counts["projekt"], counts["poznan"]) == (7, 1, 1, 10)
    desk.press(Qt.Key.Key_Return)  # the first group
    assert len(desk.found()) == 7
    desk.click("filter-place-poznan")
    assert len(desk.found()) == 6
    counts = {str(row["trait"]): row["count"] for row in desk.screen.filters.rows.rows if row["trait"]}
    assert (counts["regon"], counts["pila"], counts["wycofana"]) == (6, 7, 1)
    desk.click("filter-status-wycofana")
    assert desk.found() == ["REG-05"]
    desk.click("filter-status-wycofana")
    desk.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert len(desk.found()) == 11


def test_words_and_filters_together_may_find_nothing_and_say_why(desk: Desk) -> None:
    desk.click("filter-group-dane")
    desk.write("okienka")
    assert desk.found() == []
    assert desk.reads("nothing") == "Z tymi filtrami nie znaleziono żadnej karty."
    desk.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert desk.found() == ["REG-01"]


def test_overdue_cards_are_listed_the_oldest_first_with_their_days(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F9)
    assert desk.found() == ["REG-06", "REG-04"], "withdrawn cards are nobody's work"
    assert snippet(desk) == "Stan prawny: 3 lutego 2019 · Ostatnia zmiana: 20 listopada 2026"
    desk.press(Qt.Key.Key_F9)
    assert len(desk.found()) == 11


def test_the_limit_of_a_review_is_handed_in(open_desk: OpenDesk) -> None:
    desk = open_desk(review_months=1200)
    desk.press(Qt.Key.Key_F9)
    assert desk.found() == []


def test_visitors_find_nothing_that_is_for_staff(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(pack=staff_pack())
    public = {card.code for card in staff_pack().catalogue.cards if card.is_public}
    open_search(lobby)
    for words in ("okienka", "wodociagach", "pieczatke", "dawny", "wew", "kwota"):
        write(lobby, words)
        found = {str(row["code"]) for row in lobby.terminal.search.results.rows}
        assert found <= public
        assert not (found and words in ("okienka", "wodociagach", "pieczatke", "dawny", "kwota")), words
        lobby.terminal.search.eraseAll()
    for code in ("REG-03", "REG-04", "REG-05", "WEW-01"):
        write(lobby, code.replace("-", " ").lower())
        assert code not in {str(row["code"]) for row in lobby.terminal.search.results.rows}
        lobby.terminal.search.eraseAll()
    for group in staff_pack().catalogue.groups:
        shown = {card.code for card in staff_pack().catalogue.public_cards(group.id)}
        assert shown <= public


def test_a_card_that_was_published_is_public_again_after_reading(desk: Desk) -> None:
    pack = staff_pack()
    cards = tuple(replace(card, status=CardStatus.IN_FORCE, clients=(Client.PERSON,)) for card in pack.catalogue.cards)
    desk.outside.pack = replace(pack, catalogue=replace(pack.catalogue, cards=cards))
    desk.write("reg-03")
    desk.press(Qt.Key.Key_F5)
    desk.settle_errands()
    assert desk.card() == "REG-03"
    assert "Projekt" not in [each["words"] for each in desk.screen.card.badges]


def test_excerpt_begins_near_the_word_and_ends_with_whole_words() -> None:
    text = "słowo " * 40 + "igła " + "siano " * 40
    place = text.index("igła")
    shown, [(start, end)] = excerpt(text.strip(), [(place, place + 4)])
    assert shown[start:end] == "igła"
    assert shown.startswith("… słowo")
    assert shown.endswith("siano …")
    assert len(shown) < 160


def test_excerpt_of_a_word_without_end_is_cut() -> None:
    shown, spans = excerpt("x" * 5000, [(0, 5000)])
    assert len(shown) < 160
    assert spans == ((0, 150),)


def test_marks_keep_what_is_text_text() -> None:
    assert marked_up('a<b> & "c"', [(Mark.LISTED, (1, 4))]) == "a<u><b>&lt;b&gt;</b></u> &amp; &quot;c&quot;"
    assert marked_up("abcd", [(Mark.LISTED, (0, 3)), (Mark.GONE, (2, 4))]).count("</") == 3
    assert marked_up("a  b\nc", ()) == "a \xa0b<br>c"
