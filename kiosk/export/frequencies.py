"""How often each value of each variable occurs in each period: what codebooks and public tables are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kiosk.domain.counts import DECLINED, NOT_ASKED, PERIOD, Column, Counts
from kiosk.export.coding import Cell, State
from kiosk.export.missing import Missing
from kiosk.export.table import Table
from kiosk.export.variables import Variable

INVALID = "(invalid)"
"""The value of a code that the questionnaire does not have."""


def column_of(variable: Variable) -> Column:
    """The column of counts by this variable."""
    return Column(variable.question, is_question=True, code=variable.choice)


def frequencies(table: Table) -> Mapping[str, Counts]:
    """Counts by period and value for each variable's name. Takes the table's rows."""
    found: list[Counter[tuple[str, State]]] = [Counter() for _ in table.codebook.by_question]
    for _, period, row in table.rows(lambda state, _variables: state):
        for counter, state in zip(found, row, strict=True):
            counter[period, state] += 1
    return {
        variable.name: _of_one(variable, place, counter)
        for counter, variables in zip(found, table.codebook.by_question.values(), strict=True)
        for place, variable in enumerate(variables)
    }


def _of_one(variable: Variable, place: int, counter: Counter[tuple[str, State]]) -> Counts:
    cells: Counter[tuple[str, ...]] = Counter()
    for (period, state), count in counter.items():
        cell = state[place]
        cells[period, _value(cell)] += count
    return Counts((PERIOD, column_of(variable)), cells)


def _value(cell: Cell) -> str:
    """As `kiosk counts` tells it. Kinds of no answer are one: told apart, they would tell apart what that hides."""
    match cell:
        case Missing.DECLINED:
            return DECLINED
        case Missing.INVALID:
            return INVALID
        case Missing():
            return NOT_ASKED
        case _:
            return cell
