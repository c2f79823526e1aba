"""What `kiosk import` says of sheets that could be taken for others, and of a folder that could be a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.__main__ import main as kiosk

SHEET = "ogolem,klient\n5,osoba\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "sheets.csv"


def imported(paper: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """What is said of a file with this text: on stdout, and on stderr without the name of the command."""
    paper.write_text(text, encoding="utf-8")
    arguments = ["import", str(paper), "--questionnaire", "pilot", "--data", str(paper.parent / "data")]
    assert kiosk(arguments) == 0
    told = capsys.readouterr()
    return told.out, told.err.replace("kiosk import: ", "")


def test_new_folder_is_told_once(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, first = imported(paper, SHEET, capsys)
    assert first == f"a new terminal's data begins in {paper.parent / 'data'}\n"
    _, second = imported(paper, SHEET + "4,firma\n", capsys)
    assert second == ""


def test_sheets_that_look_like_those_before_are_told_and_not_said_to_count(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = imported(paper, SHEET, capsys)
    assert out.startswith("1 response added\n1 of the file count for ")
    out, told = imported(paper, SHEET, capsys)
    assert out == "0 responses added, 1 were here already\n"
    assert told.startswith("a file with the same sheets in the same order was imported before")
    with_ids = "id,ogolem\nq7x,5\n"
    for _ in range(2):
        _, told = imported(paper, with_ids, capsys)
        assert told == "", "the id says what it is"


@pytest.mark.parametrize(("given", "is_told"), [("1", True), ("007", True), ("A-1", False), ("q7x2", False)])
def test_numbers_that_two_terminals_may_both_have_are_told(
    paper: Path, capsys: pytest.CaptureFixture[str], given: str, *, is_told: bool
) -> None:
    imported(paper, SHEET, capsys)
    out, told = imported(paper, f"id,ogolem\n{given},5\n\n", capsys)
    assert out.startswith("1 response added\n")
    assert told.startswith("an id is a sheet's in the whole office") is is_told
