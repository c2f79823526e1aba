"""What skip logic gives away: the table of a later question tells how many gave the answers that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kiosk.domain.branching import comparisons
from kiosk.domain.counts import CHOSEN, DECLINED, NOT_ASKED, NOT_CHOSEN, Column
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire

Answer = tuple[str, ...]
_WITHOUT_CODES: Mapping[str, Answer] = {DECLINED: (), NOT_ASKED: ()}


def columns_of(question: Question) -> Iterator[Column]:
    """One column for a question with one answer; one a choice for a question with several; none for free text."""
    if question.scale is None:
        return
    if question.kind is QuestionKind.MULTIPLE:
        for choice in question.scale.choices:
            yield Column(question.key, is_question=True, code=choice.code)
    else:
        yield Column(question.key, is_question=True)


def skip_logic(versions: Sequence[Questionnaire]) -> dict[Column, list[frozenset[str]]]:
    """For each column, the values that lead to a later question, in any of the versions: its table tells how many they
    are together.
    """
    found: dict[Column, dict[frozenset[str], None]] = {}
    for version in versions:
        for column, groups in _of_one(version).items():
            found.setdefault(column, {}).update(dict.fromkeys(groups))
    return {column: list(groups) for column, groups in found.items()}


def _of_one(questionnaire: Questionnaire) -> dict[Column, list[frozenset[str]]]:
    found: dict[Column, list[frozenset[str]]] = {}
    for later in questionnaire.questions:
        if later.show_if is None:
            continue
        asked_for = {(comparison.question, comparison.code) for comparison in comparisons(later.show_if)}
        key = next(iter(asked_for))[0]
        question = questionnaire.by_key[key]
        for column in columns_of(question):
            if question.scale is None or asked_for - {(key, column.code or code) for code in question.scale.codes}:
                continue  # the condition looks at something else besides: no sum of this column alone follows
            answers = {**_codes_by_value(question, column), **_WITHOUT_CODES}
            leading = frozenset(value for value, codes in answers.items() if later.show_if.holds({key: codes}))
            # Who left before this question is not asked the later one, whatever the condition makes of no answer.
            found.setdefault(column, []).extend({leading: None, leading - {NOT_ASKED}: None})
    return found


def _codes_by_value(question: Question, column: Column) -> dict[str, Answer]:
    """What was answered where a column has each of its values."""
    if column.code is not None:
        return {CHOSEN: (column.code,), NOT_CHOSEN: ()}
    return {code: (code,) for code in question.scale.codes} if question.scale else {}
