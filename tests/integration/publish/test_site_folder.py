"""A site is replaced as a whole or not at all; what others put there is never touched; old addresses live for ever."""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.card import Card, CardStatus
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.publish.site import publish_site
from kiosk.publish.site_address import Base
from kiosk.publish.site_manifest import MANIFEST, Change
from tests.publishing import FIRST, LATER, Walk, contents, media_in, published, small_pack, with_cards

PACK = small_pack()
POZNAN = read_pack(resources() / "offices" / "poznan")
ROOT = Path(__file__).parents[3]
KILLED = """
import os, resource, signal, sys
from pathlib import Path
from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.publish import site, site_folder
from tests.publishing import LATER
moment, to = sys.argv[1], Path(sys.argv[2])
pack = read_pack(resources() / "offices" / "poznan")
calls = 0
def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)
def structured(card, language):
    global calls
    calls += 1
    if moment == f"card {calls}":
        die()
    return []
def whole():
    if moment == "full disk":
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    return {}
exchange = site_folder._exchange
def dying_exchange(one, other):
    if moment == "before the swap":
        die()
    exchange(one, other)
    if moment == "after the swap":
        die()
site_folder._exchange = dying_exchange
site.publish_site(pack, {}, to, resources(), LATER, None, structured, whole)
"""


def attempt(moment: str, to: Path) -> subprocess.CompletedProcess[str]:
    """Publish the real pack on the later day in a process of its own, to which something happens at that moment."""
    line = [sys.executable, "-c", KILLED, moment, str(to)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("moment", ["card 1", "card 40", "before the swap", "after the swap"])
def test_killed_at_any_moment_one_whole_site_stands(moment: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site, base=None)
    old = contents(site)
    assert attempt(moment, site).returncode == -signal.SIGKILL
    found = contents(site)
    published(POZNAN, tmp_path / "other", base=None)
    published(POZNAN, tmp_path / "other", LATER, base=None)
    new = contents(tmp_path / "other")
    assert found == (new if moment == "after the swap" else old)
    assert new != old
    published(POZNAN, site, LATER, base=None)
    assert contents(site) == new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "site"]


def test_disk_that_takes_no_more_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site, base=None)
    old = contents(site)
    failed = attempt("full disk", site)
    assert "EnvironmentFault: cannot write the site to" in failed.stderr
    assert "what was there is as it was" in failed.stderr
    assert contents(site) == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_bug_in_the_middle_leaves_the_old_site(tmp_path: Path) -> None:
    def broken(card: Card, language: str) -> list[dict[str, object]]:
        raise ZeroDivisionError

    site = tmp_path / "site"
    published(PACK, site)
    old = contents(site)
    with pytest.raises(ZeroDivisionError):
        publish_site(PACK, {}, site, resources(), LATER, None, broken)
    assert contents(site) == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_file_system_that_cannot_exchange_is_served_in_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    published(PACK, site)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    published(PACK, site, LATER)
    assert b"2026-12-01" in (site / MANIFEST).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_killed_between_the_two_steps_the_old_site_is_brought_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(PACK, site)
    old = contents(site)
    site.rename(tmp_path / ".site.okienko-old")
    with pytest.raises(EnvironmentFault):
        publish_site(PACK, {}, site, tmp_path / "no resources", FIRST, None)
    assert contents(site) == old


