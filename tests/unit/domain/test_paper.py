"""Paper questionnaires: all of a file or nothing, every fault by row and column, the same file twice the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.domain.errors import BadInput
from kiosk.domain.paper import responses_from_table
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.response import Channel, Response
from tests.builders import SURVEY, WEEK


def read(*rows: str, office: str = "us_poznan") -> list[Response]:
    table: list[Sequence[str]] = [row.split(",") for row in rows]
    return responses_from_table(table, office, SURVEY, Channel.PAPER, WEEK, "pl")


def faults(*rows: str) -> tuple[str, ...]:
    with pytest.raises(BadInput) as bad:
        read(*rows)
    return bad.value.faults


def test_row_becomes_a_response() -> None:
    [one] = read("ogolem,wynik,powod,siedziba,period,language", "5,nie,dok czas,-,2011-W36,uk")
    assert one.answers == {"ogolem": ("5",), "wynik": ("nie",), "powod": ("dok", "czas"), "siedziba": ()}
    assert (str(one.period), one.language, one.channel, one.complete) == ("2011-W36", "uk", Channel.PAPER, True)


def test_empty_cell_is_not_answered_and_leaves_the_response_incomplete() -> None:
    [one] = read("ogolem,wynik,siedziba", "5,,4")
    assert "wynik" not in one.answers
    assert not one.complete


def test_same_file_twice_gives_the_same_ids_and_equal_rows_stay_apart() -> None:
    rows = ("ogolem,wynik", "5,tak", "5,tak")
    first, second = read(*rows), read(*rows)
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == 2


def test_a_day_counts_for_its_week_where_the_office_keeps_weeks() -> None:
    rows = ("ogolem,period", "5,2025-10-08", "4,2025-W41")
    assert [str(one.period) for one in read(*rows)] == ["2025-W41", "2025-W41"]
    today = Period.containing(WEEK.first_day, PeriodLength.DAY)
    table = [row.split(",") for row in rows]
    kept = responses_from_table(table, "us_poznan", SURVEY, Channel.PAPER, today, "pl")
    assert [str(one.period) for one in kept] == ["2025-10-08", "2025-W41"]


def test_the_same_file_of_another_office_is_about_other_people() -> None:
    """Both come to one centre, which knows responses by their ids."""
    for rows in (("ogolem,wynik", "5,tak"), ("id,ogolem", "A1,5")):
        assert {one.id for one in read(*rows)}.isdisjoint({one.id for one in read(*rows, office="us_lodz")})


def test_empty_rows_that_a_spreadsheet_added_change_no_response() -> None:
    clean, saved_again = read("ogolem,wynik", "5,tak", "4,nie"), read("ogolem,wynik", ",", "5,tak", "", "4,nie", ",")
    assert saved_again == clean


def test_rows_with_the_same_id_in_another_file_are_the_same_response() -> None:
    assert read("id,ogolem", "A1,5")[0].id == read("id,ogolem,wynik", "A1,5,tak")[0].id


def test_every_fault_is_named_by_row_and_column() -> None:
    found = faults("ogolem,wynik,powod,period,language,id", "9,tak,dok,2011-36,xx,A", "5", "1 2,,,,,A")
    assert [fault.split(":")[0] for fault in found] == [
        "row 2, column ogolem",
        "row 2, column powod",
        "row 2, column period",
        "row 2, column language",
        "row 3",
        "row 4, column ogolem",
        "rows 2, 4, column id",
    ]


@pytest.mark.parametrize(
    ("header", "fault"), [("wiek,ogolem", "'wiek'"), ("ogolem,ogolem", "twice"), ("id,period", "no question")]
)
def test_wrong_header_is_refused(header: str, fault: str) -> None:
    assert fault in faults(header, "1,2")[0]


def test_empty_file_is_refused() -> None:
    with pytest.raises(BadInput, match="empty"):
        responses_from_table([], "us_poznan", SURVEY, Channel.PAPER, WEEK, "pl")


def test_a_thousand_faults_are_cut_short_but_counted() -> None:
    found = faults("ogolem", *["9"] * 1000)
    assert len(found) == 201
    assert "800 more" in found[-1]


def test_a_period_that_has_not_begun_is_refused() -> None:
    assert "'2099-W01' has not begun; allowed: up to 2026-W48" in faults("ogolem,period", "5,2099-W01")[0]
