"""Why a value is not there: the kinds of missing, and how each file format writes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kiosk.domain.text import LocalisedText


class Missing(Enum):
    """Each kind has its number in SPSS (user-missing, -9 to -1), its letter in Stata (`.a` to `.f`), its mark in text
    files and its name in Parquet and JSON Lines. None of them ever changes or is used for something else.

    Averages stay right by themselves: SPSS and Stata leave these values out, in Parquet they are null, and the marks
    of text files are no numbers.
    """

    DECLINED = (-9, "b", "-", "declined")
    """Somebody said "nie chcę odpowiadać"."""
    NOT_ASKED = (-8, "a", "", "not_asked")
    """Skip logic passed the question over."""
    NO_ANSWER = (-7, "c", ".", "no_answer")
    """It would have been asked: the visitor left before it, or the sheet was blank there."""
    NOT_OFFERED = (-6, "d", "..", "not_offered")
    """This version of the questionnaire has no such question or choice."""
    NOT_APPLICABLE = (-5, "e", "n/a", "not_applicable")
    """"Nie dotyczy / trudno powiedzieć" was chosen."""
    INVALID = (-4, "f", "?", "invalid")
    """A code that the questionnaire does not have; counted and told when a file is written."""

    def __init__(self, number: int, letter: str, mark: str, word: str) -> None:
        self.number = number
        self.letter = letter
        self.mark = mark
        self.word = word

    @property
    def label(self) -> LocalisedText:
        """What it is called in a file with labels."""
        return _LABELS[self]


_LABELS: Mapping[Missing, LocalisedText] = {
    Missing.DECLINED: LocalisedText(
        {"pl": "nie chcę odpowiadać", "en": "prefer not to say", "uk": "не хочу відповідати", "de": "keine Angabe"}
    ),
    Missing.NOT_ASKED: LocalisedText(
        {
            "pl": "nie zadano (filtr)",
            "en": "not asked (skip logic)",
            "uk": "не запитано (фільтр)",
            "de": "nicht gestellt (Filter)",
        }
    ),
    Missing.NO_ANSWER: LocalisedText(
        {"pl": "brak odpowiedzi", "en": "no answer", "uk": "немає відповіді", "de": "keine Antwort"}
    ),
    Missing.NOT_OFFERED: LocalisedText(
        {
            "pl": "nie było w tej wersji ankiety",
            "en": "not in this version of the questionnaire",
            "uk": "не було в цій версії анкети",
            "de": "nicht in dieser Fassung des Fragebogens",
        }
    ),
    Missing.NOT_APPLICABLE: LocalisedText(
        {"pl": "nie dotyczy", "en": "not applicable", "uk": "не стосується", "de": "trifft nicht zu"}
    ),
    Missing.INVALID: LocalisedText(
        {"pl": "kod spoza ankiety", "en": "invalid code", "uk": "код поза анкетою", "de": "ungültiger Code"}
    ),
}
