"""What a card says in a word is never better than what it says in full, and everything is said where it belongs."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.card import Card, Channel, ChannelKind, Document, DocumentKind, Fee
from kiosk.publish.paper_card import PaperCard
from kiosk.publish.paper_words import PaperWords, resources
from kiosk.publish.site_card import card_view
from kiosk.publish.site_words import Words
from kiosk.terminal.card_facts import Fact
from kiosk.terminal.card_text import CardText
from tests.builders import text
from tests.qml.sample_pack import sample_pack
from tests.unit.domain.test_staff_search import FULL, words_of

UNSEEN = {"keywords", "life_event", "internal_notes", "not_applicable", "group"}
SHOWN_OTHERWISE = {"name", "places", "related", "service_languages", "address", "recordings", "sign_video"}
"""The heading, codes, addresses and files: what they stand for is tested by itself."""


@pytest.mark.parametrize(
    ("amounts", "word"),
    [
        ((0,), "Free of charge"),
        ((0, 0), "Free of charge"),
        ((1700,), "PLN 17"),
        ((0, 1700), "Free of charge or PLN 17"),
        ((0, 1700, 1700), "Free of charge or PLN 17"),
        ((500, 0, 1700), "Free of charge or for a fee"),
        ((0, None), "Free of charge or for a fee"),
        ((500, 1700), "Depends on the matter"),
        ((500, None), "Depends on the matter"),
        ((None,), "The amount depends on the matter"),
    ],
)
def test_a_card_is_called_free_only_when_all_of_it_is(
    qapp: QGuiApplication, amounts: tuple[int | None, ...], word: str
) -> None:
    pack = sample_pack()
    card = replace(pack.catalogue.cards[0], fees=tuple(Fee(text("za co"), amount) for amount in amounts))
    facts = CardText(card, pack.office, pack.office.places[0], "en").facts()
    assert facts[0].icon == "coin"
    assert facts[0].text == word


def written(card: Card, language: str = "en") -> list[str]:
    """Everything the card says, a text a block."""
    pack = sample_pack()
    return [block.text for block in CardText(card, pack.office, pack.office.places[1], language).blocks()]


def test_those_who_answer_for_a_card_are_named_in_the_language_of_the_reader(qapp: QGuiApplication) -> None:
    card = sample_pack().catalogue.cards[0]

    assert in_order(written(card), "Prepared by: Registers Department", "Approved by: Director of the Office")
    assert any("Відділ реєстрів" in words for words in written(card, "uk")[-6:])
    assert any("Wydział Organizacyjny" in words for words in written(card, "de")[-6:]), "the same in all languages"


def test_unit_of_another_office_has_its_own_address_and_ours_stands_under_what_we_do(qapp: QGuiApplication) -> None:
    pack = sample_pack()
    channels = (
        Channel(ChannelKind.POST, text("Poczta do Łodzi")),
        Channel(ChannelKind.COUNTER, text("U nas tylko druki")),
    )
    ours = replace(pack.catalogue.cards[0], channels=channels, unit=text("Ośrodek"), places=("pila",))
    theirs = replace(ours, unit_address="ul. Inna 1, 90-001 Łódź")
    place = "Branch in Piła (you are here)"

    assert in_order(written(ours), "Ośrodek", "U nas tylko druki", place, "Poczta do Łodzi")
    assert in_order(written(theirs), "Ośrodek\nul. Inna 1, 90-001 Łódź", "Poczta do Łodzi", "U nas tylko druki", place)
    assert [fact.text for fact in facts(ours) if fact.icon == "pin"] == ["Branch in Piła"]
    assert [fact.text for fact in facts(theirs) if fact.icon == "pin"] == ["ul. Inna 1, 90-001 Łódź"]


def test_document_whose_name_tells_the_condition_has_no_second_one(qapp: QGuiApplication) -> None:
    names = {kind: written(with_document(kind)) for kind in DocumentKind}

    assert "Paper (only if asked)" in names[DocumentKind.CONDITIONAL]
    assert "Paper (only if asked)" in names[DocumentKind.REQUIRED]
    assert "Paper (only if asked; if you have it)" in names[DocumentKind.OPTIONAL]
    assert "Paper (only if asked; only to show)" in names[DocumentKind.TO_SHOW]


def test_card_answers_in_the_order_in_which_people_ask(qapp: QGuiApplication) -> None:
    """Who made the card and when comes last, and all of it: article 12 of the act on access to public information."""
    pack = sample_pack()
    card = next(each for each in pack.catalogue.cards if each.to_confirm)
    blocks = CardText(card, pack.office, pack.office.places[0], "en").blocks()
    assert blocks[0].kind == "lead"
    assert [block.text for block in blocks if block.kind == "heading"] == [
        "Who it is for",
        "What to bring",
        "What it costs",
        "Where and how",
        "How long it takes",
        "Step by step",
        "What you will get",
        "Please note",
        "If you disagree",
        "Legal basis",
        "Not confirmed yet",
        "Who answers for this card",
    ]
    assert [block.text.partition(":")[0] for block in blocks[-6:]] == [
        "Prepared by",
        "Approved by",
        "Published by",
        "Law as of",
        "Last changed",
        "Card REG-01, version 3",
    ]


def test_the_web_site_and_the_paper_read_in_the_order_of_the_terminal(qapp: QGuiApplication) -> None:
    pack = sample_pack()
    card = next(each for each in pack.catalogue.cards if each.to_confirm)
    blocks = CardText(card, pack.office, pack.office.places[0], "en").blocks()
    headings = [block.text for block in blocks if block.kind == "heading"]
    words = Words.read(resources(), "en")
    assert [words[name] for name in card_view(card, pack.office, words, frozenset()).sections()] == headings
    printed = [each["title"] for each in PaperCard(card, pack, PaperWords("en"), internal=False).data()["sections"]]
    assert [title for title in printed if title in headings] == headings


def test_every_block_knows_its_language(qapp: QGuiApplication) -> None:
    pack = sample_pack()
    for language in ("pl", "de"):
        text = CardText(pack.catalogue.cards[1], pack.office, pack.office.places[0], language)
        assert {block.language for block in [*text.blocks(), *text.plain_blocks()]} <= {language, "pl"}
        assert all(fact.language for fact in text.facts())


def test_proof_form_and_payment_stand_where_they_stand_on_paper(qapp: QGuiApplication) -> None:
    pack = sample_pack()
    card = replace(
        pack.catalogue.cards[0],
        documents=(Document(text("Pełnomocnictwo."), DocumentKind.OPTIONAL, text("oryginał albo odpis.")),),
        fees=(
            Fee(text("pełnomocnictwo"), 1700, "ustawa", text("Nie płaci małżonek."), text("w kasie albo przelewem")),
            Fee(text("wypis"), 0, payment=text("nic")),
        ),
        authentication=text("podpis odręczny"),
        contact="tel. 61 222 33 44",
    )
    shown = written(card)
    assert "Pełnomocnictwo (if you have it). Oryginał albo odpis." in shown
    assert in_order(
        shown,
        "pełnomocnictwo: PLN 17 (ustawa). Nie płaci małżonek. Payment: w kasie albo przelewem",
        "wypis: free of charge. Payment: nic",
    )
    assert in_order(shown, "Proof of identity and signature: podpis odręczny", "Contact: tel. 61 222 33 44")


def test_card_that_has_everything_shows_everything_but_what_is_for_staff(qapp: QGuiApplication) -> None:
    pack = sample_pack()
    everything = replace(FULL, places=("pila",))
    card = CardText(everything, pack.office, pack.office.places[0], "en")
    shown = " ".join([each.text for each in card.blocks()] + [each.text for each in card.plain_blocks()])
    for name in {each.name for each in fields(Card)} - SHOWN_OTHERWISE:
        words = [word for word in words_of(getattr(everything, name)) if not word.startswith("https://eli")]
        seen = [word for word in words if word in shown]
        assert seen == ([] if name in UNSEEN else words), name


def with_document(kind: DocumentKind) -> Card:
    return replace(sample_pack().catalogue.cards[0], documents=(Document(text("Paper (only if asked)"), kind),))


def facts(card: Card) -> list[Fact]:
    pack = sample_pack()
    return CardText(card, pack.office, pack.office.places[1], "en").facts()


def in_order(found: list[str], *starts: str) -> bool:
    """Whether blocks that begin so stand one after another."""
    return any(
        all(block.startswith(start) for block, start in zip(found[at:], starts, strict=False))
        for at in range(len(found) - len(starts) + 1)
    )
