"""Which texts of a card are searched in one language, and at which place of the card each counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.card import Card
from kiosk.domain.search.vocabulary import Place
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText


class Field(NamedTuple):
    """One text, and where it stands."""

    place: Place
    text: str


def fields(card: Card, language: str) -> Iterator[Field]:
    """Every searched text. What is not translated stands in Polish; the Polish name and keywords always stand too."""
    for place, text in _texts(card):
        yield Field(place, text.in_language(language))
    # Who holds the card's code in hand wants this card and not one that mentions it.
    yield Field(Place.NAME, card.code)
    for form in card.forms:
        yield Field(Place.KEYWORDS, form.symbol)
    for branch in card.places:
        yield Field(Place.REST, branch)
    if language != DEFAULT_LANGUAGE:
        yield Field(Place.SUMMARY, card.name.in_language(DEFAULT_LANGUAGE))
        if card.keywords is not None:
            yield Field(Place.REST, card.keywords.in_language(DEFAULT_LANGUAGE))


def _texts(card: Card) -> Iterator[tuple[Place, LocalisedText]]:
    yield Place.NAME, card.name
    if card.keywords is not None:
        yield Place.KEYWORDS, card.keywords
    yield Place.SUMMARY, card.summary
    if card.life_event is not None:
        yield Place.SUMMARY, card.life_event
    for text in _other_texts(card):
        yield Place.REST, text


def _other_texts(card: Card) -> Iterator[LocalisedText]:
    yield card.applies_to
    yield from card.steps
    for document in card.documents:
        yield document.name
        if document.format is not None:
            yield document.format
    yield from (form.name for form in card.forms)
    for fee in card.fees:
        yield fee.what_for
        if fee.payment is not None:
            yield fee.payment
    yield from (deadline.text for deadline in (card.client_deadline, card.office_deadline) if deadline is not None)
    yield from card.results
    yield from (channel.text for channel in card.channels)
    yield from card.notes
    if card.authentication is not None:
        yield card.authentication
    yield card.unit
    yield card.appeal
