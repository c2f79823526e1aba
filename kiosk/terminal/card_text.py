"""A service card as a visitor reads it: a few facts at a glance, then blocks of text in the order of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.domain.card import Card, ChannelKind, Client, Deadline, DeadlineUnit, DocumentKind, Fee, LegalBasis
from kiosk.domain.office import Office, Place
from kiosk.domain.text import LANGUAGE_NAMES
from kiosk.terminal.opening import week_text

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing at a glance, with the drawing beside it."""

    icon: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """The gist ("lead"), a heading (with `icon`), a paragraph, or an item of a list (`mark`: a bullet or a number)."""

    kind: str
    text: str
    mark: str = ""
    icon: str = ""


class CardText:
    """Writes one card in one language for a terminal standing in `here`. Program words come from the translator."""

    def __init__(self, card: Card, office: Office, here: Place, language: str) -> None:
        self._card = card
        self._here = here
        self._language = language
        places = [place for place in office.places if place.id in card.places]
        self._places = sorted(places, key=lambda place: place.id != here.id)

    def facts(self) -> list[Fact]:
        """What most people came to know: the fee, the time, the place."""
        card, facts = self._card, []
        if card.fees:
            facts.append(Fact("coin", translate("Card", "Fee"), _sentence(self._one_amount())))
        if card.office_deadline is not None:
            facts.append(Fact("clock", translate("Card", "Time"), self._briefly(card.office_deadline)))
        if card.unit_address:
            facts.append(Fact("pin", translate("Card", "Where"), card.unit_address))
        elif self._places:
            facts.append(Fact("pin", translate("Card", "Where"), self._places[0].name.in_language(self._language)))
        return facts

    def blocks(self) -> list[Block]:
        """Everything the card says, sections without content left out."""
        sections = (
            ("people", translate("Card", "Who it is for"), self._who()),
            ("document", translate("Card", "What to bring"), self._bring()),
            ("coin", translate("Card", "What it costs"), [_item(self._fee(fee)) for fee in self._card.fees]),
            ("pin", translate("Card", "Where and how"), self._where()),
            ("clock", translate("Card", "How long it takes"), self._how_long()),
            (
                "steps",
                translate("Card", "Step by step"),
                [_item(each, f"{n}.") for n, each in self._texts(self._card.steps)],
            ),
            (
                "check",
                translate("Card", "What you will get"),
                [_item(each) for _, each in self._texts(self._card.results)],
            ),
            (
                "scales",
                translate("Card", "If you disagree"),
                [_paragraph(self._card.appeal.in_language(self._language))],
            ),
            ("book", translate("Card", "Legal basis"), [_item(_law(law)) for law in self._card.legal_basis]),
            ("info", translate("Card", "Please note"), self._notes()),
            (
                "question",
                translate("Card", "To be confirmed"),
                [_item(each) for _, each in self._texts(self._card.to_confirm)],
            ),
            ("building", translate("Card", "Who answers for this card"), self._answerable()),
        )
        summary = Block("lead", self._card.summary.in_language(self._language))
        return [summary] + [
            block
            for icon, title, content in sections
            if content
            for block in (Block("heading", title, icon=icon), *content)
        ]

    def _texts(self, texts: Sequence[object]) -> Iterator[tuple[int, str]]:
        for number, text in enumerate(texts, start=1):
            yield number, text.in_language(self._language)  # type: ignore[attr-defined]

    def _who(self) -> list[Block]:
        return [
            _paragraph(_sentence(", ".join(_client(client) for client in self._card.clients)) + "."),
            _paragraph(self._card.applies_to.in_language(self._language)),
        ]

    def _bring(self) -> list[Block]:
        documents = [
            _item(_with_note(each.name.in_language(self._language), _document_note(each.kind)))
            for each in self._card.documents
        ]
        forms = [
            _item(_with_note(each.name.in_language(self._language), each.symbol, each.address))
            for each in self._card.forms
        ]
        return [*documents, *forms]

    def _one_amount(self) -> str:
        """What the card costs in a word; where some of it is free and some is not, it must not say "free"."""
        first, *others = self._card.fees
        if any(fee.amount != first.amount for fee in others):
            return translate("Card", "depends on the matter")
        return self._amount(first)

    def _amount(self, fee: Fee) -> str:
        if fee.amount is None:
            return translate("Card", "depends on the matter")
        if fee.amount == 0:
            return translate("Card", "free of charge")
        zloty, grosze = divmod(fee.amount, 100)
        return f"{zloty} zł" if grosze == 0 else f"{QLocale(self._language).toString(fee.amount / 100, 'f', 2)} zł"

    def _fee(self, fee: Fee) -> str:
        exempt = fee.exemptions.in_language(self._language) if fee.exemptions is not None else ""
        text = f"{fee.what_for.in_language(self._language)}: {self._amount(fee)}"
        return _with_note(text, fee.basis) + (f". {exempt}" if exempt else "")

    def _where(self) -> list[Block]:
        unit = self._card.unit.in_language(self._language)
        here, elsewhere = (
            [*self._channels(at_the_counter=True), *self._counters()],
            self._channels(at_the_counter=False),
        )
        # What another office does is asked of that office: its address comes first, and ours must not seem to be its.
        if self._card.unit_address:
            blocks = [_paragraph(f"{unit}\n{self._card.unit_address}"), *elsewhere, *here]
        else:
            blocks = [_paragraph(unit), *here, *elsewhere]
        if self._card.contact:
            blocks.append(_paragraph(translate("Card", "Contact: %1").replace("%1", self._card.contact)))
        spoken = [LANGUAGE_NAMES.get(code, code) for code in self._card.service_languages]
        if len(spoken) > 1:
            blocks.append(_paragraph(translate("Card", "We serve you in: %1").replace("%1", ", ".join(spoken))))
        return blocks

    def _channels(self, *, at_the_counter: bool) -> list[Block]:
        return [
            _paragraph(each.text.in_language(self._language))
            if at_the_counter
            else _item(_with_note(each.text.in_language(self._language), each.address), "→")
            for each in self._card.channels
            if (each.kind is ChannelKind.COUNTER) is at_the_counter
        ]

    def _counters(self) -> list[Block]:
        """Where the office itself is, this place first."""
        blocks = []
        for place in self._places:
            name = place.name.in_language(self._language)
            if place.id == self._here.id:
                name = _with_note(name, translate("Card", "you are here"))
            address = f"{place.street}, {place.postcode} {place.town}"
            week = week_text(place.hours, self._language)
            hours = " · ".join(part for part in (week, _telephone(place)) if part)
            blocks.append(_item("\n".join(part for part in (name, address, hours) if part)))
        return blocks

    def _how_long(self) -> list[Block]:
        card, blocks = self._card, []
        if card.client_deadline is not None:
            blocks.append(
                _item(translate("Card", "Your time limit: %1").replace("%1", self._deadline(card.client_deadline)))
            )
        if card.office_deadline is not None:
            blocks.append(
                _item(translate("Card", "Our time limit: %1").replace("%1", self._deadline(card.office_deadline)))
            )
        if card.no_reply is not None:
            no_reply = card.no_reply.in_language(self._language)
            blocks.append(_item(translate("Card", "If we do not reply: %1").replace("%1", no_reply)))
        return blocks

    def _notes(self) -> list[Block]:
        notes = [_paragraph(each) for _, each in self._texts(self._card.notes)]
        if self._card.privacy is not None:
            notes.append(_paragraph(self._card.privacy.in_language(self._language)))
        return notes

    def _answerable(self) -> list[Block]:
        card = self._card
        lines = (
            (translate("Card", "Prepared by: %1"), card.produced_by.in_language(self._language)),
            (translate("Card", "Approved by: %1"), card.approved_by.in_language(self._language)),
            (translate("Card", "Published by: %1"), card.published_by.in_language(self._language)),
            (translate("Card", "Law as of: %1"), self._date(card.legal_state)),
            (translate("Card", "Last changed: %1"), self._date(card.modified)),
            (translate("Card", "Card %1, version %2").replace("%2", str(card.version)), card.code),
        )
        return [_paragraph("\n".join(line.replace("%1", value) for line, value in lines if value))]

    def _deadline(self, deadline: Deadline) -> str:
        return deadline.text.in_language(self._language)

    def _briefly(self, deadline: Deadline) -> str:
        n = deadline.number
        match deadline.unit:
            case DeadlineUnit.AT_ONCE:
                return translate("Card", "At once")
            case DeadlineUnit.DAYS:
                return self.tr("Up to %n days", "", n)
            case DeadlineUnit.WORKING_DAYS:
                return self.tr("Up to %n working days", "", n)
            case DeadlineUnit.MONTHS:
                return self.tr("Up to %n months", "", n)

    def tr(self, text: str, comment: str, number: int) -> str:
        """Translate words with a number in them: lupdate sees plural forms in Python only in calls of this name."""
        return translate("CardText", text, comment, number)

    def _date(self, day: date) -> str:
        locale = QLocale("en_GB" if self._language == "en" else self._language)
        pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd, ", "").replace("dddd ", "")
        return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _paragraph(text: str) -> Block:
    return Block("paragraph", text)


def _item(text: str, mark: str = "•") -> Block:
    return Block("item", text, mark)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_note(text: str, *notes: str) -> str:
    written = ", ".join(note for note in notes if note and note not in text)
    if not written:
        return text
    if text.endswith(")"):
        return f"{text[:-1]}; {written})"
    return f"{text[:-1]} ({written})." if text.endswith(".") else f"{text} ({written})"


def _law(law: LegalBasis) -> str:
    return f"{_with_note(law.title, law.journal)}{', ' if law.articles else ''}{law.articles}"


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
