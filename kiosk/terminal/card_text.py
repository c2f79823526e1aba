"""A service card as a visitor reads it: blocks of text in the order of questions, or in plain language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.domain.card import Card, ChannelKind, Client, Deadline, Document, DocumentKind, Fee, LegalBasis
from kiosk.domain.office import Office, Place
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.terminal.card_facts import Fact, FactText, amount_text
from kiosk.terminal.opening import week_text
from kiosk.terminal.written import Reader, Written, as_sentence, in_polish

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@dataclass(frozen=True, slots=True)
class Block:
    """The gist ("lead"), a heading (with `icon`), a paragraph, an item of a list (`mark`: a bullet or a number), or a
    thought in plain language ("plain"). `language` is that of the text. One that `goes_on` is the rest of the last."""

    kind: str
    text: str
    mark: str = ""
    icon: str = ""
    language: str = ""
    goes_on: bool = False


class CardText:
    """Writes one card in one language for a terminal standing in `here`. Program words come from the translator."""

    def __init__(self, card: Card, office: Office, here: Place, language: str) -> None:
        self._card = card
        self._here = here
        self._reader = Reader(language)
        self._places = office.places_of(card.places, here.id)

    def facts(self) -> list[Fact]:
        """What most people came to know."""
        return FactText(self._card, self._places, self._reader).facts()

    def plain_blocks(self) -> list[Block]:
        """The card in plain language, a thought a paragraph; empty where the office has not written it."""
        thoughts = [_block("plain", self._reader.reads(each)) for each in self._card.plain]
        return [self._heading("plain", translate("Card", "In plain language")), *thoughts] if thoughts else []

    def blocks(self) -> list[Block]:
        """Everything the card says, sections without content left out.

        What people ask comes first; who made the card and when (art. 12 of the act on access to public information)
        comes last.
        """
        card = self._card
        sections = (
            ("people", translate("Card", "Who it is for"), self._who()),
            ("document", translate("Card", "What to bring"), self._bring()),
            ("coin", translate("Card", "What it costs"), [_item(self._fee(fee)) for fee in card.fees]),
            ("pin", translate("Card", "Where and how"), self._where()),
            ("clock", translate("Card", "How long it takes"), self._how_long()),
            ("steps", translate("Card", "Step by step"), self._numbered(card.steps)),
            ("check", translate("Card", "What you will get"), self._listed(card.results)),
            ("info", translate("Card", "Please note"), self._notes()),
            ("scales", translate("Card", "If you disagree"), [_paragraph(self._reader.reads(card.appeal))]),
            ("book", translate("Card", "Legal basis"), [_item(_law(law)) for law in card.legal_basis]),
            ("question", translate("Card", "Not confirmed yet"), self._listed(card.to_confirm)),
            ("building", translate("Card", "Who answers for this card"), self._answerable()),
        )
        return [_block("lead", self._reader.reads(card.summary))] + [
            block for icon, title, content in sections if content for block in (self._heading(icon, title), *content)
        ]

    def _heading(self, icon: str, title: str) -> Block:
        return Block("heading", title, icon=icon, language=self._reader.language)

    def _listed(self, texts: Sequence[LocalisedText]) -> list[Block]:
        return [_item(self._reader.reads(each)) for each in texts]

    def _numbered(self, texts: Sequence[LocalisedText]) -> list[Block]:
        return [_item(self._reader.reads(each), f"{number}.") for number, each in enumerate(texts, start=1)]

    def _who(self) -> list[Block]:
        clients = ", ".join(_client(client) for client in self._card.clients)
        return [
            _paragraph(self._reader.told(as_sentence(clients) + ".")),
            _paragraph(self._reader.reads(self._card.applies_to)),
        ]

    def _bring(self) -> list[Block]:
        reads = self._reader.reads
        documents = [_item(self._document(each)) for each in self._card.documents]
        forms = [_item(reads(each.name).noted(each.symbol, each.address)) for each in self._card.forms]
        return [*documents, *forms]

    def _document(self, document: Document) -> Written:
        reads = self._reader.reads
        words = reads(document.name).noted(_document_note(document.kind))
        return words if document.format is None else words.and_then(reads(document.format.capitalised()).text)

    def _fee(self, fee: Fee) -> Written:
        reads = self._reader.reads
        whole = reads(fee.what_for).within(f"%1: {amount_text(fee, self._reader.language)}").noted(fee.basis)
        if fee.exemptions is not None:
            whole = whole.and_then(reads(fee.exemptions).text)
        if fee.payment is not None:
            whole = whole.and_then(reads(fee.payment).within(translate("Card", "Payment: %1")).text)
        return whole

    def _where(self) -> list[Block]:
        reads, told = self._reader.reads, self._reader.told
        unit, accepted = reads(self._card.unit), self._card.authentication
        here, elsewhere = (
            [*self._channels(at_the_counter=True), *self._counters()],
            self._channels(at_the_counter=False),
        )
        # What another office does is asked of that office: its address comes first, and ours must not seem to be its.
        if self._card.unit_address:
            blocks = [_paragraph(unit.followed_by(f"\n{self._card.unit_address}")), *elsewhere, *here]
        else:
            blocks = [_paragraph(unit), *here, *elsewhere]
        if accepted is not None:
            blocks.append(_paragraph(reads(accepted).within(translate("Card", "Proof of identity and signature: %1"))))
        if self._card.contact:
            blocks.append(_paragraph(told(self._card.contact).within(translate("Card", "Contact: %1"))))
        spoken = [LANGUAGE_NAMES.get(code, code) for code in self._card.service_languages]
        if len(spoken) > 1:
            blocks.append(_paragraph(told(", ".join(spoken)).within(translate("Card", "We serve you in: %1"))))
        return blocks

    def _channels(self, *, at_the_counter: bool) -> list[Block]:
        return [
            _paragraph(self._reader.reads(each.text))
            if at_the_counter
            else _item(self._reader.reads(each.text).noted(each.address), "→")
            for each in self._card.channels
            if (each.kind is ChannelKind.COUNTER) is at_the_counter
        ]

    def _counters(self) -> list[Block]:
        """Where the office itself is, this place first."""
        blocks = []
        for place in self._places:
            name = self._reader.reads(place.name)
            if place.id == self._here.id:
                name = name.noted(translate("Card", "you are here"))
            week = week_text(place.hours, self._reader.language)
            hours = " · ".join(part for part in (week, _telephone(place)) if part)
            blocks.append(_item(name.followed_by("".join(f"\n{part}" for part in (place.address, hours) if part))))
        return blocks

    def _how_long(self) -> list[Block]:
        card = self._card
        limits = (
            (_limit(card.client_deadline), translate("Card", "Your time limit: %1")),
            (_limit(card.office_deadline), translate("Card", "Our time limit: %1")),
            (card.no_reply, translate("Card", "If we do not reply: %1")),
        )
        return [_item(self._reader.reads(text).within(words)) for text, words in limits if text is not None]

    def _notes(self) -> list[Block]:
        notes = (*self._card.notes, *((self._card.privacy,) if self._card.privacy is not None else ()))
        return [_paragraph(self._reader.reads(each)) for each in notes]

    def _answerable(self) -> list[Block]:
        """A line a paragraph: each is in a language of its own."""
        card, reads, told = self._card, self._reader.reads, self._reader.told
        version = translate("Card", "Card %1, version %2").replace("%2", str(card.version))
        lines = (
            reads(card.produced_by).within(translate("Card", "Prepared by: %1")),
            reads(card.approved_by).within(translate("Card", "Approved by: %1")),
            reads(card.published_by).within(translate("Card", "Published by: %1")),
            told(self._date(card.legal_state)).within(translate("Card", "Law as of: %1")),
            told(self._date(card.modified)).within(translate("Card", "Last changed: %1")),
            told(card.code).within(version),
        )
        return [_paragraph(line) for line in lines]

    def _date(self, day: date) -> str:
        locale = QLocale("en_GB" if self._reader.language == "en" else self._reader.language)
        pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd, ", "").replace("dddd ", "")
        return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _block(kind: str, words: Written, mark: str = "") -> Block:
    return Block(kind, words.text, mark, language=words.language)


def _paragraph(words: Written) -> Block:
    return _block("paragraph", words)


def _item(words: Written, mark: str = "•") -> Block:
    return _block("item", words, mark)


def _limit(deadline: Deadline | None) -> LocalisedText | None:
    return deadline.text if deadline is not None else None


def _law(law: LegalBasis) -> Written:
    """Titles of Polish law are Polish in every language."""
    return in_polish(law.title).noted(law.journal).followed_by(f"{', ' if law.articles else ''}{law.articles}")


def _telephone(place: Place) -> str:
    return translate("Card", "tel. %1").replace("%1", place.telephone) if place.telephone else ""


def _document_note(kind: DocumentKind) -> str:
    match kind:
        case DocumentKind.TO_SHOW:
            return translate("Card", "only to show")
        case DocumentKind.OPTIONAL:
            return translate("Card", "if you have it")
        case DocumentKind.REQUIRED | DocumentKind.CONDITIONAL:
            return ""


def _client(client: Client) -> str:
    match client:
        case Client.PERSON:
            return translate("Card", "private persons")
        case Client.COMPANY:
            return translate("Card", "companies and organisations")
        case Client.INSTITUTION:
            return translate("Card", "public institutions")
        case Client.INTERNAL:
            return translate("Card", "employees of the office")
