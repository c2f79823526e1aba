"""Opening hours as people read them: `pon. 7:00–18:00, wt.–pt. 7:00–15:00`; and when a closed office opens again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from kiosk.domain.office import OpeningHours

translate = QCoreApplication.translate

# Whole sentences: a weekday is declined, and takes another preposition, in its own way in each language.
_ON_WEEKDAY = (
    str(QT_TRANSLATE_NOOP("Opening", "We open on Monday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Tuesday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Wednesday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Thursday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Friday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Saturday at %1")),
    str(QT_TRANSLATE_NOOP("Opening", "We open on Sunday at %1")),
)
_A_WEEK = 7


def hours_text(hours: OpeningHours) -> str:
    """Such as `7:00–15:00`."""
    return f"{hours.opens.hour}:{hours.opens.minute:02}–{hours.closes.hour}:{hours.closes.minute:02}"


def week_text(hours: Sequence[OpeningHours], language: str) -> str:
    """The whole week in `language`, neighbouring days with the same hours taken together."""
    runs: list[tuple[int, int, str]] = []
    for each in sorted(hours, key=lambda hours: (hours.weekday, hours.opens)):
        text = hours_text(each)
        if runs and runs[-1][1] == each.weekday - 1 and runs[-1][2] == text:
            runs[-1] = (runs[-1][0], each.weekday, text)
        else:
            runs.append((each.weekday, each.weekday, text))
    return ", ".join(f"{_days(first, last, QLocale(language))} {text}" for first, last, text in runs)


def opening_text(opens: datetime, now: datetime, language: str) -> str:
    """When a closed office opens: today, tomorrow, on a weekday within a week, else on a date. In `language`.

    The words are those of the translator in place, which must be that of `language`.
    """
    days = (opens.date() - now.date()).days
    if days == 0:
        sentence = translate("Opening", "We open today at %1")
    elif days == 1:
        sentence = translate("Opening", "We open tomorrow at %1")
    elif days < _A_WEEK:
        sentence = translate("Opening", _ON_WEEKDAY[opens.weekday()])
    else:
        day = QDate(opens.year, opens.month, opens.day)
        written = QLocale(language).toString(day, translate("Opening", "d MMMM"))
        sentence = translate("Opening", "We open on %2 at %1").replace("%2", written)
    return sentence.replace("%1", f"{opens.hour}:{opens.minute:02}")


def _days(first: int, last: int, locale: QLocale) -> str:
    name = locale.standaloneDayName(first, QLocale.FormatType.ShortFormat)
    return name if first == last else f"{name}–{locale.standaloneDayName(last, QLocale.FormatType.ShortFormat)}"
