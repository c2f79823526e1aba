"""Whatever stands in a card can be typed on the keyboard of its language."""

from __future__ import annotations

import pytest

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.keyboard import layout_for
from kiosk.domain.search.fields import fields
from kiosk.domain.search.folding import fold
from kiosk.domain.text import LANGUAGE_NAMES


def written(language: str) -> set[str]:
    """Every letter of the real cards on a screen in `language`, Polish names among them."""
    cards = read_pack(resources() / "offices" / "poznan").catalogue.cards
    texts = (text for card in cards for _, text in fields(card, language))
    return {letter for text in texts for letter in text.casefold() if letter.isalpha()}


def keys(language: str) -> set[str]:
    return {key for row in layout_for(language).rows for key in row}


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_every_letter_of_the_cards_can_be_typed(language: str) -> None:
    """Letters of other alphabets (Łódź in English, REGON in Ukrainian) as the search folds them."""
    typed = {sign for key in keys(language) for sign in fold(key, language)}
    lacking = {letter for letter in written(language) - keys(language) if set(fold(letter, language)) - typed}
    assert lacking == set()


def test_polish_cards_need_no_folding() -> None:
    assert written("pl") - keys("pl") == set()
