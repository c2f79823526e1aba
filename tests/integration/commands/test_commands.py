"""The command line does what its help says, tells faults in a sentence, and exits as promised."""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands.line import _COMMANDS
from kiosk.commands.places import resources
from kiosk.commands.starting import refuse_wrong_settings
from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.response import Response
from kiosk.export.csv_file import write_rows
from kiosk.export.table import PROPERTIES
from kiosk.settings import Settings
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from tests.builders import response as response_of

PACK = resources() / "offices" / "poznan"
OVER = Period.parse("2026-W36")
"""A week that was over long ago: of others nothing is told."""
HEADER = "ogolem,klient,cel_z,wynik,period,language\n"
ROWS = "5,osoba,regon,tak,2011-W36,pl\n4,firma,dane,czesc,2011-W36,pl\n-,urzad,inne,nie,2011-W37,en\n"
MORE = "3,osoba,dane,tak,2011-W36,pl\n" * 3 + "2,osoba,dane,tak,2011-W37,pl\n" * 4


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "ankiety.csv"
    file.write_text(HEADER + ROWS, encoding="utf-8")
    return file


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def response(*answers: Mapping[str, tuple[str, ...]], flags: tuple[str, ...] = ()) -> Response:
    return response_of(*answers, period=OVER, flags=flags)


def import_(paper: Path, data: Path) -> int:
    return kiosk("import", paper, "--questionnaire", "pilot", "--data", data)


@pytest.mark.parametrize("command", [name for name, *_ in _COMMANDS])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        kiosk(command, "--help")
    assert left.value.code == 0
    help_text = capsys.readouterr().out
    assert f"example: kiosk {command}" in help_text
    assert "--data" in help_text


@pytest.mark.parametrize(
    "wrong", [[], ["dance"], ["run", "--size", "10x10"], ["import", "x.csv"], ["export", "a", "b"]]
)
def test_wrong_usage_exits_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        kiosk(*wrong)
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_real_pack_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("check", PACK) == 0
    assert "19 cards, questionnaire pilot version 1" in capsys.readouterr().out


def test_faulty_pack_is_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "urzad.yaml").write_text("wersja_pakietu: jeden\n", encoding="utf-8")
    assert kiosk("check", tmp_path) == 1
    told = capsys.readouterr()
    assert "urzad.yaml:1: " in told.out
    assert told.err.startswith("kiosk check: ")


def test_paper_goes_in_once_and_comes_out_as_it_was(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    paper.write_text(HEADER + ROWS + MORE, encoding="utf-8")
    assert import_(paper, data) == 0
    assert import_(paper, data) == 0
    assert capsys.readouterr().out == "10 responses added\n0 responses added, 10 were here already\n"
    out = tmp_path / "out.csv"
    assert kiosk("export", out, "--data", data) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,questionnaire,")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted((row["ogolem"], row["klient"], row["wynik"], row["period"], row["language"]) for row in rows) == [
        ("-", "urzad", "nie", "2011-W37", "en"),
        *[("2", "osoba", "tak", "2011-W37", "pl")] * 4,
        *[("3", "osoba", "tak", "2011-W36", "pl")] * 3,
        ("4", "firma", "czesc", "2011-W36", "pl"),
        ("5", "osoba", "tak", "2011-W36", "pl"),
    ]
    assert {row["channel"] for row in rows} == {"paper"}


def test_export_can_be_limited_to_periods(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data", tmp_path / "out.csv"
    paper.write_text(HEADER + ROWS + MORE, encoding="utf-8")
    import_(paper, data)
    assert kiosk("export", out, "--from", "2011-W37", "--to", "2011-W37", "--data", data) == 0
    assert "5 responses to questionnaire pilot written" in capsys.readouterr().out
    assert kiosk("export", out, "--from", "2011-09", "--to", "2011", "--data", data) == 0
    assert "10 responses to questionnaire pilot written" in capsys.readouterr().out
    assert kiosk("export", out, "--from", "last week", "--data", data) == 1
    assert "is not a period" in capsys.readouterr().err
    assert kiosk("export", out, "--from", "2011-W37", "--to", "2011-W36", "--data", data) == 1
    assert "is later than" in capsys.readouterr().err


def test_last_week_of_an_export_has_all_its_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path) as store:
        days = ("2026-09-06", "2026-09-07", "2026-09-13", "2026-09-14")
        store.responses.add([response_of(period=Period.parse(day)) for day in days for _ in range(5)])
    out = tmp_path / "out.csv"
    assert kiosk("export", out, "--from", "2026-W37", "--to", "2026-W37", "--data", tmp_path) == 0
    assert "10 responses to" in capsys.readouterr().out


def test_nothing_is_told_of_this_week_nor_of_a_few_before_their_month_is_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = SystemClock().now().date()
    this_week = Period.containing(now, PeriodLength.WEEK)
    with Store.open(tmp_path) as store:
        store.responses.add(response_of(period=this_week) for _ in range(9))
        store.responses.add(response_of(period=Period.parse("2025-W01")) for _ in range(3))
        store.responses.add(response_of(period=Period.parse("2025-W20")) for _ in range(4))
        store.responses.add(response_of(period=Period.parse("2025-W30")) for _ in range(6))
    out = tmp_path / "out.csv"
    assert kiosk("export", out, "--data", tmp_path) == 0
    assert "some responses are held back" in capsys.readouterr().out
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["period"] for row in csv.DictReader(file)) == ["2025"] * 7 + ["2025-W30"] * 6
    assert kiosk("counts", "--period", str(this_week), "--data", tmp_path) == 1
    assert "is not over" in capsys.readouterr().err


