"""The period that may stand beside a response in a file: its own week only where five or more share it.

A week with fewer would point at the few who came. Its responses are told with the month, together with those of other
such weeks of the month; with the year where the month has too few of them; and not at all before a year with five is
over. Nothing is told of a period that is not over: two files, before and after a visit, would differ by the visitor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kiosk.domain.record import PeriodCount
from kiosk.domain.reporting import Level, ReportingPeriod


def told_periods(counts: Iterable[PeriodCount], today: date, threshold: int) -> Mapping[tuple[str, str], str]:
    """For each office and period what is told instead of the period; what is missing is held back."""
    waiting: defaultdict[tuple[str, ReportingPeriod], dict[str, int]] = defaultdict(dict)
    for one in counts:
        group = waiting[one.office, ReportingPeriod.parse(one.period)]
        group[one.period] = group.get(one.period, 0) + one.responses
    told: dict[tuple[str, str], str] = {}
    for level in Level:
        for office, period in [key for key in waiting if key[1].level == level]:
            group = waiting.pop((office, period))
            if not period.is_over(today):
                continue  # neither is any larger one
            if sum(group.values()) >= threshold:
                told.update({(office, text): str(period) for text in group})
            elif period.parent is not None:
                waiting[office, period.parent].update(group)
    return told
