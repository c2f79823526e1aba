"""Every page stands where the codes on the terminal lead, and nothing a pack says leads out of the folder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.card_address import card_address
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.publish.site_address import Addresses, Base, base_of, is_safe_path, link
from tests.publishing import small_pack

PACK: Pack = small_pack()


def addresses(template: str, base: str | None = None) -> Addresses:
    office = replace(PACK.office, card_address=template)
    return Addresses.of(office, base_of(office, base))


@pytest.mark.parametrize(
    ("template", "file"),
    [
        ("https://urzad.pl/{jezyk}/{kod}.html", "de/REG-01.html"),
        ("https://urzad.pl/katalog/{jezyk}/karty/{kod}.htm", "de/karty/REG-01.htm"),
        ("https://urzad.pl/{jezyk}/karty/{kod}", "de/karty/REG-01/index.html"),
        ("https://urzad.pl/karty/{kod}/{jezyk}/", "REG-01/de/index.html"),
    ],
)
def test_card_stands_where_the_terminal_says(template: str, file: str) -> None:
    here = addresses(template)
    assert here.card("REG-01", "de") == file
    assert here.is_as_told
    told = card_address(replace(PACK.catalogue.cards[0], address=""), replace(PACK.office, card_address=template), "de")
    assert here.address(file).rstrip("/") == told.rstrip("/")


@pytest.mark.parametrize("template", ["https://urzad.pl/karty/{kod}", "https://urzad.pl/karty/{kod}?jezyk={jezyk}"])
def test_address_without_a_language_has_a_door(template: str) -> None:
    here = addresses(template, "https://urzad.pl/")
    assert here.card("REG-01", "de") == "de/REG-01.html"
    assert here.doors("REG-01") == ("karty/REG-01/index.html",)
    assert here.is_as_told


def test_card_with_an_address_of_its_own_has_a_door_there_if_it_is_on_the_site() -> None:
    here = addresses("https://urzad.pl/{jezyk}/{kod}.html")
    assert here.doors("REG-01", "https://urzad.pl/regon.html?x=1") == ("regon.html",)
    for elsewhere in ("https://gmina.pl/REG-01", "https://urzad.pl/../x", "https://urzad.pl/.well-known/x", ""):
        assert here.doors("REG-01", elsewhere) == ()


@pytest.mark.parametrize(
    ("template", "base"),
    [
        ("https://urzad.pl/karta?kod={kod}", None),
        ("https://urzad.pl/{jezyk}/{kod}.html", "https://gmina.pl/"),
        ("https://urzad.pl/.well-known/{kod}", "https://urzad.pl/"),
        ("https://urzad.pl/../{kod}", "https://urzad.pl/"),
        ("https://urzad.pl/a;b/{kod}", "https://urzad.pl/"),
    ],
)
def test_template_that_plain_files_cannot_answer_is_told(template: str, base: str | None) -> None:
    here = addresses(template, base)
    assert not here.is_as_told
    assert here.card("REG-01", "pl") == "pl/REG-01.html"
    assert here.doors("REG-01") == ()


def test_base_is_the_given_one_else_that_of_the_cards_else_the_web_site() -> None:
    office = replace(PACK.office, website="https://www.urzad.pl", card_address="")
    assert base_of(office, "https://x.pl/katalog") == Base("https://x.pl/katalog/")
    assert base_of(replace(office, card_address="https://k.pl/a/{jezyk}/{kod}"), None) == Base("https://k.pl/a/")
    assert base_of(office, None) == Base("https://www.urzad.pl/")
    assert base_of(replace(office, website=""), None) is None


@pytest.mark.parametrize(
    "text",
    ["", "urzad.pl", "ftp://urzad.pl/", "https://", "https://u@urzad.pl/", "https://urzad.pl/?a", "https://urzad.pl/#a",
     "https://urzad.pl/../", "https://urzad.pl/a b/", 'https://urzad.pl/"onload=', "https://[", "javascript:alert(1)",
     "https://urzad.pl:65536/", "https://urzad..pl/", "https://-urzad.pl/", "https://urzad.pl/katalog/index.html"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="cannot be the address of the site"):
        Base.of(text)


def test_polish_letters_in_a_host_are_told_as_the_web_writes_them() -> None:
    with pytest.raises(BadInput, match=r"; allowed: such as https://xn--urzd-dta\.pl/katalog/$"):
        Base.of("https://urząd.pl/katalog")
    assert Base.of("https://xn--urzd-dta.pl/").url == "https://xn--urzd-dta.pl/"


@pytest.mark.parametrize("website", ["https://urzad.pl/?id=3", "https://urzad.pl/#start", "https://urząd.pl"])
def test_web_site_that_cannot_be_the_address_of_this_one_is_none(website: str) -> None:
    """A pack may have it: there is no fault in it."""
    assert base_of(replace(PACK.office, website=website, card_address=""), None) is None


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../b", "a//b", ".htaccess", "a/.b", "a\\b", "a\nb", "ą"]
)
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    assert not is_safe_path(path)


def test_links_are_relative_and_a_folders_page_has_the_folders_address() -> None:
    assert link("pl/REG-01.html", "index.html") == "../index.html"
    assert link("index.html", "pl/index.html") == "pl/index.html"
    assert link("pl/karty/A/index.html", "de/karty/A/index.html") == "../../../de/karty/A/index.html"
    base = Base.of("https://urzad.pl/katalog")
    assert base.address("pl/index.html") == "https://urzad.pl/katalog/pl/"
    assert base.address("pl/REG-01.html") == "https://urzad.pl/katalog/pl/REG-01.html"
    assert not base.is_host
    assert Base.of("https://urzad.pl").is_host
