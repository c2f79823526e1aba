"""What a card says in a word is never better than what it says in full."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.card import Fee
from kiosk.terminal.card_text import CardText
from tests.builders import text
from tests.qml.sample_pack import sample_pack


@pytest.mark.parametrize(
    ("amounts", "word"),
    [
        ((0,), "Free of charge"),
        ((0, 0), "Free of charge"),
        ((1700,), "17 zł"),
        ((0, 1700), "depends on the matter"),
        ((0, None), "depends on the matter"),
        ((None,), "Depends on the matter"),
    ],
)
def test_a_card_is_called_free_only_when_all_of_it_is(
    qapp: QGuiApplication, amounts: tuple[int | None, ...], word: str
) -> None:
    pack = sample_pack()
    card = replace(pack.catalogue.cards[0], fees=tuple(Fee(text("za co"), amount) for amount in amounts))
    facts = CardText(card, pack.office, pack.office.places[0], "en").facts()
    assert facts[0].icon == "coin"
    assert facts[0].text.lower() == word.lower()
