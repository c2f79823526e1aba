"""The service catalogue (katalog usług): one office's cards, grouped as a visitor thinks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.card import Card
from kiosk.domain.text import LocalisedText


@dataclass(frozen=True, slots=True)
class Group:
    """One tile of the catalogue. `icon` names one of the program's own icons."""

    id: str
    name: LocalisedText
    description: LocalisedText
    icon: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Groups in the order in which they are offered, and every card of the office, public or not.

    `previous` is each card as it was in its newest version before this one, by code, where the office has kept it:
    staff see from it what has changed. It is shown to nobody else.
    """

    title: LocalisedText
    groups: tuple[Group, ...]
    cards: tuple[Card, ...]
    previous: Mapping[str, Card] = field(default_factory=dict)

    def card(self, code: str) -> Card | None:
        """The card with this code, or None."""
        return next((card for card in self.cards if card.code == code), None)

    def public_cards(self, group: str) -> tuple[Card, ...]:
        """What visitors see in one group, in the pack's order."""
        return tuple(card for card in self.cards if card.group == group and card.is_public)

    def related_cards(self, card: Card) -> tuple[Card, ...]:
        """What a visitor who reads `card` may want next, in the order the card names it; never what is not public."""
        found = (self.card(code) for code in card.related)
        return tuple(related for related in found if related is not None and related.is_public)

    def public_groups(self) -> tuple[Group, ...]:
        """Groups that have something to show."""
        return tuple(group for group in self.groups if self.public_cards(group.id))
