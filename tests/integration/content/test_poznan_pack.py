"""The pack of Poznań is faultless and holds what a visitor needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from kiosk.content.reader import read_pack
from kiosk.domain.card import DocumentKind
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import QuestionKind
from kiosk.domain.text import LocalisedText
from tests.unit.content.test_schemas import complaints

POZNAN = Path(__file__).parents[3] / "resources" / "offices" / "poznan"
SCHEMA_OF = {"urzad.yaml": "urzad", "katalog.yaml": "katalog", "karty": "karta", "ankiety": "ankieta"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(POZNAN)


def test_every_group_has_cards(pack: Pack) -> None:
    assert {group.id for group in pack.catalogue.groups} == {card.group for card in pack.catalogue.cards}


def test_questionnaire_starts_with_one_tap_and_ends_with_comments(pack: Pack) -> None:
    questions = pack.questionnaire.questions

    assert questions[0].key == "ogolem"
    assert questions[-1].kind is QuestionKind.TEXT
    assert sum(question.show_if is not None for question in questions) == 5


def test_places_are_the_seat_and_four_branches(pack: Pack) -> None:
    assert [place.town for place in pack.office.places] == ["Poznań", "Kalisz", "Konin", "Leszno", "Piła"]
    assert all(place.to_confirm for place in pack.office.places), "Monday hours are not confirmed"


def test_related_cards_name_each_other_and_none_that_their_readers_may_not_see(pack: Pack) -> None:
    related = {card.code: card.related for card in pack.catalogue.cards}
    public = {card.code: card.is_public for card in pack.catalogue.cards}

    assert all(related.values())
    one_way = [(code, other) for code, others in related.items() for other in others if code not in related[other]]
    assert one_way == []
    assert [(code, other) for code, others in related.items() for other in others if public[code] > public[other]] == []


def test_every_unit_has_one_name_in_each_language(pack: Pack) -> None:
    names: dict[str, LocalisedText] = {pack.office.authority.in_language("pl"): pack.office.authority}
    for card in pack.catalogue.cards:
        own_unit = () if card.unit_address or "(" in card.unit.in_language("pl") else (card.unit,)
        for name in (card.produced_by, card.approved_by, card.published_by, *own_unit):
            assert tuple(name.texts) == pack.office.languages, card.code
            assert names.setdefault(name.in_language("pl"), name) == name, card.code


def test_no_document_is_optional_under_a_condition(pack: Pack) -> None:
    optional = [
        document.name.in_language("pl")
        for card in pack.catalogue.cards
        for document in card.documents
        if document.kind is DocumentKind.OPTIONAL
    ]
    assert [name for name in optional if re.search(r"gdy|jeżeli|jeśli", name)] == []


def test_card_of_another_office_tells_the_address_of_that_office(pack: Pack) -> None:
    elsewhere = {card.code: card.unit_address for card in pack.catalogue.cards if card.unit_address}
    assert elsewhere == {"KLA-01": "ul. Suwalska 29, 93-176 Łódź"}


def test_plain_text_is_short_and_brings_no_number_that_the_card_does_not_have(pack: Pack) -> None:
    plain = [card for card in pack.catalogue.cards if card.plain]

    assert {"REG-01", "REG-02", "INF-01", "SKA-01", "KLA-01"} <= {card.code for card in plain}
    for card in plain:
        assert 4 <= len(card.plain) <= 9
        full = numbers(repr(replace(card, plain=())))
        for thought in card.plain:
            assert numbers(repr(thought)) <= full, (card.code, thought)
            sentences = [sentence for text in thought.texts.values() for sentence in re.split(r"[.?!:] ", text)]
            assert all(len(sentence.split()) <= 20 for sentence in sentences), (card.code, thought)


@pytest.mark.parametrize("language", ["pl", "en", "uk", "de"])
def test_cards_are_called_by_what_a_visitor_sees_and_one_that_is_named_is_related(pack: Pack, language: str) -> None:
    """The code of a card stands only at its own end."""
    public = [card for card in pack.catalogue.cards if card.is_public]
    by_name = {card.name.in_language(language): card.code for card in public}
    groups = {group.name.in_language(language) for group in pack.catalogue.public_groups()}
    named_cards, named_groups = NAMED[language]

    for card in public:
        texts = [each.in_language(language) for each in localised(card)]
        assert [text for text in texts if re.search(r"\b[A-Z]{3}-\d\d\b", text)] == [], card.code
        names = {
            name for text in texts for found in re.finditer(named_cards, text) for name in re.findall(QUOTED, found[0])
        }
        assert {by_name[name] for name in names} <= set(card.related), card.code
        assert {name for text in texts for name in re.findall(named_groups, text)} <= groups, card.code


QUOTED = r"[„“«]([^„“”«»]+)[”“»]"
NAMED = {
    "pl": (rf"kart[ay] {QUOTED}(?: i {QUOTED})?", rf"w katalogu: {QUOTED}"),
    "en": (rf"cards? {QUOTED}(?: and {QUOTED})?", rf"in the catalogue: {QUOTED}"),
    "uk": (rf"картк[аи] {QUOTED}(?: та {QUOTED})?", rf"у каталозі: {QUOTED}"),
    "de": (rf"Merkbl(?:att|ätter) {QUOTED}(?: und {QUOTED})?", rf"im Katalog: {QUOTED}"),
}


def localised(value: object) -> Iterator[LocalisedText]:
    """Every text within a card."""
    if isinstance(value, LocalisedText):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from localised(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from localised(getattr(value, part.name))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize("path", sorted(POZNAN.rglob("*.yaml")), ids=lambda path: path.stem)
def test_file_names_the_schema_that_editors_check_it_by_and_fits_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", text.splitlines()[0])
    kind = path.relative_to(POZNAN).parts[0]

    assert named is not None
    assert (path.parent / named[1]).resolve() == POZNAN.parent / "schema" / f"{SCHEMA_OF[kind]}.json"
    assert complaints(f"{SCHEMA_OF[kind]}.json", text) == []
