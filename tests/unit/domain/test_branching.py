"""Skip logic means what XLSForm's `relevant` means."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.branching import Answers, comparisons, may_be, parse_condition
from kiosk.domain.errors import BadInput


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        ("${klient} = 'wewn'", {"klient": ("wewn",)}, True),
        ("${klient} = 'wewn'", {"klient": ("osoba",)}, False),
        ("${klient} = 'wewn'", {}, False),
        ("${klient} != 'wewn'", {}, True),
        ("${klient} != 'wewn'", {"klient": ()}, True),
        ("${a} = '1' or ${a} = '2'", {"a": ("2",)}, True),
        ("${a} = '1' or ${b} = '1' and ${c} = '1'", {"a": ("1",)}, True),
        ("(${a} = '1' or ${b} = '1') and ${c} = '1'", {"a": ("1",)}, False),
        ("not(${a} = '1')", {"a": ("1",)}, False),
        ("selected(${powod}, 'dok')", {"powod": ("czas", "dok")}, True),
    ],
)
def test_condition_holds_as_written(condition: str, answers: Answers, *, holds: bool) -> None:
    assert parse_condition(condition).holds(answers) is holds


def test_every_question_of_a_condition_is_found() -> None:
    condition = parse_condition("not(${a} = '1') and (${b} != '2' or selected(${c}, '3'))")
    assert [(part.question, part.code) for part in comparisons(condition)] == [("a", "1"), ("b", "2"), ("c", "3")]


@pytest.mark.parametrize(
    "broken", ["", "${a}", "${a} =", "${a} = tak", "${a} = '1' or", "(${a} = '1'", "${a} = '1')", "${a} == '1'", "a=1"]
)
def test_broken_condition_is_refused_with_a_place(broken: str) -> None:
    with pytest.raises(BadInput, match="at character"):
        parse_condition(broken)


def test_deep_nesting_is_refused_not_crashed_on() -> None:
    with pytest.raises(BadInput, match="nested"):
        parse_condition("(" * 5000 + "${a} = '1'" + ")" * 5000)


@given(st.text(alphabet="${}ab='\"(), orndt!1", max_size=60))
def test_no_text_makes_the_reader_fail_otherwise(text: str) -> None:
    with contextlib.suppress(BadInput):
        parse_condition(text).holds({})


@pytest.mark.parametrize(
    ("text", "undecided", "expected"),
    [
        ("${a} = '1'", "", (True, False)),
        ("${a} = '2'", "", (False, True)),
        ("${a} = '2'", "a", (True, True)),
        ("not(${a} = '1')", "", (False, True)),
        ("not(${a} = '1')", "a", (True, True)),
        ("${a} = '1' and ${b} = '1'", "b", (True, True)),
        ("${a} = '2' and ${b} = '1'", "b", (False, True)),
        ("${a} = '1' or ${b} = '1'", "b", (True, False)),
        ("not(${a} = '1' or ${b} = '1')", "b", (False, True)),
    ],
)
def test_what_may_still_hold(text: str, undecided: str, expected: tuple[bool, bool]) -> None:
    condition = parse_condition(text)
    answers = {"a": ("1",)}
    assert tuple(may_be(condition, answers, undecided, is_met=met) for met in (True, False)) == expected
