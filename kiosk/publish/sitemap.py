"""The map of the site for search engines (sitemaps.org), each page with its other languages, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from kiosk.domain.text import DEFAULT_LANGUAGE
from kiosk.publish.site_address import Base
from kiosk.publish.site_plan import OWN_PAGES, START
from kiosk.publish.site_whole import Site
from kiosk.publish.xml_text import xml_file

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(site: Site, base: Base) -> bytes:
    """Pages that are to be found: not those of cards that are gone."""
    root = Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _XHTML})
    _url(root, base, START, {}, None)
    for pages, day in _pages(site):
        for path in pages.values():
            _url(root, base, path, pages, day)
    return xml_file(root)


def robots(base: Base) -> bytes:
    """Everything may be read; only a whole host has such a file."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base.address('sitemap.xml')}\n".encode()


def _pages(site: Site) -> Iterator[tuple[Mapping[str, str], date | None]]:
    languages, addresses = site.pack.office.languages, site.addresses
    for name in OWN_PAGES:
        yield {language: addresses.page(name, language) for language in languages}, None
    for group in site.pack.catalogue.public_groups():
        yield {language: addresses.group(group.id, language) for language in languages}, None
    for card in site.public_cards:
        yield {language: addresses.card(card.code, language) for language in languages}, card.modified


def _url(root: Element, base: Base, path: str, pages: Mapping[str, str], day: date | None) -> None:
    url = SubElement(root, "url")
    SubElement(url, "loc").text = base.address(path)
    if day is not None:
        SubElement(url, "lastmod").text = day.isoformat()
    others = {**pages, "x-default": pages[DEFAULT_LANGUAGE]} if pages else {}
    for language, other in others.items():
        SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": base.address(other)})
