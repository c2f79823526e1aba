"""One public card as its page shows it: the same fields, words and order as on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.card import Card, Channel, ChannelKind, Document, DocumentKind, Fee, Form, LegalBasis
from kiosk.domain.office import Office
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.publish.site_places import PlaceView, places_of
from kiosk.publish.site_words import Words
from kiosk.publish.site_written import (
    Passage,
    Reader,
    mail_address,
    telephone_address,
    web_address,
    with_contacts,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What most people want to know, in a few words."""

    icon: str
    label: str
    text: Passage


@dataclass(frozen=True, slots=True)
class Noted:
    """A passage with what is said beside it and after it, and a link on a line of its own."""

    text: Passage
    note: str = ""
    link: Passage | None = None
    more: Passage | None = None


@dataclass(frozen=True, slots=True)
class FeeView:
    what: Passage
    amount: str
    basis: Passage | None
    exemptions: Passage | None
    payment: Passage | None


@dataclass(frozen=True, slots=True)
class Law:
    """`title` leads to the act, where the pack has its address."""

    title: Passage
    journal: Passage


@dataclass(frozen=True, slots=True)
class Signed:
    """One line of who answers for the card (act on access to public information, art. 12)."""

    label: str
    text: Passage
    day: date | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a visitor may read of one card, in one language. What is empty is left out of the page."""

    code: str
    name: Passage
    summary: Passage
    facts: tuple[Fact, ...]
    plain: tuple[Passage, ...]
    clients: str
    applies_to: Passage
    documents: tuple[Noted, ...]
    forms: tuple[Noted, ...]
    fees: tuple[FeeView, ...]
    unit: Passage
    unit_address: Passage | None
    counter: tuple[Passage, ...]
    channels: tuple[Noted, ...]
    places: tuple[PlaceView, ...]
    authentication: Passage | None
    contact: tuple[Passage, ...]
    spoken: str
    deadlines: tuple[tuple[str, Passage], ...]
    steps: tuple[Passage, ...]
    results: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    appeal: Passage
    laws: tuple[Law, ...]
    to_confirm: tuple[Passage, ...]
    signed: tuple[Signed, ...]
    film: str = ""
    film_text: Passage | None = None
    recording: str = ""

    def sections(self) -> tuple[str, ...]:
        """Those that have something to say, in reading order; each is a heading with an anchor."""
        there = {
            "who": True,
            "bring": self.documents or self.forms,
            "cost": self.fees,
            "where": True,
            "time": self.deadlines,
            "steps": self.steps,
            "results": self.results,
            "notes": self.notes,
            "appeal": True,
            "law": self.laws,
            "confirm": self.to_confirm,
            "answers": True,
        }
        return tuple(name for name, content in there.items() if content)


def card_view(card: Card, office: Office, words: Words, media: frozenset[str]) -> CardView:
    """`media` are the files that may be shown, by their path within the pack."""
    return _Writing(card, office, words).view(media)


class _Writing:
    def __init__(self, card: Card, office: Office, words: Words) -> None:
        self._card = card
        self._office = office
        self._words = words
        self._reader = Reader(words.language)
        self._reads = self._reader.reads
        self._places = places_of(office, card.places, words)

    def view(self, media: frozenset[str]) -> CardView:
        card, words = self._card, self._words
        recording = card.recordings.get(words.language, "")
        film = card.sign_video if card.sign_video is not None and card.sign_video.file in media else None
        spoken = [LANGUAGE_NAMES.get(code, code) for code in card.service_languages]
        privacy = (card.privacy,) if card.privacy is not None else ()
        return CardView(
            code=card.code,
            name=self._reads(card.name),
            summary=self._reads(card.summary),
            facts=self._facts(),
            plain=self._all(card.plain),
            clients=_as_sentence(", ".join(words[f"client_{client}"] for client in card.clients)) + ".",
            applies_to=self._reads(card.applies_to),
            documents=tuple(self._document(each) for each in card.documents),
            forms=tuple(self._form(each) for each in card.forms),
            fees=tuple(self._fee(each) for each in card.fees),
            unit=self._reads(card.unit),
            unit_address=self._reader.in_polish(card.unit_address) if card.unit_address else None,
            counter=self._all(tuple(each.text for each in card.channels if each.kind is ChannelKind.COUNTER)),
            channels=tuple(self._channel(each) for each in card.channels if each.kind is not ChannelKind.COUNTER),
            places=self._places,
            authentication=self._if_told(card.authentication),
            contact=tuple(with_contacts(card.contact)),
            spoken=", ".join(spoken) if len(spoken) > 1 else "",
            deadlines=self._deadlines(),
            steps=self._all(card.steps),
            results=self._all(card.results),
            notes=self._all((*card.notes, *privacy)),
            appeal=self._reads(card.appeal),
            laws=tuple(self._law(each) for each in card.legal_basis),
            to_confirm=self._all(card.to_confirm),
            signed=self._signed(),
            film=film.file if film is not None else "",
            film_text=self._reads(film.captions) if film is not None else None,
            recording=recording if recording in media else "",
        )

    def _all(self, texts: tuple[LocalisedText, ...]) -> tuple[Passage, ...]:
        return tuple(self._reads(each) for each in texts)

    def _if_told(self, text: LocalisedText | None) -> Passage | None:
        return self._reads(text) if text is not None else None

    def _facts(self) -> tuple[Fact, ...]:
        card, words, facts = self._card, self._words, []
        if card.fees:
            facts.append(Fact("coin", words["fact_fee"], Passage(_as_sentence(words.amounts(card.fees)))))
        if card.office_deadline is not None:
            text = _as_sentence(words.briefly(card.office_deadline))
            facts.append(Fact("clock", words["fact_time"], Passage(text)))
        if card.unit_address:
            facts.append(Fact("pin", words["fact_where"], self._reader.in_polish(card.unit_address)))
        elif self._places:
            facts.append(Fact("pin", words["fact_where"], self._places[0].name))
        if ways := list(dict.fromkeys(words[f"how_{each.kind}"] for each in card.channels)):
            facts.append(Fact("steps", words["fact_how"], Passage(_as_sentence(", ".join(ways)))))
        return tuple(facts)

    def _document(self, document: Document) -> Noted:
        is_told = document.kind in (DocumentKind.TO_SHOW, DocumentKind.OPTIONAL)
        note = self._words[f"doc_{document.kind}"] if is_told else ""
        form = document.format.capitalised() if document.format is not None else None
        return Noted(self._reads(document.name), note, more=self._if_told(form))

    def _form(self, form: Form) -> Noted:
        text = self._reads(form.name)
        href = web_address(form.address)
        link = Passage(form.address, href=href) if form.address else None
        return Noted(text, form.symbol if form.symbol not in text.text else "", link)

    def _fee(self, fee: Fee) -> FeeView:
        return FeeView(
            what=self._reads(fee.what_for),
            amount=self._words.amount(fee),
            basis=self._reader.in_polish(fee.basis) if fee.basis else None,
            exemptions=self._if_told(fee.exemptions),
            payment=self._if_told(fee.payment),
        )

    def _channel(self, channel: Channel) -> Noted:
        return Noted(
            self._reads(channel.text),
            link=Passage(channel.address, href=_channel_link(channel)) if channel.address else None,
        )

    def _deadlines(self) -> tuple[tuple[str, Passage], ...]:
        card = self._card
        limits = (
            ("deadline_client", card.client_deadline.text if card.client_deadline is not None else None),
            ("deadline_office", card.office_deadline.text if card.office_deadline is not None else None),
            ("no_reply", card.no_reply),
        )
        return tuple((self._words[key], self._reads(text)) for key, text in limits if text is not None)

    def _law(self, law: LegalBasis) -> Law:
        """Titles of Polish law are Polish in every language."""
        where = ", ".join(part for part in (law.journal, law.articles) if part)
        return Law(self._reader.in_polish(law.title, web_address(law.eli)), self._reader.in_polish(where))

    def _signed(self) -> tuple[Signed, ...]:
        card, words = self._card, self._words
        version = words["version_text"].format(code=card.code, version=card.version)
        return (
            Signed(words["body"], self._reads(self._office.name)),
            Signed(words["produced"], self._reads(card.produced_by)),
            Signed(words["approved"], self._reads(card.approved_by)),
            Signed(words["published"], self._reads(card.published_by)),
            Signed(words["legal_state"], Passage(words.day(card.legal_state)), card.legal_state),
            Signed(words["modified"], Passage(words.day(card.modified)), card.modified),
            Signed(words["version"], Passage(version)),
        )


def _channel_link(channel: Channel) -> str:
    """Whatever its kind: `elektronicznie` may have an address on the web or for e-mail."""
    if channel.kind is ChannelKind.TELEPHONE:
        return telephone_address(channel.address)
    return mail_address(channel.address) or web_address(channel.address)


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
