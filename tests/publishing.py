"""A small pack to publish, and a reader of what comes out: every link, anchor and foreign address of a site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from kiosk.commands.places import resources
from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.card import Card
from kiosk.domain.pack import Pack
from kiosk.publish.site import Publication, publish_site
from kiosk.publish.site_address import Base, base_of
from tests.unit.content.rich_pack import RICH_MEDIA, RICH_PACK, media_of

FIRST, LATER = date(2026, 11, 23), date(2026, 12, 1)


@cache
def small_pack() -> Pack:
    """The rich pack of the reader's tests: an office, a group and few cards, with everything a card may have."""
    return checked_pack(
        PackFiles({name: text.encode() for name, text in RICH_PACK.items()}, media=media_of(RICH_MEDIA))
    )


def media_in(folder: Path) -> dict[str, Path]:
    """The small pack's media, written there."""
    for name, content in RICH_MEDIA.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return {name: folder / name for name in RICH_MEDIA}


def with_cards(pack: Pack, *cards: Card) -> Pack:
    return replace(pack, catalogue=replace(pack.catalogue, cards=cards))


def published(
    pack: Pack,
    to: Path,
    day: date = FIRST,
    base: str | None = "https://urzad.pl/",
    media: Mapping[str, Path] | None = None,
) -> Publication:
    address: Base | None = base_of(pack.office, base) if base is not None else None
    return publish_site(pack, media or {}, to, resources(), day, address)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Walk:
    """All pages of a site in a folder, read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = {
            path.relative_to(folder).as_posix(): html.fromstring(path.read_bytes()) for path in folder.rglob("*.html")
        }

    def broken(self) -> Iterator[str]:
        """Links, anchors and references of every page that lead to nothing within the site."""
        for name, page in self.pages.items():
            for address in page.xpath("//@href | //@src | //@data-index | //@action"):
                parts = urlsplit(address)
                if parts.scheme or parts.netloc:
                    continue
                there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                target = name if not parts.path else there
                if parts.path.startswith("/"):
                    target = parts.path.lstrip("/")
                if not (self._folder / target).is_file():
                    yield f"{name}: {address}"
                elif parts.fragment and target.endswith(".html") and parts.fragment not in self.ids(target):
                    yield f"{name}: {address} (no such anchor)"

    def ids(self, name: str) -> set[str]:
        return {str(found) for found in self.pages[name].xpath("//@id")}

    def foreign(self) -> Iterator[str]:
        """What a browser would fetch from elsewhere, or run, on its own."""
        for name, page in self.pages.items():
            fetched = page.xpath(
                "//script/@src | //img/@src | //audio/@src | //video/@src | //source/@src | //iframe/@src | //use/@href"
                " | //link[contains('stylesheet icon preload', @rel)]/@href | //object/@data | //form/@action"
            )
            yield from (f"{name}: {address}" for address in fetched if urlsplit(address).scheme or "//" in address)
            running = page.xpath("//script[not(@src)][@type != 'application/ld+json' or not(@type)] | //style")
            yield from (f"{name}: <{element.tag}> within the page" for element in running)
            yield from (
                f"{name}: {found.attrname}" for found in page.xpath("//@*[starts-with(name(), 'on')] | //@style")
            )
