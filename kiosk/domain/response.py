"""What one interview leaves behind: chosen codes and a period, nothing that tells who, when or in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire

_FLAG = re.compile(r"[a-z]+-[0-9]+", re.ASCII)
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII)


class Channel(StrEnum):
    """The way in which a response reached us; kept apart in every analysis."""

    TERMINAL = "terminal"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Response:
    """One visitor's answers.

    `id` is a random UUIDv4: versions that carry time (1, 6, 7) are refused. `answers` holds the codes by question;
    an empty tuple says "nie chcę odpowiadać", a missing key that the question was not asked or not reached.
    `complete` is false when the visitor left before the end. `flags` are the ids of the rules that found something odd
    about it, such as `burst-1`, sorted: a flagged response is kept and counted like any other. `encrypted` stands in
    the place of `answers` where only the holder of a key can read them.
    """

    id: str
    questionnaire: str
    version: int
    language: str
    period: Period
    channel: Channel
    complete: bool
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    encrypted: str = ""

    def __post_init__(self) -> None:
        if not _UUID4.fullmatch(self.id):
            raise BadInput("the id of a response must be a random UUID (version 4)")
        if not all(_FLAG.fullmatch(flag) for flag in self.flags):
            raise BadInput("a flag of a response must be the id of a rule, such as burst-1")
        if list(self.flags) != sorted(set(self.flags)):
            raise BadInput("the flags of a response must be sorted, each once")


def answer_faults(question: Question, codes: Sequence[str]) -> list[str]:
    """Everything wrong with `codes` as an answer to `question`; empty when it may be stored."""
    if question.scale is None:
        return [f"{question.key}: free text is never stored beside codes"] if codes else []
    faults = [
        f"{question.key}: '{code}' is not a choice; allowed: {', '.join(sorted(question.scale.codes))}"
        for code in codes
        if code not in question.scale.codes
    ]
    if len(codes) > 1 and question.kind is not QuestionKind.MULTIPLE:
        faults.append(f"{question.key}: {len(codes)} answers where one is allowed")
    if len(set(codes)) < len(codes):
        faults.append(f"{question.key}: the same answer twice")
    return faults


def response_faults(questionnaire: Questionnaire, answers: Mapping[str, Sequence[str]]) -> list[str]:
    """Everything wrong with `answers` under `questionnaire`, skip logic included."""
    faults: list[str] = []
    for key, codes in answers.items():
        question = questionnaire.by_key.get(key)
        if question is None:
            faults.append(f"'{key}' is not a question of {questionnaire.id} version {questionnaire.version}")
            continue
        faults.extend(answer_faults(question, codes))
        if not question.is_asked(answers):
            faults.append(f"{key}: answered although the earlier answers skip it")
    return faults
