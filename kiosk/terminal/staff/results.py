"""One line of the list of results; what costs time is written only when the line comes into sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from kiosk.domain.card import Card
from kiosk.domain.card_filter import Need
from kiosk.domain.search.highlights import TypedWords
from kiosk.terminal.staff.badges import badges
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.staff.excerpts import excerpt
from kiosk.terminal.staff.markup import Mark, Span, marked_up
from kiosk.terminal.staff.sections import Section
from kiosk.terminal.staff.shelf import Shelf

ROLES = ("code", "name", "plainName", "where", "snippet", "spoken", "badges")


class ResultLine(Mapping[str, object]):
    """A card that was found: its name, and the passage in which the typed words are if they are not in the name.

    Where no words were typed the fields in `shown` take the place of the gist.
    """

    def __init__(
        self,
        card: Card,
        typed: TypedWords,
        shelf: Shelf,
        writer: CardWriter,
        sections: Sequence[Section],
        shown: Sequence[str] = (),
    ) -> None:
        self._card = card
        self._typed = typed
        self._shelf = shelf
        self._writer = writer
        self._sections = sections
        self._shown = shown

    def __getitem__(self, role: str) -> object:
        return self._line[role]

    def __iter__(self) -> Iterator[str]:
        return iter(ROLES)

    def __len__(self) -> int:
        return len(ROLES)

    @cached_property
    def _line(self) -> Mapping[str, object]:
        card, shelf = self._card, self._shelf
        name = self._writer.written("name", card.name)
        group = self._writer.written("group", card.group)
        # What is to be confirmed keeps nobody from using a card: the list need not say it of every other one.
        needs = [need for need in shelf.needs(card) if need is not Need.TO_CONFIRM]
        marks = badges(card, needs, shelf.previous(card.code))
        spans = tuple(self._typed.spans(name.text, name.language))
        is_named = bool(spans) or self._typed.are_in(card.code, name.language)
        where, words, found = self._passage(is_named=is_named)
        return {
            "code": card.code,
            "name": marked_up(name.text, _found(spans)),
            "plainName": name.text,
            "where": f"{card.code} · {group.text}",
            "snippet": f"{_label(where)}{marked_up(words, _found(found))}",
            "spoken": ", ".join(
                part for part in (name.text, card.code, *(mark["words"] for mark in marks), where, words) if part
            ),
            "badges": marks,
        }

    def _passage(self, *, is_named: bool) -> tuple[str, str, Sequence[Span]]:
        """What the field is called, the words, and where those are that were typed; the gist if they are nowhere."""
        if self._typed and not is_named:
            for section in self._sections:
                for field in section.fields:
                    for item in self._writer.items(self._card, field):
                        words = self._writer.written(field, item)
                        if spans := tuple(self._typed.spans(words.text, words.language)):
                            return section.label(field), *excerpt(words.text, spans)
        if self._shown and not self._typed:
            return "", " · ".join(self._told(field) for field in self._shown), ()
        gist = self._writer.written("summary", self._card.summary)
        return "", *excerpt(gist.text, tuple(self._typed.spans(gist.text, gist.language)))

    def _told(self, field: str) -> str:
        label = next(section.label(field) for section in self._sections if field in section.fields)
        return f"{label}: {self._writer.written(field, getattr(self._card, field)).text}"


def _found(spans: Sequence[Span]) -> list[tuple[Mark, Span]]:
    return [(Mark.LISTED, span) for span in spans]


def _label(where: str) -> str:
    return f"<i>{marked_up(where, ())}:</i> " if where else ""
