"""`kiosk counts`: how many responses by question and choice, through the disclosure gate."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from kiosk.analysis.disclosure import Released, release
from kiosk.analysis.unflagged import release_unflagged
from kiosk.commands.places import existing_data, pack_folder
from kiosk.content.current import current_pack
from kiosk.domain.branching import comparisons
from kiosk.domain.counts import CHOSEN, DECLINED, FLAGGED, NOT_ASKED, NOT_CHOSEN, Column
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.store.store import Store

_PROPERTIES = ("period", "language", "channel", "version", "complete", FLAGGED.name)
HIDDEN = "•"
"""Stands for a count that is hidden because it is small."""


def run(options: argparse.Namespace) -> int:
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    questionnaire = pack.questionnaire
    by = [_column(questionnaire, name) for name in dict.fromkeys(options.by)]
    if options.without_flagged and FLAGGED in by:
        raise BadInput("cannot count by 'flagged' without the flagged ones; leave one of the two out")
    released, split = (release_unflagged, [FLAGGED]) if options.without_flagged else (release, [])
    told = _skip_logic(questionnaire)
    with Store.open(folder) as store:
        tables = [
            (question, released(counted.only([*split, *by, column]), skip_logic=told))
            for question in questionnaire.questions
            if (columns := [column for column in _columns(question) if column not in by])
            for counted in [store.counting.count([*split, *by, *columns], questionnaire.id)]
            for column in columns
        ]
    if options.json:
        print(json.dumps([_as_plain(question, table) for question, table in tables], ensure_ascii=False, indent=2))
    else:
        for question, table in tables:
            _print(question, table)
        print(f"{HIDDEN} stands for a small count, or one that would give a small one away (k = 5).")
    return 0


def _column(questionnaire: Questionnaire, name: str) -> Column:
    if name in _PROPERTIES:
        return Column(name)
    question = questionnaire.by_key.get(name)
    if question is not None and question.kind in (QuestionKind.RATING, QuestionKind.SINGLE):
        return Column(name, is_question=True)
    single = [q.key for q in questionnaire.questions if q.kind in (QuestionKind.RATING, QuestionKind.SINGLE)]
    raise BadInput(f"cannot count by '{name}'; allowed: {', '.join([*_PROPERTIES, *single])}")


def _columns(question: Question) -> Iterator[Column]:
    """One column for a question with one answer; one a choice for a question with several."""
    if question.scale is None:
        return
    if question.kind is QuestionKind.MULTIPLE:
        for choice in question.scale.choices:
            yield Column(question.key, is_question=True, code=choice.code)
    else:
        yield Column(question.key, is_question=True)


def _skip_logic(questionnaire: Questionnaire) -> dict[Column, list[frozenset[str]]]:
    """For each column, the values that lead to a later question: its table tells how many they are together."""
    found: dict[Column, list[frozenset[str]]] = {}
    for later in questionnaire.questions:
        if later.show_if is None:
            continue
        asked_for = {(comparison.question, comparison.code) for comparison in comparisons(later.show_if)}
        key = next(iter(asked_for))[0]
        question = questionnaire.by_key[key]
        for column in _columns(question):
            if question.scale is None or asked_for - {(key, column.code or code) for code in question.scale.codes}:
                continue  # the condition looks at something else besides: no sum of this column alone follows
            answers = _answers_by_value(question, column)
            leading = frozenset(value for value, codes in answers.items() if later.show_if.holds({key: codes}))
            found.setdefault(column, []).append(leading)
    return found


def _answers_by_value(question: Question, column: Column) -> dict[str, tuple[str, ...]]:
    """What was answered where a column has each of its values."""
    if column.code is not None:
        given: dict[str, tuple[str, ...]] = {CHOSEN: (column.code,), NOT_CHOSEN: ()}
    else:
        given = {code: (code,) for code in question.scale.codes} if question.scale else {}
    return {**given, DECLINED: (), NOT_ASKED: ()}


def _as_plain(question: Question, table: Released) -> dict[str, object]:
    return {
        "question": question.key,
        "columns": [str(column) for column in table.columns],
        "total": table.total,
        "cells": [{"values": list(cell), "count": count} for cell, count in sorted(table.cells.items())],
    }


def _print(question: Question, table: Released) -> None:
    total = HIDDEN if table.total is None else table.total
    print(f"{' × '.join(str(column) for column in table.columns)}: {question.text.in_language('pl')}")
    labels = (
        {choice.code: choice.label.in_language("pl") for choice in question.scale.choices} if question.scale else {}
    )
    for cell, count in sorted(table.cells.items()):
        shown = HIDDEN if count is None else count
        print(f"  {'  '.join(cell):<24} {shown!s:>8}  {labels.get(cell[-1], '')}".rstrip())
    print(f"  {'total':<24} {total!s:>8}\n")
