"""Skip logic: conditions over earlier answers, in the notation of XLSForm's `relevant` column.

    condition  = disjunct { "or" disjunct }
    disjunct   = term { "and" term }
    term       = "not" "(" condition ")" | "(" condition ")" | comparison | selected
    comparison = "${" question "}" ( "=" | "!=" ) "'" code "'"
    selected   = "selected(" "${" question "}" "," "'" code "'" ")"

A question that was declined, hidden or not reached has no codes, so `=` is false and `!=` is true for it.
Source of the notation: XLSForm reference, `relevant`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.errors import BadInput

Answers = Mapping[str, Sequence[str]]
"""Codes chosen by question key; an empty sequence is a declined question, a missing key one not asked."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The question's codes contain `code` (or, with `equal` false, do not)."""

    question: str
    code: str
    equal: bool = True

    def holds(self, answers: Answers) -> bool:
        return (self.code in answers.get(self.question, ())) is self.equal


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition

    def holds(self, answers: Answers) -> bool:
        return not self.part.holds(answers)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return all(part.holds(answers) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return any(part.holds(answers) for part in self.parts)


Condition = Comparison | Not | All | Any


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Every comparison inside `condition`, in reading order."""
    match condition:
        case Comparison():
            yield condition
        case Not(part):
            yield from comparisons(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from comparisons(part)


def may_be(condition: Condition, answers: Answers, undecided: Container[str], *, is_met: bool = True) -> bool:
    """Whether `condition` may still come to hold (or, with `is_met` false, not to) when the `undecided` questions are
    answered. Each of its parts is judged by itself, so "yes" may be said of what no answers bring about, "no" never.
    """
    match condition:
        case Comparison():
            return condition.question in undecided or condition.holds(answers) is is_met
        case Not(part):
            return may_be(part, answers, undecided, is_met=not is_met)
        case All(parts) | Any(parts):
            each = (may_be(part, answers, undecided, is_met=is_met) for part in parts)
            return all(each) if isinstance(condition, All) is is_met else any(each)


def parse_condition(text: str) -> Condition:
    """Read a condition; raises `BadInput` with the place of the first fault."""
    return _Reader(text).whole()


_TOKEN = re.compile(
    r"\s*(?:(?P<question>\$\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\})|(?P<code>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign>!=|=|\(|\)|,)|(?P<word>[A-Za-z]+))",
)
_DEEPEST = 20
"""Nesting allowed: deeper than any person writes, shallow enough never to exhaust the stack."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[tuple[str, str, int]] = []
        self._next = 0
        position = 0
        while text[position:].strip():
            match = _TOKEN.match(text, position)
            if match is None or match.lastgroup is None:
                raise self._fault(position, "a question such as ${klient}, a code such as 'tak', =, !=, and, or, not()")
            self._tokens.append((match.lastgroup, match[match.lastgroup], position))
            position = match.end()

    def whole(self) -> Condition:
        condition = self._disjunction(0)
        if self._next < len(self._tokens):
            raise self._fault(self._tokens[self._next][2], "and, or, or the end")
        return condition

    def _disjunction(self, depth: int) -> Condition:
        parts = [self._conjunction(depth)]
        while self._took("word", "or"):
            parts.append(self._conjunction(depth))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _conjunction(self, depth: int) -> Condition:
        parts = [self._term(depth)]
        while self._took("word", "and"):
            parts.append(self._term(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _term(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise BadInput(f"the condition is nested too deeply; allowed: {_DEEPEST} levels of brackets")
        if self._took("word", "not"):
            self._need("sign", "(")
            inner = self._disjunction(depth + 1)
            self._need("sign", ")")
            return Not(inner)
        if self._took("sign", "("):
            inner = self._disjunction(depth + 1)
            self._need("sign", ")")
            return inner
        if self._took("word", "selected"):
            self._need("sign", "(")
            question = self._need("question")
            self._need("sign", ",")
            code = self._need("code")
            self._need("sign", ")")
            return Comparison(_bare(question), code[1:-1])
        question = self._need("question")
        if self._took("sign", "!="):
            return Comparison(_bare(question), self._need("code")[1:-1], equal=False)
        self._need("sign", "=")
        return Comparison(_bare(question), self._need("code")[1:-1])

    def _took(self, kind: str, value: str) -> bool:
        if self._next < len(self._tokens) and self._tokens[self._next][:2] == (kind, value):
            self._next += 1
            return True
        return False

    def _need(self, kind: str, value: str | None = None) -> str:
        expected = value or {"question": "a question such as ${klient}", "code": "a code such as 'tak'"}[kind]
        if self._next >= len(self._tokens):
            raise self._fault(len(self._text), expected)
        found_kind, found, position = self._tokens[self._next]
        if found_kind != kind or (value is not None and found != value):
            raise self._fault(position, expected)
        self._next += 1
        return found

    def _fault(self, position: int, expected: str) -> BadInput:
        return BadInput(f"the condition cannot be read at character {position + 1}; expected: {expected}")


def _bare(question: str) -> str:
    return question[2:-1].strip()
