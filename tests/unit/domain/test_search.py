"""Cards are found whatever the spelling, best first, and nothing that is typed can do harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.card import (
    Card,
    CardStatus,
    Channel,
    ChannelKind,
    Client,
    Deadline,
    DeadlineUnit,
    Document,
    DocumentKind,
    Fee,
    Form,
)
from kiosk.domain.search.index import LONGEST_TYPED, CardIndex
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from tests.builders import text

EMPTY = Card(
    code="X-00",
    version=1,
    status=CardStatus.IN_FORCE,
    group="g",
    clients=(Client.PERSON,),
    legal_state=date(2026, 1, 1),
    modified=date(2026, 1, 1),
    produced_by=LocalisedText({"pl": ""}),
    approved_by=LocalisedText({"pl": ""}),
    published_by=LocalisedText({"pl": ""}),
    name=text("-"),
    summary=text("-"),
    applies_to=text("-"),
    steps=(),
    fees=(),
    appeal=text("-"),
    legal_basis=(),
    unit=text("-"),
    places=(),
    channels=(),
)


def codes(cards: list[Card], typed: str, language: str = "pl") -> list[str]:
    return [match.card.code for match in CardIndex(cards, language).find(typed)]


BY_PLACE = [
    replace(EMPTY, code="REST-1", notes=(text("rejestr"),)),
    replace(EMPTY, code="SUMM-1", summary=text("rejestr")),
    replace(EMPTY, code="KEYW-1", keywords=text("rejestr")),
    replace(EMPTY, code="NAME-1", name=text("Rejestr")),
]


def test_name_comes_before_keywords_before_summary_before_the_rest() -> None:
    assert codes(BY_PLACE, "rejestr") == ["NAME-1", "KEYW-1", "SUMM-1", "REST-1"]


def test_word_as_typed_comes_before_another_ending_before_a_beginning_before_a_slip() -> None:
    names = ["Rejetr", "Rejestrowy", "Rejestru", "Rejestr"]
    cards = [replace(EMPTY, code=f"N-{n}", name=text(name)) for n, name in enumerate(names)]
    cards.append(replace(EMPTY, code="N-4", name=text("Rejestracyjnik")))
    found = codes(cards, "rejestr")
    assert (found[0], found[-1]) == ("N-3", "N-4")
    assert "N-0" not in found  # no slip is looked for where the word is well known
    assert codes([cards[0], BY_PLACE[0]], "rejestr") == ["REST-1", "N-0"]  # in small print only: a slip comes after it


def test_equal_cards_keep_their_order() -> None:
    cards = [replace(EMPTY, code=f"T-{n}", name=text("Rejestr")) for n in (3, 1, 2)]
    assert codes(cards, "rejestr") == ["T-3", "T-1", "T-2"]
    assert [match.card.code for match in CardIndex(cards, "pl").find("rejestr", limit=2)] == ["T-3", "T-1"]


def test_every_word_must_be_there_and_else_most_of_them() -> None:
    cards = [
        replace(EMPTY, code="A-1", name=text("Zmiana adresu")),
        replace(EMPTY, code="A-2", name=text("Zmiana nazwy i adresu firmy")),
        replace(EMPTY, code="A-3", name=text("Skarga")),
    ]
    index = CardIndex(cards, "pl")
    assert [(m.card.code, m.is_complete) for m in index.find("adres firma")] == [("A-2", True)]
    assert [(m.card.code, m.is_complete) for m in index.find("zmiana adresu szpitala")] == [
        ("A-1", False),
        ("A-2", False),
    ]
    assert index.find("firma szpital las")[:1] == ()


def test_cards_lacking_words_keep_to_the_limit_too() -> None:
    cards = [replace(EMPTY, name=text("Zmiana")) for _ in range(3)]
    assert [match.is_complete for match in CardIndex(cards, "pl").find("zmiana szpitala", limit=2)] == [False, False]


def test_slip_that_is_a_word_elsewhere_is_forgiven_where_the_other_words_ask_for_it() -> None:
    cards = [replace(EMPTY, code="K-1", name=text("Karta")), replace(EMPTY, code="K-2", name=text("Kasta, wpis"))]
    assert codes(cards, "karta") == ["K-1"]
    assert codes(cards, "karta wpis") == ["K-2"]


def test_compound_is_found_by_its_last_part_in_german_only() -> None:
    cards = [replace(EMPTY, name=LocalisedText({"pl": "-", "de": "Datenänderung", "en": "Database"}))]
    assert codes(cards, "Änderungen", "de") == ["X-00"]
    assert codes(cards, "base", "en") == []


@pytest.mark.parametrize(
    "card",
    [
        replace(EMPTY, applies_to=text("dla słonia")),
        replace(EMPTY, steps=(text("krok"), text("słoń"))),
        replace(EMPTY, documents=(Document(text("słoń"), DocumentKind.REQUIRED),)),
        replace(EMPTY, forms=(Form(text("słoń")),)),
        replace(EMPTY, fees=(Fee(text("słoń"), None),)),
        replace(EMPTY, client_deadline=Deadline(text("słoń"), DeadlineUnit.AT_ONCE)),
        replace(EMPTY, office_deadline=Deadline(text("słoń"), DeadlineUnit.AT_ONCE)),
        replace(EMPTY, results=(text("słoń"),)),
        replace(EMPTY, channels=(Channel(ChannelKind.POST, text("słoń")),)),
        replace(EMPTY, notes=(text("słoń"),)),
        replace(EMPTY, unit=text("słoń")),
        replace(EMPTY, appeal=text("słoń")),
        replace(EMPTY, life_event=text("słoń")),
        replace(EMPTY, places=("slon",)),
        replace(EMPTY, code="SŁOŃ-1"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_every_part_of_a_card_is_searched(card: Card, language: str) -> None:
    assert codes([EMPTY, card], "słoń", language) == [card.code]


def test_what_only_staff_see_is_not_searched() -> None:
    card = replace(EMPTY, internal_notes="słoń", to_confirm=(text("słoń"),), approved_by=LocalisedText({"pl": "słoń"}))
    assert codes([card], "słoń") == []


def test_last_word_may_be_unfinished_and_the_words_before_it_may_be_abbreviated() -> None:
    card = replace(EMPTY, name=text("Zaświadczenie o numerze"))
    assert all(codes([card], typed) for typed in ("z", "za", "zaswiadcz", "zaświadczenie n", "zaśw num"))
    assert [match.is_complete for match in CardIndex([card], "pl").find("zaś numerze")] == [False]


def test_small_words_are_left_out_unless_there_is_nothing_else() -> None:
    card = replace(EMPTY, name=text("Skarga do dyrektora"))
    assert codes([card], "jak i gdzie złożyć skargę") == codes([card], "złożyć skargę")
    assert codes([card], "do") == ["X-00"]


def test_missing_translation_is_searched_in_polish_and_polish_names_in_every_language() -> None:
    polish = replace(EMPTY, code="P-1", name=text("Skarga"), keywords=text("zażalenie"))
    both = replace(EMPTY, code="P-2", name=LocalisedText({"pl": "Skarga", "en": "Complaint"}))
    assert codes([both, polish], "skargi", "en") == ["P-1", "P-2"]  # Polish shown as the name counts as the name
    assert codes([both, polish], "complaint", "en") == ["P-2"]
    assert codes([both, polish], "zażaleniami", "de") == ["P-1"]
    assert codes([both], "complaint", "pl") == []


@pytest.mark.parametrize("typed", ["RG-OP", "rg-op", "rgop", "rg op", "RG–OP"])
def test_form_is_found_however_its_symbol_is_joined(typed: str) -> None:
    card = replace(EMPTY, forms=(Form(text("Wniosek"), "RG-OP"),))
    other = replace(EMPTY, code="X-01", forms=(Form(text("Wniosek"), "RG-OF"),))
    assert codes([other, card], typed) == ["X-00"]


def test_number_in_a_code_is_never_taken_for_a_slip() -> None:
    cards = [replace(EMPTY, code="REGON-01"), replace(EMPTY, code="REGON-02")]
    assert codes(cards, "regon-02") == codes(cards, "regon02") == ["REGON-02"]
    assert codes(cards, "regon03") == []


INDEXES = [CardIndex(BY_PLACE, language) for language in (*LANGUAGE_NAMES, "fr")]


@given(st.text(max_size=60))
@example("")
@example(" \t\n\x00\x07\x1b")
@example("--- ... '''")
@example("😀🏳️‍🌈 ①Ⅷ")
@example("سجل רישום")
@example("\u202eregon\u200f")
@example("\ud800")
@example("\ufdfa" * 300)
@example("ab " * 5000)
@example("rejestr" + " " * LONGEST_TYPED + "skarga")
@example("rejestr" * 2000)
def test_nothing_typed_does_harm(typed: str) -> None:
    for index in INDEXES:
        assert len(index.find(typed)) <= len(BY_PLACE)
        assert index.find(typed) == index.find(typed[:LONGEST_TYPED])


@pytest.mark.parametrize("typed", ["", " ", "\x00", "-", "’", "😀"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert [index.find(typed) for index in INDEXES] == [()] * len(INDEXES)


def test_no_cards_are_no_fault() -> None:
    assert CardIndex([], "pl").find("rejestr") == ()
