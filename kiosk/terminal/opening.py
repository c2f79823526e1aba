"""Opening hours as people read them: `pon. 7:00–18:00, wt.–pt. 7:00–15:00`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from kiosk.domain.office import OpeningHours


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


def _days(first: int, last: int, locale: QLocale) -> str:
    name = locale.standaloneDayName(first, QLocale.FormatType.ShortFormat)
    return name if first == last else f"{name}–{locale.standaloneDayName(last, QLocale.FormatType.ShortFormat)}"
