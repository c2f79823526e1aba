"""A visitor takes away the address of the card in her language, and gets no address where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.card import Client
from kiosk.domain.card_address import card_address
from tests.qml.sample_pack import sample_pack

PACK = sample_pack()


@pytest.mark.parametrize(
    ("own", "template", "address"),
    [
        ("", "", ""),
        ("", "https://urzad.pl/{jezyk}/{kod}", "https://urzad.pl/uk/REG-01"),
        ("", "https://urzad.pl/{kod}?a={kod}", "https://urzad.pl/REG-01?a=REG-01"),
        ("https://urzad.pl/x", "https://urzad.pl/{kod}", "https://urzad.pl/x"),
        ("https://urzad.pl/x", "", "https://urzad.pl/x"),
    ],
)
def test_own_address_wins_over_the_template(own: str, template: str, address: str) -> None:
    card = replace(PACK.catalogue.cards[0], address=own)
    assert card_address(card, replace(PACK.office, card_address=template), "uk") == address


def test_related_cards_are_those_a_visitor_may_read_in_the_order_given() -> None:
    first, second, third, *_ = PACK.catalogue.cards
    staff = replace(second, clients=(Client.INTERNAL,))
    catalogue = replace(PACK.catalogue, cards=(first, staff, third))
    card = replace(first, related=(third.code, staff.code, "NIE-01", first.code))

    assert catalogue.related_cards(card) == (third, first)
