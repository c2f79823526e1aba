"""What a question's cell holds is what a slow and simple reading of each response would put there."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import StoreFault
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.record import Record
from kiosk.export.coding import Cell, Coder
from kiosk.export.missing import Missing
from kiosk.export.variables import Codebook, Variable
from tests.builders import SURVEY

CODEBOOK = Codebook.of([SURVEY])
Answers = Mapping[str, tuple[str, ...]]


def record(answers: str, version: int = 1) -> Record:
    return Record("id", "", "pilot", version, "pl", "2026-W40", "terminal", True, answers, "")


def codes(one: Question) -> st.SearchStrategy[tuple[str, ...]]:
    assert one.scale is not None
    known = sorted(one.scale.codes)
    most = len(known) if one.kind is QuestionKind.MULTIPLE else 1
    return st.lists(st.sampled_from(known), max_size=most, unique=True).map(tuple)


ANSWERS = st.fixed_dictionaries({}, optional={one.key: codes(one) for one in SURVEY.questions})


def slowly(answers: Answers, variable: Variable) -> Cell:
    """The same by hand, one cell at a time."""
    asked = SURVEY.by_key[variable.question]
    if variable.question not in answers:
        depends_on = {"powod": ("wynik",)}.get(variable.question, ())
        is_open = asked.show_if is None or any(key not in answers for key in depends_on) or asked.is_asked(answers)
        return Missing.NO_ANSWER if is_open else Missing.NOT_ASKED
    given = answers[variable.question]
    if not given:
        return Missing.DECLINED
    return ("1" if variable.choice in given else "0") if variable.choice else given[0]


@given(st.lists(ANSWERS, min_size=1, max_size=20), st.sampled_from([None, (", ", ": ")]))
def test_every_cell_is_what_a_simple_reading_gives(many: list[Answers], separators: tuple[str, str] | None) -> None:
    """PostgreSQL writes JSON with spaces, SQLite without."""
    coder = Coder(CODEBOOK, lambda state, variables: dict(zip((one.name for one in variables), state, strict=True)))
    records = [record(json.dumps(one, separators=separators)) for one in many]
    for answers, states in zip(many, map(coder.states, records), strict=True):
        found = {name: cell for state in states for name, cell in state.items()}
        assert found == {one.name: slowly(answers, one) for one in CODEBOOK.variables}
    assert coder.invalid == ()


def test_a_code_that_the_questionnaire_has_not_is_marked_and_told() -> None:
    coder = Coder(CODEBOOK, lambda state, _variables: state)
    states = coder.states(record('{"ogolem":["6"],"powod":["dok","zly"],"obce":["x"]}'))
    assert states[0] == (Missing.INVALID,)
    assert states[2] == (Missing.INVALID,) * 3
    assert coder.invalid == ("ogolem", "powod")


def test_more_ways_to_answer_than_are_remembered_change_no_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.export.coding._REMEMBERED", 2)
    coder = Coder(CODEBOOK, lambda state, _variables: state)
    key, variables = next((key, some) for key, some in CODEBOOK.by_question.items() if some[0].choice is not None)
    place = list(CODEBOOK.by_question).index(key)
    chosen = [one.choice for one in variables]
    for codes in [*itertools.permutations(chosen, 2), (), *itertools.combinations(chosen, 2)]:
        expected = tuple("1" if one in codes else "0" for one in chosen) if codes else (Missing.DECLINED,) * len(chosen)
        assert coder.states(record(json.dumps({key: codes})))[place] == expected
    for code in "12345":
        assert coder.states(record(json.dumps({"ogolem": [code]})))[0] == (code,)
        assert coder.states(record("{}"))[0] == (Missing.NO_ANSWER,)


@pytest.mark.parametrize(
    "answers", ["", "null", "[]", '{"ogolem":', '{"ogolem":"5"}', '{"ogolem":[5]}', '{"ogolem":{}}']
)
def test_answers_that_cannot_be_read_are_a_fault_of_the_store(answers: str) -> None:
    coder = Coder(CODEBOOK, lambda state, _variables: state)
    with pytest.raises(StoreFault, match="cannot be read"):
        coder.states(record(answers))


def test_a_version_that_nobody_describes_is_a_fault_of_the_store() -> None:
    with pytest.raises(StoreFault, match="version 7"):
        Coder(CODEBOOK, lambda state, _variables: state).states(record("{}", 7))
