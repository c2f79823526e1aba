"""Whether any visitor can ever be asked a question: its condition tried on every way through the earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, product
from math import prod

from kiosk.domain.branching import Condition, comparisons

_MOST_WAYS = 5_000
"""Beyond this many ways a question counts as reachable: a doubt must not refuse a questionnaire."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier question as far as conditions see it. `codes` is None where its scale cannot be made out."""

    codes: frozenset[str] | None
    takes_several: bool
    show_if: Condition | None


def can_hold(condition: Condition, earlier: Mapping[str, Earlier]) -> bool:
    """Whether some answers to `earlier` (in the order asked) make `condition` true. Its questions must all be there.

    A question may always be declined, and a hidden one has no codes; codes that no condition mentions behave like
    a declined question, so only the mentioned ones are tried.
    """
    mentioned = _mentioned(condition, earlier)
    keys = [key for key in earlier if key in mentioned]
    ways = [_answers(sorted(mentioned[key]), takes_several=earlier[key].takes_several) for key in keys]
    if prod(len(way) for way in ways) > _MOST_WAYS:
        return True
    for chosen in product(*ways):
        answers = dict(zip(keys, chosen, strict=True))
        if condition.holds(answers) and all(_is_asked(earlier[key], answers) for key in keys if answers[key]):
            return True
    return False


def _is_asked(question: Earlier, answers: Mapping[str, tuple[str, ...]]) -> bool:
    return question.show_if is None or question.show_if.holds(answers)


def _mentioned(condition: Condition, earlier: Mapping[str, Earlier]) -> dict[str, set[str]]:
    """Codes by question, of the condition and of the conditions of the questions it depends on."""
    mentioned: dict[str, set[str]] = {}
    waiting: list[Condition] = [condition]
    while waiting:
        for comparison in comparisons(waiting.pop()):
            if comparison.question not in mentioned:
                shown_if = earlier[comparison.question].show_if
                waiting.extend(() if shown_if is None else (shown_if,))
            mentioned.setdefault(comparison.question, set()).add(comparison.code)
    return mentioned


def _answers(codes: list[str], *, takes_several: bool) -> list[tuple[str, ...]]:
    if not takes_several:
        return [(), *((code,) for code in codes)]
    if len(codes) > _MOST_WAYS.bit_length():
        return [()] * (_MOST_WAYS + 1)
    return list(_subsets(codes))


def _subsets(codes: list[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(codes, size) for size in range(len(codes) + 1))
