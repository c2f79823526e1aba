"""`kiosk print`: a PDF or one sentence, and never half a file."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands.places import resources
from tests.screens import Screen

PACK = resources() / "offices" / "poznan"


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_card_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "karta.pdf"
    paper.write_bytes(b"the one before")
    assert kiosk("print", "reg-01", "--to", paper, "--language", "uk") == 0
    assert paper.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == f"REG-01 written to {paper}\n"
    assert list(tmp_path.iterdir()) == [paper]


def test_catalogue_for_staff_is_printed_from_another_pack(tmp_path: Path) -> None:
    shutil.copytree(PACK, tmp_path / "pack")
    for file in (tmp_path / "pack" / "karty").iterdir():
        if file.stem not in ("REG-01", "WEW-01", "WEW-02", "WEW-03"):
            file.unlink()
    for file in (tmp_path / "pack" / "karty").iterdir():
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.startswith("powiazane:")), "utf-8")
    paper = tmp_path / "katalog.pdf"
    assert kiosk("print", "--all", "--internal", "--to", paper, "--pack", tmp_path / "pack") == 0
    assert paper.read_bytes().startswith(b"%PDF-")


def test_who_watches_sees_that_the_catalogue_is_being_set_and_a_pipe_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("print", "--all", "--to", tmp_path / "a.pdf") == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    assert kiosk("print", "--all", "--to", tmp_path / "a.pdf") == 0
    assert screen.getvalue().startswith("\r  setting the catalogue …\r")
    assert screen.getvalue().endswith(" \r")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["REG-1"], "unknown card 'REG-1', perhaps 'REG-01'; allowed: ANK-01, "),
        (["WEW-01"], "the card WEW-01 is not for visitors; allowed: with --internal, for staff"),
        (["REG-01", "--language", "fr"], "the office has no 'fr'; allowed for --language: pl, en, uk, de"),
    ],
)
def test_wrong_wish_is_one_sentence(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("print", *arguments, "--to", tmp_path / "a.pdf") == 1
    assert capsys.readouterr().err.startswith(f"kiosk print: {told}")
    assert list(tmp_path.iterdir()) == []


def test_unknown_card_does_not_tell_visitors_of_cards_of_employees(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("print", "WEW-1", "--to", "a.pdf") == 1
    assert "WEW-01" not in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [[], ["REG-01", "--all"], ["REG-01"]])
def test_wrong_usage_exits_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        kiosk("print", *wrong, *(["--to", "a.pdf"] if len(wrong) != 1 else []))
    assert left.value.code == 2


def test_file_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("print", "REG-01", "--to", tmp_path / "gone" / "a.pdf") == 1
    told = capsys.readouterr().err
    assert told.startswith(f"kiosk print: cannot write {tmp_path}/gone/a.pdf: there is no such folder")
    assert told.count("\n") == 1
    assert kiosk("print", "REG-01", "--to", tmp_path / "a.txt") == 1
    assert "allowed: a name that ends in .pdf" in capsys.readouterr().err


def test_full_disk_leaves_the_file_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    paper = tmp_path / "a.pdf"
    paper.write_bytes(b"the one before")
    monkeypatch.setattr(os, "fsync", full)
    assert kiosk("print", "REG-01", "--to", paper) == 1
    assert capsys.readouterr().err.startswith(f"kiosk print: cannot write {paper}: there is no room left")
    assert paper.read_bytes() == b"the one before"
    assert list(tmp_path.iterdir()) == [paper]
