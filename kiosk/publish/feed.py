"""The feed of changes (Atom, RFC 4287): every card once, the last changed first."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from xml.etree.ElementTree import Element, SubElement
from zoneinfo import ZoneInfo

from kiosk.publish.site_address import link
from kiosk.publish.site_changes import changes
from kiosk.publish.site_whole import Site
from kiosk.publish.xml_text import xml_file, xml_text

_ATOM = "http://www.w3.org/2005/Atom"
_OWN = uuid.UUID("6f6b6965-6e6b-4f6b-8f73-697465666565")
"""The space of our ids: an entry keeps its own when the site moves to another address."""


def feed(site: Site, language: str) -> bytes:
    """Addresses are absolute where the site's own is known, else relative to the feed."""
    here, words = site.addresses.feed(language), site.words[language]
    office = site.pack.office

    def address(path: str) -> str:
        return site.addresses.address(path) or link(here, path)

    def moment(day: date) -> str:
        return datetime.combine(day, time(), tzinfo=ZoneInfo(office.time_zone)).isoformat()

    entries = changes(site, language)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    title = f"{site.pack.catalogue.title.in_language(language)} – {words['changes']}"
    _text(root, "title", title)
    _text(root, "id", f"urn:uuid:{uuid.uuid5(_OWN, f'{office.id}/{language}')}")
    _text(root, "updated", moment(max((entry.day for entry in entries), default=site.today)))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address(here)})
    SubElement(
        root,
        "link",
        {"rel": "alternate", "type": "text/html", "href": address(site.addresses.page("zmiany", language))},
    )
    _text(SubElement(root, "author"), "name", office.name.in_language(language))
    for entry in entries:
        one = SubElement(root, "entry")
        kind = words[f"kind_{entry.kind}"] if entry.kind is not None else ""
        _text(one, "title", f"{entry.name.text} ({kind})" if kind else entry.name.text)
        _text(one, "id", f"urn:uuid:{uuid.uuid5(_OWN, f'{office.id}/{language}/{entry.code}')}")
        _text(one, "updated", moment(entry.day))
        SubElement(one, "link", {"rel": "alternate", "href": address(site.addresses.card(entry.code, language))})
        if entry.kind is not None:
            SubElement(one, "category", {"term": entry.kind, "label": kind})
        _text(one, "summary", entry.summary.text if entry.summary is not None else kind)
    return xml_file(root)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = xml_text(text)
