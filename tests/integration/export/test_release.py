"""A release is whole or not there, its sums hold, and its counts and public tables hide what is small."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import pytest

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.job import Job, Kind, Request
from kiosk.export.release import DATA, DOCUMENTS, SUMS
from kiosk.export.table import Cancelled, Style
from kiosk.store.store import Store
from tests.builders import SURVEY, response
from tests.integration.export.survey import OWNER, TODAY


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    over = Period.parse("2026-W40")
    with Store.open(folder) as store:
        store.responses.add(response({"ogolem": ("5",), "wynik": ("tak",)}, period=over) for _ in range(30))
        store.responses.add(response({"ogolem": ("1",), "wynik": ("nie",)}, period=over) for _ in range(3))
        store.responses.add(response({"ogolem": ("4",), "wynik": ("tak",)}, period=over) for _ in range(14))
    return folder


def run(data: Path, path: Path, kind: Kind, job: type[Job] = Job, **options: object) -> None:
    with Store.open(data) as store, store.reading.opened() as source:
        job(source, (SURVEY,), OWNER, TODAY, **options).run(Request(path, style=Style("pl")), kind)  # type: ignore[arg-type]


def test_every_file_is_there_and_its_sum_is_right(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path / "release", Kind.RELEASE)
    files = {file.name: file for file in (tmp_path / "release").iterdir()}
    assert set(files) == {*DATA, *DOCUMENTS, SUMS}
    lines = [line.split() for line in files["SHA256SUMS"].read_text("ascii").splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {
        name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items() if name != "SHA256SUMS"
    }
    assert "Ankiet: 47" in files["README.txt"].read_text("utf-8")


def test_codebook_hides_small_counts_and_what_would_give_them_away(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path / "release", Kind.RELEASE)
    page = (tmp_path / "release" / "codebook.html").read_text("utf-8")
    section = page[page.index('<h2 id="ogolem">') : page.index('<h2 id="wynik">')]
    counts = dict(
        re.findall(r'<code>(\w+)</code></th><td class="n">-?\d+</td><td>.*?</td>\s*<td class="n">(.*?)</td>', section)
    )
    assert counts["5"] == "30"
    assert counts["1"] == counts["4"] == "•"


def test_a_folder_with_something_in_it_is_left_alone(data: Path, tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "mine").write_text("mine")
    with pytest.raises(BadInput, match="is there already"):
        run(data, tmp_path / "release", Kind.RELEASE)
    assert [file.name for file in (tmp_path / "release").iterdir()] == ["mine"]


def test_nothing_is_left_of_a_release_that_is_not_wanted_any_more(data: Path, tmp_path: Path) -> None:
    calls = 0

    def stop(_share: float) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Cancelled("not wanted")

    with pytest.raises(Cancelled):
        run(data, tmp_path / "release", Kind.RELEASE, progress=stop)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data"]


def test_public_tables_hide_below_ten(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path / "public.csv", Kind.PUBLIC)
    with (tmp_path / "public.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["variable"] == "ogolem"]
    found = {row["code"]: (row["responses"], row["hidden"], row["all_responses"]) for row in rows}
    assert found == {"5": ("30", "0", "47"), "1": ("", "1", "47"), "4": ("", "1", "47")}
    assert {row["period"] for row in rows} == {"2026-10"}
    with pytest.raises(BadInput, match=r"ends in \.csv"):
        run(data, tmp_path / "public.sav", Kind.PUBLIC)


def test_public_tables_of_a_span_are_those_of_whole_months_whoever_asks(data: Path, tmp_path: Path) -> None:
    """A month is told as it is or not at all: two spans would differ by a week."""
    with Store.open(data) as store:
        for week, many in (("2026-W41", 3), ("2026-W42", 12)):
            store.responses.add(response({"ogolem": ("5",)}, period=Period.parse(week)) for _ in range(many))
        told: list[set[str]] = []
        for last in ("2026-W40", "2026-W41", "2026-10"):
            span = {"first": ReportingPeriod.parse("2026-W40"), "last": ReportingPeriod.parse(last)}
            with store.reading.opened() as source:
                Job(source, (SURVEY,), OWNER, TODAY).run(Request(tmp_path / "p.csv", **span), Kind.PUBLIC)  # type: ignore[arg-type]
            with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
                told.append({row["all_responses"] for row in csv.DictReader(file)})
    assert told == [set(), set(), set()], "the week of three is all that is left of the month"
