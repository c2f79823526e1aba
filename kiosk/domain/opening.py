"""When a place is open: at a moment, until when, and when again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.domain.office import Office, OpeningHours, Place
from kiosk.domain.public_holidays import is_public_holiday

FORESEEN = timedelta(days=14)
"""How far ahead the next opening is looked for: what is later is not worth telling."""


@dataclass(frozen=True, slots=True)
class OpeningTimes:
    """The weekly hours of a place, the days on which its office is closed, and the statutory days off.

    Moments are timezone-aware and in the office's own zone; answers are in the zone of the moment asked about.
    """

    hours: tuple[OpeningHours, ...]
    closed: frozenset[date] = frozenset()

    @classmethod
    def of(cls, office: Office, place: Place) -> OpeningTimes:
        """Those of one place of `office`."""
        return cls(place.hours, frozenset(office.closed))

    def on(self, day: date) -> tuple[OpeningHours, ...]:
        """The hours of that very day, the earliest first; none where it is closed."""
        if day in self.closed or is_public_holiday(day):
            return ()
        of_day = [each for each in self.hours if each.weekday == day.isoweekday()]
        return tuple(sorted(of_day, key=lambda each: each.opens))

    def closes(self, moment: datetime) -> datetime | None:
        """When the place, open at `moment`, closes; None where it is closed. It is open at the minute it opens."""
        for each in self.on(moment.date()):
            if each.opens <= moment.time() < each.closes:
                return _at(moment, moment.date(), each.closes)
        return None

    def opens_next(self, moment: datetime) -> datetime | None:
        """The next time it opens after `moment`, within two weeks; None where it does not."""
        return next((opening for opening in self._openings(moment) if moment < opening <= moment + FORESEEN), None)

    def _openings(self, moment: datetime) -> Iterator[datetime]:
        for days in range(FORESEEN.days + 1):
            day = moment.date() + timedelta(days=days)
            yield from (_at(moment, day, each.opens) for each in self.on(day))


def _at(moment: datetime, day: date, clock_time: time) -> datetime:
    return datetime.combine(day, clock_time, tzinfo=moment.tzinfo)
