"""A questionnaire made up from the data, for responses to a version that no pack at hand describes.

It has no words: keys and codes stand in for them. Which questions skip logic passed over cannot be known, so what is
missing there counts as not answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText


def inferred_questionnaire(
    id_: str,
    version: int,
    given_answers: Iterable[tuple[str, tuple[str, ...]]],
    described: Mapping[str, Question],
) -> Questionnaire:
    """The smallest questionnaire under which `given_answers` could have been given.

    Questions that are `described` in another version stay what they are there, with the codes that are new.
    """
    codes: dict[str, dict[str, None]] = {}
    several: set[str] = set()
    for key, chosen in given_answers:
        codes.setdefault(key, {}).update(dict.fromkeys(chosen))
        if len(chosen) > 1:
            several.add(key)
    questions = [_question(key, sorted(codes[key]), described.get(key), key in several) for key in sorted(codes)]
    return Questionnaire(id_, version, _text(id_), _text(id_), _text(id_), tuple(questions))


def _question(key: str, codes: Sequence[str], described: Question | None, is_several: bool) -> Question:  # noqa: FBT001
    known = described.scale.choices if described is not None and described.scale is not None else ()
    names = {choice.code for choice in known}
    choices = (*known, *(Choice(code, _text(code)) for code in codes if code not in names))
    if described is not None and described.scale is not None:
        kind = QuestionKind.MULTIPLE if is_several else described.kind
        return replace(described, kind=kind, scale=replace(described.scale, choices=choices), show_if=None)
    return Question(
        key, key, QuestionKind.MULTIPLE if is_several else QuestionKind.SINGLE, _text(key), Scale(key, choices)
    )


def _text(word: str) -> LocalisedText:
    return LocalisedText({"pl": word})
