"""Where responses come from: what a store must give so that they can be written to a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from kiosk.domain.record import PeriodCount, Record


class Source(Protocol):
    """One state of a store's responses. Every method raises `StoreFault`."""

    def period_counts(self) -> Sequence[PeriodCount]:
        """How many responses there are by office, questionnaire, version and period."""
        ...

    def records(self, questionnaire: str, periods: Collection[str] | None = None) -> Iterator[Record]:
        """The responses to every version of `questionnaire` in `periods` (None: all), by their random ids.

        Memory stays flat.
        """
        ...

    def given_answers(self, questionnaire: str, version: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every distinct way in which each question of one version was answered: its key and the codes."""
        ...
