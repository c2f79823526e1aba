"""Which cards somebody should look through again, because the law that they describe may have changed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from kiosk.domain.card import Card, CardStatus

USUAL_MONTHS = 24
"""Months after which a card is due, where the office does not say otherwise."""


def is_overdue(card: Card, today: date, months: int = USUAL_MONTHS) -> bool:
    """Whether the day whose law the card describes is more than `months` ago.

    Whoever looks a card through and finds it right sets that day (stan prawny) and leaves the text and the day of its
    last change as they are; so the latter says nothing about the need. Nobody reads a withdrawn card again.
    """
    return card.status is not CardStatus.WITHDRAWN and card.legal_state < months_before(today, months)


def in_review_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Whoever looks cards through begins with the one whose law is the oldest."""
    return tuple(sorted(cards, key=lambda card: card.legal_state))


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
