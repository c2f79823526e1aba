"""What was published before, kept beside the pages: files, every address there ever was, and what became of cards.

It lies on the web server with the site, so it holds nothing but what visitors could see there anyway.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kiosk.domain.card import Card, CardStatus
from kiosk.domain.errors import BadInput
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText
from kiosk.publish.site_address import Base, is_safe_path

MANIFEST = ".okienko-site.json"
_FORMAT = 1
_NOT_SEEN = ("internal_notes",)


class Standing(StrEnum):
    """What became of a card that visitors once could read."""

    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    """The pack says so."""
    GONE = "gone"
    """The pack no longer shows it to visitors, and does not say why."""


class Change(StrEnum):
    """What happened to a card between two publications."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Record:
    """One card as it was last read by visitors. `since` is the day since which it is not public; `change` is the last
    one and its day, None as long as nothing has happened since the first publication."""

    name: LocalisedText
    group: str
    related: tuple[str, ...]
    digest: str
    standing: Standing = Standing.PUBLIC
    since: date | None = None
    change: tuple[Change, date] | None = None

    @classmethod
    def of(cls, card: Card, known: frozenset[str] = frozenset()) -> Record:
        """`known` are the codes that visitors may know: `related` of a card may name an employees' card too."""
        return cls(card.name, card.group, tuple(code for code in card.related if code in known), digest_of(card))


class PageKind(StrEnum):
    """Of what a kept address is."""

    CARD = "card"
    GROUP = "group"
    OWN = "own"
    """One of the site's own: the start, A to Z, the changes, the contact."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stood at an address: a card, a group or a page of the site, by its code, id or name, in one language."""

    kind: PageKind
    id: str
    language: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One publication. `files` are all its files, `addresses` every page that a link from outside may name.

    `base` is where the site stands, None where that was not known or the program of the time did not keep it.
    """

    office: str
    published: date
    pack_version: int
    files: tuple[str, ...] = ()
    addresses: Mapping[str, Kept] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    base: Base | None = None

    def to_bytes(self) -> bytes:
        content = {
            "format": _FORMAT,
            "office": self.office,
            "published": self.published.isoformat(),
            "pack_version": self.pack_version,
            "base_url": self.base.url if self.base is not None else None,
            "addresses": {path: [kept.kind, kept.id, kept.language] for path, kept in sorted(self.addresses.items())},
            "cards": {code: _written(record) for code, record in sorted(self.records.items())},
            "files": sorted(self.files),
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Manifest:
        """Raises `BadInput` for anything that `to_bytes` has not written: nobody can tell what it would lose."""
        try:
            found = json.loads(content)
            if found["format"] != _FORMAT:
                raise BadInput(f"{MANIFEST} is of format {found['format']!r}, which a newer program has written")
            paths = (*found["files"], *found["addresses"])
            if not all(path == MANIFEST or is_safe_path(path) for path in paths):
                raise ValueError("a path that leads elsewhere")
            return cls(
                office=str(found["office"]),
                published=date.fromisoformat(found["published"]),
                pack_version=int(found["pack_version"]),
                files=tuple(found["files"]),
                addresses={
                    path: Kept(PageKind(kind), str(id_), str(language))
                    for path, (kind, id_, language) in found["addresses"].items()
                },
                records={str(code): _read(record) for code, record in found["cards"].items()},
                base=_base(found.get("base_url")),
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
            raise BadInput(f"{MANIFEST} was changed or is broken; bring it back from a copy of the site") from problem


def _base(found: object) -> Base | None:
    if found is None:
        return None
    base = Base.fit(str(found))
    if base is None or base.url != found:
        raise ValueError("no address of a site")
    return base


def digest_of(card: Card) -> str:
    """SHA-256 over what visitors can read of `card`. A field of a later program that is empty does not change it."""
    seen = {name: found for name, found in dataclasses.asdict(card).items() if found and name not in _NOT_SEEN}
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def brought_up(
    records: Mapping[str, Record], cards: tuple[Card, ...], today: date, *, is_first: bool
) -> dict[str, Record]:
    """What became of every card that visitors could ever read, now that `cards` are the office's.

    A card that was withdrawn before this site was first published is told of too: its address may be on paper.
    """
    now: dict[str, Record] = {}
    known = frozenset(card.code for card in cards if card.is_public).union(records)
    for card in cards:
        before = records.get(card.code)
        if card.is_public:
            now[card.code] = _public(Record.of(card, known), before, today, is_first=is_first)
        elif card.status is CardStatus.WITHDRAWN and card.is_for_visitors:
            now[card.code] = _withdrawn(Record.of(card, known), before, card.modified if before is None else today)
    for code, record in records.items():
        if code not in now:
            now[code] = _gone(record, today)
    return now


def _public(record: Record, before: Record | None, today: date, *, is_first: bool) -> Record:
    if before is None:
        return record if is_first else dataclasses.replace(record, change=(Change.NEW, today))
    if before.standing is not Standing.PUBLIC:
        return dataclasses.replace(record, change=(Change.BACK, today))
    if before.digest != record.digest:
        return dataclasses.replace(record, change=(Change.CHANGED, today))
    return dataclasses.replace(record, change=before.change)


def _withdrawn(record: Record, before: Record | None, day: date) -> Record:
    """`day` is the one on which the site saw it, or the one that the card tells where the site was not there."""
    if before is not None and before.standing is Standing.WITHDRAWN:
        return before
    since = before.since or day if before is not None else day
    return dataclasses.replace(record, standing=Standing.WITHDRAWN, since=since, change=(Change.WITHDRAWN, since))


def _gone(record: Record, today: date) -> Record:
    if record.standing is not Standing.PUBLIC:
        return record
    return dataclasses.replace(record, standing=Standing.GONE, since=today, change=(Change.WITHDRAWN, today))


def _written(record: Record) -> dict[str, object]:
    return {
        "name": dict(sorted(record.name.texts.items())),
        "group": record.group,
        "related": list(record.related),
        "digest": record.digest,
        "standing": record.standing,
        "since": record.since.isoformat() if record.since is not None else None,
        "change": [record.change[0], record.change[1].isoformat()] if record.change is not None else None,
    }


def _read(found: Any) -> Record:
    name = {str(language): str(text) for language, text in found["name"].items()}
    if not name.get(DEFAULT_LANGUAGE):
        raise ValueError("a card without a name")
    return Record(
        name=LocalisedText(name),
        group=str(found["group"]),
        related=tuple(str(code) for code in found["related"]),
        digest=str(found["digest"]),
        standing=Standing(found["standing"]),
        since=date.fromisoformat(found["since"]) if found["since"] is not None else None,
        change=(Change(found["change"][0]), date.fromisoformat(found["change"][1])) if found["change"] else None,
    )
