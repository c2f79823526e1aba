"""What the commands tell and do where the machine's clock shows another age."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from kiosk import __released__
from kiosk.__main__ import main
from kiosk.domain.period import Period, PeriodLength
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from tests.builders import response


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def shows(year: int, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SystemClock, "now", lambda clock: datetime(year, 2, 3, 12, tzinfo=clock._zone))


def test_a_clock_that_cannot_be_right_is_told_and_a_person_has_the_last_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> tuple[str, str]:
        assert kiosk("status", "--json", "--data", tmp_path) == 0
        facts = json.loads(capsys.readouterr().out)
        return facts["today"], facts["clock_problem"]

    Store.open(tmp_path).close()
    shows(1970, monkeypatch)
    today, problem = told()
    assert today == __released__
    assert "shows 1970-02-03" in problem
    assert "kiosk clock --is-right" in problem
    assert kiosk("clock", "--data", tmp_path) == 0
    assert f"it is believed to be {__released__} 00:00 CET\nthis machine's clock" in capsys.readouterr().out
    assert kiosk("clock", "--is-right", "--data", tmp_path) == 1
    assert "set the clock first" in capsys.readouterr().err
    shows(2046, monkeypatch)
    assert told()[0] == __released__
    assert kiosk("clock", "--is-right", "--data", tmp_path) == 0
    assert capsys.readouterr().out == "it is believed to be 2046-02-03 12:00 CET\n"
    assert told() == ("2046-02-03", "")


@pytest.mark.parametrize("year", [1970, 2046])
def test_no_clock_makes_this_week_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    running = Period.containing(SystemClock().now().date(), PeriodLength.WEEK)
    with Store.open(tmp_path) as store:
        store.responses.add([response(period=running) for _ in range(12)])
    shows(year, monkeypatch)
    assert kiosk("counts", "--json", "--data", tmp_path) == 1
    assert "12" not in capsys.readouterr().out
    assert kiosk("export", tmp_path / "all.csv", "--data", tmp_path) == 0
    assert len((tmp_path / "all.csv").read_text().splitlines()) == 1


def test_paper_without_a_period_is_of_the_week_that_is_believed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "ankiety.csv"
    paper.write_text("ogolem,klient\n5,osoba\n")
    shows(2046, monkeypatch)
    assert kiosk("import", paper, "--questionnaire", "pilot", "--data", tmp_path) == 0
    running = Period.containing(datetime.fromisoformat(__released__).date(), PeriodLength.WEEK)
    assert f"count for {running}" in capsys.readouterr().out
