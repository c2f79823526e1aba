"""What skip logic gives away: the table of a later question tells how many gave the answers that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def skip_logic(
    questionnaire: Questionnaire, without_codes: Mapping[str, Answer] = _WITHOUT_CODES
) -> dict[Column, list[frozenset[str]]]:
    """For each column, the values that lead to a later question: its table tells how many they are together.

    `without_codes` are the values of a column that are no codes of the question, and what they say as an answer.
    """
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
            answers = {**_codes_by_value(question, column), **without_codes}
            leading = frozenset(value for value, codes in answers.items() if later.show_if.holds({key: codes}))
            found.setdefault(column, []).append(leading)
    return found


def _codes_by_value(question: Question, column: Column) -> dict[str, Answer]:
    """What was answered where a column has each of its values."""
    if column.code is not None:
        return {CHOSEN: (column.code,), NOT_CHOSEN: ()}
    return {code: (code,) for code in question.scale.codes} if question.scale else {}
