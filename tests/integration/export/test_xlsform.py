"""LibreOffice opens the XLSForm of a questionnaire and finds every question, choice, condition and language."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.domain.branching import Comparison, Not, parse_condition
from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText
from kiosk.export.xlsform import write_xlsform
from tests.integration.export.survey import RATING, ROLE, WHY, question, words

OTHER_ROLE = Scale("kto", (Choice("nikt", LocalisedText({"pl": "nikt", "lt": "niekas"})),))
"""Has the name of another scale, and a language that the program does not speak."""
CONDITION = "(${ocena} = '1' or ${ocena} = '2') and ${kto} != 'firma'"
FORM = Questionnaire(
    "proba",
    7,
    LocalisedText({"pl": "Próba „ankiety” ąęź", "en": "Trial"}),
    words("=WSTĘP(1)"),
    words("Dziękujemy"),
    (
        question("ocena", QuestionKind.RATING, RATING),
        question("kto", QuestionKind.SINGLE, ROLE),
        question("powod", QuestionKind.MULTIPLE, WHY, CONDITION),
        question("drugi", QuestionKind.SINGLE, OTHER_ROLE, "selected(${powod}, 'czas') and ${powod} != 'inny'"),
        question("znow", QuestionKind.RATING, RATING),
        Question("uwagi", "uwagi", QuestionKind.TEXT, words("Uwagi?"), None),
    ),
)
LANGUAGES = {
    "pl": "label::Polski (pl)",
    "en": "label::English (en)",
    "uk": "label::Українська (uk)",
    "de": "label::Deutsch (de)",
    "lt": "label::lt (lt)",
}
Sheets = Mapping[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    folder = tmp_path_factory.mktemp("xlsform")
    write_xlsform(folder / "form.xlsx", FORM)
    office = shutil.which("soffice") or "soffice"
    ran = subprocess.run(
        [
            office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir", folder / "out", folder / "form.xlsx",
        ],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = {}
    for file in (folder / "out").iterdir():
        with file.open(encoding="utf-8-sig", newline="") as opened:
            found[file.stem.removeprefix("form-")] = list(csv.DictReader(opened))
    return found


def labels(row: Mapping[str, str]) -> dict[str, str]:
    return {language: row[column] for language, column in LANGUAGES.items()}


def told(text: LocalisedText) -> dict[str, str]:
    return {language: text.in_language(language) for language in LANGUAGES}


def test_there_are_the_three_sheets_of_a_form(sheets: Sheets) -> None:
    assert set(sheets) == {"survey", "choices", "settings"}
    assert sheets["settings"] == [
        {"form_title": "Próba „ankiety” ąęź", "form_id": "proba", "version": "7", "default_language": "Polski (pl)"}
    ]


def test_every_question_is_there_with_its_type_and_text_in_every_language(sheets: Sheets) -> None:
    first, *rows, last = sheets["survey"]
    assert [(row["type"], row["name"]) for row in rows] == [
        ("select_one skala", "ocena"),
        ("select_one kto", "kto"),
        ("select_multiple powod", "powod"),
        ("select_one kto_drugi", "drugi"),
        ("select_one skala", "znow"),
        ("text", "uwagi"),
    ]
    assert [labels(row) for row in rows] == [told(one.text) for one in FORM.questions]
    assert (first["type"], labels(first)) == ("note", told(FORM.intro))
    assert (last["type"], labels(last)) == ("note", told(FORM.thanks))
    assert [row["appearance"] for row in rows] == ["likert", "", "", "", "likert", ""]
    assert {row["required"] for row in rows} == {"false"}


def test_every_choice_is_there_once_for_each_scale(sheets: Sheets) -> None:
    wanted = [
        (name, choice.code, told(choice.label))
        for name, scale in (("skala", RATING), ("kto", ROLE), ("powod", WHY), ("kto_drugi", OTHER_ROLE))
        for choice in scale.choices
    ]
    assert [(row["list_name"], row["name"], labels(row)) for row in sheets["choices"]] == wanted


def test_conditions_read_back(sheets: Sheets) -> None:
    relevant = {row["name"]: row["relevant"] for row in sheets["survey"] if row["relevant"]}
    assert set(relevant) == {"powod", "drugi"}
    assert parse_condition(relevant["powod"]) == FORM.by_key["powod"].show_if
    assert relevant["drugi"] == "selected(${powod}, 'czas') and not(selected(${powod}, 'inny'))"
    read = parse_condition(relevant["drugi"])
    asked = FORM.by_key["drugi"].show_if
    assert asked is not None
    for answers in ({"powod": ("czas",)}, {"powod": ("czas", "inny")}, {"powod": ()}, {}):
        assert read.holds(answers) is asked.holds(answers)
    assert Not(Comparison("powod", "inny")).holds({})


def test_same_questionnaire_gives_the_same_file(tmp_path: Path) -> None:
    write_xlsform(tmp_path / "one.xlsx", FORM)
    write_xlsform(tmp_path / "two.xlsx", FORM)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    dates = set(re.findall(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}", _properties(tmp_path / "one.xlsx")))
    assert dates == {b"2000-01-01"}, "a time would tell when"


def _properties(path: Path) -> bytes:
    with zipfile.ZipFile(path) as file:
        return file.read("docProps/core.xml")


def test_folder_that_is_gone_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="no such folder"):
        write_xlsform(tmp_path / "gone" / "form.xlsx", FORM)
    assert list(tmp_path.iterdir()) == []
