"""Programs that are not ours open our files and find every value, label, kind of missing and Polish letter."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from kiosk.export.missing import Missing
from kiosk.export.table import Style
from kiosk.export.variables import Codebook
from tests.integration.export.survey import (
    LONG,
    NAMES,
    NOT_APPLICABLE,
    NUMBERS,
    RATING,
    ROLE_2,
    VERSIONS,
    Case,
    exported,
    filled_store,
)

KINDS = {kind.word: kind for kind in Missing}
CODEBOOK = Codebook.of(VERSIONS)


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Case]]:
    folder = tmp_path_factory.mktemp("survey")
    return folder, filled_store(folder)


def run(*command: str | Path) -> str:
    ran = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def number_in_spss(name: str, cell: str) -> int:
    """The number that stands for a cell, reckoned here and not by the code under test."""
    if cell in KINDS:
        return {
            "declined": -9, "not_asked": -8, "no_answer": -7, "not_offered": -6, "not_applicable": -5, "invalid": -4,
        }[cell]  # fmt: skip
    return NUMBERS[cell] if name == "kto" else int(cell)


def label_of(name: str, cell: str, language: str) -> str:
    scale = {"kto": ROLE_2}.get(name, RATING)
    if cell == NOT_APPLICABLE:
        return next(one.label.in_language(language) for one in scale.choices if one.code == "98")
    if cell in KINDS:
        return KINDS[cell].label.in_language(language)
    if name.startswith("powod"):
        return {"0": "nie zaznaczono", "1": "zaznaczono"}[cell]
    return next(one.label.in_language(language) for one in scale.choices if one.code == cell)


def read_rows(path: Path, separator: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def test_names_stay_the_same_for_years() -> None:
    names = [one.name for one in CODEBOOK.variables]
    assert [*names[:4], names[5]] == ["ocena", "kto", "powod__czas", "powod__inny", LONG]
    assert len({name.lower() for name in names}) == len(names), "SPSS does not know a from A"
    assert [one.name for one in Codebook.of(VERSIONS[:1]).variables] == ["ocena", "kto", "powod__czas", "powod__inny"]
    values = {value.code: value.number for one in CODEBOOK.variables if one.name == "kto" for value in one.values}
    assert values == NUMBERS


@pytest.fixture(scope="module")
def told(survey: tuple[Path, dict[str, Case]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pspp")
    exported(survey[0], folder / "out.sav", Style("pl"))
    (folder / "look.sps").write_text(
        f"GET FILE='{folder}/out.sav'.\n"
        f"SAVE TRANSLATE /OUTFILE='{folder}/values.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.\n"
        f"SAVE TRANSLATE /OUTFILE='{folder}/labels.csv' /TYPE=CSV /FIELDNAMES /CELLS=LABELS.\n"
        f"SAVE TRANSLATE /OUTFILE='{folder}/valid.csv' /TYPE=CSV /FIELDNAMES /MISSING=RECODE /CELLS=VALUES.\n"
        "DISPLAY DICTIONARY.\n",
        "utf-8",
    )
    run("pspp", "-O", "format=csv", "-o", folder / "dictionary.csv", folder / "look.sps")
    files = ("values", "labels", "valid", "dictionary")
    return {name: (folder / f"{name}.csv").read_text("utf-8-sig") for name in files}


@pytest.fixture(scope="module")
def sheets(
    survey: tuple[Path, dict[str, Case]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[str]]]:
    folder = tmp_path_factory.mktemp("office")
    exported(survey[0], folder / "book.xlsx", Style("pl"))
    exported(survey[0], folder / "labels.csv", Style("pl", labels=True))
    exported(survey[0], folder / "excel.csv", Style("pl", labels=True, excel=True))
    out = folder / "out"
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    home = f"-env:UserInstallation=file://{folder}/profile"
    office = ("soffice", home, "--headless", "--convert-to", as_csv, "--outdir", out)
    run(*office, folder / "book.xlsx")
    run(*office, "--infilter=CSV:44,34,76,1", folder / "labels.csv")
    run(*office, "--infilter=CSV:59,34,76,1", folder / "excel.csv")
    return {file.stem: read_rows(file) for file in out.iterdir()}


class TestPspp:
    """SPSS's files, by GNU PSPP."""

    def test_every_value(self, told: dict[str, str], survey: tuple[Path, dict[str, Case]]) -> None:
        header, *rows = csv.reader(told["values"].splitlines())
        assert len(rows) == len(survey[1])
        for row in rows:
            case = survey[1][row[0]]
            found = dict(zip(header, row, strict=True))
            numbers = [int(cell) for cell in row[-len(NAMES) :]]
            assert numbers == [number_in_spss(*pair) for pair in zip(NAMES, case.cells, strict=True)]
            assert (found["language"], found["period"], found["channel"]) == ("uk", "2026-W40", "paper")
            assert (int(found["version"]), int(found["complete"])) == (case.version, case.complete)

    def test_every_label_with_its_letters(self, told: dict[str, str], survey: tuple[Path, dict[str, Case]]) -> None:
        for row in list(csv.reader(told["labels"].splitlines()))[1:]:
            cells = survey[1][row[0]].cells
            assert row[-len(NAMES) :] == [label_of(*pair, "pl") for pair in zip(NAMES, cells, strict=True)]

    def test_every_kind_of_missing_is_missing_and_nothing_else_is(
        self, told: dict[str, str], survey: tuple[Path, dict[str, Case]]
    ) -> None:
        for row in list(csv.reader(told["valid"].splitlines()))[1:]:
            cells = survey[1][row[0]].cells
            assert [cell.strip() != "" for cell in row[-len(NAMES) :]] == [cell not in KINDS for cell in cells]

    def test_every_variable_has_its_question_as_its_label(self, told: dict[str, str]) -> None:
        for variable in CODEBOOK.variables:
            assert variable.label.in_language("pl").replace('"', '""')[:80] in told["dictionary"]
        assert "(-9" in told["dictionary"].replace("\u2212", "-") or "-9" in told["dictionary"]