def test_second_program_waits_outside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(PACK, site)
    lock = os.open(site, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(EnvironmentFault, match="another program is just publishing"):
        published(PACK, site, LATER)
    os.close(lock)
    published(PACK, site, LATER)


def test_what_a_killed_program_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".site.okienko-new"
    (left / "pl").mkdir(parents=True)
    (left / "pl" / "strange.html").write_text("x", "utf-8")
    (left / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_text("x", "utf-8")
    published(PACK, tmp_path / "site")
    assert not (tmp_path / "site" / "pl" / "strange.html").exists()
    assert (tmp_path / "elsewhere" / "precious").exists()


@pytest.mark.parametrize("foreign", ["index.php", "pl/notatki.txt", ".htaccess"])
def test_folder_with_anything_of_others_is_refused(foreign: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / foreign).parent.mkdir(parents=True)
    (site / foreign).write_text("precious", "utf-8")
    with pytest.raises(BadInput, match=r"holds what this program has not put there .*; allowed: an empty folder"):
        published(PACK, site)
    (site / foreign).unlink()
    published(PACK, site)
    (site / foreign).write_text("precious", "utf-8")
    with pytest.raises(BadInput, match=foreign.replace(".", r"\.")):
        published(PACK, site, LATER)
    assert (site / foreign).read_text("utf-8") == "precious"


def test_link_within_the_site_is_somebody_else_s(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(PACK, site)
    (site / "prywatne").symlink_to(tmp_path)
    with pytest.raises(BadInput, match="prywatne"):
        published(PACK, site, LATER)


def test_folder_behind_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "www").symlink_to(tmp_path / "disk" / "site")
    published(PACK, tmp_path / "www")
    assert (tmp_path / "www").is_symlink()
    assert (tmp_path / "disk" / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("file", "is a file; allowed: a folder for the site"),
        ("file/site", "Not a directory|there is no folder"),
        ("missing/site", "there is no folder .*missing; make it first"),
        ("loop", "loop of links|Too many levels of symbolic links|Not a directory"),
        ("n" * 300, "File name too long"),
        ("/", "cannot stand in /"),
        ("/proc/site", "cannot write the site to /proc/site"),
    ],
)
def test_place_that_cannot_be_is_told_in_a_sentence(place: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises((BadInput, EnvironmentFault), match=told) as raised:
        published(PACK, tmp_path / place)
    assert "\n" not in str(raised.value)


def test_readers_of_the_server_can_read_a_new_site(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        published(PACK, tmp_path / "site")
        assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
        (tmp_path / "site").chmod(0o750)
        published(PACK, tmp_path / "site", LATER)
        assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750
        assert (tmp_path / "site" / "index.html").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


def test_site_of_another_office_is_left_alone(tmp_path: Path) -> None:
    published(POZNAN, tmp_path / "site")
    with pytest.raises(BadInput, match="holds the site of the office 'us_poznan', not of 'urzad'"):
        published(PACK, tmp_path / "site")


def test_manifest_that_somebody_has_broken_stops_everything(tmp_path: Path) -> None:
    published(PACK, tmp_path / "site")
    (tmp_path / "site" / MANIFEST).write_text("{}", "utf-8")
    with pytest.raises(BadInput, match="was changed or is broken"):
        published(PACK, tmp_path / "site", LATER)


def test_media_changed_while_they_are_copied_are_refused(tmp_path: Path) -> None:
    media = media_in(tmp_path / "pack")
    media["media/REG-01.mp4"].write_bytes(b"another film")
    with pytest.raises(BadInput, match="was changed while it was copied"):
        published(PACK, tmp_path / "site", media=media)
    media["media/REG-01.mp4"].unlink()
    with pytest.raises(BadInput, match="cannot be read any more"):
        published(PACK, tmp_path / "site", media=media)
    assert not (tmp_path / "site").exists()


def gone_page(site: Path, name: str) -> str:
    page = html.fromstring((site / name).read_bytes())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']") == []
    return " ".join(page.text_content().split())


def test_card_that_is_gone_says_so_at_its_address_for_ever(tmp_path: Path) -> None:
    site = tmp_path / "site"
    cards = POZNAN.catalogue.cards
    published(POZNAN, site)
    by_code = {card.code: card for card in cards}
    withdrawn = replace(by_code["REG-07"], status=CardStatus.WITHDRAWN)
    rest = [card for card in cards if card.code not in ("REG-07", "TER-01")]
    done = published(with_cards(POZNAN, *rest, withdrawn), site, LATER)
    assert done.changed == {Change.WITHDRAWN: ("REG-07", "TER-01")}
    for day in (date(2027, 1, 1), date(2036, 1, 1)):
        published(with_cards(POZNAN, *rest), site, day)
        assert "Od 1 grudnia 2026 r. ta karta usługi nie obowiązuje" in gone_page(site, "pl/REG-07.html")
        told = gone_page(site, "de/TER-01.html")
        assert by_code["TER-01"].name.texts["de"] in told
        assert "seit dem 1. Dezember 2026 nicht mehr im Katalog" in told
        assert "61 27 98 301" in told
        assert list(Walk(site).broken()) == []
    assert published(POZNAN, site, date(2037, 1, 1)).changed == {Change.BACK: ("REG-07", "TER-01")}
    assert html.fromstring((site / "pl/TER-01.html").read_bytes()).xpath("//meta[@name='robots']") == []


def test_address_that_the_office_gives_up_leads_to_the_new_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(POZNAN, site, base="https://urzad.pl/")
    moved = replace(POZNAN.office, card_address="https://urzad.pl/{jezyk}/karty/{kod}", languages=("pl", "en"))
    pack = replace(POZNAN, office=moved)
    cards = [card for card in pack.catalogue.cards if card.group != "skargi"]
    for day in (LATER, date(2030, 1, 1)):
        published(with_cards(pack, *cards), site, day, base="https://urzad.pl/")
        for old, new in (
            ("en/REG-01.html", "karty/REG-01/index.html"),
            ("de/REG-01.html", "../pl/karty/REG-01/index.html"),
            ("pl/SKA-01.html", "karty/SKA-01/index.html"),
            ("pl/grupa-skargi.html", "index.html"),
            ("uk/grupa-regon.html", "../pl/grupa-regon.html"),
            ("uk/index.html", "../pl/index.html"),
            ("de/a-z.html", "../pl/index.html"),
            ("de/zmiany.html", "../pl/index.html"),
            ("de/kontakt.html", "../pl/index.html"),
        ):
            gone_page(site, old)
            page = html.fromstring((site / old).read_bytes())
            assert page.xpath("//main//a/@href") == [new], old
        assert list(Walk(site).broken()) == []


def test_door_without_a_language_is_the_polish_page(tmp_path: Path) -> None:
    pack = replace(POZNAN, office=replace(POZNAN.office, card_address="https://urzad.pl/k/{kod}?jezyk={jezyk}"))
    site = tmp_path / "site"
    publish_site(pack, {}, site, resources(), FIRST, Base.of("https://urzad.pl/"))
    page = html.fromstring((site / "k/REG-01/index.html").read_bytes())
    assert page.get("lang") == "pl"
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://urzad.pl/pl/REG-01.html"]
    assert list(Walk(site).broken()) == []
    assert b"/k/REG-01" not in (site / "sitemap.xml").read_bytes()
