"""Names and numbers of variables last: adding to a questionnaire changes none that is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire, Scale
from kiosk.export.missing import Missing
from kiosk.export.variables import RESERVED, SPSS_NAME, STATA_NAME, Codebook
from tests.builders import SURVEY, question, scale, text

CODES = st.lists(st.text("abcAB12_", min_size=1, max_size=6), min_size=2, max_size=8, unique=True)


def survey(version: int, *questions: Question) -> Questionnaire:
    return Questionnaire("q", version, text("Q"), text("w"), text("d"), questions)


def several(codes: list[str]) -> Question:
    return question("powod", QuestionKind.MULTIPLE, scale("s", *codes))


def single(codes: list[str], not_applicable: str | None = None) -> Question:
    return question("wynik", QuestionKind.SINGLE, scale("s", *codes, not_applicable=not_applicable))


@given(CODES, CODES)
def test_a_new_version_keeps_every_name_and_number(old: list[str], new: list[str]) -> None:
    first = survey(1, several(old), single(old))
    second = survey(2, several(new), single(new))
    before, after = Codebook.of([first]), Codebook.of([second, first])
    names = {(one.question, one.choice): one.name for one in after.variables}
    assert {(one.question, one.choice): one.name for one in before.variables}.items() <= names.items()
    numbers = {value.code: value.number for value in after.by_question["wynik"][0].values}
    assert len(set(numbers.values())) == len(numbers)
    assert {value.code: value.number for value in before.by_question["wynik"][0].values}.items() <= numbers.items()


@given(CODES)
def test_names_are_told_apart_by_programs_that_know_no_capitals_and_short_ones_too(codes: list[str]) -> None:
    variables = Codebook.of([survey(1, several(codes))]).variables
    for longest in (STATA_NAME, SPSS_NAME):
        names = [one.short_name(longest).lower() for one in variables]
        assert len(set(names)) == len(codes)
        assert all(len(name) <= longest and name not in RESERVED for name in names)


def test_a_question_named_like_a_property_is_told_apart() -> None:
    variables = Codebook.of([survey(1, replace(single(["a", "b"]), key="language"))]).variables
    assert variables[0].name.startswith("language_")


def test_long_names_end_in_a_mark_of_the_whole() -> None:
    key = "a" * 40
    one, other = (
        Codebook.of([survey(1, replace(single(["a", "b"]), key=f"{key}{end}"))]).variables[0].short_name(STATA_NAME)
        for end in "xy"
    )
    assert one != other
    assert len(one) == STATA_NAME


def test_what_does_not_apply_is_a_kind_of_missing_with_words_of_its_own() -> None:
    values = Codebook.of([survey(1, single(["1", "2", "98"], "98"))]).variables[0].values
    assert [(value.code, value.number, value.missing) for value in values] == [
        ("1", 1, None),
        ("2", 2, None),
        ("98", Missing.NOT_APPLICABLE.number, Missing.NOT_APPLICABLE),
    ]


def test_no_two_kinds_of_missing_are_written_alike() -> None:
    for way in ("number", "letter", "mark", "word"):
        assert len({getattr(kind, way) for kind in Missing}) == len(Missing)
    assert all(set(kind.label.texts) == {"pl", "en", "uk", "de"} for kind in Missing)


def test_without_a_questionnaire_there_is_no_codebook() -> None:
    with pytest.raises(BadInput, match="no questionnaire"):
        Codebook.of([])


def test_free_text_is_no_variable() -> None:
    words = Question("uwagi", "uwagi", QuestionKind.TEXT, text("?"), None)
    assert [one.question for one in Codebook.of([survey(1, single(["a", "b"]), words)]).variables] == ["wynik"]


def test_a_scale_that_changes_from_version_to_version_has_all_its_codes() -> None:
    wider = replace(SURVEY, version=2, questions=(question("ogolem", QuestionKind.RATING, Scale("x", ())),))
    assert len(Codebook.of([SURVEY, wider]).by_question["ogolem"][0].values) == 6
