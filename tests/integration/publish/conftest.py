"""The real pack, and one card that has everything a card can have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.reader import read_pack
from kiosk.domain.card import Card, Deadline, DeadlineUnit, Document, DocumentKind, Fee, Form
from kiosk.domain.pack import Pack
from kiosk.domain.text import LocalisedText

DECLARED = "Urząd zawsze odpowiada na piśmie."
"""Why a point does not apply: said to the office's own check before publication, and to staff."""
POZNAN = Path(__file__).parents[3] / "resources" / "offices" / "poznan"


@pytest.fixture(scope="session")
def poznan() -> Pack:
    return read_pack(POZNAN)


@pytest.fixture(scope="session")
def full(poznan: Pack) -> Pack:
    """Poznań with addresses of its cards, and one card to which nothing is missing."""
    cards = tuple(_full(card) if card.code == "REG-01" else card for card in poznan.catalogue.cards)
    office = replace(poznan.office, card_address="https://urzad.example/{jezyk}/karty/{kod}")
    return replace(poznan, office=office, catalogue=replace(poznan.catalogue, cards=cards))


def public(pack: Pack) -> list[Card]:
    return [card for card in pack.catalogue.cards if card.is_public]


def card(pack: Pack, code: str) -> Card:
    found = pack.catalogue.card(code)
    assert found is not None
    return found


def in_polish(text: str) -> LocalisedText:
    return LocalisedText({"pl": text})


def _full(of: Card) -> Card:
    return replace(
        of,
        office_deadline=Deadline(in_polish("7 dni roboczych od wniosku"), DeadlineUnit.WORKING_DAYS, 7),
        documents=(
            *of.documents,
            *(Document(in_polish(f"Dokument {kind}"), kind, in_polish(f"Odpis {kind}")) for kind in DocumentKind),
        ),
        fees=(*of.fees, Fee(in_polish("Wypis"), 1750, "cennik", in_polish("Nie płaci gmina."), in_polish("w kasie"))),
        authentication=in_polish("Wystarczy podpis odręczny albo zaufany."),
        not_applicable={"h": in_polish(DECLARED)},
        forms=(*of.forms, Form(in_polish("Formularz w internecie"), "RG-X", "https://urzad.example/rg-x.pdf")),
        service_languages=("pl", "en", "uk"),
        privacy=in_polish("Klauzula stoi w korytarzu."),
        contact="tel. 61 27 98 301, SekretariatUSPOZ@stat.gov.pl",
    )
