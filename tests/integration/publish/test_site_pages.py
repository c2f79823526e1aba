"""What stands on the pages of a published site, and what never does."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.card import Card, Channel, ChannelKind, Client, Form, LegalBasis
from kiosk.domain.pack import Pack
from kiosk.domain.text import LocalisedText
from kiosk.publish.site import publish_site
from kiosk.publish.site_address import Base
from tests.publishing import FIRST, LATER, Walk, contents, media_in, published, small_pack, with_cards
from tests.unit.domain.test_staff_search import FULL, words_of

POZNAN = read_pack(resources() / "offices" / "poznan")
EVIL = "<script>alert(1)</script>\"' onload=alert(2) x='</title></style>--><img src=//x.pl> {{ 7*7 }} &amp; ]]>"

UNSEEN = {"keywords", "life_event", "internal_notes", "not_applicable"}
SHOWN_OTHERWISE = {"group", "places", "related", "service_languages", "address", "recordings", "sign_video"}
"""Codes, addresses and files: what they stand for is tested by itself."""


def spoilt(value: Any, change: Callable[[LocalisedText], LocalisedText]) -> Any:
    """`value` with every localised text in it changed, however deep."""
    if isinstance(value, LocalisedText):
        return change(value)
    if isinstance(value, tuple):
        return tuple(spoilt(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: spoilt(getattr(value, each.name), change) for each in fields(value)})
    return value


def test_every_link_and_anchor_of_the_real_site_leads_somewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site)
    walk = Walk(site)
    assert len(walk.pages) == 2 + 4 * (4 + 5 + 16)
    assert list(walk.broken()) == []
    assert list(walk.foreign()) == []
    (site / "pl" / "REG-02.html").unlink()
    (site / "pl" / "kontakt.html").write_text(
        '<p>no anchors</p><img src="https://x.pl/a.png"><p onclick="x()">', "utf-8"
    )
    spoilt_walk = Walk(site)
    assert any("REG-02.html" in found for found in spoilt_walk.broken())
    assert any("no such anchor" in found for found in spoilt_walk.broken())
    assert len(list(spoilt_walk.foreign())) == 2


def test_site_of_a_pack_with_everything_is_whole(tmp_path: Path) -> None:
    """Folders for cards, doors, a logo, sounds, a film."""
    site = tmp_path / "site"
    published(small_pack(), site, media=media_in(tmp_path / "pack"))
    assert list(Walk(site).broken()) == []
    names = set(contents(site))
    assert {"pl/karty/REG-01/index.html", "karty/REG-01/index.html", "media/REG-01.mp4", "media/logo.svg"} <= names
    page = html.fromstring((site / "pl/karty/REG-01/index.html").read_bytes())
    assert page.xpath("//video/@src") == ["../../../media/REG-01.mp4"]
    assert "Dzień dobry." in page.text_content()
    assert page.xpath("//audio/@src") == ["../../../media/REG-01-pl.wav"]
    assert page.xpath("//header//img/@alt") == [""]


def test_media_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    published(small_pack(), tmp_path / "site")
    assert list(Walk(tmp_path / "site").broken()) == []
    assert not any(name.startswith("media/") for name in contents(tmp_path / "site"))


def test_whatever_a_pack_says_is_shown_as_text(full: Pack, tmp_path: Path) -> None:
    evil: Pack = spoilt(full, lambda text: LocalisedText(dict.fromkeys(text.texts, EVIL)))
    cards = tuple(
        replace(
            card,
            contact=EVIL,
            unit_address=EVIL,
            channels=(
                *card.channels,
                *(
                    Channel(kind, card.name, f"javascript:alert({number})//x@y.pl")
                    for number, kind in enumerate(ChannelKind)
                ),
            ),
            forms=(Form(card.name, EVIL, "javascript:alert(1)"),),
            legal_basis=(LegalBasis(EVIL, EVIL, EVIL, "data:text/html,<script>alert(1)</script>"),),
        )
        for card in evil.catalogue.cards
    )
    office = replace(evil.office, website="javascript:alert(1)", card_address="")
    evil = with_cards(replace(evil, office=office), *cards)
    site = tmp_path / "site"

    def structured(card: Card, language: str) -> list[dict[str, object]]:
        return [{"name": card.name.in_language(language), "end": "</script><script>alert(3)</script>"}]

    publish_site(evil, {}, site, resources(), FIRST, Base.of("https://urzad.pl/"), structured)
    walk = Walk(site)
    assert list(walk.foreign()) == []
    assert list(walk.broken()) == []
    for name, page in walk.pages.items():
        assert not page.xpath("//@href[starts-with(., 'javascript:') or starts-with(., 'data:')]"), name
        assert len(page.xpath("//script")) == len(page.xpath("//script[@src or @type='application/ld+json']")), name
        assert "{{ 7*7 }}" in page.text_content() or name == "404.html"
    card = walk.pages["pl/REG-01.html"]
    assert card.xpath("//h1")[0].text_content().replace("\N{NO-BREAK SPACE}", " ") == EVIL
    [data] = card.xpath("//script[@type='application/ld+json']")
    assert json.loads(data.text)["end"] == "</script><script>alert(3)</script>"
    for name in ("sitemap.xml", "pl/zmiany.xml"):
        etree.fromstring((site / name).read_bytes())


def test_xml_is_well_formed_whatever_stands_in_a_name(tmp_path: Path) -> None:
    odd: Pack = spoilt(POZNAN, lambda text: LocalisedText({"pl": f"{text.texts['pl'][:5]}\x00\x0b\ufffe<&>"}))
    published(odd, tmp_path / "site")
    for file in (tmp_path / "site").rglob("*.xml"):
        etree.fromstring(file.read_bytes())


def test_employees_own_cards_and_notes_are_nowhere(tmp_path: Path) -> None:
    hidden = "Zdanie tylko dla pracowników"
    cards = tuple(
        replace(
            card,
            internal_notes=hidden,
            not_applicable={"h": LocalisedText({"pl": hidden})},
            related=(*card.related, "WEW-01"),
        )
        for card in POZNAN.catalogue.cards
    )
    internal = [card for card in cards if card.clients == (Client.INTERNAL,)]
    assert "WEW-01" in [card.code for card in internal]
    published(with_cards(POZNAN, *cards), tmp_path / "site")
    for name, content in contents(tmp_path / "site").items():
        text = content.decode()
        assert hidden not in text, name
        assert not any(card.code in text or card.name.texts["pl"] in text for card in internal), name


def test_every_field_of_a_public_card_is_on_its_page(tmp_path: Path) -> None:
    published(POZNAN, tmp_path / "site")
    unseen = {"keywords", "life_event"}

    def texts(value: Any) -> list[LocalisedText]:
        if isinstance(value, LocalisedText):
            return [value]
        if isinstance(value, tuple):
            return [found for each in value for found in texts(each)]
        if is_dataclass(value):
            return [
                found for each in fields(value) if each.name not in unseen for found in texts(getattr(value, each.name))
            ]
        return []

    for card in POZNAN.catalogue.cards:
        for language in POZNAN.office.languages if card.is_public else ():
            page = html.fromstring((tmp_path / "site" / language / f"{card.code}.html").read_bytes())
            shown = " ".join(page.text_content().split())
            for found in texts(card):
                assert " ".join(found.in_language(language).split()) in shown, (card.code, found)
            for law in card.legal_basis:
                assert law.title in shown
                assert law.journal in shown
            assert {law.eli for law in card.legal_basis if law.eli} <= set(page.xpath("//a/@href"))
            for place in POZNAN.office.places:
                assert (place.street in shown) or place.id not in card.places


def test_card_that_has_everything_shows_everything_but_what_is_for_staff(tmp_path: Path) -> None:
    """Also what no card of the real office has yet."""
    card, *others = POZNAN.catalogue.cards
    everything = replace(FULL, code=card.code, group=card.group, places=card.places)
    published(with_cards(POZNAN, everything, *others), tmp_path / "site")
    for language in POZNAN.office.languages:
        page = html.fromstring((tmp_path / "site" / language / f"{card.code}.html").read_bytes())
        [main] = page.xpath("//main")
        shown = " ".join([main.text_content(), *main.xpath(".//@href")])
        for name in {each.name for each in fields(Card)} - SHOWN_OTHERWISE:
            words = words_of(getattr(everything, name))
            seen = [word for word in words if word in shown]
            assert seen == ([] if name in UNSEEN else words), (language, name)


def test_passages_that_stay_polish_say_so(tmp_path: Path) -> None:
    published(small_pack(), tmp_path / "site")
    page = html.fromstring((tmp_path / "site/en/karty/REG-01/index.html").read_bytes())
    assert page.get("lang") == "en"
    assert page.xpath("//p[.='Wszystkich']/@lang") == ["pl"]
    assert page.xpath("//h1/@lang") == []
    polish = html.fromstring((tmp_path / "site/pl/karty/REG-01/index.html").read_bytes())
    assert set(polish.xpath("//main//@lang")) == set()


def test_line_breaks_of_the_office_are_kept_and_those_of_templates_are_none(tmp_path: Path) -> None:
    two = LocalisedText({"pl": "Pierwszy wiersz\nDrugi wiersz"})
    card = replace(POZNAN.catalogue.cards[0], applies_to=two, steps=(two,), notes=(), documents=())
    published(with_cards(POZNAN, card, *POZNAN.catalogue.cards[1:]), tmp_path / "site")
    page = html.fromstring((tmp_path / "site" / "pl" / f"{card.code}.html").read_bytes())
    assert [each.tag for each in page.xpath("//*[@class='told']")] == ["p", "li"]
    assert all("\n" in each.text for each in page.xpath("//*[@class='told']"))


def test_page_says_who_answers_for_it_and_when(tmp_path: Path) -> None:
    """Act on access to public information, art. 12: the body, who produced it, who made it available, the date."""
    published(POZNAN, tmp_path / "site")
    page = html.fromstring((tmp_path / "site/pl/REG-06.html").read_bytes())
    [block] = page.xpath("//section[@aria-labelledby='answers']")
    told = " ".join(block.text_content().split())
    card = POZNAN.catalogue.card("REG-06")
    assert card is not None
    for found in (POZNAN.office.name, card.produced_by, card.approved_by, card.published_by):
        assert found.texts["pl"] in told
    assert block.xpath(".//time/@datetime") == [card.legal_state.isoformat(), card.modified.isoformat()]
    assert f"REG-06, wersja {card.version}" in told
    [foot] = page.xpath("//footer")
    assert "Opublikowano: 23 listopada 2026 r., wersja katalogu 1." in " ".join(foot.text_content().split())


def test_languages_name_each_other_and_the_one_for_all_others(tmp_path: Path) -> None:
    published(POZNAN, tmp_path / "site", base="https://urzad.pl/katalog/")
    for name, page in Walk(tmp_path / "site").pages.items():
        links = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
        if name == "404.html":
            assert links == {}
            continue
        assert set(links) == {*POZNAN.office.languages, "x-default"}, name
        assert all(address.startswith("https://urzad.pl/katalog/") for address in links.values())
        [canonical] = page.xpath("//link[@rel='canonical']/@href")
        expected = canonical if name == "index.html" else links[page.get("lang")]
        assert canonical == expected
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'self'")
        assert page.xpath("//meta[@http-equiv='refresh']") == []


def test_map_of_the_site_has_every_lasting_page(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site)
    published(with_cards(POZNAN, *POZNAN.catalogue.cards[1:]), site, LATER)
    space = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = etree.fromstring((site / "sitemap.xml").read_bytes()).xpath("//m:loc/text()", namespaces=space)
    lasting = {
        page.xpath("//link[@rel='canonical']/@href")[0]
        for page in Walk(site).pages.values()
        if page.xpath("//link[@rel='canonical']")
    }
    assert sorted(found) == sorted(lasting)
    assert len(found) == 1 + 4 * (4 + 5 + 15)
    assert b"Sitemap: https://urzad.pl/sitemap.xml" in (site / "robots.txt").read_bytes()


def test_only_a_whole_host_has_robots_and_only_a_known_one_a_map(tmp_path: Path) -> None:
    published(POZNAN, tmp_path / "a", base="https://urzad.pl/katalog/")
    published(POZNAN, tmp_path / "b", base=None)
    assert "robots.txt" not in contents(tmp_path / "a")
    nowhere = contents(tmp_path / "b")
    assert not {"robots.txt", "sitemap.xml"} & set(nowhere)
    assert b"canonical" not in nowhere["pl/index.html"]
    assert b'hreflang="de" href="../de/index.html"' in nowhere["pl/index.html"]
    missing = contents(tmp_path / "a")["404.html"].decode()
    assert 'href="/katalog/de/index.html"' in missing


def test_feed_tells_what_changed_newest_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site)
    first, second, *rest = POZNAN.catalogue.cards
    new = replace(second, code="NOWA-01", related=())
    published(with_cards(POZNAN, replace(second, version=2), *rest, new), site, LATER)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    root = etree.fromstring((site / "pl/zmiany.xml").read_bytes())
    told = [
        (
            entry.xpath("string(a:link/@href)", namespaces=atom).rsplit("/", 1)[1],
            entry.xpath("string(a:category/@term)", namespaces=atom),
            entry.xpath("string(a:updated)", namespaces=atom)[:10],
        )
        for entry in root.xpath("a:entry", namespaces=atom)
    ]
    assert told[:3] == [
        (f"{first.code}.html", "withdrawn", "2026-12-01"),
        (f"{second.code}.html", "changed", "2026-12-01"),
        ("NOWA-01.html", "new", "2026-12-01"),
    ]
    assert {kind for _, kind, _ in told[3:]} == {""}
    assert root.xpath("string(a:updated)", namespaces=atom) == "2026-12-01T00:00:00+01:00"
    ids = root.xpath("//a:id/text()", namespaces=atom)
    assert len(ids) == len(set(ids))


def test_same_pack_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    media = media_in(tmp_path / "pack")
    published(small_pack(), tmp_path / "a", media=media)
    published(small_pack(), tmp_path / "b", media=media)
    once = contents(tmp_path / "a")
    assert contents(tmp_path / "b") == once
    published(small_pack(), tmp_path / "a", media=media)
    assert contents(tmp_path / "a") == once
    published(small_pack(), tmp_path / "a", date(2027, 1, 1), media=media)
    assert contents(tmp_path / "a") != once


def test_files_of_others_are_linked_as_what_they_are(tmp_path: Path) -> None:
    publish_site(
        POZNAN,
        {},
        tmp_path / "site",
        resources(),
        FIRST,
        None,
        whole=lambda: {"katalog.ttl": b"x", "katalog.jsonld": b"y"},
    )
    page = html.fromstring((tmp_path / "site/index.html").read_bytes())
    assert page.xpath("//link[@type='text/turtle']/@href") == ["katalog.ttl"]
    assert page.xpath("//link[@type='application/ld+json']/@href") == ["katalog.jsonld"]
    assert list(Walk(tmp_path / "site").broken()) == []


@pytest.mark.parametrize("name", ["../x.ttl", "pl/index.html", "INDEX.html", ".htaccess"])
def test_files_of_others_cannot_take_a_place(name: str, tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"cannot be the name|would have one address"):
        publish_site(POZNAN, {}, tmp_path / "site", resources(), FIRST, None, whole=lambda: {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_two_addresses_that_differ_in_capitals_only_are_refused(tmp_path: Path) -> None:
    one = replace(POZNAN.catalogue.cards[0], code="INDEX")
    with pytest.raises(Exception, match="would have one address"):
        published(with_cards(POZNAN, *POZNAN.catalogue.cards, one), tmp_path / "site")


def test_search_index_has_every_public_card_and_its_page(tmp_path: Path) -> None:
    published(small_pack(), tmp_path / "site")
    entries = json.loads((tmp_path / "site/en/szukaj.json").read_bytes())
    assert [entry["u"] for entry in entries] == ["karty/REG-01/index.html", "karty/REG-02/index.html"]
    assert entries[0]["n"] == "Entry in the register"
    assert "Wpis do rejestru" in entries[0]["k"]


def test_search_program_is_small_and_a_file_of_its_own(tmp_path: Path) -> None:
    published(POZNAN, tmp_path / "site")
    assert (tmp_path / "site/assets/search.js").stat().st_size < 8_000
    with_program = [name for name, page in Walk(tmp_path / "site").pages.items() if page.xpath("//script")]
    assert sorted(with_program) == [f"{language}/a-z.html" for language in ("de", "en", "pl", "uk")]
