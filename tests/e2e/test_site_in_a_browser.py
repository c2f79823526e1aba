"""The published site as people meet it: in a browser, with axe-core over every page, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser

from kiosk.commands.places import resources
from kiosk.domain.card import CardStatus
from kiosk.domain.pack import Pack
from kiosk.domain.text import LANGUAGE_NAMES
from kiosk.publish.site import publish_site
from kiosk.publish.site_address import Base
from tests.e2e.web import Reader, chromium, served
from tests.publishing import media_in, published, small_pack

LANGUAGES = ("pl", "en", "uk", "de")
WITHDRAWN, GONE = "REG-07", "TER-01"
SAMPLE = ("uk/index.html", "de/REG-01.html", "de/a-z.html", "uk/kontakt.html", "pl/zmiany.html", f"de/{WITHDRAWN}.html")
"""A page of each kind, the longest words among them."""


@dataclass(frozen=True)
class Published:
    folder: Path
    address: str
    pack: Pack

    @property
    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


def two_cards_less(pack: Pack) -> Pack:
    """One that the office withdrew, one that is simply no longer there."""
    cards = tuple(
        replace(card, status=CardStatus.WITHDRAWN) if card.code == WITHDRAWN else card
        for card in pack.catalogue.cards
        if card.code != GONE
    )
    return replace(pack, catalogue=replace(pack.catalogue, cards=cards))


@pytest.fixture(scope="module")
def site(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    folder = tmp_path_factory.mktemp("site") / "www"
    with served(folder) as address:
        for edition, day in ((pack, date(2026, 11, 23)), (two_cards_less(pack), date(2026, 12, 1))):
            publish_site(edition, {}, folder, resources(), day, Base.of(address))
        yield Published(folder, address, pack)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


Open = Callable[..., Reader]


@pytest.fixture
def reader(site: Published, browser: Browser) -> Iterator[Open]:
    contexts = []

    def opening(width: int = 1280, **others: Any) -> Reader:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **others))
        return Reader(contexts[-1], site.address)

    yield opening
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    "language", ["de", *(pytest.param(language, marks=pytest.mark.nightly) for language in ("pl", "en", "uk"))]
)
def test_no_page_breaks_a_rule_of_axe_or_asks_another_host(language: str, site: Published, reader: Open) -> None:
    one = reader()
    pages = [path for path in site.pages if path.startswith(f"{language}/") or "/" not in path]
    broken = []
    for path in pages:
        one.open(path)
        broken += one.violations()
    assert len(pages) > 25
    assert broken == []
    assert one.foreign == []
    assert one.complaints == []


@pytest.mark.parametrize(
    "colour", ["#ffcc00", *(pytest.param(colour, marks=pytest.mark.nightly) for colour in ("#e30613", "#000000"))]
)
def test_card_with_sounds_and_a_film_breaks_no_rule_in_any_colour(
    colour: str, browser: Browser, tmp_path: Path
) -> None:
    pack = small_pack()
    coloured = replace(pack, office=replace(pack.office, colour=colour))
    with served(tmp_path / "site") as address:
        published(coloured, tmp_path / "site", base=address, media=media_in(tmp_path / "pack"))
        for scheme in ("light", "dark"):
            one = Reader(browser.new_context(color_scheme=scheme), address)
            for path in ("pl/index.html", "en/REG-01.html"):
                one.open(path).evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
                assert one.violations() == []
            one.page.context.close()


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('main').append(new Image())", "image-alt"),
        ("document.querySelector('.lead').style.color = '#ccc'", "color-contrast"),
        ("document.querySelector('.skip').remove(); document.querySelector('h1').remove()", "page-has-heading-one"),
        ("document.querySelector('.foot-links a').style.cssText = 'padding: 0; font-size: 8px'", "target-size"),
    ],
)
def test_what_is_spoilt_is_found(spoil: str, rule: str, reader: Open) -> None:
    """Without this the test above could pass because nothing is looked at."""
    one = reader()
    one.open("pl/grupa-dane.html").evaluate(spoil)
    assert any(rule in found for found in one.violations())


SPY = "document.querySelector('main').append(Object.assign(new Image(), {src: 'http://127.0.0.2:9/spy.png', alt: ''}))"


def test_request_to_another_host_is_refused_by_the_page(reader: Open) -> None:
    page = reader().open("pl/index.html")
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate(SPY)


def test_request_to_another_host_would_be_seen(reader: Open) -> None:
    one = reader(bypass_csp=True)
    page = one.open("pl/index.html")
    with page.expect_request("**/spy.png"):
        page.evaluate(SPY)
    assert one.foreign == ["http://127.0.0.2:9/spy.png"]


@pytest.mark.parametrize(
    "mode",
    [
        {"width": 320, "color_scheme": "dark"},
        {"contrast": "more", "color_scheme": "dark"},
        {"forced_colors": "active"},
    ],
    ids=lambda mode: "-".join(str(value) for value in mode.values()),
)
def test_sample_holds_in_every_mode(mode: dict[str, Any], reader: Open) -> None:
    one = reader(**mode)
    for path in SAMPLE:
        one.open(path)
        assert one.violations() == []
        assert one.overflow() == 0


def test_nothing_is_cut_off_on_a_narrow_window_with_large_text(site: Published, reader: Open) -> None:
    """WCAG 2.2, 1.4.4 and 1.4.10: twice the text on a telephone's width."""
    one = reader(width=320)
    for path in (page for page in site.pages if page.startswith(("de/", "uk/")) or "/" not in page):
        one.open(path).evaluate("document.documentElement.style.fontSize = '212.5%'")
        assert one.overflow() == 0, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_way_leads_to_a_card_that_can_be_printed(
    language: str, site: Published, reader: Open, tmp_path: Path
) -> None:
    card = site.pack.catalogue.card("REG-01")
    assert card is not None
    page = reader(java_script_enabled=False).open("")
    page.get_by_role("link", name=LANGUAGE_NAMES[language]).click()
    page.locator(".tile").first.click()
    page.locator(".entry-name").first.click()
    assert spaced(page.locator("h1").inner_text()) == card.name.in_language(language)
    assert page.evaluate("document.documentElement.lang") == language
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator(".easy p").first.is_visible()
    assert page.locator(".only-print").inner_text().endswith(f"{site.address}{language}/REG-01.html")
    assert not any(page.locator(part).first.is_visible() for part in (".menu", ".languages", ".contents", ".crumbs"))
    printed = tmp_path / "card.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    with pikepdf.open(printed) as pdf:
        assert 1 <= len(pdf.pages) <= 5
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:4])
    assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_a_search_leads_to_the_whole_list(language: str, site: Published, reader: Open) -> None:
    page = reader(java_script_enabled=False).open(f"{language}/index.html")
    page.get_by_role("searchbox").fill("regon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z.html?q=regon")
    public = [card for card in two_cards_less(site.pack).catalogue.cards if card.is_public]
    assert page.locator("#all .entry-name").count() == len(public)
    assert page.locator("noscript .notice, .notice").first.is_visible()


