"""One visitor's run through a questionnaire: pure steps, each giving the next state.

An answer to an earlier question may hide later ones; what was answered there is then dropped, because a question
that is not asked stores nothing. Kinds of question that are left out are neither counted nor declined. Free text is
asked after the interview, wherever it stands, because it is kept apart from the answers (`comment_questions`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.response import answer_faults


@dataclass(frozen=True, slots=True)
class Interview:
    """Where a visitor stands. `position` is an index into the questions, or their number when all are done.

    `left_out` are the kinds of question that are not asked in this interview; the first question is never of one.
    """

    questionnaire: Questionnaire
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    position: int = 0
    left_out: frozenset[QuestionKind] = frozenset()

    @property
    def question(self) -> Question | None:
        """The question to show now; None when the interview is finished."""
        questions = self.questionnaire.questions
        return questions[self.position] if self.position < len(questions) else None

    @property
    def is_finished(self) -> bool:
        return self.question is None

    @property
    def can_go_back(self) -> bool:
        return self._previous() is not None

    @property
    def step(self) -> int:
        """Which question of `steps` this is, counted from 1."""
        return sum(1 for question in self._asked() if self._index(question) < self.position) + 1

    @property
    def steps(self) -> int:
        """How many questions it may be in all, the longest way on from here: it shrinks on the way, and never grows."""
        questions = self.questionnaire.questions
        undecided = {question.key for question in questions[self.position :]}
        ahead = questions[self.position + 1 :]
        possible = sum(1 for each in ahead if self._can_ask(each) and each.may_be_asked(self.answers, undecided))
        return self.step + possible if self.question is not None else self.step - 1

    @property
    def comment_questions(self) -> tuple[Question, ...]:
        """What is asked in free text when the interview is finished, by its answers; nothing before."""
        if not self.is_finished:
            return ()
        texts = (question for question in self.questionnaire.questions if question.kind is QuestionKind.TEXT)
        return tuple(question for question in texts if question.is_asked(self.answers))

    def answer(self, codes: Sequence[str]) -> Interview:
        """Answer the current question and move on; raises `BadInput` for codes it does not have."""
        question = self._current()
        if question.kind is QuestionKind.TEXT:
            raise BadInput(f"{question.key}: free text is never stored beside codes")
        if not codes:
            raise BadInput(f"{question.key}: no answer was chosen")
        if faults := answer_faults(question, codes):
            raise BadInput(faults)
        return self._stored(question, tuple(codes))

    def decline(self) -> Interview:
        """Say "nie chcę odpowiadać" to the current question and move on."""
        return self._stored(self._current(), ())

    def back(self) -> Interview:
        """Return to the question asked before; its answer is kept until another is given."""
        previous = self._previous()
        return self if previous is None else replace(self, position=previous)

    def _stored(self, question: Question, codes: tuple[str, ...]) -> Interview:
        answers = {**self.answers, question.key: codes}
        for later in self.questionnaire.questions[self.position + 1 :]:
            if not later.is_asked(answers):
                answers.pop(later.key, None)
        moved = replace(self, answers=answers, position=self.position + 1)
        while (following := moved.question) is not None and not moved.asks(following):
            moved = replace(moved, position=moved.position + 1)
        return moved

    def _current(self) -> Question:
        if self.question is None:
            raise BadInput("the interview is finished")
        return self.question

    def _previous(self) -> int | None:
        earlier = [self._index(question) for question in self._asked() if self._index(question) < self.position]
        return earlier[-1] if earlier else None

    def _asked(self) -> list[Question]:
        return [question for question in self.questionnaire.questions if self.asks(question)]

    def asks(self, question: Question) -> bool:
        return self._can_ask(question) and question.is_asked(self.answers)

    def _can_ask(self, question: Question) -> bool:
        return question.kind not in self.left_out

    def _index(self, question: Question) -> int:
        return self.questionnaire.questions.index(question)