class TestPandas:
    """Stata's files, by pandas' own reader."""

    def test_every_value_label_and_kind_of_missing(self, survey: tuple[Path, dict[str, Case]], tmp_path: Path) -> None:
        exported(survey[0], tmp_path / "out.dta", Style("pl"))
        with pd.io.stata.StataReader(tmp_path / "out.dta", convert_categoricals=False, convert_missing=True) as reader:
            frame = reader.read()
            labels, texts = reader.value_labels(), reader.variable_labels()
        columns = list(frame.columns)[-len(NAMES) :]
        labels_of = {column: labels[next(key for key in labels if key.startswith(column))] for column in columns}
        assert all(len(name) <= 32 for name in columns)
        assert len(frame) == len(survey[1])
        for identity, *cells in frame[["id", *columns]].itertuples(index=False):
            wanted = [
                f".{KINDS[cell].letter}" if cell in KINDS else str(number_in_spss(name, cell))
                for name, cell in zip(NAMES, survey[1][identity].cells, strict=True)
            ]
            assert [str(cell).removesuffix(".0") for cell in cells] == wanted
        for column, variable in zip(columns, CODEBOOK.variables, strict=True):
            assert texts[column] == variable.label.in_language("pl")[:80]
            for value in variable.values:
                if value.missing is None:
                    assert labels_of[column][value.number] == value.label.in_language("pl")


