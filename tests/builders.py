"""Small valid values from which tests build what they need."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from kiosk.domain.branching import parse_condition
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.response import Channel, Response
from kiosk.domain.text import LocalisedText

WEEK = Period.parse("2026-W48")


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)) -> None:
        self.time = now
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.seconds


def text(polish: str) -> LocalisedText:
    return LocalisedText({"pl": polish})


def scale(name: str, *codes: str, not_applicable: str | None = None) -> Scale:
    return Scale(name, tuple(Choice(code, text(f"{name} {code}")) for code in codes), not_applicable)


def question(
    key: str, kind: QuestionKind, answers: Scale | None, show_if: str | None = None, revision: int = 1
) -> Question:
    condition = None if show_if is None else parse_condition(show_if)
    return Question(key, key, kind, text(f"{key}?"), answers, revision, show_if=condition)


FIVE = scale("five", "1", "2", "3", "4", "5", "98", not_applicable="98")

SURVEY = Questionnaire(
    "pilot",
    1,
    text("Ankieta"),
    text("Anonimowa"),
    text("Dziękujemy"),
    (
        question("ogolem", QuestionKind.RATING, FIVE),
        question("wynik", QuestionKind.SINGLE, scale("wynik", "tak", "czesc", "nie")),
        question(
            "powod",
            QuestionKind.MULTIPLE,
            scale("powod", "dok", "czas", "inny"),
            "${wynik} = 'czesc' or ${wynik} = 'nie'",
        ),
        question("siedziba", QuestionKind.RATING, FIVE),
    ),
)
"""Four questions, one of them behind skip logic."""


def response(
    answers: Mapping[str, tuple[str, ...]] | None = None,
    *,
    complete: bool = True,
    period: Period = WEEK,
    language: str = "pl",
    identity: str | None = None,
    flags: tuple[str, ...] = (),
) -> Response:
    return Response(
        identity or str(uuid.uuid4()),
        "pilot",
        1,
        language,
        period,
        Channel.TERMINAL,
        complete,
        {"ogolem": ("4",)} if answers is None else answers,
        flags,
    )
