"""Dates, times and sizes as the administrator reads them, in the language of the screen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period, PeriodLength

_UNBREAKABLE = "\N{NO-BREAK SPACE}"


def day_text(day: date) -> str:
    """With the month in letters: 11/12 is another day in one language than in the next. No line ends within it."""
    locale = QLocale()
    form = "d. MMM yyyy" if locale.language() == QLocale.Language.German else "d MMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), form).replace(" ", _UNBREAKABLE)


def moment_text(moment: datetime) -> str:
    """Day and time of day; `moment` is in the zone in which it is to be read."""
    return f"{day_text(moment.date())}, {moment:%H:%M}"


def span_text(first: date, last: date) -> str:
    """From one day to another."""
    return f"{day_text(first)}{_UNBREAKABLE}– {day_text(last)}"


def period_text(period: str) -> str:
    """A period with the days that it has."""
    try:
        parsed = Period.parse(period)
    except BadInput:
        return period
    if parsed.length is PeriodLength.DAY:
        return day_text(parsed.first_day)
    return f"{period}: {span_text(parsed.first_day, parsed.last_day)}"


def size_text(size_bytes: int) -> str:
    """Such as 1,4 MB."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
