"""The card as staff read it: every field, what has changed, in the language of whoever stands before them."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.domain.card import (
    Card,
    Channel,
    ChannelKind,
    Deadline,
    DeadlineUnit,
    Document,
    DocumentKind,
    Fee,
    Form,
)
from kiosk.domain.text import LocalisedText
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.scenes import find_all
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.staff.passages import Passage, passages
from kiosk.terminal.staff.sections import sections
from kiosk.terminal.typography import as_spoken
from tests.builders import text
from tests.qml.sample_pack import sample_pack
from tests.qml.staff.conftest import CONTROL, Desk
from tests.qml.staff.made_up import HOSTILE
from tests.unit.domain.test_card_changes import other_value
from tests.unit.domain.test_staff_search import FULL, words_of

FIELDS = [field.name for field in fields(Card)]
RECORDED: dict[str, list[Any]] = {
    "documents": [Document(text("obowiązkowo, do wglądu"), kind) for kind in DocumentKind],
    "channels": [Channel(kind, text("poczta, e-mail")) for kind in ChannelKind],
    "office_deadline": [
        Deadline(text("14 dni, od ręki"), DeadlineUnit.AT_ONCE),
        *(Deadline(text("14 dni"), unit, 14) for unit in list(DeadlineUnit)[1:]),
        Deadline(text("14 dni"), DeadlineUnit.DAYS, 4),
    ],
}
"""Values that differ in what is recorded beside their texts, which speak of it."""


@pytest.fixture
def language(qapp: QGuiApplication, resources: Path) -> LanguageViewModel:
    return LanguageViewModel(("pl", "en", "uk", "de"), "pl", resources / "i18n")


def written(card: Card, language: LanguageViewModel, code: str = "pl", previous: Card | None = None) -> list[Passage]:
    pack = sample_pack()
    writer = CardWriter(pack.office, pack.catalogue, CardWords(language, code))
    return list(passages(card, writer, sections(), previous))


def test_every_field_stands_in_one_section() -> None:
    assert sorted(field for section in sections() for field in section.fields) == sorted(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_every_text_of_every_field_is_shown(name: str, language: LanguageViewModel) -> None:
    shown = " ".join(passage.text for passage in written(FULL, language) if passage.field == name)
    assert shown
    codes = {"service_languages", "group", "status", "clients"}  # shown in words
    assert name in codes or [word for word in words_of(getattr(FULL, name)) if word not in as_spoken(shown)] == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_change_of_any_field_is_marked_there_and_nowhere_else(name: str, language: LanguageViewModel) -> None:
    value: Any = (*FULL.clients[:1], *FULL.clients[:1]) if name == "clients" else other_value(FULL, name)
    if name in ("places", "related", "service_languages"):
        value = (*getattr(FULL, name), "inne")
    before = replace(FULL, **{name: value})
    marked = {passage.field for passage in written(FULL, language, previous=before) if passage.change is not None}
    assert marked == {name}
    assert not [passage for passage in written(FULL, language, previous=FULL) if passage.change is not None]


def test_points_that_do_not_apply_stand_in_the_order_of_the_article_each_with_its_reason(
    language: LanguageViewModel,
) -> None:
    reasons = {
        "h": LocalisedText({"pl": "Zawsze odpowiadamy.", "de": "Wir antworten immer."}),
        "c": text("Bez podpisu."),
    }
    card = replace(FULL, not_applicable=reasons)
    [polish, german] = (
        next(passage for passage in written(card, language, code) if passage.field == "not_applicable")
        for code in ("pl", "de")
    )
    assert as_spoken(polish.text) == "(c) Bez podpisu.\n(h) Zawsze odpowiadamy."
    assert as_spoken(german.text) == "(c) Bez podpisu.\n(h) Wir antworten immer."


def test_what_is_said_of_a_document_and_a_fee_stands_in_sentences(language: LanguageViewModel) -> None:
    card = replace(
        FULL,
        documents=(Document(text("dowód"), DocumentKind.TO_SHOW, text("oryginał")),),
        fees=(Fee(text("wypis"), 1700, "cennik", text("Nie płaci gmina."), text("w kasie")),),
    )
    shown = [as_spoken(each.text) for each in written(card, language) if each.field in ("documents", "fees")]
    assert shown == ["dowód (tylko do wglądu). Oryginał", "wypis: 17 zł (cennik). Nie płaci gmina. Zapłata: w kasie"]


def test_changes_are_marked_by_words_and_signs_and_can_be_hidden(desk: Desk) -> None:
    desk.write("reg-02")
    marks = dict(zip(map(as_spoken, desk.shown("plain")), desk.shown("changeWords"), strict=True))
    assert marks["Złóż wniosek w ciągu 7 dni."] == "Zmienione"
    assert marks["Zapłać w kasie."] == "Nowe"
    assert marks["Przystaw pieczątkę zakładową."] == "Usunięte"
    assert marks["dawny telefon 61 000 00 00"] == "Usunięte"
    [now] = [row for row in desk.screen.card.passages.rows if "ciągu" in str(row["plain"]) and row["change"]]
    assert '<u style="background-color:#d3efd9">7</u>' in str(now["text"]).replace("\xa0", " ")
    assert '<s style="background-color:#fadcd9">14</s>' in str(now["before"]).replace("\xa0", " ")
    assert "Zmiany od wersji 3" in [badge["words"] for badge in desk.screen.card.badges]

    desk.press(Qt.Key.Key_F8)
    assert set(desk.shown("change")) == {""}
    assert "Przystaw pieczątkę zakładową." not in map(as_spoken, desk.shown("plain"))
    desk.press(Qt.Key.Key_F8)
    assert "Nowe" in desk.shown("changeWords")


def test_found_words_and_changes_are_a_key_away(desk: Desk) -> None:
    desk.write("reg-02 regon")
    rows = desk.screen.card.passages.rows
    found = [place for place, row in enumerate(rows) if row["isFound"]]
    changed = [place for place, row in enumerate(rows) if row["change"]]
    assert len(found) > 2
    assert len(changed) > 2
    card = find_all(desk.screen.window, "card")[0]
    for place in (*found, found[0]):
        desk.press(Qt.Key.Key_F3)
        assert desk.screen.card.target == place
        assert any(row.isVisible() for row in find_all(desk.screen.window, "passage"))
    desk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert desk.screen.card.target == found[-1]
    assert float(card.property("contentY")) > 100
    desk.press(Qt.Key.Key_F4)
    assert desk.screen.card.target in changed
    desk.write("x")
    desk.press(Qt.Key.Key_Escape)
    assert desk.screen.card.target == -1


def test_a_translation_that_alone_has_changed_is_told(language: LanguageViewModel) -> None:
    card = sample_pack().catalogue.cards[0]
    before = replace(card, name=replace(card.name, texts={**card.name.texts, "de": "Alt"}))
    [changed] = [passage for passage in written(card, language, previous=before) if passage.change]
    assert (changed.field, changed.before, changed.elsewhere) == ("name", "", ("de",))


@pytest.mark.parametrize("code", ["pl", "en", "uk", "de"])
@pytest.mark.parametrize(
    ("name", "before", "after"),
    [(name, one, other) for name, kinds in RECORDED.items() for one, other in combinations(kinds, 2)],
)
def test_what_is_recorded_beside_a_text_shows_when_it_alone_has_changed(
    name: str, before: object, after: object, code: str, language: LanguageViewModel
) -> None:
    field: Any = {name: after if name == "office_deadline" else (after,)}
    was: Any = {name: before if name == "office_deadline" else (before,)}
    [row] = [
        passage
        for passage in written(replace(FULL, **field), language, code, replace(FULL, **was))
        if passage.change is not None
    ]
    assert row.before
    assert row.before != row.text
    assert "%" not in row.text


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        ("forms", Form(text("wniosek RG-OP")), Form(text("wniosek RG-OP"), "RG-OP"), "wniosek RG-OP (RG-OP)"),
        ("fees", Fee(text("wypis, cennik"), 0), Fee(text("wypis, cennik"), 0, "cennik"), "bezpłatnie (cennik)"),
        (
            "channels",
            Channel(ChannelKind.TELEPHONE, text("tel. 112")),
            Channel(ChannelKind.TELEPHONE, text("tel. 112"), "112"),
            "tel. 112 (112; telefon)",
        ),
    ],
)
def test_what_a_text_says_itself_shows_when_it_alone_was_recorded(
    name: str, before: object, after: object, told: str, language: LanguageViewModel
) -> None:
    field: Any = {name: (after,)}
    was: Any = {name: (before,)}
    [row] = [
        passage
        for passage in written(replace(FULL, **field), language, previous=replace(FULL, **was))
        if passage.change is not None
    ]
    assert told in as_spoken(row.text)
    assert row.before not in ("", row.text)
    assert all(told not in as_spoken(passage.text) for passage in written(replace(FULL, **field), language))


def test_number_and_unit_of_a_limit_are_read_as_visitors_do(language: LanguageViewModel) -> None:
    card = replace(FULL, office_deadline=Deadline(text("Szybko"), DeadlineUnit.WORKING_DAYS, 1))
    shown = [
        next(as_spoken(each.text) for each in written(card, language, code) if each.field == "office_deadline")
        for code in ("pl", "en", "uk", "de")
    ]
    assert shown == [
        "Szybko\nW skrócie: do 1 dnia roboczego",
        "Szybko\nAt a glance: up to 1 working day",
        "Szybko\nКоротко: до 1 робочого дня",
        "Szybko\nAuf einen Blick: bis zu 1 Arbeitstag",
    ]


def test_translation_within_an_item_that_alone_has_changed_is_told(language: LanguageViewModel) -> None:
    name = LocalisedText({"pl": "dowód", "en": "identity card"})
    card = replace(FULL, documents=(Document(name, DocumentKind.REQUIRED),))
    before = replace(card, documents=(Document(replace(name, texts={"pl": "dowód"}), DocumentKind.REQUIRED),))
    [changed] = [passage for passage in written(card, language, previous=before) if passage.change]
    assert (changed.before, changed.elsewhere) == ("", ("en",))


def test_card_changes_its_language_and_the_window_does_not(desk: Desk) -> None:
    desk.write("reg-02")
    names, told = [desk.reads("cardName")], {desk.reads("told")}
    for _ in range(4):
        desk.press(Qt.Key.Key_L, CONTROL)
        names.append(desk.reads("cardName"))
        told.add(desk.reads("told"))
    assert names == [
        "Zaświadczenie o nadanym numerze identyfikacyjnym REGON",
        "Certificate of the REGON identification number",
        "Довідка про наданий ідентифікаційний номер REGON",
        "Bescheinigung über die Vergabe der REGON-Identifikationsnummer",
        "Zaświadczenie o nadanym numerze identyfikacyjnym REGON",
    ]
    assert len(told) == 1
    desk.press(Qt.Key.Key_L, CONTROL, times=3)
    assert desk.reads("fact-coin") == "Kostenlos / 17 PLN"
    assert "Opłaty" in desk.shown("plain")
    desk.press(Qt.Key.Key_Down)
    assert desk.screen.card.language == "de", "the language is the visitor's, who asks for more than one card"


def test_address_and_code_are_those_of_the_language(desk: Desk) -> None:
    desk.write("reg-02")
    desk.press(Qt.Key.Key_L, CONTROL)
    assert desk.screen.address.address.endswith("/en/karta/REG-02")


@pytest.mark.parametrize(
    ("code", "badge"),
    [
        ("REG-03", "Projekt"),
        ("REG-04", "Do zatwierdzenia"),
        ("REG-05", "Wycofana"),
        ("WEW-01", "Tylko dla pracowników"),
        ("REG-06", "Po terminie przeglądu"),
    ],
)
def test_cards_that_are_not_like_the_others_say_so(desk: Desk, code: str, badge: str) -> None:
    desk.write(code.lower())
    assert desk.card() == code
    assert badge in [each["words"] for each in desk.screen.card.badges]
    assert badge in [item.property("text") for item in find_all(desk.screen.window, "badge")]


@pytest.mark.parametrize("code", ["REG-03", "REG-04", "REG-05", "WEW-01"])
def test_a_card_that_visitors_do_not_see_has_no_address_to_give_away(desk: Desk, code: str) -> None:
    QGuiApplication.clipboard().setText("before")
    desk.write(code.lower())
    desk.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Q, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert not desk.sees("codePicture")
    assert desk.message() == "Klienci nie widzą tej karty, więc nie ma ona adresu."
    assert desk.screen.desk.isFault


def test_text_of_a_card_is_never_taken_for_markup(desk: Desk) -> None:
    desk.write("reg-07")
    [row] = [row for row in desk.screen.card.passages.rows if "Kwota" in str(row["plain"])]
    assert as_spoken(str(row["plain"])) == HOSTILE
    [item] = [each for each in find_all(desk.screen.window, "passage") if "Kwota" in str(each.property("plain"))]
    assert "&lt;img" in str(item.property("text"))
    assert int(item.property("length")) == len(HOSTILE), "every sign of it is on the screen"
    assert as_spoken(str(desk.screen.card.facts.rows[3]["text"])).endswith(HOSTILE)


def test_a_card_without_a_price_or_a_limit_is_no_trouble(desk: Desk) -> None:
    desk.write("qqqqq")
    assert desk.found() == []
    assert desk.reads("nothing").startswith("Nie znaleziono żadnej karty.")
    assert desk.card() == ""
    for key in (Qt.Key.Key_P, Qt.Key.Key_Q, Qt.Key.Key_L):
        desk.press(key, CONTROL)
    assert desk.message() == "Nie wybrano karty."
    assert desk.outside.papers == []
