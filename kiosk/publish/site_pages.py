"""The pages of the site as HTML, one method for each kind; every text is escaped by the template engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kiosk.domain.card import Card
from kiosk.domain.catalogue import Group
from kiosk.domain.search.small_words import SMALL_WORDS
from kiosk.domain.text import DEFAULT_LANGUAGE, LANGUAGE_NAMES, LocalisedText
from kiosk.publish.site_address import link
from kiosk.publish.site_card import card_view
from kiosk.publish.site_changes import changes
from kiosk.publish.site_manifest import PageKind, Record, Standing
from kiosk.publish.site_places import place_view
from kiosk.publish.site_sorting import initial, sort_key
from kiosk.publish.site_whole import Site
from kiosk.publish.site_written import Passage, Reader, telephone_address, web_address

Structured = Callable[[Card, str], list[dict[str, object]]]
"""JSON-LD objects of one card for its page in one language."""


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has. `others` is the same page by language; a page with none stands alone, as one that is not
    `is_lasting` does: search engines are told to forget it. `canonical` is empty where it is the page itself."""

    path: str
    language: str
    title: str
    others: Mapping[str, str] = field(default_factory=dict)
    is_lasting: bool = True
    description: str = ""
    crumbs: tuple[tuple[Passage, str], ...] = ()
    here: str = ""
    canonical: str = ""
    is_anywhere: bool = False
    """Whether it is shown at any address, so that its links cannot be relative to its own."""


