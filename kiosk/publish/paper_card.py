"""One card as data for the template: what a reader of one language finds on paper, in the order of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.domain.card import Card, Channel, ChannelKind, Client, Document, DocumentKind, Fee, LegalBasis
from kiosk.domain.card_address import card_address
from kiosk.domain.pack import Pack
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.publish.paper_hours import week_text
from kiosk.publish.paper_text import Words, as_sentence, in_polish, told, written
from kiosk.publish.paper_words import PaperWords

Data = dict[str, Any]
"""What JSON holds. Texts are lists of pairs of words and language, and nothing else is text."""

_CLIENTS = {
    Client.PERSON: "for_persons",
    Client.COMPANY: "for_companies",
    Client.INSTITUTION: "for_institutions",
    Client.INTERNAL: "for_employees",
}
_DOCUMENTS = {DocumentKind.TO_SHOW: "to_show", DocumentKind.OPTIONAL: "optional"}


class PaperCard:
    """Writes one card. `internal` adds what is for employees only."""

    def __init__(self, card: Card, pack: Pack, words: PaperWords, *, internal: bool) -> None:
        self._card = card
        self._pack = pack
        self._words = words
        self._language = words.language
        self._internal = internal
        self._places = pack.office.places_of(card.places)

    def data(self) -> Data:
        """The whole card; sections without content are left out."""
        card = self._card
        return {
            "code": card.code,
            "group": card.group,
            "title": self._reads(card.name).as_data(),
            "lead": self._reads(card.summary).as_data(),
            "facts": list(self._facts()),
            "sections": [
                {"icon": icon, "key": key, "title": self._words(key), "blocks": blocks}
                for key, icon, blocks in self._sections()
                if blocks
            ],
            "address": card_address(card, self._pack.office, self._language),
            "marking": self._marking(),
        }

    def _reads(self, text: LocalisedText) -> Words:
        return written(text, self._language)

    def _told(self, words: str) -> Words:
        return told(words, self._language)

    def _within(self, key: str, words: Words) -> Words:
        return words.within(self._words(key), self._language)

    def _facts(self) -> Iterator[Data]:
        """What most people come to know; nothing that the card does not say in full."""
        card, words = self._card, self._words
        yield _fact("coin", words("fee"), self._told(as_sentence(words.all_amounts(card.fees))))
        if card.office_deadline is not None:
            yield _fact("clock", words("time"), self._told(words.briefly(card.office_deadline)))
        if card.unit_address:
            yield _fact("pin", words("place"), in_polish(card.unit_address))
        elif self._places:
            yield _fact("pin", words("place"), self._reads(self._places[0].name))

    def _sections(self) -> tuple[tuple[str, str, list[Data]], ...]:
        card = self._card
        return (
            ("internal", "staff", self._internal_notes()),
            ("who", "people", self._who()),
            ("bring", "document", self._bring()),
            ("costs", "coin", [_item(self._fee(fee)) for fee in card.fees]),
            ("where", "pin", self._where()),
            ("how_long", "clock", self._how_long()),
            ("steps", "steps", [_item(self._reads(step), f"{n}.") for n, step in enumerate(card.steps, start=1)]),
            ("get", "check", self._listed(card.results)),
            ("notes", "info", self._notes()),
            ("appeal", "scales", [_paragraph(self._reads(card.appeal))]),
            ("law", "book", [_item(_law(act)) for act in card.legal_basis]),
            ("related", "catalogue", list(self._related())),
            ("plain", "plain", [_paragraph(self._reads(thought)) for thought in card.plain]),
            ("to_confirm", "question", self._listed(card.to_confirm)),
            ("answerable", "building", [_paragraph(line) for line in self._answerable()]),
        )

    def _listed(self, texts: Sequence[LocalisedText]) -> list[Data]:
        return [_item(self._reads(each)) for each in texts]

    def _internal_notes(self) -> list[Data]:
        """As the office wrote them: they have no translations."""
        notes = self._card.internal_notes if self._internal else ""
        return [_paragraph(in_polish(line)) for line in notes.split("\n") if line.strip()]

    def _who(self) -> list[Data]:
        card = self._card
        clients = ", ".join(self._words(_CLIENTS[client]) for client in card.clients)
        blocks = [_paragraph(self._told(as_sentence(clients) + ".")), _paragraph(self._reads(card.applies_to))]
        if card.life_event is not None:
            blocks.append(_paragraph(self._within("situation", self._reads(card.life_event))))
        return blocks

    def _bring(self) -> list[Data]:
        card = self._card
        documents = [_item(self._document(each)) for each in card.documents]
        forms = [_item(self._reads(each.name).noted(self._language, each.symbol, each.address)) for each in card.forms]
        return documents + forms

    def _document(self, document: Document) -> Words:
        note = self._words(_DOCUMENTS[document.kind]) if document.kind in _DOCUMENTS else ""
        words = self._reads(document.name).noted(self._language, note)
        return words if document.format is None else words.and_then(self._reads(document.format.capitalised()))

    def _fee(self, fee: Fee) -> Words:
        amount = self._told(f": {self._words.amount(fee)}")
        whole = self._reads(fee.what_for).followed_by(amount).noted("pl", fee.basis)
        if fee.exemptions is not None:
            whole = whole.and_then(self._reads(fee.exemptions))
        if fee.payment is not None:
            whole = whole.and_then(self._within("payment", self._reads(fee.payment)))
        return whole

    def _where(self) -> list[Data]:
        """What another office does is asked of that office: its address comes first, and ours must not seem its."""
        card = self._card
        unit = _paragraph(self._reads(card.unit))
        here, elsewhere = [*self._channels(counter=True), *self._counters()], self._channels(counter=False)
        if card.unit_address:
            blocks = [unit, _paragraph(in_polish(card.unit_address)), *elsewhere, *here]
        else:
            blocks = [unit, *here, *elsewhere]
        if card.authentication is not None:
            blocks.append(_paragraph(self._within("identity", self._reads(card.authentication))))
        if card.contact:
            blocks.append(_paragraph(self._within("contact", self._told(card.contact))))
        spoken = [LANGUAGE_NAMES.get(code, code) for code in card.service_languages]
        if len(spoken) > 1:
            blocks.append(_paragraph(self._within("served_in", self._told(", ".join(spoken)))))
        return blocks

    def _channels(self, *, counter: bool) -> list[Data]:
        channels = [each for each in self._card.channels if (each.kind is ChannelKind.COUNTER) is counter]
        if counter:
            return [_paragraph(self._reads(each.text)) for each in channels]
        return [_item(self._channel(each), "→") for each in channels]

    def _channel(self, channel: Channel) -> Words:
        return self._reads(channel.text).noted(self._language, channel.address)

    def _counters(self) -> Iterator[Data]:
        for place in self._places:
            telephone = self._words.filled("telephone", place.telephone) if place.telephone else ""
            week = week_text(place.hours, self._language)
            details = " · ".join(part for part in (week, telephone) if part)
            name = self._reads(place.name).followed_by(in_polish(f"\n{place.address}"))
            yield {**_item(name.followed_by(self._told(f"\n{details}")) if details else name), "is_place": True}

    def _how_long(self) -> list[Data]:
        card = self._card
        limits = (
            (card.client_deadline.text if card.client_deadline else None, "your_limit"),
            (card.office_deadline.text if card.office_deadline else None, "our_limit"),
            (card.no_reply, "no_reply"),
        )
        return [_item(self._within(key, self._reads(text))) for text, key in limits if text is not None]

    def _notes(self) -> list[Data]:
        card = self._card
        notes = (*card.notes, card.privacy) if card.privacy is not None else card.notes
        return [_paragraph(self._reads(each)) for each in notes]

    def _related(self) -> Iterator[Data]:
        """Cards that visitors may see, with a name by which the catalogue finds their page."""
        for related in self._pack.catalogue.related_cards(self._card):
            words = self._told(f"{related.code}  ").followed_by(self._reads(related.name))
            yield {**_item(words), "card": related.code}

    def _answerable(self) -> list[Words]:
        """What art. 12 of the act on access to public information asks to be written on it."""
        card, words = self._card, self._words
        return [
            self._reads(self._pack.office.name),
            self._within("produced", self._reads(card.produced_by)),
            self._within("approved", self._reads(card.approved_by)),
            self._within("published", self._reads(card.published_by)),
            self._within("legal_state", self._told(words.day(card.legal_state))),
            self._within("changed", self._told(words.day(card.modified))),
            self._told(words.filled("card_version", card.code, str(card.version))),
        ]

    def _marking(self) -> list[list[list[str]]]:
        """The same in two lines at the foot of every page: a sheet that got loose still says whose it is."""
        _, produced, approved, published, state, changed, version = self._answerable()
        gap = self._told(" · ")
        people = produced.followed_by(gap).followed_by(approved).followed_by(gap).followed_by(published)
        return [
            version.followed_by(gap).followed_by(state).followed_by(gap).followed_by(changed).as_data(),
            people.as_data(),
        ]


def _fact(icon: str, label: str, words: Words) -> Data:
    return {"icon": icon, "label": label, "text": words.as_data()}


def _paragraph(words: Words) -> Data:
    return {"mark": "", "text": words.as_data()}


def _item(words: Words, mark: str = "•") -> Data:
    return {"mark": mark, "text": words.as_data()}


def _law(act: LegalBasis) -> Words:
    articles = f"{', ' if act.articles else ''}{act.articles}"
    return in_polish(act.title).noted("pl", act.journal).followed_by(in_polish(articles) if articles else Words(()))
