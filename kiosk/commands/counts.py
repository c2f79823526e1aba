"""`kiosk counts`: how many responses of a period that is over, by question and choice, through the disclosure gate."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date

from kiosk.analysis.disclosure import THRESHOLD, Released
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.skip_logic import columns_of, skip_logic
from kiosk.analysis.unflagged import released_unflagged
from kiosk.commands.places import existing_data, pack_folder
from kiosk.commands.reading import store_to_read
from kiosk.commands.reading_keys import read_keys
from kiosk.content.current import current_pack
from kiosk.domain.counts import FLAGGED, PERIOD, Column, Counts
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.reporting import Level, ReportingPeriod
from kiosk.guarded_clock import guarded_clock
from kiosk.store.store import Store

_PROPERTIES = ("language", "channel", "version", "complete", FLAGGED.name)
_MOST_COLUMNS = 2
"""More leave cells of a few, which are hidden, and take minutes to tell apart."""
HIDDEN = "•"
"""Stands for a count that is hidden because it is small."""


def run(options: argparse.Namespace) -> int:
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    questionnaire = pack.questionnaire
    versions = [one for one in pack.questionnaires if one.id == questionnaire.id]
    by = [_column(questionnaire, name) for name in dict.fromkeys(options.by)]
    if len(by) > _MOST_COLUMNS:
        raise BadInput(f"cannot count by {len(by)} columns at once; allowed: up to {_MOST_COLUMNS}")
    if options.without_flagged and FLAGGED in by:
        raise BadInput("cannot count by 'flagged' without the flagged ones; leave one of the two out")
    today = guarded_clock(folder, pack.office.time_zone).now().date()
    with store_to_read(options, folder, read_keys(options)) as store:
        period = _period(options.period, store.counting.count([PERIOD], questionnaire.id), today)
        tables = list(tables_of(store, versions, period, by, today, without_flagged=options.without_flagged))
    if options.json:
        plain = [_as_plain(period, question, table) for question, table in tables]
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        print(f"{period}, {period.first_day} to {period.last_day}\n")
        for question, table in tables:
            _print(question, table)
        print(f"{HIDDEN} stands for a small count, or one that would give a small one away (k = {THRESHOLD}).")
    return 0


def tables_of(
    store: Store,
    versions: Sequence[Questionnaire],
    period: ReportingPeriod,
    by: Sequence[Column],
    today: date,
    *,
    without_flagged: bool = False,
) -> Iterator[tuple[Question, Released]]:
    """What may be told of one period: a table for each question, or each choice where several may be chosen.

    `versions` are those of one questionnaire, the newest, whose questions are told of, last. Raises `BadInput` before
    the period is over.
    """
    questionnaire = versions[-1]
    split = [FLAGGED] if without_flagged else []
    told = skip_logic(versions)
    for question in (one for one in questionnaire.questions if one.scale is not None):
        columns = [column for column in columns_of(question) if column not in by]
        counted = store.counting.count([PERIOD, *split, *by, *columns], questionnaire.id)
        for column in columns:
            gate = PeriodTables(counted.only([PERIOD, *split, *by, column]), today, skip_logic=told)
            yield question, released_unflagged(gate, period) if without_flagged else gate.released(period)


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
    labels = (
        {choice.code: choice.label.in_language("pl") for choice in question.scale.choices} if question.scale else {}
    )
    code = table.columns[-1].code
    choice = f" – {labels[code]}" if code is not None else ""
    print(f"{' × '.join(str(column) for column in table.columns)}: {question.text.in_language('pl')}{choice}")
    for cell, count in sorted(table.cells.items()):
        shown = HIDDEN if count is None else count
        print(f"  {'  '.join(cell):<24} {shown!s:>8}  {labels.get(cell[-1], '')}".rstrip())
    print(f"  {'total':<24} {total!s:>8}\n")
