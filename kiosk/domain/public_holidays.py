"""Which days of a year are statutory days off in Poland, whatever the weekday.

Source: ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1 ust. 1 pkt 1, as it stands since 1 February
2025 (24 December) and since 1 January 2011 (6 January). Sundays are days off by the same law; whether an office is open
on one is left to the hours that it gives.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
"""Month and day of those that never move."""
_SINCE = {(1, 6): 2011, (12, 24): 2025}
"""Those that were added: in which year for the first time."""
_AFTER_EASTER = (0, 1, 49, 60)
"""Days after Easter Sunday: itself, Easter Monday, Pentecost, Corpus Christi."""


def is_public_holiday(day: date) -> bool:
    """Whether nobody works in a Polish office on `day` by law."""
    return day in public_holidays(day.year)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The statutory days off of `year`; for years before 2011 not all that were in force then."""
    sunday = easter(year)
    return frozenset(
        [date(year, month, day) for month, day in _FIXED]
        + [date(year, month, day) for (month, day), first in _SINCE.items() if year >= first]
        + [sunday + timedelta(days=days) for days in _AFTER_EASTER]
    )


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: "Anonymous Gregorian algorithm", Nature, 20 April 1876; J. Meeus, Astronomical Algorithms, 1991, chapter 8.
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    quarter, after = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - after) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
