"""A questionnaire: ordered question revisions with skip logic, immutable once published.

The separation concept / question revision / questionnaire version follows DDI's: a series continues across
versions as long as a question's `comparable_from` says so.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.branching import Answers, Condition, may_be
from kiosk.domain.text import LocalisedText


class QuestionKind(StrEnum):
    """What an answer to the question is; how it is drawn is the screen's matter."""

    RATING = "rating5"
    SINGLE = "single"
    MULTIPLE = "multiple"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen. `code` is what is stored and never changes or is reused."""

    code: str
    label: LocalisedText


@dataclass(frozen=True, slots=True)
class Scale:
    """A list of choices shared by questions; left is bad, right is good where it is a rating.

    `not_applicable` is the code that means "nie dotyczy / trudno powiedzieć"; it is left out of every base.
    """

    id: str
    choices: tuple[Choice, ...]
    not_applicable: str | None = None

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(choice.code for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Question:
    """One revision of a question. `scale` is None for free text only."""

    key: str
    concept: str
    kind: QuestionKind
    text: LocalisedText
    scale: Scale | None
    revision: int = 1
    comparable_from: int | None = None
    show_if: Condition | None = None

    def is_asked(self, answers: Answers) -> bool:
        """Whether skip logic shows this question after `answers`."""
        return self.show_if is None or self.show_if.holds(answers)

    def may_be_asked(self, answers: Answers, undecided: Container[str]) -> bool:
        """Whether skip logic may still show this question when the `undecided` ones are answered."""
        return self.show_if is None or may_be(self.show_if, answers, undecided)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One published version. The first question is the one rated with a single tap on the home page."""

    id: str
    version: int
    title: LocalisedText
    intro: LocalisedText
    thanks: LocalisedText
    questions: tuple[Question, ...]

    @property
    def by_key(self) -> Mapping[str, Question]:
        return {question.key: question for question in self.questions}
