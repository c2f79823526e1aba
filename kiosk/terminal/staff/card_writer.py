"""Writes what stands in the fields of a card, item by item, so that two versions can be laid beside each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kiosk.domain.card import Card, CardStatus, Channel, Client, Deadline, Document, Fee, Form, LegalBasis, SignVideo
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office, Place
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.terminal.opening import week_text
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.typography import held_together
from kiosk.terminal.written import Reader, Written, in_polish

Way = Callable[[Any, str], Written]
"""Writes a value of one kind, which stands in the field of that name."""


class CardWriter:
    """Writes for a reader of one language; what is not translated stays Polish.

    A note that a text says itself is left out, unless it `says_all`.
    """

    def __init__(self, office: Office, catalogue: Catalogue, words: CardWords, *, says_all: bool = False) -> None:
        self._office = office
        self._catalogue = catalogue
        self._words = words
        self._says_all = says_all
        self._reader = Reader(words.language)
        self._ways: Mapping[type, Way] = {
            LocalisedText: self._localised,
            Fee: self._fee,
            Document: self._document,
            Form: self._form,
            Channel: self._channel,
            LegalBasis: self._act,
            Deadline: self._deadline,
            SignVideo: self._film,
            CardStatus: self._status,
            Client: self._client,
            date: self._day,
            dict: self._by_key,
            int: self._number,
            str: self._code,
        }

    def in_full(self) -> CardWriter:
        """The one that leaves nothing out, for values that differ only in what their texts say."""
        return CardWriter(self._office, self._catalogue, self._words, says_all=True)

    def items(self, card: Card, field: str) -> tuple[object, ...]:
        """What stands in a field: the items of a list, or the one value; nothing where there is nothing."""
        value = getattr(card, field)
        return value if isinstance(value, tuple) else (value,) if value else ()

    def written(self, field: str, item: object) -> Written:
        """An item of a field. Raises `TypeError` for a kind of value that no field has yet."""
        way = self._way(item)
        if way is None:
            raise TypeError(f"nobody has said how {type(item).__name__} of the field {field} is written")
        words = way(item, field)
        return Written(held_together(words.text), words.language)

    def _way(self, item: object) -> Way | None:
        return next((self._ways[kind] for kind in type(item).__mro__ if kind in self._ways), None)

    def _noted(self, words: Written, *notes: str) -> Written:
        return words.marked(*notes) if self._says_all else words.noted(*notes)

    def _localised(self, item: LocalisedText, _field: str) -> Written:
        return self._reader.reads(item)

    def _fee(self, item: Fee, _field: str) -> Written:
        reads = self._reader.reads
        whole = self._noted(reads(item.what_for).within(f"%1: {self._words.amount(item)}"), item.basis)
        if item.exemptions is not None:
            whole = whole.and_then(reads(item.exemptions).text)
        if item.payment is not None:
            whole = whole.and_then(reads(item.payment).within(self._words.payment).text)
        return whole

    def _document(self, item: Document, _field: str) -> Written:
        reads = self._reader.reads
        words = reads(item.name).marked(self._words.document(item.kind))
        return words if item.format is None else words.and_then(reads(item.format.capitalised()).text)

    def _form(self, item: Form, _field: str) -> Written:
        return self._noted(self._reader.reads(item.name), item.symbol, item.address)

    def _channel(self, item: Channel, _field: str) -> Written:
        return self._noted(self._reader.reads(item.text), item.address).marked(self._words.channel(item.kind))

    def _act(self, item: LegalBasis, _field: str) -> Written:
        articles = f", {item.articles}" if item.articles else ""
        return self._noted(in_polish(item.title), item.journal).followed_by(f"{articles}{_on_a_line(item.eli)}")

    def _deadline(self, item: Deadline, _field: str) -> Written:
        return self._reader.reads(item.text).followed_by(_on_a_line(self._words.limit(item)))

    def _film(self, item: SignVideo, _field: str) -> Written:
        return self._reader.reads(item.captions).followed_by(_on_a_line(item.file))

    def _status(self, item: CardStatus, _field: str) -> Written:
        return self._reader.told(self._words.status(item))

    def _client(self, item: Client, _field: str) -> Written:
        return self._reader.told(self._words.client(item))

    def _day(self, item: date, _field: str) -> Written:
        return self._reader.told(self._words.day(item))

    def _by_key(self, item: Mapping[str, Any], field: str) -> Written:
        if field == "not_applicable":
            return self._reasons(item)
        files = (f"{LANGUAGE_NAMES.get(code, code)}: {file}" for code, file in item.items())
        return self._reader.told(", ".join(files))

    def _reasons(self, item: Mapping[str, LocalisedText]) -> Written:
        """A point a line, in the order of the article."""
        lines = [f"({letter}) {self._reader.reads(reason).text}" for letter, reason in sorted(item.items())]
        shown = {reason.language_shown(self._words.language) for reason in item.values()}
        return Written("\n".join(lines), shown.pop() if len(shown) == 1 else self._words.language)

    def _number(self, item: int, _field: str) -> Written:
        return self._reader.told(str(item))

    def _code(self, item: str, field: str) -> Written:
        return self._of_code(field, item)

    def _of_code(self, field: str, code: str) -> Written:
        """What a code stands for; a text that is none is Polish."""
        match field:
            case "places":
                return self._of_place(code)
            case "group":
                group = next((group for group in self._catalogue.groups if group.id == code), None)
                return self._reader.reads(group.name) if group is not None else in_polish(code)
            case "related":
                card = self._catalogue.card(code)
                return self._reader.reads(card.name).within(f"{code} · %1") if card is not None else in_polish(code)
            case "service_languages":
                return self._reader.told(LANGUAGE_NAMES.get(code, code))
        return in_polish(code)

    def _of_place(self, code: str) -> Written:
        place = next((place for place in self._office.places if place.id == code), None)
        if place is None:
            return in_polish(code)
        return self._reader.reads(place.name).followed_by("".join(map(_on_a_line, self._particulars(place))))

    def _particulars(self, place: Place) -> tuple[str, ...]:
        week = week_text(place.hours, self._words.language)
        beside = " · ".join(part for part in (week, self._words.telephone(place.telephone), place.email) if part)
        return place.address, beside


def _on_a_line(words: str) -> str:
    return f"\n{words}" if words else ""
