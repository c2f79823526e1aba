"""From records to cells: each answer is read once per distinct way in which it was given, not once per response.

A question's answer is some bytes of JSON. The same bytes come again and again, so they are turned into what a file
format wants of them once and remembered. Whether skip logic passed a question over depends on other answers and is
remembered by those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from kiosk.domain.branching import comparisons
from kiosk.domain.errors import StoreFault
from kiosk.domain.questionnaire import Question, Questionnaire, Scale
from kiosk.domain.record import Record
from kiosk.export.missing import Missing
from kiosk.export.variables import Codebook, Variable

Cell = str | Missing
"""What stands in one variable: a code (`1` or `0` where it is one choice of several), or why there is none."""
State = tuple[Cell, ...]
"""A question's variables, in order."""
Rendered = TypeVar("Rendered")
"""What a file format makes of a question's state, once for each."""
Render = Callable[[State, tuple[Variable, ...]], Rendered]
_UNSET = msgspec.Raw(b"")
_REMEMBERED = 50_000
"""So many ways to answer one question are kept in mind; where many may be chosen there can be as many as responses."""


class Coder(Generic[Rendered]):
    """Turns the records of one questionnaire into what `render` makes of each question's state.

    Not for two threads at once.
    """

    def __init__(self, codebook: Codebook, render: Render[Rendered]) -> None:
        self._invalid: dict[str, None] = {}
        self._versions = {
            one.version: _VersionCoder(one, codebook, render, self._invalid) for one in codebook.questionnaires
        }

    def states(self, record: Record) -> list[Rendered]:
        """The record's questions' states, in the order of `Codebook.by_question`.

        Raises `StoreFault` where its answers cannot be read or its version is none of the codebook's.
        """
        version = self._versions.get(record.version)
        if version is None:
            raise StoreFault(f"there are responses to version {record.version}, which no questionnaire describes")
        try:
            return version.states(record.answers)
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise StoreFault(f"the answers of a response cannot be read: {fault}") from fault

    @property
    def invalid(self) -> tuple[str, ...]:
        """Keys of the questions that had a code which the questionnaire does not have, as far as was read."""
        return tuple(self._invalid)


class _VersionCoder(Generic[Rendered]):
    """The states of records of one version."""

    def __init__(
        self, questionnaire: Questionnaire, codebook: Codebook, render: Render[Rendered], invalid: dict[str, None]
    ) -> None:
        asked = questionnaire.by_key
        self._questions = [
            _QuestionCoder(key, variables, asked, render, invalid) for key, variables in codebook.by_question.items()
        ]
        names = [f"q{place}" for place, _ in enumerate(self._questions)]
        shape = msgspec.defstruct(
            "Answers",
            [(name, msgspec.Raw, _UNSET) for name in names],
            rename=dict(zip(names, codebook.by_question, strict=True)),
        )
        self._decode = msgspec.json.Decoder(shape).decode
        self._known = [question.known for question in self._questions]
        places = {question.key: place for place, question in enumerate(self._questions)}
        skips = [(place, _Skip(question, places)) for place, question in enumerate(self._questions)]
        # A question that is always asked has one reason for no answer, which it knows like an answer.
        self._skips = [(place, skip.only_place, skip.known, skip) for place, skip in skips if not skip.is_settled]

    def states(self, answers: str) -> list[Rendered]:
        # By `map`, since it is what a million rows spend their time with.
        raws = list(map(bytes, msgspec.structs.astuple(self._decode(answers))))
        found = list(map(dict.get, self._known, raws))
        for place, only_place, known, skip in self._skips:
            if not raws[place]:
                state = known.get(raws[only_place]) if only_place is not None else None
                found[place] = skip.state(raws) if state is None else state
        if None in found:
            for place, known_state in enumerate(found):
                if known_state is None:
                    found[place] = self._questions[place].of_answer(raws[place])
        return found  # type: ignore[return-value]  # none is None any more


