"""What the administrator sees of the responses, through the disclosure gate, and how the terminal is.

Only weeks that are over are counted, so that nobody sees results as they come in. And a week of 1 to 4 responses counts
in no figure at all: who looks every week subtracts one month's figure from the next, and would have that week's
responses. The tables by question are those of a month that is over: two of them never overlap.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk import __version__
from kiosk.analysis.disclosure import THRESHOLD, release
from kiosk.commands.counts import _columns as columns_of
from kiosk.commands.counts import _skip_logic as skip_logic_of
from kiosk.content.compiled import FILE as PACK_FILE
from kiosk.domain.clock import Clock
from kiosk.domain.counts import CHOSEN, DECLINED, Column, Counts
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.store.engine import SQLITE_VERSION
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import (
    HIDDEN,
    Collected,
    CountRow,
    Health,
    Overview,
    QuestionCounts,
    Sending,
    SpanCount,
)

_PERIOD = Column("period")
_DECLINED = {
    "pl": "Bez odpowiedzi",
    "en": "Not answered",
    "uk": "Без відповіді",
    "de": "Keine Antwort",
}
_UNIT = 2**20
_WAITING_STEP = 5
NONE_YET = "–"
"""Stands for the figure of a month none of whose weeks is over."""

Month = tuple[int, int]
"""Year and month. A week belongs to the month of its Thursday, as to its year in ISO 8601."""


class StoreOverview:
    """An `OverviewReader`."""

    def __init__(self, store: Store, pack: Pack, clock: Clock, data: Path) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._data = data

    def read(self, language: str) -> Overview:
        return Overview(self._collected(language), self._sending(), self._health())

    def _collected(self, language: str) -> Collected:
        today = self._clock.now().date()
        running = _week_of(today)
        counts = self._store.counting.count([_PERIOD], self._pack.questionnaire.id)
        weeks: defaultdict[date, int] = defaultdict(int)
        for (period,), number in counts.cells.items():
            weeks[_week_of(Period.parse(period).first_day)] += number
        over = {week: number for week, number in weeks.items() if week < running}
        last = running - timedelta(days=7)
        whole = _last_whole_month(running)
        return Collected(
            week=SpanCount(last, running - timedelta(days=1), _shown(over.get(last, 0))),
            month=_month_count(_month_of(running), running, over),
            whole_month=_month_count(whole, running, over),
            questions=self._questions(language, _counting_weeks(whole, over)),
        )

    def _questions(self, language: str, weeks: Collection[date]) -> tuple[QuestionCounts, ...]:
        if not weeks:
            return ()
        told = skip_logic_of(self._pack.questionnaire)
        found = []
        for question in self._pack.questionnaire.questions:
            columns = list(columns_of(question))
            if not columns:
                continue
            counts = _within(self._store.counting.count([_PERIOD, *columns], self._pack.questionnaire.id), weeks)
            tables = [release(counts.only([column]), skip_logic=told).cells for column in columns]
            found.append(QuestionCounts(question.text.in_language(language), _rows(question, tables, language)))
        return tuple(found)

    def _sending(self) -> Sending:
        road = self._store.road.read()
        return Sending(
            is_enrolled=bool(road and road.terminal),
            waiting=self._store.outbox.waiting() // _WAITING_STEP * _WAITING_STEP,
            batches=self._store.outbox.unacknowledged(),
            last_upload=road.last_upload if road else None,
            last_problem=road.last_problem if road else "",
        )

    def _health(self) -> Health:
        return Health(
            disk_free_mib=shutil.disk_usage(self._data).free // _UNIT,
            database_fault=self._store.damage(),
            clock_off_seconds=None,
            program=__version__,
            sqlite=SQLITE_VERSION,
            pack_version=self._pack.version,
            content_since=self._content_since(),
        )

    def _content_since(self) -> date | None:
        try:
            kept_at = (self._data / PACK_FILE).stat().st_mtime
        except OSError:
            return None
        return datetime.fromtimestamp(kept_at, self._clock.now().tzinfo).date()


def _week_of(day: date) -> date:
    """The Monday of its week."""
    return Period.containing(day, PeriodLength.WEEK).first_day


def _month_of(week: date) -> Month:
    thursday = week + timedelta(days=3)
    return thursday.year, thursday.month


def _last_whole_month(running: date) -> Month:
    """The newest month all of whose weeks are over."""
    week = running - timedelta(days=7)
    while _month_of(week) == _month_of(running):
        week -= timedelta(days=7)
    return _month_of(week)


def _counting_weeks(month: Month, over: Mapping[date, int]) -> set[date]:
    return {week for week, number in over.items() if _month_of(week) == month and number >= THRESHOLD}


def _month_count(month: Month, running: date, over: Mapping[date, int]) -> SpanCount:
    """From the first to the last of its weeks that is over."""
    first = _week_of(date(*month, 4))  # the week with the month's first Thursday has the 4th in it, or is the next
    while _month_of(first) != month:
        first += timedelta(days=7)
    end = first
    while _month_of(end) == month and end < running:
        end += timedelta(days=7)
    if end == first:
        return SpanCount(first, first, NONE_YET)
    weeks = _counting_weeks(month, over)
    left_out = any(_month_of(week) == month and number and week not in weeks for week, number in over.items())
    number = sum(over[week] for week in weeks)
    return SpanCount(first, end - timedelta(days=1), HIDDEN if left_out and not number else str(number))


def _shown(number: int) -> str:
    return HIDDEN if 0 < number < THRESHOLD else str(number)


def _within(counts: Counts, weeks: Collection[date]) -> Counts:
    cells = {
        cell: number for cell, number in counts.cells.items() if _week_of(Period.parse(cell[0]).first_day) in weeks
    }
    return Counts(counts.columns, cells)


def _rows(
    question: Question, tables: Iterable[Mapping[tuple[str, ...], int | None]], language: str
) -> tuple[CountRow, ...]:
    choices = question.scale.choices if question.scale is not None else ()
    labels = {choice.code: choice.label.in_language(language) for choice in choices}
    found = list(tables)
    if question.kind is QuestionKind.MULTIPLE:
        given = {code: table.get((CHOSEN,), 0) for code, table in zip(labels, found, strict=True)}
    else:
        (table,) = found
        labels[DECLINED] = _DECLINED.get(language, _DECLINED["pl"])
        given = {code: table.get((code,), 0) for code in labels}
    return tuple(
        CountRow(label, HIDDEN if (number := given[code]) is None else str(number)) for code, label in labels.items()
    )
