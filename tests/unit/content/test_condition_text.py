"""A condition that is written out and read again is the same condition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.condition_text import condition_text
from kiosk.domain.branching import All, Any, Comparison, Condition, Not, parse_condition

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def conditions() -> st.SearchStrategy[Condition]:
    """Every condition that can be written: two parts or more, not nested too deeply."""
    single: st.SearchStrategy[Condition] = st.builds(Comparison, NAMES, NAMES, st.booleans())
    return st.recursive(single, _larger, max_leaves=8)


def _larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, parts), st.builds(All, several), st.builds(Any, several))


QUESTIONS = ("a", "b", "c")


def with_answers() -> st.SearchStrategy[tuple[Condition, dict[str, tuple[str, ...]]]]:
    """A condition about few questions with few codes, and answers that may meet it."""
    single: st.SearchStrategy[Condition] = st.builds(
        Comparison, st.sampled_from(QUESTIONS), st.sampled_from("xyz"), st.booleans()
    )
    answers = st.dictionaries(st.sampled_from(QUESTIONS), st.sets(st.sampled_from("xyz")).map(sorted).map(tuple))
    return st.tuples(st.recursive(single, _larger, max_leaves=8), answers)


@given(with_answers(), st.sets(st.sampled_from(QUESTIONS)))
def test_text_for_questions_with_several_answers_holds_for_the_same_answers(
    given_: tuple[Condition, dict[str, tuple[str, ...]]], several: set[str]
) -> None:
    condition, answers = given_
    text = condition_text(condition, several)
    assert parse_condition(text).holds(answers) is condition.holds(answers)
    assert not any(f"${{{question}}} " in text for question in several), "only selected() asks about them"


@given(conditions())
def test_written_condition_reads_back_equal(condition: Condition) -> None:
    assert parse_condition(condition_text(condition)) == condition