class _QuestionCoder(Generic[Rendered]):
    """Remembers every answer to one question of one version. `question` is None where the version has none.

    `asked` are all questions of the version, in order.
    """

    def __init__(
        self,
        key: str,
        variables: tuple[Variable, ...],
        asked: Mapping[str, Question],
        render: Render[Rendered],
        invalid: dict[str, None],
    ) -> None:
        self.key = key
        self.question = asked.get(key)
        self.asked = asked
        self.known: dict[bytes, Rendered] = {}
        self._variables = variables
        self._render = render
        self._invalid = invalid

    def of_answer(self, raw: bytes) -> Rendered:
        """The state of an answer, given as JSON."""
        if len(self.known) >= _REMEMBERED:
            _forget(self.known)
        found = self.known[raw] = self._render(self._read(_codes(raw)), self._variables)
        return found

    def of_missing(self, kind: Missing) -> Rendered:
        """The state of no answer."""
        return self._render(self._all(kind), self._variables)

    def _read(self, codes: tuple[str, ...]) -> State:
        question = self.question
        if question is None or question.scale is None or not set(codes) <= question.scale.codes:
            self._invalid[self.key] = None
            return (Missing.INVALID,) * len(self._variables)
        if not codes:
            return self._all(Missing.DECLINED)
        if self._variables[0].choice is None:
            return (codes[0] if self._means_a_value(codes[0], question.scale) else Missing.NOT_APPLICABLE,)
        return tuple(
            ("1" if one.choice in codes else "0") if _offers(question, one) else Missing.NOT_OFFERED
            for one in self._variables
        )

    def _means_a_value(self, code: str, scale: Scale) -> bool:
        """Whether the code is not a "nie dotyczy" of this version alone, which is an answer in another one."""
        return code != scale.not_applicable or any(
            value.code == code and value.missing is not None for value in self._variables[0].values
        )

    def _all(self, kind: Missing) -> State:
        return tuple(kind if _offers(self.question, one) else Missing.NOT_OFFERED for one in self._variables)


class _Skip(Generic[Rendered]):
    """Why a question has no answer, remembered by the answers on which its condition depends."""

    def __init__(self, coder: _QuestionCoder[Rendered], places: Mapping[str, int]) -> None:
        self._coder = coder
        needed = _needed(coder.question, coder.asked)
        self._depends_on = [(key, places[key]) for key in coder.asked if key in needed and key in places]
        self.only_place = self._depends_on[0][1] if len(self._depends_on) == 1 else None
        """The place of the one answer on which it depends, if it is one: `known` then has its bytes as keys."""
        self.known: dict[bytes | tuple[bytes, ...], Rendered] = {}
        self.is_settled = not self._depends_on
        if self.is_settled:
            coder.known[b""] = coder.of_missing(self._kind(()))

    def state(self, raws: Sequence[bytes]) -> Rendered:
        given = tuple([raws[place] for _, place in self._depends_on])
        key = given if self.only_place is None else given[0]
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            found = self.known[key] = self._coder.of_missing(self._kind(given))
        return found

    def _kind(self, given: Sequence[bytes]) -> Missing:
        question = self._coder.question
        if question is None:
            return Missing.NOT_OFFERED
        codes: dict[str, tuple[str, ...]] = {}
        undecided: set[str] = set()
        for (key, _), raw in zip(self._depends_on, given, strict=True):
            if raw:
                codes[key] = _codes(raw)
            elif self._coder.asked[key].may_be_asked(codes, undecided):
                undecided.add(key)  # who left before it might have been asked what depends on it
        return Missing.NO_ANSWER if question.may_be_asked(codes, undecided) else Missing.NOT_ASKED


def _forget(known: dict[bytes, Rendered]) -> None:
    """Forget the answers; why there is none, of a question that is always asked, stays."""
    settled = known.get(b"")
    known.clear()
    if settled is not None:
        known[b""] = settled


def _needed(question: Question | None, asked: Mapping[str, Question]) -> set[str]:
    """The questions on whose answers it depends whether this one is asked, and those on which these depend."""
    found: set[str] = set()
    waiting = [question] if question is not None else []
    while waiting:
        condition = waiting.pop().show_if
        new = {one.question for one in comparisons(condition)} - found if condition is not None else set()
        found |= new
        waiting += [asked[key] for key in new if key in asked]
    return found


def _codes(raw: bytes) -> tuple[str, ...]:
    return msgspec.json.decode(raw, type=tuple[str, ...])


def _offers(question: Question | None, variable: Variable) -> bool:
    """Whether this version's question has what the variable stands for."""
    if question is None or question.scale is None:
        return False
    return variable.choice is None or variable.choice in question.scale.codes