class Pages:
    """Writes the pages of one site."""

    def __init__(self, site: Site, resources: Path, structured: Structured) -> None:
        self._site = site
        self._structured = structured
        self._environment = Environment(
            loader=FileSystemLoader(resources / "site" / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(site=site, own_names=LANGUAGE_NAMES)

    def start(self) -> bytes:
        """The page where a language is chosen."""
        office = self._site.pack.office
        title = f"{self._catalogue_title(DEFAULT_LANGUAGE).text} – {office.name.in_language(DEFAULT_LANGUAGE)}"
        homes = self._in_languages(lambda language: self._site.addresses.page("index", language))
        choices = [
            (language, homes[language], office.name.in_language(language), self._catalogue_title(language).text)
            for language in office.languages
        ]
        page = Page("index.html", DEFAULT_LANGUAGE, title, homes)
        return self._rendered("start.html", page, choices=choices)

    def home(self, language: str) -> bytes:
        reads = Reader(language).reads
        groups = [
            (group, reads(group.name), reads(group.description)) for group in self._site.pack.catalogue.public_groups()
        ]
        page = self._page("index", language, "", self._site.words[language]["home_lead"])
        return self._rendered("home.html", page, groups=groups)

    def group(self, group: Group, language: str) -> bytes:
        reads = Reader(language).reads
        cards = [
            (card.code, reads(card.name), reads(card.summary))
            for card in self._site.pack.catalogue.public_cards(group.id)
        ]
        page = Page(
            self._site.addresses.group(group.id, language),
            language,
            group.name.in_language(language),
            self._in_languages(lambda each: self._site.addresses.group(group.id, each)),
            description=group.description.in_language(language),
            crumbs=self._crumbs(language),
        )
        return self._rendered(
            "group.html",
            page,
            name=reads(group.name),
            description=reads(group.description),
            icon=group.icon,
            cards=cards,
        )

    def card(self, card: Card, language: str, *, door: str = "") -> bytes:
        """Of a public card; `door` is the file where the same page is found without a language."""
        site, reads = self._site, Reader(language).reads
        own = site.addresses.card(card.code, language)
        group = next(each for each in site.pack.catalogue.groups if each.id == card.group)
        page = Page(
            door or own,
            language,
            card.name.in_language(language),
            self._in_languages(lambda each: site.addresses.card(card.code, each)),
            description=card.summary.in_language(language),
            crumbs=(*self._crumbs(language), (reads(group.name), site.addresses.group(group.id, language))),
            canonical=own,
        )
        view = card_view(card, site.pack.office, site.words[language], frozenset(site.media))
        return self._rendered(
            "card.html",
            page,
            card=view,
            structured=[_script(each) for each in self._structured(card, language)],
            related=[(each.code, reads(each.name)) for each in site.pack.catalogue.related_cards(card)],
        )

    def matters(self, language: str) -> bytes:
        """Every card from A to Z, and the search."""
        reads = Reader(language).reads
        cards = [(card.code, reads(card.name), reads(card.summary)) for card in self._site.public_cards]
        cards.sort(key=lambda each: (sort_key(each[1].text, language), each[0]))
        letters: dict[str, list[tuple[str, Passage, Passage]]] = {}
        for each in cards:
            letters.setdefault(initial(each[1].text, language), []).append(each)
        page = self._page("a-z", language, "matters_title")
        anchored = [(letter, f"litera-{number}", found) for number, (letter, found) in enumerate(letters.items(), 1)]
        return self._rendered("matters.html", page, letters=anchored, small=SMALL_WORDS.get(language, ""))

    def changed(self, language: str) -> bytes:
        """What happened to the cards, newest first."""
        return self._rendered(
            "changes.html", self._page("zmiany", language, "changes"), entries=changes(self._site, language)
        )

    def contact(self, language: str) -> bytes:
        words = self._site.words[language]
        office = self._site.pack.office
        return self._rendered(
            "contact.html",
            self._page("kontakt", language, "contact_title"),
            places=[place_view(place, words) for place in office.places],
            infoline=Passage(office.infoline, href=telephone_address(office.infoline)),
            website=Passage(office.website, href=web_address(office.website)),
        )

    def gone(self, code: str, record: Record, language: str, *, door: str = "") -> bytes:
        """In place of a card that visitors once could read."""
        site, words, reads = self._site, self._site.words[language], Reader(language).reads
        catalogue = site.pack.catalogue
        known = (catalogue.card(each) for each in record.related)
        is_withdrawn = record.standing is Standing.WITHDRAWN
        heading = words["withdrawn" if is_withdrawn else "gone"]
        page = Page(
            door or site.addresses.card(code, language),
            language,
            f"{record.name.in_language(language)} – {heading}",
            self._in_languages(lambda each: site.addresses.card(code, each)),
            is_lasting=False,
            crumbs=self._crumbs(language),
        )
        return self._rendered(
            "gone.html",
            page,
            code=code,
            name=reads(record.name),
            heading=heading,
            text=words["withdrawn_text" if is_withdrawn else "gone_text"].format(
                day=words.day(record.since or site.today)
            ),
            group=next(
                ((each.id, reads(each.name)) for each in catalogue.public_groups() if each.id == record.group), None
            ),
            related=[(each.code, reads(each.name)) for each in known if each is not None and each.is_public],
            place_view=place_view(site.pack.office.places[0], words),
        )

    def moved(self, path: str, language: str, to: str, name: LocalisedText | None) -> bytes:
        """At an address that the site has given up."""
        page = Page(
            path, language, self._site.words[language]["moved"], is_lasting=False, crumbs=self._crumbs(language)
        )
        there = Reader(language).reads(name) if name is not None else self._catalogue_title(language)
        return self._rendered("moved.html", page, to_path=to, name=there)

    def missing(self) -> bytes:
        """What the web server shows for an address that does not exist, in all languages."""
        words = self._site.words[DEFAULT_LANGUAGE]
        page = Page("404.html", DEFAULT_LANGUAGE, words["not_found"], is_lasting=False, is_anywhere=True)
        homes = self._in_languages(lambda language: self._site.addresses.page("index", language))
        return self._rendered("missing.html", page, homes=homes)

    def _page(self, name: str, language: str, title: str, description: str = "") -> Page:
        return Page(
            self._site.addresses.page(name, language),
            language,
            self._site.words[language][title] if title else "",
            self._in_languages(lambda each: self._site.addresses.page(name, each)),
            description=description,
            crumbs=() if name == "index" else self._crumbs(language),
            here=name,
        )

    def _in_languages(self, path: Callable[[str], str]) -> dict[str, str]:
        return {language: path(language) for language in self._site.pack.office.languages}

    def _crumbs(self, language: str) -> tuple[tuple[Passage, str], ...]:
        return ((self._catalogue_title(language), self._site.addresses.page("index", language)),)

    def _catalogue_title(self, language: str) -> Passage:
        return Reader(language).reads(self._site.pack.catalogue.title)

    def _rendered(self, template: str, page: Page, **more: object) -> bytes:
        site = self._site
        reads = Reader(page.language).reads

        def to(path: str) -> str:
            if page.is_anywhere and site.addresses.base is not None:
                return site.addresses.base.folder + path
            return link(page.path, path)

        html = self._environment.get_template(template).render(
            page=page,
            w=site.words[page.language],
            to=to,
            addresses=site.addresses,
            office_name=reads(site.pack.office.name),
            authority=reads(site.pack.office.authority),
            catalogue_title=self._catalogue_title(page.language),
            **more,
        )
        return html.encode()


def _script(content: dict[str, object]) -> Markup:
    """JSON as it may stand within a `script` element: nothing in it can end the element or begin another."""
    text = json.dumps(content, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - no sign is left in it that HTML would read


def kept_name(site: Site, kind: PageKind, identity: str) -> LocalisedText | None:
    """The name of a card or a group that stood at an old address; None where the start is all that is left of it."""
    if kind is PageKind.OWN:
        return None
    if kind is PageKind.CARD:
        record = site.records.get(identity)
        return record.name if record is not None else None
    groups: Iterable[Group] = site.pack.catalogue.public_groups()
    return next((group.name for group in groups if group.id == identity), None)
