"""How often each value of each variable occurs in each period: what codebooks and public tables are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from kiosk.analysis.disclosure import SkipLogic
from kiosk.analysis.skip_logic import skip_logic
from kiosk.domain.counts import PERIOD, Column, Counts
from kiosk.export.coding import State
from kiosk.export.missing import Missing
from kiosk.export.table import Table
from kiosk.export.variables import Codebook, Variable

PeriodOf = Callable[[str], str]


def column_of(variable: Variable) -> Column:
    """The column of counts by this variable."""
    return Column(variable.question, is_question=True, code=variable.choice)


def skip_logic_of(codebook: Codebook) -> SkipLogic:
    """What the tables of a codebook's questions tell of each other, over all versions."""
    found: dict[Column, list[frozenset[str]]] = {}
    for version in codebook.questionnaires:
        # Who did not answer might have been asked; those are not among the values that lead there.
        for column, groups in skip_logic(version, {Missing.DECLINED.word: ()}).items():
            # Leading there or not: the other values of both kinds are told by their sum as well.
            found.setdefault(column, []).extend([*groups, *(group | {Missing.NO_ANSWER.word} for group in groups)])
    return found


def frequencies(table: Table, period_of: PeriodOf = lambda period: period) -> Mapping[str, Counts]:
    """Counts by period and value for each variable's name: a value's code, or the word of a kind of missing.

    Takes the table's rows. `period_of` may make a told period coarser.
    """
    found: list[Counter[tuple[str, State]]] = [Counter() for _ in table.codebook.by_question]
    for _, period, row in table.rows(lambda state, _variables: state):
        told = period_of(period)
        for counter, state in zip(found, row, strict=True):
            counter[told, state] += 1
    return {
        variable.name: _of_one(variable, place, counter)
        for counter, variables in zip(found, table.codebook.by_question.values(), strict=True)
        for place, variable in enumerate(variables)
    }


def _of_one(variable: Variable, place: int, counter: Counter[tuple[str, State]]) -> Counts:
    cells: Counter[tuple[str, ...]] = Counter()
    for (period, state), count in counter.items():
        cell = state[place]
        cells[period, cell.word if isinstance(cell, Missing) else cell] += count
    return Counts((PERIOD, column_of(variable)), cells)
