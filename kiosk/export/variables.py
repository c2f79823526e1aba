"""The variables of a data file: stable names, labels, and the numbers by which statistics programs know the codes.

Names stay the same for years: a question's key, or `key__code` for each choice of a question with several answers.
Numbers too: a choice gets the next one when it first appears in a version, and keeps it. Where all codes of a scale
are numbers themselves (1 to 5), they are the numbers.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.text import LocalisedText
from kiosk.export.missing import Missing

STATA_NAME, SPSS_NAME = 28, 60
"""Longest names of variables, in bytes: Stata's 32 ([R] Limits) and SPSS's 64 (Universals) less 4, since the library
puts up to four digits behind a variable's name to name its labels."""
RESERVED = frozenset(
    {"id", "office", "questionnaire", "version", "language", "period", "channel", "complete", "flags"}
    | {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}  # SPSS's words
    | {"byte", "double", "float", "if", "in", "int", "long", "str", "strl", "using"}  # Stata's
)
"""Names of the columns before the questions, and words that are no names in a statistics program."""
_STRANGE, _STRING_TYPE = re.compile("[^A-Za-z0-9_]"), re.compile("str[0-9]+")
_NOT_CHOSEN, _CHOSEN = 0, 1


@dataclass(frozen=True, slots=True)
class Value:
    """One code that can stand in a variable. `missing` is the kind of missing that the choice means, if it does."""

    code: str
    number: int
    label: LocalisedText
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of answers. `choice` is the code that a 0/1 column of a question with several answers stands for."""

    name: str
    label: LocalisedText
    question: str
    values: tuple[Value, ...]
    choice: str | None = None
    is_number: bool = False
    """Whether the codes themselves are numbers that may be reckoned with, as on a scale from 1 to 5."""

    def short_name(self, most: int) -> str:
        """The name in at most `most` bytes (it is ASCII): a long one ends in a mark made of the whole."""
        if len(self.name) <= most:
            return self.name
        mark = hashlib.sha256(self.name.encode()).hexdigest()[:7]
        return f"{self.name[: most - 8]}_{mark}"


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every variable of one questionnaire, over all its versions (oldest first)."""

    questionnaires: tuple[Questionnaire, ...]
    variables: tuple[Variable, ...]
    by_question: Mapping[str, tuple[Variable, ...]] = field(default_factory=dict)
    described: int = 0
    """How many of the questionnaires, the first ones, are described by a pack; the others follow from the data."""

    @property
    def newest(self) -> Questionnaire:
        """The newest version that is described, if any is."""
        return self.questionnaires[self.described - 1 if self.described else -1]

    @classmethod
    def of(cls, versions: Sequence[Questionnaire], inferred: Sequence[Questionnaire] = ()) -> Codebook:
        """The codebook of all `versions` of one questionnaire; raises `BadInput` if there is none.

        Those `inferred` from the data only add to what the others say.
        """
        if not versions and not inferred:
            raise BadInput("there is no questionnaire to describe the data with")
        by_version = [sorted(some, key=lambda one: one.version) for some in (versions, inferred)]
        ordered = (*by_version[0], *by_version[1])
        questions: dict[str, list[Question]] = {}
        for version in ordered:
            for question in version.questions:
                if question.scale is not None:
                    questions.setdefault(question.key, []).append(question)
        by_question = {
            key: tuple(_variables(revisions))
            for key, revisions in _in_reading_order(ordered[len(versions) - 1], questions)
        }
        variables = _told_apart([variable for found in by_question.values() for variable in found])
        names = iter(variables)
        by_question = {key: tuple(next(names) for _ in found) for key, found in by_question.items()}
        return cls(ordered, tuple(variables), by_question, len(versions))


def _in_reading_order(
    newest: Questionnaire, questions: Mapping[str, list[Question]]
) -> list[tuple[str, list[Question]]]:
    """Questions as the newest version asks them; those it asks no more follow."""
    now = [question.key for question in newest.questions if question.key in questions]
    return [(key, questions[key]) for key in [*now, *(key for key in questions if key not in now)]]


def _variables(revisions: Sequence[Question]) -> list[Variable]:
    question = revisions[-1]
    values = _values(revisions)
    if all(revision.kind is not QuestionKind.MULTIPLE for revision in revisions):
        return [Variable(question.key, question.text, question.key, values, is_number=_are_numbers(values))]
    return [
        Variable(
            f"{question.key}__{value.code}",
            _both(question.text, value.label),
            question.key,
            (Value("0", _NOT_CHOSEN, _NO), Value("1", _CHOSEN, _YES)),
            choice=value.code,
            is_number=True,
        )
        for value in values
    ]


def _values(revisions: Sequence[Question]) -> tuple[Value, ...]:
    labels: dict[str, LocalisedText] = {}
    answers: set[str] = set()
    for question in revisions:
        if question.scale is None:
            continue
        for choice in question.scale.choices:
            if choice.code != question.scale.not_applicable or choice.code not in answers:
                labels[choice.code] = choice.label  # the newest wording, in the place of its first appearance
        answers |= question.scale.codes - {question.scale.not_applicable}
    numbers = _numbers(revisions)
    return tuple(
        Value(code, numbers[code], label)
        if code in answers  # in any version: where it is "nie dotyczy" in another, that one's cells are told apart
        else Value(code, Missing.NOT_APPLICABLE.number, label, Missing.NOT_APPLICABLE)
        for code, label in labels.items()
    )


def _numbers(revisions: Sequence[Question]) -> Mapping[str, int]:
    """A number for each code: its own where it is one and free, else the next. What an older version gave stays."""
    numbers: dict[str, int] = {}
    for question in revisions:
        new = [choice.code for choice in question.scale.choices if choice.code not in numbers] if question.scale else []
        for code in sorted(new, key=lambda code: not _is_number(code)):
            taken = set(numbers.values())
            is_own = _is_number(code) and int(code) not in taken
            numbers[code] = int(code) if is_own else next(free for free in itertools.count(1) if free not in taken)
    return numbers


def _is_number(code: str) -> bool:
    return code.isdecimal() and code.isascii() and len(code) <= 4 and str(int(code)) == code


def _are_numbers(values: Sequence[Value]) -> bool:
    return all(value.missing or value.code == str(value.number) for value in values)


def _both(question: LocalisedText, choice: LocalisedText) -> LocalisedText:
    languages = dict.fromkeys([*question.texts, *choice.texts])
    return LocalisedText(
        {one: f"{question.in_language(one)} – {choice.in_language(one)}" for one in languages if one in question.texts}
    )


def _told_apart(variables: Sequence[Variable]) -> list[Variable]:
    """SPSS does not know a from A: of names that differ by that only, or are a property's, the later get a mark."""
    taken = set(RESERVED)
    found = []
    for variable in variables:
        name = _STRANGE.sub("_", variable.name)
        if name != variable.name or name.lower() in taken or _STRING_TYPE.fullmatch(name) or not name[0].isalpha():
            name = (
                f"{name if name[0].isalpha() else f'v{name}'}_{hashlib.sha256(variable.name.encode()).hexdigest()[:7]}"
            )
        # Parquet has a column more for each variable, which tells why a value is missing.
        taken.update((name.lower(), f"{name.lower()}_missing"))
        found.append(replace(variable, name=name))
    return found


_NO = LocalisedText({"pl": "nie zaznaczono", "en": "not chosen", "uk": "не вибрано", "de": "nicht gewählt"})
_YES = LocalisedText({"pl": "zaznaczono", "en": "chosen", "uk": "вибрано", "de": "gewählt"})
