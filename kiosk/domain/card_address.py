"""Where a card stands on the office's web site, short enough for a QR code that a telephone reads across a lobby."""

from __future__ import annotations

from kiosk.domain.card import Card
from kiosk.domain.office import Office

CODE_FIELD, LANGUAGE_FIELD = "{kod}", "{jezyk}"
"""What a template may hold: the card's code and the reader's language."""
LONGEST_ADDRESS = 200
"""Characters, all ASCII: a QR code of version 10 holds 213 bytes at error correction level M (ISO/IEC 18004)."""


def card_address(card: Card, office: Office, language: str) -> str:
    """The address of `card` for a reader of `language`: the card's own, else by the office's template, else empty."""
    return card.address or filled(office.card_address, card.code, language)


def filled(template: str, code: str, language: str) -> str:
    """The template with a card's code and a language in place of its fields."""
    return template.replace(CODE_FIELD, code).replace(LANGUAGE_FIELD, language)
