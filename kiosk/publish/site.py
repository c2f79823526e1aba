"""Publishes an office's catalogue as a web site of plain files: the whole of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.card import Card
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.domain.text import DEFAULT_LANGUAGE
from kiosk.publish.feed import feed
from kiosk.publish.site_address import Addresses, Base
from kiosk.publish.site_assets import assets, stamps
from kiosk.publish.site_folder import SiteFolder, replaced_folder
from kiosk.publish.site_manifest import (
    MANIFEST,
    Change,
    Kept,
    Manifest,
    PageKind,
    Record,
    Standing,
    brought_up,
)
from kiosk.publish.site_pages import Pages, Structured, kept_name
from kiosk.publish.site_plan import MISSING, OWN_PAGES, START, planned_pages
from kiosk.publish.site_search import search_index
from kiosk.publish.site_whole import Site, shown_media
from kiosk.publish.site_words import Words
from kiosk.publish.sitemap import robots, sitemap

Progress = Callable[[float], None]
"""Is told the share of the pages that are written, from 0 to 1."""
Whole = Callable[[], Mapping[str, bytes]]
"""Files for the site's root by name, such as the whole catalogue as RDF."""


def _no_objects(_card: Card, _language: str) -> list[dict[str, object]]:
    return []


def _no_progress(_share: float) -> None:
    pass


def _no_files() -> Mapping[str, bytes]:
    return {}


@dataclass(frozen=True, slots=True)
class Publication:
    """What was written, and which cards have changed since the last time; `is_first` where there was none."""

    pages: int
    files: int
    is_first: bool
    changed: Mapping[Change, tuple[str, ...]]


def publish_site(
    pack: Pack,
    media: Mapping[str, Path],
    to: Path,
    resources: Path,
    today: date,
    base: Base | None,
    structured: Structured = _no_objects,
    whole: Whole = _no_files,
    progress: Progress = _no_progress,
) -> Publication:
    """Write the site of `pack` into the folder `to`; the same pack on the same day gives the same bytes.

    `media` says where the pack's checked sounds, films and drawings lie. Raises `BadInput` where `to` holds what no
    publication has put there or the pack cannot be a site, `EnvironmentFault` where it cannot be written; `to` is then
    as it was.
    """
    with replaced_folder(to) as (folder, before):
        if before is not None and before.office != pack.office.id:
            raise BadInput(f"{to} holds the site of the office '{before.office}', not of '{pack.office.id}'")
        records = brought_up(
            before.records if before is not None else {}, pack.catalogue.cards, today, is_first=before is None
        )
        own, extras = assets(resources, pack.office.colour), dict(whole())
        site = Site(
            pack=pack,
            today=today,
            addresses=Addresses.of(pack.office, base),
            words={
                language: Words.read(resources, language) for language in (*pack.office.languages, DEFAULT_LANGUAGE)
            },
            records=records,
            media=shown_media(pack, media),
            extras=tuple(sorted(extras)),
            stamps=stamps(own),
        )
        writing = _Writing(site, folder, Pages(site, resources, structured))
        writing.pages(progress)
        writing.old_addresses(before.addresses if before is not None else {})
        for name, content in {**{f"assets/{name}": found for name, found in own.items()}, **extras}.items():
            folder.write(name, content)
        for name, source in site.media.items():
            folder.copy(name, source, pack.media[name])
        files = folder.files
        manifest = Manifest(pack.office.id, today, pack.version, files, writing.addresses, records, base)
        folder.write(MANIFEST, manifest.to_bytes())
        folder.swap_in()
    return Publication(
        pages=sum(name.endswith(".html") for name in files),
        files=len(files),
        is_first=before is None,
        changed=_changed(before.records, records) if before is not None else {},
    )


class _Writing:
    def __init__(self, site: Site, folder: SiteFolder, pages: Pages) -> None:
        self._site = site
        self._folder = folder
        self._pages = pages
        self.addresses: dict[str, Kept] = {}
        """Every page that a link from outside may name."""

    def pages(self, progress: Progress) -> None:
        site, write = self._site, self._folder.write
        write(START, self._pages.start())
        write(MISSING, self._pages.missing())
        planned = list(planned_pages(site.pack, site.records, site.addresses))
        for done, (path, kept) in enumerate(planned):
            progress(done / len(planned))
            self._keep(path, kept, self._page(path, kept))
        for language in site.pack.office.languages:
            write(site.addresses.search(language), search_index(site, language))
            write(site.addresses.feed(language), feed(site, language))
        if site.addresses.base is not None:
            write("sitemap.xml", sitemap(site, site.addresses.base))
            if site.addresses.base.is_host:
                write("robots.txt", robots(site.addresses.base))

    def old_addresses(self, kept: Mapping[str, Kept]) -> None:
        """Every address that there ever was leads on, for ever: links and printed codes name it."""
        site = self._site
        written = {name.casefold() for name in self._folder.files}
        for path, one in kept.items():
            if path.casefold() in written:
                continue
            language = one.language if one.language in site.pack.office.languages else DEFAULT_LANGUAGE
            name = kept_name(site, one.kind, one.id)
            if name is None:
                to = site.addresses.page("index", language)
            elif one.kind is PageKind.CARD:
                to = site.addresses.card(one.id, language)
            else:
                to = site.addresses.group(one.id, language)
            self._keep(path, one, self._pages.moved(path, language, to, name))

    def _page(self, path: str, kept: Kept) -> bytes:
        match kept.kind:
            case PageKind.CARD:
                door = "" if path == self._site.addresses.card(kept.id, kept.language) else path
                return self._card(kept.id, kept.language, door)
            case PageKind.GROUP:
                groups = self._site.pack.catalogue.groups
                group = next(group for group in groups if group.id == kept.id)
                return self._pages.group(group, kept.language)
            case PageKind.OWN:
                pages = self._pages
                own = (pages.home, pages.matters, pages.changed, pages.contact)
                return dict(zip(OWN_PAGES, own, strict=True))[kept.id](kept.language)

    def _card(self, code: str, language: str, door: str = "") -> bytes:
        record: Record = self._site.records[code]
        card = self._site.pack.catalogue.card(code)
        if card is not None and record.standing is Standing.PUBLIC:
            return self._pages.card(card, language, door=door)
        return self._pages.gone(code, record, language, door=door)

    def _keep(self, path: str, kept: Kept, content: bytes) -> None:
        self._folder.write(path, content)
        self.addresses[path] = kept


def _changed(before: Mapping[str, Record], now: Mapping[str, Record]) -> dict[Change, tuple[str, ...]]:
    found: dict[Change, list[str]] = {}
    for code, record in sorted(now.items()):
        old = before.get(code)
        is_same = old is not None and (old.digest, old.standing) == (record.digest, record.standing)
        if not is_same and record.change is not None:
            found.setdefault(record.change[0], []).append(code)
    return {change: tuple(codes) for change, codes in found.items()}
