"""The staff's screen is put together from the pack on the disk and from whatever puts cards on paper."""

from __future__ import annotations

import argparse
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands import staffing
from kiosk.commands.places import resources
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.terminal.staff.options import StaffOptions

Handed = dict[str, object]


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    """What the screen would be given; no window opens."""
    given: Handed = {}

    def run_staff(pack: Pack, source: object, paper: object, clock: object, options: StaffOptions) -> int:
        given.update(pack=pack, source=source, paper=paper, clock=clock, options=options)
        return 0

    monkeypatch.setattr(staffing, "run_staff", run_staff)
    return given


@pytest.fixture
def pack_folder(tmp_path: Path) -> Path:
    return shutil.copytree(resources() / "offices" / "poznan", tmp_path / "pack")


def run(pack: Path, data: Path, *, kiosk: bool = False) -> int:
    return staffing.run(argparse.Namespace(pack=pack, data=data, size=None, kiosk=kiosk))


def test_settings_of_the_terminal_hold_for_the_desk_too(handed: Handed, pack_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "okienko.toml").write_text('language = "de"\nplace = "kalisz"\n', encoding="utf-8")
    assert run(pack_folder, data) == 0
    options = handed["options"]
    assert isinstance(options, StaffOptions)
    assert (options.language, options.place, options.review_months) == ("de", "kalisz", 24)
    (data / "okienko.toml").write_text('place = "gniezno"\n', encoding="utf-8")
    with pytest.raises(BadInput, match="gniezno"):
        run(pack_folder, data)


def test_full_screen_is_refused(handed: Handed, pack_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="leave out --kiosk"):
        run(pack_folder, tmp_path / "data", kiosk=True)
    assert not handed


def test_pack_is_read_again_and_a_faulty_one_gives_the_last_good_one(
    handed: Handed, pack_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    run(pack_folder, tmp_path / "data")
    read = handed["source"]
    assert callable(read)
    card = pack_folder / "karty" / "REG-01.yaml"
    card.write_text(card.read_text("utf-8").replace("wersja: 1", "wersja: 2"), "utf-8")
    assert read().pack.catalogue.card("REG-01").version == 2
    card.write_text("kod: REG-01\n", "utf-8")
    again = read()
    assert again.is_last_good
    assert again.pack.catalogue.card("REG-01").version == 2
    assert "kiosk check" in caplog.text


def test_card_goes_on_paper_with_the_pack_as_it_is_shown_and_without_internal_notes(
    handed: Handed, pack_folder: Path, tmp_path: Path
) -> None:
    run(pack_folder, tmp_path / "data")
    pack, make = handed["pack"], handed["paper"]
    assert isinstance(pack, Pack)
    assert callable(make)
    card = replace(pack.catalogue.cards[0], internal_notes="TYLKODLANAS")
    paper = tmp_path / "card.pdf"
    paper.write_bytes(make(card, "uk"))
    told = subprocess.run(["/usr/bin/pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    assert card.code in told
    assert "TYLKODLANAS" not in told
