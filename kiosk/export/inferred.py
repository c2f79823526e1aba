"""A questionnaire made up from the data, for responses to a version that no pack at hand describes.

It has no words: keys and codes stand in for them. Which questions skip logic passed over cannot be known, so what is
missing there counts as not answered.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText


def inferred_questionnaire(
    id_: str, version: int, given_answers: Iterable[tuple[str, tuple[str, ...]]]
) -> Questionnaire:
    """The smallest questionnaire under which `given_answers` could have been given."""
    codes: dict[str, dict[str, None]] = {}
    several: set[str] = set()
    for key, chosen in given_answers:
        codes.setdefault(key, {}).update(dict.fromkeys(chosen))
        if len(chosen) > 1:
            several.add(key)
    questions = tuple(
        Question(
            key,
            key,
            QuestionKind.MULTIPLE if key in several else QuestionKind.SINGLE,
            _text(key),
            Scale(key, tuple(Choice(code, _text(code)) for code in sorted(codes[key]))),
        )
        for key in sorted(codes)
    )
    return Questionnaire(id_, version, _text(id_), _text(id_), _text(id_), questions)


def _text(word: str) -> LocalisedText:
    return LocalisedText({"pl": word})
