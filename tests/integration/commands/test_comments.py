"""A person reads comments once their week is over, releases or rejects each, and takes the released ones out."""

from __future__ import annotations

import csv
import json
import uuid
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.domain.comment import Comment
from kiosk.domain.period import Period, PeriodLength
from kiosk.export.comments_file import COLUMNS, write_comments
from kiosk.store.store import Store

BUSY, QUIET, OTHER_MONTH = Period.parse("2025-W36"), Period.parse("2025-W37"), Period.parse("2025-W45")
NOW = Period.containing(date.today(), PeriodLength.WEEK)  # noqa: DTZ011  # a command asks the computer, too


def comment(text: str, period: Period = BUSY, question: str = "uwagi") -> Comment:
    return Comment(str(uuid.uuid4()), "pilot", question, "pl", period, text)


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def fill(data: Path, *comments: Comment, released: bool = False) -> None:
    with Store.open(data) as store:
        for one in comments:
            store.comments.add(one)
        if released:
            store.comments.release([one.id for one in comments])


def listed(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    assert kiosk("comments", "list", "--json", "--data", data) == 0
    return {one["text"]: one["id"] for one in json.loads(capsys.readouterr().out)}


def rows_of(file: Path, separator: str = ",") -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=separator))


def test_only_comments_of_a_week_that_is_over_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path, comment("Za mało krzeseł."), comment("Napisane przed chwilą.", NOW))
    assert set(listed(tmp_path, capsys)) == {"Za mało krzeseł."}
    assert kiosk("comments", "list", "--data", tmp_path) == 0
    out = capsys.readouterr().out
    assert "Za mało krzeseł." in out
    assert "przed chwilą" not in out
    assert "W36" not in out


def test_person_releases_one_and_rejects_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path, *(comment(f"dobry {number}") for number in range(5)), comment("zły kanarek"))
    ids = listed(tmp_path, capsys)
    bad = ids.pop("zły kanarek")
    assert kiosk("comments", "release", *ids.values(), "--data", tmp_path) == 0
    assert kiosk("comments", "reject", bad, "--data", tmp_path) == 0
    assert capsys.readouterr().out == "5 comments released\n1 comment rejected, and what was written is deleted\n"
    assert listed(tmp_path, capsys) == {}
    assert b"kanarek" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert kiosk("export", "--comments", tmp_path / "uwagi.csv", "--data", tmp_path) == 0
    assert sorted(row["text"] for row in rows_of(tmp_path / "uwagi.csv")) == [f"dobry {number}" for number in range(5)]


def test_new_comments_are_in_no_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path, *(comment(f"nowy {number}") for number in range(5)))
    assert kiosk("export", "--comments", tmp_path / "uwagi.csv", "--data", tmp_path) == 0
    assert rows_of(tmp_path / "uwagi.csv") == []
    assert "there are comments that wait to be read" in capsys.readouterr().out


def test_export_says_nothing_of_comments_of_the_week_that_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path, comment("Napisane przed chwilą.", NOW))
    assert kiosk("export", "--comments", tmp_path / "uwagi.csv", "--data", tmp_path) == 0
    assert capsys.readouterr().out == f"0 comments written to {tmp_path / 'uwagi.csv'}\n"


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_file_of_comments_has_no_key_and_weeks_only_where_five_share_them(tmp_path: Path, ending: str) -> None:
    busy = [comment(f"tłok {number}") for number in range(5)]
    quiet = [comment(f"cisza {number}", QUIET) for number in range(4)]
    fill(tmp_path, *busy, *quiet, comment("sam", OTHER_MONTH), comment("teraz", NOW), released=True)
    file = tmp_path / f"uwagi{ending}"
    assert kiosk("export", "--comments", file, "--data", tmp_path) == 0
    rows = rows_of(file) if ending == ".csv" else [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert all(tuple(row) == COLUMNS for row in rows)
    told = {row["text"]: row["period"] for row in rows}
    # Four of a month and one of another have nothing in common but the year.
    assert {text: told[text] for text in told if text.startswith("tłok")} == {one.text: "2025-W36" for one in busy}
    assert {period for text, period in told.items() if not text.startswith("tłok")} == {"2025"}
    assert "teraz" not in told
    ids = sorted([*busy, *quiet], key=lambda one: one.id)
    assert [row["text"] for row in rows if row["text"] != "sam"] == [one.text for one in ids]
    assert not any(one.id in file.read_text("utf-8") for one in ids)


def test_questions_do_not_lend_one_another_company(tmp_path: Path) -> None:
    those = [comment(f"{number}", question="uwagi" if number < 4 else "pomysly") for number in range(8)]
    written = write_comments(tmp_path / "uwagi.csv", those, date(2025, 10, 15))
    assert (written.comments, written.held_back) == (0, 8)


def test_languages_do_not_lend_one_another_company(tmp_path: Path) -> None:
    """The one Ukrainian comment of a week would be that of the one Ukrainian row of answers."""
    those = [replace(comment(f"{number}"), language="uk" if number == 5 else "pl") for number in range(6)]
    written = write_comments(tmp_path / "uwagi.csv", those, date(2026, 10, 15))
    assert (written.comments, written.held_back) == (5, 1)
    assert {row["language"] for row in rows_of(tmp_path / "uwagi.csv")} == {"pl"}


def test_nothing_is_told_before_its_week_is_over(tmp_path: Path) -> None:
    those = [comment(f"{number}") for number in range(5)]
    last_day = BUSY.last_day
    assert write_comments(tmp_path / "uwagi.csv", those, last_day).comments == 0
    assert write_comments(tmp_path / "uwagi.csv", those, last_day + timedelta(days=1)).comments == 5


def test_formulas_are_harmless_in_a_spreadsheet(tmp_path: Path) -> None:
    fill(tmp_path, comment('=HYPERLINK("x")'), *(comment(f"-{number}+1") for number in range(4)), released=True)
    assert kiosk("export", "--comments", tmp_path / "uwagi.csv", "--excel", "--data", tmp_path) == 0
    texts = [row["text"] for row in rows_of(tmp_path / "uwagi.csv", ";")]
    assert len(texts) == 5
    assert all(text.startswith("'") for text in texts)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "--comments"), "allowed: a name that ends in .csv or .jsonl"),
        (("export", "--comments", "uwagi.sav"), "allowed: a name that ends in .csv or .jsonl"),
        (("export", "--comments", "uwagi.csv", "--from", "2025-W36", "--public"), "leave --public, --from out"),
        (("export", "--comments", "nie/ma/uwagi.csv"), "there is no such folder"),
        (("comments", "release"), "name the comments to release"),
        (("comments", "list", "abc"), "leave the ids out"),
        (("comments", "reject", "abc"), "there is no comment 'abc'"),
        (("comments", "reject", "abc", "--json"), "--json belongs to list"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(
    tmp_path: Path,
    arguments: tuple[str, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert kiosk(*arguments, "--data", tmp_path) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "uwagi.csv").exists()


def test_there_is_nothing_to_list_in_a_new_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path)
    assert kiosk("comments", "list", "--data", tmp_path) == 0
    assert capsys.readouterr().out == "There is no new comment of a week that is over.\n"