class TestDuckdb:
    """Parquet, by DuckDB."""

    def test_every_value_and_kind_of_missing(self, survey: tuple[Path, dict[str, Case]], tmp_path: Path) -> None:
        exported(survey[0], tmp_path / "out.parquet")
        table = duckdb.read_parquet(str(tmp_path / "out.parquet"))
        names = [one.name for one in CODEBOOK.variables]
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
        assert len(rows) == len(survey[1])
        for row in rows:
            case = survey[1][row["id"]]
            for name, column, cell in zip(NAMES, names, case.cells, strict=True):
                wanted = None if cell in KINDS else cell if name == "kto" else int(cell)
                assert (row[column], row[f"{column}_missing"]) == (wanted, cell if cell in KINDS else None)
            assert (row["complete"], row["version"], row["period"]) == (case.complete, case.version, "2026-W40")
            assert row["flags"] == ("burst-1" if case.version == 2 else "")

    def test_averages_leave_out_what_is_missing(self, survey: tuple[Path, dict[str, Case]], tmp_path: Path) -> None:
        exported(survey[0], tmp_path / "out.parquet")
        [average] = duckdb.read_parquet(str(tmp_path / "out.parquet")).aggregate("avg(ocena)").fetchall()[0]
        given = [int(case.cells[0]) for case in survey[1].values() if case.cells[0] not in KINDS]
        assert average == pytest.approx(sum(given) / len(given))

    def test_labels_in_all_languages_are_in_the_file(
        self, survey: tuple[Path, dict[str, Case]], tmp_path: Path
    ) -> None:
        exported(survey[0], tmp_path / "out.parquet")
        query = "SELECT value FROM parquet_kv_metadata(?) WHERE key = 'okienko'"
        [[metadata]] = duckdb.execute(query, [str(tmp_path / "out.parquet")]).fetchall()
        told = json.loads(metadata.decode())
        for one, variable in zip(told["variables"], CODEBOOK.variables, strict=True):
            assert one["label"] == dict(variable.label.texts)
            assert {value["code"]: value["label"] for value in one["values"]} == {
                value.code: dict(value.label.texts) for value in variable.values
            }


class TestLibreOffice:
    """Workbooks and both kinds of CSV, by LibreOffice without a window."""

    def test_workbook_holds_every_code_and_mark(
        self, sheets: Mapping[str, Sequence[Sequence[str]]], survey: tuple[Path, dict[str, Case]]
    ) -> None:
        header, *rows = sheets["book-dane"]
        assert header[-1] == LONG
        assert len(rows) == len(survey[1])
        for row in rows:
            cells = survey[1][row[0]].cells
            assert row[-len(NAMES) :] == [cell_in_text(cell) for cell in cells]

    def test_workbook_explains_every_code(self, sheets: Mapping[str, Sequence[Sequence[str]]]) -> None:
        told = {(row[0], row[1]): (row[2], row[3]) for row in sheets["book-etykiety"][1:]}
        for variable in CODEBOOK.variables:
            for value in variable.values:
                found = told[variable.name, value.code]
                assert found == (str(value.number), value.label.in_language("pl"))
        texts = {row[0]: row[3] for row in sheets["book-opis zmiennych"][1:]}
        assert all(texts[one.name] == one.label.in_language("pl") for one in CODEBOOK.variables)

    @pytest.mark.parametrize("name", ["labels", "excel"])
    def test_csv_holds_every_label_with_its_letters(
        self, name: str, sheets: Mapping[str, Sequence[Sequence[str]]], survey: tuple[Path, dict[str, Case]]
    ) -> None:
        header, *rows = next(rows for stem, rows in sheets.items() if stem.startswith(name))
        assert header[:2] == ["id", "questionnaire"]
        assert len(rows) == len(survey[1])
        for row in rows:
            cells = survey[1][row[0]].cells
            assert row[-len(NAMES) :] == [label_of_text(*pair) for pair in zip(NAMES, cells, strict=True)]


def cell_in_text(cell: str) -> str:
    """What stands for a cell in a file of codes."""
    return KINDS[cell].mark if cell in KINDS else cell


def label_of_text(name: str, cell: str) -> str:
    """A label in a CSV file: one that a spreadsheet would take for a formula stands behind an apostrophe."""
    label = label_of(name, cell, "pl")
    return f"'{label}" if label.startswith("=") else label


def test_codes_that_no_questionnaire_has_are_told(survey: tuple[Path, dict[str, Case]], tmp_path: Path) -> None:
    outcome = exported(survey[0], tmp_path / "out.csv")
    assert outcome.invalid == ("kto",)
    assert (outcome.written, outcome.held_back) == (len(survey[1]), 0)


def test_files_are_for_their_owner_alone_and_nothing_else_is_left(
    survey: tuple[Path, dict[str, Case]], tmp_path: Path
) -> None:
    for ending in (".csv", ".xlsx", ".sav", ".dta", ".parquet", ".jsonl"):
        path = tmp_path / f"out{ending}"
        exported(survey[0], path)
        assert path.stat().st_mode & 0o777 == 0o600
    assert len(list(tmp_path.iterdir())) == 6
