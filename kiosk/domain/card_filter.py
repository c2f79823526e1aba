"""Which cards staff want to see: of one group, for one kind of client, at one branch, in one state, with one need.

Each dimension is chosen from on its own; a card passes that has every chosen trait.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.card import Card

Traits = Mapping["Dimension", frozenset[str]]
"""What a card is, by dimension: the same codes that stand in its file."""


class Dimension(StrEnum):
    """In which respects cards are told apart."""

    GROUP = "group"
    CLIENT = "client"
    PLACE = "place"
    STATUS = "status"
    NEED = "need"


class Need(StrEnum):
    """What somebody in the office should look at."""

    OVERDUE = "overdue"
    CHANGED = "changed"
    TO_CONFIRM = "to_confirm"


def traits(card: Card, needs: Iterable[Need]) -> Traits:
    """What `card` is. Its `needs` depend on the day and on other versions."""
    return {
        Dimension.GROUP: frozenset((card.group,)),
        Dimension.CLIENT: frozenset(card.clients),
        Dimension.PLACE: frozenset(card.places),
        Dimension.STATUS: frozenset((card.status,)),
        Dimension.NEED: frozenset(needs),
    }


@dataclass(frozen=True, slots=True)
class CardFilter:
    """At most one trait in each dimension."""

    chosen: Mapping[Dimension, str] = field(default_factory=dict)

    def passes(self, traits: Traits) -> bool:
        """Whether a card with these traits is wanted."""
        return all(trait in traits[dimension] for dimension, trait in self.chosen.items())

    @property
    def is_for_review(self) -> bool:
        """Whether what is overdue is wanted."""
        return self.chosen.get(Dimension.NEED) == Need.OVERDUE

    def turned(self, dimension: Dimension, trait: str) -> CardFilter:
        """With `trait` instead of what was chosen in its dimension; without it if it was."""
        others = {each: chosen for each, chosen in self.chosen.items() if each is not dimension}
        return CardFilter(others if self.chosen.get(dimension) == trait else {**others, dimension: trait})

    def counts(self, cards: Iterable[Traits]) -> Mapping[tuple[Dimension, str], int]:
        """How many of `cards` there would be with each trait chosen, the other dimensions as they are."""
        counted: Counter[tuple[Dimension, str]] = Counter()
        for card in cards:
            missed = [dimension for dimension, trait in self.chosen.items() if trait not in card[dimension]]
            for dimension in Dimension:
                if not missed or missed == [dimension]:
                    counted.update((dimension, trait) for trait in card[dimension])
        return counted
