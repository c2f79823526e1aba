"""Opening hours in words, such as `pon.–pt. 7:00–15:00`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.office import OpeningHours

_DAYS: Mapping[str, Sequence[str]] = {
    "pl": ("pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "uk": ("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
    "de": ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."),
}


def week_text(hours: Sequence[OpeningHours], language: str) -> str:
    """The whole week, neighbouring days with the same hours taken together; empty where nothing is open."""
    runs: list[tuple[int, int, str]] = []
    for each in sorted(hours, key=lambda hours: (hours.weekday, hours.opens)):
        span = f"{each.opens.hour}:{each.opens.minute:02}–{each.closes.hour}:{each.closes.minute:02}"
        if runs and runs[-1][1] == each.weekday - 1 and runs[-1][2] == span:
            runs[-1] = (runs[-1][0], each.weekday, span)
        else:
            runs.append((each.weekday, each.weekday, span))
    days = _DAYS[language]
    return ", ".join(
        f"{days[first - 1]}{f'–{days[last - 1]}' if last != first else ''} {span}" for first, last, span in runs
    )
