"""The only time a response may carry: an ISO week, or a day where the office has set so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.domain.errors import BadInput

_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class PeriodLength(StrEnum):
    """How coarse the time of a response is."""

    WEEK = "week"
    DAY = "day"


_DAYS_AFTER_THE_FIRST = {PeriodLength.WEEK: timedelta(days=6), PeriodLength.DAY: timedelta()}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One ISO week (`2026-W48`) or one day (`2026-11-23`), ordered by its first day.

    Sources: ISO 8601 week dates; GDPR recital 26 (clock time beside a camera singles a visitor out).
    """

    first_day: date
    length: PeriodLength

    @classmethod
    def containing(cls, day: date, length: PeriodLength) -> Period:
        """The period of `length` in which `day` lies."""
        if length is PeriodLength.DAY:
            return cls(day, length)
        return cls(date.fromisocalendar(*day.isocalendar()[:2], 1), length)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2026-W48` or `2026-11-23`; raises `BadInput` for anything else."""
        try:
            if week := _WEEK.fullmatch(text):
                return cls(date.fromisocalendar(int(week[1]), int(week[2]), 1), PeriodLength.WEEK)
            if _DAY.fullmatch(text):
                return cls(date.fromisoformat(text), PeriodLength.DAY)
        except ValueError:
            pass
        raise BadInput(f"'{text}' is not a period; allowed: an ISO week such as 2026-W48, or a day such as 2026-11-23")

    @property
    def last_day(self) -> date:
        """The day with which it ends, or the last one there is."""
        return self.first_day + min(_DAYS_AFTER_THE_FIRST[self.length], date.max - self.first_day)

    def __str__(self) -> str:
        if self.length is PeriodLength.DAY:
            return self.first_day.isoformat()
        year, week, _ = self.first_day.isocalendar()
        return f"{year:04}-W{week:02}"
