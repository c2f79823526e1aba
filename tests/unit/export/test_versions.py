"""Versions side by side: what one says, another's data cannot take away; and what is missing is told for what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.record import Record
from kiosk.export.coding import Coder
from kiosk.export.inferred import inferred_questionnaire
from kiosk.export.jsonl_file import write_jsonl
from kiosk.export.missing import Missing
from kiosk.export.table import Style, Table
from kiosk.export.variables import Codebook
from tests.builders import FIVE, question, scale, text


def survey(version: int, *questions: Question) -> Questionnaire:
    return Questionnaire("q", version, text("Q"), text("w"), text("d"), questions)


def record(answers: dict[str, list[str]], version: int = 1) -> Record:
    return Record("id", "", "q", version, "pl", "2026-W40", "terminal", True, json.dumps(answers), "")


def states(codebook: Codebook, one: Record) -> dict[str, object]:
    coder = Coder(codebook, lambda state, variables: dict(zip((each.name for each in variables), state, strict=True)))
    found = coder.states(one)
    return {name: cell for state in found for name, cell in state.items()}


def test_a_question_that_was_passed_over_leads_to_no_other() -> None:
    chain = survey(
        1,
        question("o", QuestionKind.RATING, FIVE),
        question("a", QuestionKind.SINGLE, scale("s", "t", "n"), "${o} = '1'"),
        question("b", QuestionKind.SINGLE, scale("s", "x", "y"), "${a} = 't'"),
    )
    found = states(Codebook.of([chain]), record({"o": ["5"]}))
    assert (found["a"], found["b"]) == (Missing.NOT_ASKED, Missing.NOT_ASKED)
    left = states(Codebook.of([chain]), record({"o": ["1"]}))
    assert (left["a"], left["b"]) == (Missing.NO_ANSWER, Missing.NO_ANSWER)


def test_a_question_of_several_answers_keeps_them_when_it_becomes_one_of_one() -> None:
    first = survey(1, question("m", QuestionKind.MULTIPLE, scale("s", "a", "b")))
    second = survey(2, question("m", QuestionKind.SINGLE, scale("s", "a", "b")))
    codebook = Codebook.of([first, second])
    assert states(codebook, record({"m": ["b", "a"]})) == {"m__a": "1", "m__b": "1"}
    assert states(codebook, record({"m": ["b"]}, 2)) == {"m__a": "0", "m__b": "1"}


def test_data_of_a_version_that_no_pack_has_change_nothing_of_those_that_are_described() -> None:
    first = survey(
        1, question("wynik", QuestionKind.SINGLE, scale("w", "tak", "nie")),
        question("m", QuestionKind.MULTIPLE, scale("s", "a", "b")),
    )  # fmt: skip
    described = first.by_key
    second = inferred_questionnaire("q", 2, [("m", ("a",)), ("wynik", ("nie",)), ("wynik", ("moze",))], described)
    before, after = Codebook.of([first]), Codebook.of([first], [second])
    assert after.newest is first
    numbers = {value.code: value.number for value in after.by_question["wynik"][0].values}
    assert numbers == {"tak": 1, "nie": 2, "moze": 3}
    assert [one.label for one in after.variables] == [one.label for one in before.variables]
    assert states(after, record({"m": ["a"], "wynik": ["moze"]}, 2)) == {"wynik": "moze", "m__a": "1", "m__b": "0"}


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_code_that_is_an_answer_in_one_version_and_none_in_another_is_both(order: tuple[int, int]) -> None:
    with_none, without = scale("bez zdania", "1", "2", not_applicable="2"), scale("ocena", "1", "2")
    first, second = (
        survey(number, question("o", QuestionKind.RATING, some))
        for number, some in zip(order, (with_none, without), strict=True)
    )
    codebook = Codebook.of([first, second])
    assert states(codebook, record({"o": ["2"]}, first.version)) == {"o": Missing.NOT_APPLICABLE}
    assert states(codebook, record({"o": ["2"]}, second.version)) == {"o": "2"}
    [_, two] = codebook.by_question["o"][0].values
    assert (two.number, two.missing, two.label.in_language("pl")) == (2, None, "ocena 2")


@pytest.mark.parametrize(("answers", "told"), [({"m": []}, "declined"), ({}, "no_answer")])
def test_json_lines_tell_why_even_where_a_later_version_has_more_choices(
    answers: dict[str, list[str]], told: str, tmp_path: Path
) -> None:
    versions = [
        survey(number, question("m", QuestionKind.MULTIPLE, scale("s", *"abc"[: number + 1]))) for number in (1, 2)
    ]
    table = Table(Codebook.of(versions), [record(answers)], 1, {("", "2026-W40"): "2026-W40"})
    write_jsonl(tmp_path / "out.jsonl", table, Style())
    line = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert (line["answers"], line["missing"]) == ({}, {"m": told})


def test_words_of_statistics_programs_are_no_names_and_parquets_second_columns_are_told_apart() -> None:
    keys = ("in", "by", "str5", "o", "o_missing")
    names = [
        one.name
        for one in Codebook.of([survey(1, *(question(key, QuestionKind.RATING, FIVE) for key in keys))]).variables
    ]
    assert names[3] == "o"
    assert not {"in", "by", "str5", "o_missing"} & set(names)
    assert len({*names, *(f"{name}_missing" for name in names)}) == 2 * len(names)


def test_names_that_only_a_rogue_terminal_sends_are_made_harmless() -> None:
    inferred = inferred_questionnaire("q", 1, [("A.b-c", ("x",)), ("9", ("y",))], {})
    for one in Codebook.of([], [inferred]).variables:
        assert one.name.isascii()
        assert one.name.replace("_", "a").isalnum()
        assert one.name[0].isalpha()
