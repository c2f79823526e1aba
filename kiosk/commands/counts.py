"""`kiosk counts`: how many responses of a period that is over, by question and choice, through the disclosure gate."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date

from kiosk.analysis.disclosure import THRESHOLD, Released
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.unflagged import released_unflagged
from kiosk.commands.places import existing_data, pack_folder
from kiosk.content.current import current_pack
from kiosk.domain.branching import comparisons
from kiosk.domain.counts import CHOSEN, DECLINED, FLAGGED, NOT_ASKED, NOT_CHOSEN, PERIOD, Column, Counts
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.reporting import Level, ReportingPeriod
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock

_PROPERTIES = ("language", "channel", "version", "complete", FLAGGED.name)
HIDDEN = "•"
"""Stands for a count that is hidden because it is small."""


def run(options: argparse.Namespace) -> int:
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    questionnaire = pack.questionnaire
    by = [_column(questionnaire, name) for name in dict.fromkeys(options.by)]
    if options.without_flagged and FLAGGED in by:
        raise BadInput("cannot count by 'flagged' without the flagged ones; leave one of the two out")
    today = SystemClock(pack.office.time_zone).now().date()
    split = [FLAGGED] if options.without_flagged else []
    told = _skip_logic(questionnaire)
    with Store.open(folder) as store:
        period = _period(options.period, store.counting.count([PERIOD], questionnaire.id), today)
        tables = []
        for question in questionnaire.questions:
            columns = [column for column in _columns(question) if column not in by]
            counted = store.counting.count([PERIOD, *split, *by, *columns], questionnaire.id) if columns else None
            for column in columns:
                assert counted is not None  # noqa: S101
                gate = PeriodTables(counted.only([PERIOD, *split, *by, column]), today, skip_logic=told)
                table = released_unflagged(gate, period) if options.without_flagged else gate.released(period)
                tables.append((question, table))
    if options.json:
        plain = [_as_plain(period, question, table) for question, table in tables]
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        print(f"{period}, {period.first_day} to {period.last_day}\n")
        for question, table in tables:
            _print(question, table)
        print(f"{HIDDEN} stands for a small count, or one that would give a small one away (k = {THRESHOLD}).")
    return 0


def _period(given: str | None, counted: Counts, today: date) -> ReportingPeriod:
    """The period that was asked for, else the newest month with responses that is over, else the newest week."""
    if given is not None:
        return ReportingPeriod.parse(given)
    periods = PeriodTables(counted, today).periods
    for level in (Level.MONTH, Level.WEEK, Level.DAY):
        if found := [period for period in periods if period.level is level]:
            return found[-1]
    raise BadInput("there is no week with responses that is over; results are told when their week is")


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


def _as_plain(period: ReportingPeriod, question: Question, table: Released) -> dict[str, object]:
    return {
        "period": str(period),
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
