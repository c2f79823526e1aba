"""What a comment is, and how it comes about key by key."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import reduce

import pytest

from kiosk.domain.comment import MOST_CHARACTERS, Comment, CommentState, last_words, written
from kiosk.domain.errors import BadInput
from kiosk.domain.interview import Interview
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import QuestionKind
from tests.builders import SURVEY, question

COMMENT = Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", Period.parse("2026-W48"), "Za mało krzeseł.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": str(uuid.uuid1())},
        {"text": "a" * (MOST_CHARACTERS + 1)},
        {"text": ""},
        {"state": CommentState.REJECTED},
    ],
)
def test_wrong_comment_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        replace(COMMENT, **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("za mało", "Za mało"),
        ("  za  mało  ", "Za mało "),
        ("brak. miejsc", "Brak. Miejsc"),
        ("f-01.a", "F-01.a"),
        ("12 osób", "12 osób"),
        ("ßa", "ßa"),
        ("PESEL", "PESEL"),
    ],
)
def test_keys_write_sentences(keys: str, text: str) -> None:
    assert reduce(written, keys, "") == text


@pytest.mark.parametrize(
    ("text", "letters", "end"),
    [
        ("Za mało krzeseł", 15, "Za mało krzeseł"),
        ("Za mało krzeseł", 14, "…mało krzeseł"),
        ("Za mało krzeseł ", 10, "…krzeseł "),
        ("Za mało krzeseł", 5, "…eseł"),
        ("Za mało krzeseł ", 4, "…eł "),
        ("", 0, ""),
        ("a", 0, "…a"),
    ],
)
def test_last_words_are_those_that_fit(text: str, letters: int, end: str) -> None:
    assert last_words(text, letters) == end


def test_no_more_is_written_than_a_comment_may_have() -> None:
    full = reduce(written, "a" * (MOST_CHARACTERS + 5), "")
    assert len(full) == MOST_CHARACTERS


def test_comments_are_asked_after_the_interview_wherever_they_stand() -> None:
    first, *others = SURVEY.questions
    text = question("uwagi", QuestionKind.TEXT, None)
    survey = replace(SURVEY, questions=(first, text, *others[:1]))
    interview = Interview(survey, left_out=frozenset({QuestionKind.TEXT})).answer(["2"])
    assert interview.question == others[0]
    assert interview.comment_questions == ()
    finished = interview.decline()
    assert finished.is_finished
    assert finished.comment_questions == (text,)
    assert finished.steps == 2


def test_comment_that_skip_logic_passes_over_is_not_asked() -> None:
    first = SURVEY.questions[0]
    text = question("uwagi", QuestionKind.TEXT, None, "${ogolem} = '1'")
    survey = replace(SURVEY, questions=(first, text))
    interview = Interview(survey, left_out=frozenset({QuestionKind.TEXT}))
    assert interview.answer(["2"]).comment_questions == ()
    assert interview.answer(["1"]).comment_questions == (text,)
