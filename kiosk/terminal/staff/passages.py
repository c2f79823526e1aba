"""A card as staff read it: passage by passage, those marked that are not as in the version before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass

from kiosk.domain.card import Card
from kiosk.domain.card_changes import Change, ChangeKind, card_changes
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.staff.sections import LISTED, NUMBERED, Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading (with `icon`), or one item of a field: `label` is what the field is called, `bullet` stands before it.

    `change` is what happened to it since the version before, `before` what stood there. `elsewhere` are the languages
    in which it changed where the text shown did not. `link` is the code of a card that it leads to.
    """

    field: str
    text: str
    language: str = ""
    label: str = ""
    bullet: str = ""
    icon: str = ""
    link: str = ""
    is_heading: bool = False
    is_labelled: bool = False
    """Whether this field is called something, here or at its first item."""
    is_internal: bool = False
    change: ChangeKind | None = None
    before: str = ""
    elsewhere: tuple[str, ...] = ()


def passages(
    card: Card, writer: CardWriter, sections: Sequence[Section], previous: Card | None = None
) -> Iterator[Passage]:
    """Everything that `card` says, with what it no longer says as in `previous`; sections without content left out."""
    changes = card_changes(previous, card) if previous is not None else ()
    for section in sections:
        written = [passage for field in section.fields for passage in _of_field(card, field, writer, section, changes)]
        if written:
            yield Passage("", section.heading, icon=section.icon, is_heading=True, is_internal=section.is_internal)
            yield from written


def _of_field(
    card: Card, field: str, writer: CardWriter, section: Section, changes: Sequence[Change]
) -> Iterator[Passage]:
    items = writer.items(card, field)
    ours = [change for change in changes if change.field == field]
    label = section.labels.get(field, "")
    for place in range(len(items) + 1):
        here = [change for change in ours if change.place == place]
        for gone in (change for change in here if change.kind is ChangeKind.REMOVED):
            yield _passage(field, gone.before, writer, section, label, _bullet(field, None), gone)
            label = ""
        if place < len(items):
            change = next((change for change in here if change.kind is not ChangeKind.REMOVED), None)
            yield _passage(field, items[place], writer, section, label, _bullet(field, place), change)
            label = ""


def _passage(
    field: str,
    item: object,
    writer: CardWriter,
    section: Section,
    label: str,
    bullet: str,
    change: Change | None,
) -> Passage:
    words = writer.written(field, item)
    before, elsewhere = "", tuple[str, ...]()
    if change is not None and change.kind is ChangeKind.CHANGED:
        before = writer.written(field, change.before).text
        if before == words.text:
            before, elsewhere = "", _languages(change)
        if not (before or elsewhere):
            writer = writer.in_full()
            words, before = writer.written(field, item), writer.written(field, change.before).text
    return Passage(
        field,
        words.text,
        words.language,
        label,
        bullet,
        is_labelled=field in section.labels,
        link=item if field == "related" and isinstance(item, str) else "",
        is_internal=section.is_internal,
        change=change.kind if change is not None else None,
        before=before,
        elsewhere=elsewhere,
    )


def _bullet(field: str, place: int | None) -> str:
    if field in NUMBERED:
        return f"{place + 1}." if place is not None else "–"
    return "•" if field in LISTED else ""


def _languages(change: Change) -> tuple[str, ...]:
    """The languages in which a text was changed, wherever in the item it stands."""
    before, after = list(_texts(change.before)), list(_texts(change.after))
    return tuple(
        code for code in LANGUAGE_NAMES if [each.get(code) for each in before] != [each.get(code) for each in after]
    )


def _texts(item: object) -> Iterator[Mapping[str, str]]:
    if isinstance(item, LocalisedText):
        yield item.texts
    elif isinstance(item, Mapping):
        for _key, each in sorted(item.items()):
            yield from _texts(each)
    elif is_dataclass(item):
        for each in fields(item):
            yield from _texts(getattr(item, each.name))
