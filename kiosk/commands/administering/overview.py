"""What the administrator sees of the responses, through the disclosure gate, and how the terminal is.

Only periods that are over are told, as everywhere (`kiosk.analysis.periods`): the newest week, the month that runs as
the sum of its weeks that are told, the newest month that is over, and that month's tables by question.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk import __version__
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.roughly import at_least
from kiosk.commands.counts import tables_of
from kiosk.content.compiled import FILE as PACK_FILE
from kiosk.domain.clock import Clock
from kiosk.domain.counts import CHOSEN, DECLINED, PERIOD
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.reporting import ReportingPeriod
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

_DECLINED = {
    "pl": "Bez odpowiedzi",
    "en": "Not answered",
    "uk": "Без відповіді",
    "de": "Keine Antwort",
}
_UNIT = 2**20
NONE_YET = "–"
"""Stands for the figure of a month none of whose weeks is over."""


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
        tables = PeriodTables(self._store.counting.count([PERIOD], self._pack.questionnaire.id), today)
        last = _week_of(running.first_day - timedelta(days=7))
        month = _month_of(running)
        whole = _month_of(_week_of(month.first_day - timedelta(days=7)))
        is_encrypted = bool(self._store.counting.encrypted_for())
        return Collected(
            week=_told(tables, last),
            month=_so_far(tables, month, running),
            whole_month=_told(tables, whole),
            questions=() if is_encrypted else self._questions(language, whole, today),
            is_encrypted=is_encrypted,
        )

    def _questions(self, language: str, month: ReportingPeriod, today: date) -> tuple[QuestionCounts, ...]:
        questionnaire = self._pack.questionnaire
        versions = [one for one in self._pack.questionnaires if one.id == questionnaire.id]
        found: dict[str, list[Mapping[tuple[str, ...], int | None] | None]] = {}
        for question, table in tables_of(self._store, versions, month, (), today):
            if table.total == 0:
                return ()
            found.setdefault(question.key, []).append(None if table.total is None else table.cells)
        by_key = questionnaire.by_key
        return tuple(
            QuestionCounts(by_key[key].text.in_language(language), _rows(by_key[key], cells, language))
            for key, cells in found.items()
        )

    def _sending(self) -> Sending:
        road, problem = self._store.road.known()
        return Sending(
            is_enrolled=bool(road and road.terminal),
            waiting=at_least(self._store.outbox.waiting()),
            batches=self._store.outbox.unacknowledged(),
            last_upload=road.last_upload if road else None,
            last_problem=road.last_problem if road else problem,
        )

    def _health(self) -> Health:
        road, _ = self._store.road.known()
        return Health(
            disk_free_mib=shutil.disk_usage(self._data).free // _UNIT,
            database_fault=self._store.damage(),
            clock_off_seconds=None if road is None or road.clock_off is None else -road.clock_off,
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


def _week_of(day: date) -> ReportingPeriod:
    return ReportingPeriod.of(Period.containing(day, PeriodLength.WEEK))


def _month_of(week: ReportingPeriod) -> ReportingPeriod:
    return week.parent or week  # only a year has none


def _told(tables: PeriodTables, period: ReportingPeriod) -> SpanCount:
    total = tables.released(period, ()).total
    return SpanCount(period.first_day, period.last_day, HIDDEN if total is None else str(total))


def _so_far(tables: PeriodTables, month: ReportingPeriod, running: ReportingPeriod) -> SpanCount:
    """The weeks of the month that are over: those that are told, added up, which is nothing new to anybody."""
    week, last = _week_of(month.first_day), month.first_day
    told: list[int] = []
    is_hidden = False
    while week.within(month) and week < running:
        total = tables.released(week, ()).total
        is_hidden = is_hidden or total is None
        told.append(total or 0)
        last = week.last_day
        week = _week_of(week.last_day + timedelta(days=1))
    if not told:
        return SpanCount(month.first_day, month.first_day, NONE_YET)
    return SpanCount(month.first_day, last, HIDDEN if is_hidden and not sum(told) else str(sum(told)))


def _rows(
    question: Question, tables: Sequence[Mapping[tuple[str, ...], int | None] | None], language: str
) -> tuple[CountRow, ...]:
    """The figures of a question, one table a choice where several may be chosen; None is a table that is hidden."""
    choices = question.scale.choices if question.scale is not None else ()
    labels = {choice.code: choice.label.in_language(language) for choice in choices}
    if question.kind is QuestionKind.MULTIPLE:
        given = {code: _figure(table, CHOSEN) for code, table in zip(labels, tables, strict=True)}
    else:
        (table,) = tables
        labels[DECLINED] = _DECLINED.get(language, _DECLINED["pl"])
        given = {code: _figure(table, code) for code in labels}
    return tuple(
        CountRow(label, HIDDEN if (number := given[code]) is None else str(number)) for code, label in labels.items()
    )


def _figure(table: Mapping[tuple[str, ...], int | None] | None, value: str) -> int | None:
    return None if table is None else table.get((value,), 0)
