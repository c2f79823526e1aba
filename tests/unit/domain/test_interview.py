"""One visitor's run through a questionnaire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInput
from kiosk.domain.interview import Interview
from kiosk.domain.questionnaire import QuestionKind
from kiosk.domain.response import response_faults
from tests.builders import SURVEY


def key(interview: Interview) -> str | None:
    return None if interview.question is None else interview.question.key


def test_skip_logic_passes_over_a_question() -> None:
    interview = Interview(SURVEY).answer(["5"]).answer(["tak"])
    assert key(interview) == "siedziba"
    assert (interview.step, interview.steps) == (3, 3)


def test_skip_logic_asks_a_question() -> None:
    interview = Interview(SURVEY).answer(["2"]).answer(["nie"])
    assert key(interview) == "powod"
    assert (interview.step, interview.steps) == (3, 4)


def test_going_back_and_answering_otherwise_drops_what_is_no_longer_asked() -> None:
    interview = Interview(SURVEY).answer(["2"]).answer(["nie"]).answer(["dok", "czas"])
    changed = interview.back().back().answer(["tak"])
    assert "powod" not in changed.answers
    assert key(changed) == "siedziba"


def test_going_back_alone_changes_nothing() -> None:
    interview = Interview(SURVEY).answer(["2"]).answer(["nie"])
    assert interview.back().answers == interview.answers


def test_first_question_has_no_way_back() -> None:
    assert not Interview(SURVEY).can_go_back
    assert Interview(SURVEY).back() == Interview(SURVEY)


def test_declined_is_told_apart_from_not_asked() -> None:
    interview = Interview(SURVEY).answer(["2"]).decline().answer(["3"])
    assert interview.is_finished
    assert interview.answers == {"ogolem": ("2",), "wynik": (), "siedziba": ("3",)}


@pytest.mark.parametrize("codes", [[], ["6"], ["1", "2"], ["1", "1"]])
def test_wrong_codes_are_refused(codes: list[str]) -> None:
    with pytest.raises(BadInput):
        Interview(SURVEY).answer(codes)


def test_finished_interview_takes_no_answer() -> None:
    with pytest.raises(BadInput, match="finished"):
        Interview(SURVEY, position=len(SURVEY.questions)).answer(["1"])


def test_kinds_left_out_are_never_asked() -> None:
    interview = Interview(SURVEY, left_out=frozenset({QuestionKind.MULTIPLE})).answer(["2"]).answer(["nie"])
    assert key(interview) == "siedziba"
    assert interview.steps == 3


@given(st.lists(st.sampled_from(["decline", "0", "1", "2"]), min_size=9, max_size=9))
def test_the_number_of_questions_never_grows_on_the_way_and_is_right_at_the_end(moves: list[str]) -> None:
    interview, told = Interview(SURVEY), len(SURVEY.questions)
    for move in moves:
        assert interview.steps <= told
        told = interview.steps
        if interview.question is None or interview.question.scale is None:
            break
        assert interview.step <= told
        choices = interview.question.scale.choices
        interview = interview.decline() if move == "decline" else interview.answer([choices[int(move)].code])
    assert interview.is_finished
    assert interview.steps == len(interview.answers)


@given(st.lists(st.sampled_from(["back", "decline", "0", "1", "2"]), max_size=40))
def test_no_path_leaves_an_answer_that_skip_logic_forbids(moves: list[str]) -> None:
    interview = Interview(SURVEY)
    for move in moves:
        question = interview.question
        if question is None:
            break
        if move == "back":
            interview = interview.back()
        elif move == "decline":
            interview = interview.decline()
        elif question.scale is not None:
            interview = interview.answer([question.scale.choices[int(move)].code])
        assert response_faults(SURVEY, interview.answers) == []
        assert 1 <= interview.step <= interview.steps + 1