def test_one_wrong_cell_keeps_the_whole_file_out(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write_text(HEADER + ROWS + "7,osoba,regon,tak,2011-W36,pl\n", encoding="utf-8")
    data = tmp_path / "data"
    assert import_(paper, data) == 1
    assert "row 5, column ogolem: '7' is not a choice" in capsys.readouterr().err
    assert kiosk("status", "--data", data) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"ogolem\n\xb1\xe6\n", "not UTF-8"),
        (b'ogolem,"klient\n', "not a CSV file"),
        (b"\x00\x01\x02", "is not a column"),
    ],
)
def test_what_is_no_table_is_refused(
    content: bytes, told: str, paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write_bytes(content)
    assert import_(paper, tmp_path) == 1
    assert told in capsys.readouterr().err


def test_semicolons_of_a_polish_spreadsheet_are_read(paper: Path, tmp_path: Path) -> None:
    paper.write_text((HEADER + ROWS).replace(",", ";"), encoding="utf-8-sig")
    assert import_(paper, tmp_path / "data") == 0


def test_unknown_questionnaire_and_channel_name_what_is_allowed(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("import", paper, "--questionnaire", "other", "--data", tmp_path) == 1
    assert "allowed: pilot" in capsys.readouterr().err
    assert kiosk("import", paper, "--questionnaire", "pilot", "--channel", "terminal", "--data", tmp_path) == 1
    assert "allowed: paper" in capsys.readouterr().err


def test_small_counts_are_hidden_large_ones_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path) as store:
        store.responses.add([response({"ogolem": ("5",)}) for _ in range(20)])
        store.responses.add([response({"ogolem": ("1",)}) for _ in range(3)])
        store.responses.add([response({"ogolem": ("4",)}) for _ in range(9)])
    assert kiosk("counts", "--data", tmp_path, "--json") == 0
    overall = json.loads(capsys.readouterr().out)[0]
    assert overall["question"] == "ogolem"
    assert {cell["values"][0]: cell["count"] for cell in overall["cells"]} == {"5": 20, "4": None, "1": None}
    assert overall["total"] == 32
    assert kiosk("counts", "--by", "language", "--data", tmp_path) == 0
    assert "pl  5" in capsys.readouterr().out
    assert kiosk("counts", "--by", "hour", "--data", tmp_path) == 1
    assert "allowed: language, channel" in capsys.readouterr().err


def test_flagged_ones_are_exported_and_may_be_left_out_of_the_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(tmp_path) as store:
        store.responses.add([response({"ogolem": ("5",)}) for _ in range(20)])
        store.responses.add([response({"ogolem": ("1",)}) for _ in range(8)])
        store.responses.add([response({"ogolem": ("1",)}, flags=("burst-1",)) for _ in range(37)])

    def overall(*options: str) -> tuple[dict[str, int | None], int | None]:
        assert kiosk("counts", "--data", tmp_path, "--json", *options) == 0
        table = json.loads(capsys.readouterr().out)[0]
        return {" ".join(cell["values"]): cell["count"] for cell in table["cells"]}, table["total"]

    assert overall() == ({"5": 20, "1": 45}, 65)
    assert overall("--without-flagged") == ({"5": 20, "1": 8}, 28)
    assert overall("--by", "flagged") == ({"0 5": 20, "0 1": 8, "1 1": 37}, 65)
    with Store.open(tmp_path) as store:
        store.responses.add([response({"ogolem": ("5",)}, flags=("burst-1",)) for _ in range(2)])
    assert overall() == ({"5": 22, "1": 45}, 67)
    assert overall("--without-flagged") == ({"5": None, "1": None}, 28)
    assert kiosk("counts", "--data", tmp_path, "--by", "flagged", "--without-flagged") == 1
    assert "leave one of the two out" in capsys.readouterr().err
    out = tmp_path / "out.csv"
    assert kiosk("export", out, "--data", tmp_path) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[:9] == [*PROPERTIES, "ogolem"]
    assert header[7] == "flags"
    assert sorted(row[7] for row in rows) == [""] * 28 + ["burst-1"] * 39


def test_counts_of_several_answers_do_not_give_each_other_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`cel_z` is asked of all but staff: whoever sees that 8 were not asked it knows how many of the staff came."""
    came = {"osoba": 30, "firma": 20, "urzad": 12, "wewn": 8}
    with Store.open(tmp_path) as store:
        for role, number in came.items():
            purpose = {"cel_w": ("kadry",)} if role == "wewn" else {"cel_z": ("regon",)}
            store.responses.add([response({"klient": (role,), **purpose}) for _ in range(number)])
        store.responses.add([response({"klient": (), "cel_z": ("dane",)}) for _ in range(3)])
    assert kiosk("counts", "--data", tmp_path, "--json") == 0
    tables = {table["question"]: table for table in json.loads(capsys.readouterr().out)}
    roles = {cell["values"][0]: cell["count"] for cell in tables["klient"]["cells"]}
    assert roles == {"osoba": 30, "firma": 20, "urzad": None, "wewn": 8, "(declined)": None}


def test_counting_nothing_makes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("counts", "status"):
        assert kiosk(command, "--data", tmp_path / "typo") == 1
        assert "there is no data" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()


def test_schemas_that_cannot_be_written_are_told(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("schema", paper) == 1
    assert "cannot write the schemas" in capsys.readouterr().err


def test_paper_may_come_through_a_pipe(tmp_path: Path) -> None:
    program = [
        sys.executable,
        "-m",
        "kiosk",
        "import",
        "/dev/stdin",
        "--questionnaire",
        "pilot",
        "--data",
        str(tmp_path),
    ]
    ran = subprocess.run(program, input=(HEADER + ROWS).encode(), capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, b"3 responses added\n")


def test_output_that_cannot_be_written_is_told_in_a_sentence(paper: Path, tmp_path: Path) -> None:
    import_(paper, tmp_path)
    program = [sys.executable, "-m", "kiosk", "counts", "--data", str(tmp_path)]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"kiosk counts: cannot write the output: No space left on device\n")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(program, capture_output=True, check=False, env=ascii_only)
    assert (ran.returncode, ran.stderr) == (0, b"")
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(program, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_status_tells_what_is_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path) as store:
        store.responses.close(response())
    assert kiosk("status", "--json", "--data", tmp_path) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["responses"], facts["in_no_batch"], facts["enrolled"], facts["pack_faults"]) == (
        "1+",
        "1+",
        False,
        0,
    )
    assert facts["sqlite"] >= "3.51.3"


@pytest.mark.parametrize("command", ["status", "run"])
@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("KEYPAD", "next=Nowhere", "there is no key 'Nowhere' for next"),
        ("PLACE", "nowhere", "the setting place: the office has no 'nowhere'"),
    ],
)
def test_settings_with_which_no_terminal_starts_are_refused(
    command: str,
    setting: str,
    value: str,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Store.open(tmp_path):
        pass
    monkeypatch.setenv(f"OKIENKO_{setting}", value)
    assert kiosk(command, "--data", tmp_path) == 1
    assert told in capsys.readouterr().err


def test_a_language_that_the_pack_has_not_is_refused() -> None:
    office = replace(read_pack(PACK).office, languages=("pl", "en"))
    refuse_wrong_settings(Settings(language="en"), office)
    with pytest.raises(BadInput, match="the setting language: the office has no 'de'; allowed: pl, en"):
        refuse_wrong_settings(Settings(language="de"), office)


def test_status_tells_in_one_line_who_speaks_or_why_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path):
        pass
    for name, value in (("XDG_RUNTIME_DIR", str(tmp_path)), ("PULSE_SERVER", f"unix:{tmp_path}/none")):
        monkeypatch.setenv(name, value)
    for setting, told in (
        ("auto", "none: there is no sound output: no device, or no sound server"),
        ("off", "none: speech is switched off"),
    ):
        monkeypatch.setenv("OKIENKO_SPEECH", setting)
        assert kiosk("status", "--json", "--data", tmp_path) == 0
        assert json.loads(capsys.readouterr().out)["speech"] == told
        assert kiosk("status", "--data", tmp_path) == 0
        assert f"speech                   {told}\n" in capsys.readouterr().out


def test_export_leaves_the_old_file_when_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path) as store:
        store.responses.close(response())
    assert kiosk("export", tmp_path / "no folder" / "out.csv", "--data", tmp_path) == 1
    assert "cannot write" in capsys.readouterr().err
    assert kiosk("export", tmp_path / "out.doc", "--data", tmp_path) == 1
    assert "allowed: a name that ends in .csv, .xlsx, .sav" in capsys.readouterr().err


def test_export_that_fails_half_way_leaves_nothing_but_the_old_file(tmp_path: Path) -> None:
    def rows() -> Iterator[list[object]]:
        yield [1]
        raise OSError(28, "No space left on device")

    out = tmp_path / "out.csv"
    out.write_text("old")
    with pytest.raises(EnvironmentFault, match="no room left"):
        write_rows(out, ["id"], rows())
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"out.csv": "old"}


def test_export_keeps_its_memory_flat(tmp_path: Path) -> None:
    answers = {f"q{number}": ("1",) for number in range(60)}
    with Store.open(tmp_path) as store:
        store.responses.add(replace(response(answers), questionnaire="other") for _ in range(40_000))
    program = [sys.executable, "-m", "kiosk", "export", str(tmp_path / "out.csv"), "--data", str(tmp_path)]
    program += ["--questionnaire", "other"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (120 * 2**20, 120 * 2**20))

    subprocess.run(program, check=True, preexec_fn=limit, env={**os.environ, "PYTHONPATH": "."})
    assert (tmp_path / "out.csv").read_bytes().count(b"\n") == 40_001
