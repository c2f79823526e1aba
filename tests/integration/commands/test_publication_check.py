"""`kiosk check --publish`: what the office still has to say before its catalogue leaves the house."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands.places import resources
from kiosk.content.files import read_files
from kiosk.content.publication_checks import publication_faults
from kiosk.system_clock import SystemClock

PACK = resources() / "offices" / "poznan"
_FAULT = re.compile(r"karty/([A-Z0-9-]+)\.yaml:\d+: (?:point \(([a-i])\)|the (fee|legal state))")
POZNAN = {
    "ANK-01": "c",
    "INF-01": "c",
    "INF-02": "c d f g h",
    "INF-03": "c d f law",
    "INF-04": "c d f law",
    "KLA-01": "b c d g h",
    "REG-01": "c d",
    "REG-02": "c d",
    "REG-03": "c d",
    "REG-04": "c d",
    "REG-05": "c d g",
    "REG-06": "c d f",
    "REG-07": "c d f g h",
    "SKA-01": "c d law",
    "SPR-01": "c d g h",
    "TER-01": "c d f fee g h",
}
"""What nobody but the office can answer, by card: points of article 10, the age of the law, a fee without a basis."""


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime(2026, 11, 28, 12, tzinfo=UTC))


def check(*arguments: str | Path) -> int:
    return main(["check", *map(str, arguments)])


def test_poznan_is_shown_but_not_ready_to_be_published(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(PACK) == 0
    capsys.readouterr()

    assert check("--publish", PACK) == 1
    told = capsys.readouterr()
    found: dict[str, set[str]] = {}
    for line in told.out.splitlines():
        match = _FAULT.match(line)
        assert match is not None, line
        found.setdefault(match[1], set()).add(match[2] or {"fee": "fee", "legal state": "law"}[match[3]])
    assert {code: " ".join(sorted(items)) for code, items in found.items()} == POZNAN
    assert "not ready to be published" in told.err


def test_nothing_in_poznan_goes_against_the_form_of_links_and_languages() -> None:
    texts = [fault.text for fault in publication_faults(read_files(PACK), date(2026, 11, 28))]
    assert not [text for text in texts if "link" in text or "ELI" in text or "translated" in text or "nobody" in text]


def test_faults_of_both_kinds_are_told_in_one_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    card = pack / "karty" / "REG-01.yaml"
    text = (
        card.read_text("utf-8")
        .replace("grupa: regon", "grupa: regony")
        .replace("stan_prawny: 2024", "stan_prawny: 2004")
    )
    card.write_text(text, "utf-8")
    assert check("--publish", pack) == 1
    told = capsys.readouterr().out
    assert "karty/REG-01.yaml:5: unknown group 'regony'" in told
    assert "karty/REG-01.yaml:7: the legal state 2004-12-31 is too old" in told


@pytest.mark.parametrize(("zone", "has_come"), [("Europe/Warsaw", False), ("Asia/Tokyo", True)])
def test_today_is_that_of_the_office(
    zone: str, *, has_come: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At half past five in the afternoon of the 28th in Warsaw it is the 29th in Tokyo."""
    now = datetime(2026, 11, 28, 16, 30, tzinfo=UTC)
    monkeypatch.setattr(SystemClock, "now", lambda clock: now.astimezone(clock._zone))
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    office = pack / "urzad.yaml"
    office.write_text(office.read_text("utf-8").replace("Europe/Warsaw", zone), "utf-8")
    card = pack / "karty" / "REG-01.yaml"
    text = re.sub("data_modyfikacji: .*", "data_modyfikacji: 2026-11-29", card.read_text("utf-8"))
    card.write_text(text, "utf-8")
    check("--publish", pack)
    assert ("has not come yet" not in capsys.readouterr().out) == has_come


def test_pack_with_only_cards_that_are_ready_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    for card in (pack / "karty").iterdir():
        text = card.read_text("utf-8")
        if card.stem == "INF-01":
            text += "uwierzytelnianie: {pl: Nie trzeba., en: Not needed., uk: Не потрібно., de: Nicht nötig.}\n"
        else:
            text = text.replace("status: obowiazujaca", "status: do_zatwierdzenia")
        card.write_text(text, "utf-8")
    assert check("--publish", pack) == 0
    assert capsys.readouterr().out.endswith("Ready to be published.\n")


@pytest.mark.parametrize("code", ["KONTAKT", "INDEX", "ZMIANY", "A-Z", "GRUPA-REGON"])
def test_code_that_takes_an_address_of_the_site_is_told_before_and_at_publication(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, site = tmp_path / "pack", tmp_path / "site"
    shutil.copytree(PACK, pack)
    text = (pack / "karty" / "TER-01.yaml").read_text("utf-8")
    (pack / "karty" / f"{code}.yaml").write_text(text.replace("kod: TER-01", f"kod: {code}"), "utf-8")
    told = (
        f"karty/{code}.yaml:2: the code '{code}' gives a page an address that is taken: the site has "
        f"pl/{code.lower()}.html already, so pl/{code}.html cannot be; allowed: another code\n"
    )
    assert check(pack) == 0, "a terminal has no such addresses"
    capsys.readouterr()
    assert check("--publish", pack) == 1
    assert capsys.readouterr().out.count(told) == 1
    assert main(["publish", str(pack), "--to", str(site)]) == 1
    assert capsys.readouterr().out == told
    assert not site.exists()

    with (pack / "urzad.yaml").open("a", encoding="utf-8") as office:
        office.write("\nadres_kart: https://urzad.pl/{jezyk}/karty/{kod}\n")
    check("--publish", pack)
    assert "is taken" not in capsys.readouterr().out
