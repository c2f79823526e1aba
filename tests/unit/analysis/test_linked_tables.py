"""What one table says of another: skip logic, the smallest hidden parts, and totals that are hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.analysis.disclosure import release
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.skip_logic import skip_logic
from kiosk.domain.counts import NOT_ASKED, PERIOD, Column, Counts
from kiosk.domain.questionnaire import QuestionKind
from kiosk.domain.reporting import ReportingPeriod
from tests.builders import SURVEY, question, scale

Q = Column("wynik", is_question=True)
LATER = date(2028, 1, 1)


def test_five_hidden_that_are_five_together_are_one_each_and_hide_another() -> None:
    released = release(Counts((Q,), {("5",): 20, **{(code,): 1 for code in "1234"}, ("98",): 1}))
    assert all(count is None for count in released.cells.values())


def test_weeks_of_one_each_do_not_make_a_month() -> None:
    weeks: dict[tuple[str, ...], int] = {(f"2026-W{week}", "a"): 1 for week in (40, 41, 42, 43, 44)}
    tables = PeriodTables(Counts((PERIOD, Q), weeks), LATER)
    assert tables.released(ReportingPeriod.parse("2026-10")).total is None


def test_where_the_total_is_hidden_no_answer_is_named() -> None:
    tables = PeriodTables(Counts((PERIOD, Q), {("2026-W40", "nie"): 1}), LATER)
    released = tables.released(ReportingPeriod.parse("2026-W40"))
    assert (released.total, dict(released.cells)) == (None, {})


def test_who_left_before_is_among_those_whom_a_later_table_does_not_count() -> None:
    """`powod` has as "(no answer)" who had it settled and who left: the one is not to be had from the other."""
    counts = Counts((PERIOD, Q), {("2026-W40", "tak"): 3, ("2026-W40", "nie"): 26, ("2026-W40", NOT_ASKED): 20})
    told = skip_logic([SURVEY])
    released = PeriodTables(counts, LATER, skip_logic=told).released(ReportingPeriod.parse("2026-W40"))
    assert released.cells["tak",] is None
    assert released.cells[NOT_ASKED,] is None
    assert released.cells["nie",] == 26


def test_skip_logic_of_every_version_counts() -> None:
    older = replace(
        SURVEY,
        questions=(
            question("wynik", QuestionKind.SINGLE, scale("wynik", "tak", "czesc", "nie")),
            question("powod", QuestionKind.MULTIPLE, scale("powod", "dok"), "${wynik} = 'nie'"),
        ),
    )
    groups = skip_logic([older, replace(SURVEY, version=2)])[Q]
    assert frozenset({"nie"}) in groups
    assert frozenset({"czesc", "nie"}) in groups
