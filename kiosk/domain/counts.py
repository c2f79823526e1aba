"""A contingency table: how many responses there are, by these columns. Everything measured is computed from such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DECLINED = "(declined)"
"""The value of a question to which somebody said "nie chcę odpowiadać"."""
NOT_ASKED = "(no answer)"
"""The value of a question that skip logic passed over, or that the visitor did not reach."""
CHOSEN, NOT_CHOSEN = "1", "0"
"""The values of one choice of a question with several answers."""


@dataclass(frozen=True, slots=True)
class Column:
    """Something by which responses are told apart.

    `name` is a property of the response (`period`, `language`, `questionnaire`, `version`, `channel`, `complete`,
    `flagged`) or, with `is_question`, a question's key. `code` names one choice of a question with several answers.
    """

    name: str
    is_question: bool = False
    code: str | None = None

    def __str__(self) -> str:
        return self.name if self.code is None else f"{self.name}:{self.code}"


PERIOD = Column("period")
"""The period of the response, as text."""
FLAGGED, UNFLAGGED = Column("flagged"), "0"
"""Whether any rule has flagged the response, 1 or 0; and its value for those that none has."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Every response falls into exactly one cell; a combination that does not occur has no cell."""

    columns: tuple[Column, ...]
    cells: Mapping[tuple[str, ...], int]

    def only(self, columns: Sequence[Column]) -> Counts:
        """The table by these of its columns, in this order: the others are summed over."""
        places = [self.columns.index(column) for column in columns]
        cells: defaultdict[tuple[str, ...], int] = defaultdict(int)
        for cell, count in self.cells.items():
            cells[tuple(cell[place] for place in places)] += count
        return Counts(tuple(columns), dict(cells))

    @property
    def total(self) -> int:
        return sum(self.cells.values())
