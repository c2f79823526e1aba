"""Staff find a card by every word in it; visitors by none of those that are not for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pytest

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
    LegalBasis,
    SignVideo,
)
from kiosk.domain.search.highlights import TypedWords
from kiosk.domain.search.index import CardIndex
from kiosk.domain.search.staff_fields import staff_fields
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from tests.builders import text
from tests.unit.domain.test_search import EMPTY

FULL = replace(
    EMPTY,
    code="KOD-77",
    group="grupka",
    produced_by=text("wytworzono"),
    approved_by=text("zatwierdzono"),
    published_by=text("udostepniono"),
    name=text("nazwisko"),
    summary=text("streszczono"),
    applies_to=text("dotyczylo"),
    steps=(text("krokiem"),),
    fees=(Fee(text("oplacono"), 1, "podstawka", text("zwolniono"), text("zaplacono")),),
    appeal=text("odwolano"),
    legal_basis=(LegalBasis("ustawowo", "dziennikarz", "artykulik", "https://eliada.pl/"),),
    unit=text("jednostkowo"),
    places=("miejscowo",),
    channels=(Channel(ChannelKind.WEB, text("kanalem"), "https://kanalik.pl/"),),
    documents=(Document(text("dokumentnie"), DocumentKind.REQUIRED, text("Postaciowo")),),
    forms=(Form(text("formalnie"), "RG-SYMBOLEK", "https://formularzyk.pl/"),),
    client_deadline=Deadline(text("kliencko"), DeadlineUnit.DAYS, 1),
    office_deadline=Deadline(text("urzedowo"), DeadlineUnit.DAYS, 1),
    no_reply=text("milczkiem"),
    results=(text("wynikowo"),),
    contact="kontaktowo 61 222 33 44",
    service_languages=("litewsko",),
    life_event=text("zdarzeniowo"),
    related=("POW-99",),
    keywords=text("kluczowo"),
    privacy=text("prywatnie"),
    notes=(text("uwaznie"),),
    internal_notes="wewnetrznie",
    to_confirm=(text("potwierdzono"),),
    unit_address="adresowo",
    plain=(text("prostacko"),),
    address="https://stronka.pl/",
    recordings={"pl": "media/nagrywka.wav"},
    sign_video=SignVideo("media/filmik.mp4", text("napisano")),
    authentication=text("podpisano"),
    not_applicable={"h": text("zaniechano")},
)
"""Every text in it is a word that stands nowhere else."""
FOR_STAFF_ONLY = (
    "wytworzono zatwierdzono udostepniono podstawka zwolniono ustawowo dziennikarz artykulik eliada kanalik "
)
FOR_STAFF_ONLY += (
    "formularzyk milczkiem kontaktowo prywatnie wewnetrznie potwierdzono adresowo prostacko stronka nagrywka "
)
FOR_STAFF_ONLY += "filmik napisano litewsko POW-99 grupka zaniechano"


def words_of(value: object) -> list[str]:
    """Every word within a card that is a text."""
    match value:
        case LocalisedText():
            return value.texts["pl"].split()
        case str() if not isinstance(value, Enum):
            return value.split()
        case tuple():
            return [word for item in value for word in words_of(item)]
        case dict():
            return [word for item in value.values() for word in words_of(item)]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return [word for field in fields(value) for word in words_of(getattr(value, field.name))]
    return []


def gaps(value: object, name: str = "card") -> Iterator[str]:
    """What is left empty in a value and its parts, by name."""
    if value is None or value in ("", (), {}):
        yield name
    elif isinstance(value, tuple):
        yield from (gap for item in value for gap in gaps(item, name))
    elif is_dataclass(value) and not isinstance(value, LocalisedText | type):
        yield from (gap for each in fields(value) for gap in gaps(getattr(value, each.name), f"{name}.{each.name}"))


def found(card: Card, typed: str, language: str = "pl") -> bool:
    return bool(CardIndex([card, EMPTY], language, staff_fields).find(typed))


def test_the_card_of_these_tests_has_everything_that_a_card_may_have() -> None:
    assert list(gaps(FULL)) == []
    assert list(gaps(replace(FULL, fees=(Fee(text("opłata"), 1),)))) == [
        "card.fees.basis",
        "card.fees.exemptions",
        "card.fees.payment",
    ]


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_every_text_of_every_field_is_found(name: str) -> None:
    value = getattr(FULL, name)
    assert [word for word in words_of(value) if not found(FULL, word)] == []


def test_days_status_and_clients_are_found_as_they_stand_in_the_file() -> None:
    old = replace(FULL, legal_state=date(2023, 4, 5))
    assert found(old, "2023-04-05")
    assert found(old, "obowiazujaca")
    assert found(old, "osoba")


def test_polish_words_of_a_translated_card_are_found_in_every_language() -> None:
    card = replace(FULL, privacy=LocalisedText({"pl": "prywatnie", "de": "vertraulich"}))
    assert all(found(card, "prywatnie", language) for language in LANGUAGE_NAMES)
    assert found(card, "vertraulich", "de")


@pytest.mark.parametrize("word", FOR_STAFF_ONLY.split())
def test_visitors_find_nothing_by_what_only_staff_search(word: str) -> None:
    assert found(FULL, word)
    assert CardIndex([FULL], "pl").find(word) == ()


def marked(typed: str, words: str, language: str = "pl") -> list[str]:
    return [words[first:end] for first, end in TypedWords(typed).spans(words, language)]


@pytest.mark.parametrize(
    ("typed", "words", "seen"),
    [
        ("zaswiadcz", "Wydajemy ZAŚWIADCZENIE, a nie odpis.", ["ZAŚWIADCZENIE"]),
        ("zaświadczenia", "zaświadczenie i zaświadczeniem", ["zaświadczenie", "zaświadczeniem"]),
        ("rgop", "formularz RG-OP", ["RG-OP"]),
        ("op", "formularz RG-OP", ["RG-OP"]),
        ("reg-02", "REGON: karta REG-02, nie REG-01 ani 02", ["REG-02", "02"]),
        ("w sprawie regon", "w rejestrze REGON w sprawie", ["REGON", "sprawie"]),
        ("w", "w rejestrze", ["w"]),
        ("art 43", "art. 43 ust. 3", ["art", "43"]),
        ("", "cokolwiek", []),
        ("…", "cokolwiek…", []),
    ],
)
def test_typed_words_are_marked_where_they_stand(typed: str, words: str, seen: list[str]) -> None:
    assert marked(typed, words) == seen


def test_word_typed_in_polish_letters_is_marked_in_a_ukrainian_text() -> None:
    assert marked("довідка", "Видаємо довідку", "uk") == ["довідку"]
    assert marked("dowidka", "Видаємо довідку", "uk") == ["довідку"]
