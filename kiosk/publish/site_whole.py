"""One site before it is written: what the pages, the feed and the map of the site have to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.card import Card
from kiosk.domain.pack import Pack
from kiosk.publish.site_address import Addresses
from kiosk.publish.site_manifest import Record
from kiosk.publish.site_words import Words


@dataclass(frozen=True, slots=True)
class Site:
    """`media` are the sounds, films and the drawing that its pages show, by their path within the pack.

    `extras` are files at its root that others have made, such as `katalog.ttl`; `stamps` tells a browser that a file
    of `assets/` is no longer the one it keeps. `records` holds every card that visitors could ever read.
    """

    pack: Pack
    today: date
    addresses: Addresses
    words: Mapping[str, Words]
    records: Mapping[str, Record]
    media: Mapping[str, Path]
    extras: tuple[str, ...]
    stamps: Mapping[str, str]

    @property
    def public_cards(self) -> tuple[Card, ...]:
        """Group by group, as they are offered."""
        catalogue = self.pack.catalogue
        return tuple(card for group in catalogue.groups for card in catalogue.public_cards(group.id))

    @property
    def logo(self) -> str:
        """The file of the office's logo; empty where a building is shown."""
        logo = self.pack.office.logo
        return logo if logo in self.media else ""

    def asset(self, name: str) -> str:
        """A file of `assets/` and its stamp."""
        return f"assets/{name}?v={self.stamps[name]}"

    def linked_extras(self) -> tuple[tuple[str, str], ...]:
        """Names and media types of those extras that describe the whole catalogue."""
        types = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".rdf": "application/rdf+xml"}
        return tuple((name, types[end]) for name in self.extras if (end := name[name.rfind(".") :]) in types)


def shown_media(pack: Pack, found: Mapping[str, Path]) -> dict[str, Path]:
    """What public cards and the office show, of the files that are there."""
    languages = pack.office.languages
    named = {pack.office.logo}
    for card in pack.catalogue.cards:
        if card.is_public:
            named.update(file for language, file in card.recordings.items() if language in languages)
            named.add(card.sign_video.file if card.sign_video is not None else "")
    return {name: found[name] for name in sorted(named) if name in found}