@pytest.mark.parametrize(
    ("language", "asked", "code"),
    [
        ("pl", "zaswiadczenie", "REG-06"),
        ("pl", "jak złożyć skargę", "SKA-01"),
        ("pl", "rgop", "REG-01"),
        ("en", "complaint", "SKA-01"),
        ("uk", "скаргу", "SKA-01"),
        ("de", "aenderung", "REG-02"),
    ],
)
def test_search_finds_with_keys_alone_and_says_how_many(language: str, asked: str, code: str, reader: Open) -> None:
    page = reader().open(f"{language}/a-z.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type(asked)
    page.keyboard.press("Enter")
    page.locator("#results:not([hidden])").wait_for()
    found = [str(link.get_attribute("href")).rsplit("/", 1)[1] for link in page.locator("#results a").all()]
    assert f"{code}.html" in found
    assert page.get_by_role("status").inner_text().endswith(f" {len(found)}")
    assert page.locator("#all").is_hidden()
    page.keyboard.press("Tab")  # the button
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{found[0]}")
    page.go_back()
    assert page.get_by_role("searchbox").input_value() == asked


def test_search_for_what_nobody_has_leaves_the_list_and_breaks_no_rule(reader: Open) -> None:
    one = reader()
    page = one.open("pl/a-z.html?q=<script>alert(1)</script>xyzzy")
    page.get_by_text("Nic nie znaleźliśmy").wait_for()
    assert page.locator("#all").is_visible()
    page.get_by_role("searchbox").fill("regon")
    page.locator("#results:not([hidden])").wait_for()
    assert one.violations() == []
    assert one.complaints == []


def test_search_without_its_index_says_so_and_leaves_the_list(reader: Open) -> None:
    one = reader()
    one.page.route("**/szukaj.json", lambda route: route.abort())
    page = one.open("pl/a-z.html?q=regon")
    page.get_by_text("chwilowo niedostępna").wait_for()
    assert page.locator("#all").is_visible()


def test_first_key_offers_to_skip_to_the_content(reader: Open) -> None:
    page = reader().open("pl/REG-01.html")
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate(
        "skip => skip === document.activeElement && skip.getBoundingClientRect().top > 0"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_every_target_is_large_enough(reader: Open) -> None:
    """WCAG 2.2, 2.5.8: 24 px, links within a sentence excepted; what stands alone is larger still."""
    one = reader(width=360)
    for path in SAMPLE:
        small = one.open(path).evaluate(
            """[...document.querySelectorAll("nav a, .tile, .entry-name, button, input, summary")]
               .filter(each => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 30)
               .map(each => each.outerHTML)"""
        )
        assert small == [], path


def test_withdrawn_card_says_so_at_its_old_address(reader: Open) -> None:
    page = reader().open(f"pl/{WITHDRAWN}.html")
    assert "1\N{NO-BREAK SPACE}grudnia\N{NO-BREAK SPACE}2026" in page.locator(".notice").first.inner_text()
    page.get_by_role("link", name="Zaświadczenie o numerze REGON").click()
    page.wait_for_url("**/pl/REG-06.html")


def test_page_that_does_not_exist_leads_home_from_any_depth(site: Published, reader: Open) -> None:
    page = reader().open("pl/nie/ma/takiej")
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).fontWeight") == "700"
    page.get_by_role("link", name="Leistungskatalog").click()
    page.wait_for_url("**/de/index.html")
    assert page.url == f"{site.address}de/index.html"


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
