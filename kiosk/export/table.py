"""What goes into a data file: the responses of one questionnaire, their period as coarse as it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.errors import Fault
from kiosk.domain.record import Record
from kiosk.domain.text import DEFAULT_LANGUAGE
from kiosk.export.coding import Coder, Render, Rendered
from kiosk.export.variables import Codebook

PROPERTIES = ("id", "questionnaire", "version", "language", "period", "channel", "complete", "flags")
"""The columns before the questions; at the centre, `office` follows `id`."""
_AT_ONCE = 500

Progress = Callable[[float], None]
"""Called now and then with the share that is done, 0 to 1, never with a number of responses; may raise `Cancelled`."""


class Cancelled(Fault):
    """Somebody does not want the file any more; there is none."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written. `labels` puts texts of `language` in place of codes, where a format has no place for both.

    `excel` is CSV as a Polish Excel opens it: semicolons between cells, and a comma in decimals.
    """

    language: str = DEFAULT_LANGUAGE
    labels: bool = False
    excel: bool = False


@dataclass
class Table:
    """The responses to write, once. `expected` is how many there are, held back ones among them.

    `periods` tells by office and period what stands in the column `period`; a response whose period is not there is
    held back (`told_periods.py`). `held_back` and `written` count while rows are taken; `invalid` is known after them.
    """

    codebook: Codebook
    records: Iterable[Record]
    expected: int
    periods: Mapping[tuple[str, str], str]
    by_office: bool = False
    progress: Progress = lambda _share: None
    written: int = 0
    held_back: int = 0
    invalid: tuple[str, ...] = ()

    @property
    def properties(self) -> tuple[str, ...]:
        """Names of the columns before the questions."""
        return (PROPERTIES[0], "office", *PROPERTIES[1:]) if self.by_office else PROPERTIES

    def rows(self, render: Render[Rendered]) -> Iterator[tuple[Record, str, list[Rendered]]]:
        """Each response that may be told, its period as it may be told, and what `render` makes of each question."""
        states_of, period_of = (coder := Coder(self.codebook, render)).states, self.periods.get
        for done, record in enumerate(self.records, start=1):
            if done % _AT_ONCE == 0:
                self.progress(min(1.0, done / max(1, self.expected)))
            # Read even where it is held back: a file is refused for answers that cannot be read, in whatever period.
            states = states_of(record)
            period = period_of((record.office, record.period))
            if period is None:
                self.held_back += 1
            else:
                self.written += 1
                yield record, period, states
        self.invalid = coder.invalid
        self.progress(1.0)

    def property_cells(self, record: Record, period: str) -> tuple[str | int, ...]:
        """The cells of `properties`, without `id`."""
        rest = (
            record.questionnaire,
            record.version,
            record.language,
            period,
            record.channel,
            int(record.complete),
            record.flags,
        )
        return (record.office, *rest) if self.by_office else rest
