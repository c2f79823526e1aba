"""The periods that results are told for: days and weeks, the months and years they make up, and when one is over.

A week belongs to the month and the year of its Thursday, as ISO 8601 has it for years: so every period lies wholly in
its parent, and the counts of children add up to the parent's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period, PeriodLength

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


class Level(IntEnum):
    """How much time a reporting period spans; a larger one is made of smaller ones."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True, order=True)
class ReportingPeriod:
    """A day `2026-11-23`, an ISO week `2026-W48`, a month `2026-11` or a year `2026`, both made of whole weeks."""

    first_day: date
    level: Level

    @classmethod
    def of(cls, period: Period) -> ReportingPeriod:
        """The one that is a response's own period."""
        return cls(period.first_day, Level.DAY if period.length is PeriodLength.DAY else Level.WEEK)

    @classmethod
    def parse(cls, text: str) -> ReportingPeriod:
        """Read any of the four forms; raises `BadInput`."""
        try:
            if month := _MONTH.fullmatch(text):
                return cls(_first_monday(date(int(month[1]), int(month[2]), 1)), Level.MONTH)
            if _YEAR.fullmatch(text):
                return cls(_first_monday(date(int(text), 1, 1)), Level.YEAR)
            return cls.of(Period.parse(text))
        except (ValueError, OverflowError, BadInput):
            raise BadInput(
                f"'{text}' is not a period; allowed: a year such as 2026, a month such as 2026-11, an ISO week such as "
                "2026-W48, or a day such as 2026-11-23"
            ) from None

    @property
    def parent(self) -> ReportingPeriod | None:
        """The next larger period, in which this one lies; None for a year."""
        match self.level:
            case Level.DAY:
                return ReportingPeriod.of(Period.containing(self.first_day, PeriodLength.WEEK))
            case Level.WEEK:
                return ReportingPeriod(_first_monday(_after(self.first_day, 3).replace(day=1)), Level.MONTH)
            case Level.MONTH:
                return ReportingPeriod(_first_monday(_after(self.first_day, 3).replace(month=1, day=1)), Level.YEAR)
            case Level.YEAR:
                return None

    @property
    def last_day(self) -> date:
        """The day with which it ends."""
        match self.level:
            case Level.DAY:
                return self.first_day
            case Level.WEEK:
                return _after(self.first_day, 6)
            case Level.MONTH:
                thursday = _after(self.first_day, 3)
                return _before_the_first_week(thursday.year + thursday.month // 12, thursday.month % 12 + 1)
            case Level.YEAR:
                return _before_the_first_week(_after(self.first_day, 3).year + 1, 1)

    def is_over(self, today: date) -> bool:
        """Whether `today` lies after it. What is not over is told to nobody: two looks would show who came between."""
        return self.last_day < today

    def within(self, other: ReportingPeriod) -> bool:
        """Whether it is `other` or a part of it."""
        return self == other or (self.level < other.level and self.parent is not None and self.parent.within(other))

    def __str__(self) -> str:
        thursday = _after(self.first_day, 3)
        match self.level:
            case Level.DAY:
                return self.first_day.isoformat()
            case Level.WEEK:
                return str(Period(self.first_day, PeriodLength.WEEK))
            case Level.MONTH:
                return f"{thursday.year:04}-{thursday.month:02}"
            case Level.YEAR:
                return f"{thursday.year:04}"


def _after(day: date, days: int) -> date:
    """So many days later, or the last day there is."""
    return day + min(timedelta(days=days), date.max - day)


def _first_monday(first: date) -> date:
    """The Monday of the week whose Thursday is the first one on or after `first`."""
    return _after(first, (3 - first.weekday()) % 7) - timedelta(days=3)


def _before_the_first_week(year: int, month: int) -> date:
    """The day before the first week of a month."""
    return date.max if year > date.max.year else _first_monday(date(year, month, 1)) - timedelta(days=1)
