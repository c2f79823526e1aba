"""Which texts of a card staff search: every field, also what visitors are never shown."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.card import Card
from kiosk.domain.search.fields import Field, fields
from kiosk.domain.search.vocabulary import Place
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText


def staff_fields(card: Card, language: str) -> Iterator[Field]:
    """What visitors search, and all the rest. Of texts that are translated the Polish ones too: staff quote them."""
    yield from fields(card, language)
    for text in _texts(card):
        yield Field(Place.REST, text.in_language(language))
        if language != DEFAULT_LANGUAGE:
            yield Field(Place.REST, text.in_language(DEFAULT_LANGUAGE))
    # Who has the number or the address of something in hand wants the card on which it stands.
    for words in _words(card):
        yield Field(Place.REST, words)


def _texts(card: Card) -> Iterator[LocalisedText]:
    yield from (card.produced_by, card.approved_by, card.published_by)
    yield from (fee.exemptions for fee in card.fees if fee.exemptions is not None)
    yield from card.not_applicable.values()
    yield from (text for text in (card.no_reply, card.privacy) if text is not None)
    yield from card.to_confirm
    yield from card.plain
    if card.sign_video is not None:
        yield card.sign_video.captions


def _words(card: Card) -> Iterator[str]:
    yield card.internal_notes
    yield card.contact
    yield card.unit_address
    yield card.address
    yield card.status
    yield card.group
    yield f"{card.legal_state.isoformat()} {card.modified.isoformat()}"
    yield from (form.address for form in card.forms)
    yield from (fee.basis for fee in card.fees)
    yield from (channel.address for channel in card.channels)
    for act in card.legal_basis:
        yield from (act.title, act.journal, act.articles, act.eli)
    yield from (*card.clients, *card.related, *card.service_languages, *card.recordings.values())
    if card.sign_video is not None:
        yield card.sign_video.file
