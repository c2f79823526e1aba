"""`kiosk publish` as an administrator runs it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands.places import resources
from tests.screens import Screen

POZNAN = resources() / "offices" / "poznan"


def publish(pack: Path, to: Path, *more: str) -> int:
    return main(["publish", str(pack), "--to", str(to), *more])


def test_it_tells_what_was_written_and_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack, site = tmp_path / "pack", tmp_path / "site"
    shutil.copytree(POZNAN, pack)
    assert publish(pack, site, "--base-url", "https://urzad.pl/katalog") == 0
    told = capsys.readouterr().out
    assert "102 pages in pl, en, uk, de" in told
    assert "published for the first time" in told
    assert publish(pack, site, "--base-url", "https://urzad.pl/katalog") == 0
    assert "no card has changed since the last time" in capsys.readouterr().out
    card = pack / "karty" / "SKA-01.yaml"
    card.write_text(card.read_text("utf-8").replace("wersja: 1", "wersja: 2"), "utf-8")
    assert publish(pack, site, "--base-url", "https://urzad.pl/katalog") == 0
    assert "changed: SKA-01\n" in capsys.readouterr().out


def test_faulty_pack_is_refused_line_by_line_and_the_site_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, site = tmp_path / "pack", tmp_path / "site"
    shutil.copytree(POZNAN, pack)
    assert publish(pack, site) == 0
    before = (site / "pl" / "SKA-01.html").read_bytes()
    (pack / "karty" / "SKA-01.yaml").write_text("kod: 7\n", "utf-8")
    capsys.readouterr()
    assert publish(pack, site) == 1
    told = capsys.readouterr()
    assert "karty/SKA-01.yaml:1: " in told.out
    assert told.err.startswith("kiosk publish: ")
    assert (site / "pl" / "SKA-01.html").read_bytes() == before


@pytest.mark.parametrize(
    ("office", "arguments", "told"),
    [
        ("", (), "taken to stand at https://poznan.stat.gov.pl/, the office's web site"),
        ("no site", (), "the site's address is not known, so it has no sitemap"),
        ("adres_kart: https://urzad.pl/k?kod={kod}", (), "which this site at https://urzad.pl/ cannot answer"),
        ("adres_kart: https://urzad.pl/{jezyk}/{kod}.html", ("--base-url", "https://x.pl"), "at https://x.pl/ cannot"),
    ],
)
def test_it_says_what_to_know_of_the_address(
    office: str, arguments: tuple[str, ...], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(POZNAN, pack)
    file = pack / "urzad.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("www: https://poznan.stat.gov.pl\n", "") if office == "no site" else f"{text}\n{office}\n", "utf-8"
    )
    assert publish(pack, tmp_path / "site", *arguments) == 0
    assert told in capsys.readouterr().out


def test_wrong_address_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(POZNAN, tmp_path / "site", "--base-url", "urzad.pl") == 1
    assert "cannot be the address of the site; allowed: such as https://" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_address_is_kept_until_it_is_changed_on_purpose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, there = tmp_path / "site", "https://urzad.pl/katalog/"

    def named() -> str:
        return (site / "sitemap.xml").read_text("utf-8")

    assert publish(POZNAN, site, "--base-url", there) == 0
    first = named()
    capsys.readouterr()
    assert publish(POZNAN, site) == 0
    assert f"the site's address is still {there}, as the last time" in capsys.readouterr().out
    assert named() == first
    assert not (site / "robots.txt").exists()

    assert publish(POZNAN, site, "--base-url", "https://urzad.pl/katalg/") == 1
    assert "--new-address as well if the site is to move" in capsys.readouterr().err
    assert named() == first

    capsys.readouterr()
    assert publish(POZNAN, site, "--base-url", "https://nowy.pl/", "--new-address") == 0
    moved = f"the site now stands at https://nowy.pl/; let the server of {there} redirect there for good (301)"
    assert moved in capsys.readouterr().out.splitlines()
    assert there not in named()
    assert publish(POZNAN, site) == 0
    assert "<loc>https://nowy.pl/pl/REG-01.html</loc>" in named()


def test_who_watches_sees_how_far_it_is_and_a_pipe_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(POZNAN, tmp_path / "site") == 0
    assert "%" not in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    assert publish(POZNAN, tmp_path / "site") == 0
    told = screen.getvalue().split("\r")
    assert told[1] == "  describing the catalogue as linked data …"
    shares = [int(each.removesuffix("%")) for each in map(str.strip, told[2:]) if each.endswith("%")]
    assert shares == sorted(set(shares))
    assert (shares[0], len(shares) > 50) == (0, True)
    assert "\n" not in "".join(told[:-1])
