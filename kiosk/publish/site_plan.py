"""Every page of a site with its address before any is written, and which would stand in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.domain.pack import Pack
from kiosk.domain.text import DEFAULT_LANGUAGE
from kiosk.publish.site_address import Addresses, Base, TakenNames
from kiosk.publish.site_manifest import Kept, PageKind, Record, Standing, brought_up

START, MISSING = "index.html", "404.html"
"""Pages that no link from outside needs to name."""
OWN_PAGES = ("index", "a-z", "zmiany", "kontakt")


def planned_pages(pack: Pack, records: Mapping[str, Record], addresses: Addresses) -> Iterator[tuple[str, Kept]]:
    """Each page that a link from outside may name; those to which codes without a language lead come last."""
    planned: set[str] = set()
    for path, kept in _in_languages(pack, records, addresses):
        planned.add(path)
        yield path, kept
    for code, record in records.items():
        card = pack.catalogue.card(code) if record.standing is Standing.PUBLIC else None
        for door in addresses.doors(code, card.address if card is not None else ""):
            if door not in planned:
                planned.add(door)
                yield door, Kept(PageKind.CARD, code, DEFAULT_LANGUAGE)


def _in_languages(pack: Pack, records: Mapping[str, Record], addresses: Addresses) -> Iterator[tuple[str, Kept]]:
    for language in pack.office.languages:
        for name in OWN_PAGES:
            yield addresses.page(name, language), Kept(PageKind.OWN, name, language)
        for group in pack.catalogue.public_groups():
            yield addresses.group(group.id, language), Kept(PageKind.GROUP, group.id, language)
        for code in records:
            yield addresses.card(code, language), Kept(PageKind.CARD, code, language)


@dataclass(frozen=True, slots=True)
class Clash:
    """The page of a card or a group whose file `path` cannot be, because `other` is another page of the site."""

    kind: PageKind
    id: str
    path: str
    other: str


def clashes(pack: Pack, base: Base | None, today: date) -> Iterator[Clash]:
    """What keeps `pack` from being a site at `base`, once for each card and group. Touches no disk."""
    names = TakenNames()
    names.take(START)
    names.take(MISSING)
    told: set[tuple[PageKind, str]] = set()
    records = brought_up({}, pack.catalogue.cards, today, is_first=True)
    for path, kept in planned_pages(pack, records, Addresses.of(pack.office, base)):
        if (other := names.take(path)) and (kept.kind, kept.id) not in told:
            told.add((kept.kind, kept.id))
            yield Clash(kept.kind, kept.id, path, other)
