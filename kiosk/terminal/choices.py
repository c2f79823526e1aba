"""A question's choices as rows: what is written on each, and which are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.domain.questionnaire import Choice, Question
from kiosk.domain.text import LocalisedText
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.rows import RowModel
from kiosk.terminal.typography import SOFT_HYPHEN

_NARROW = 8
"""Letters of a word that may stay whole below a face where there is little room; `breaking` is the label so written."""
_HALF = 14
"""Letters that fit on half a line of the smallest panel in the largest text."""


class ChoiceRows:
    """The choices of one question at a time. The "not applicable" one is kept apart: it is no step of the scale.

    A pack writes answers as the paper questionnaire does, in lower case. What is written below a face stays so; where
    the words are the button (`capital`), and on "not applicable", they begin with a capital letter.
    """

    def __init__(self, language: LanguageViewModel, parent: QObject, *, capital: bool = False) -> None:
        self.model = RowModel("code", "label", "breaking", "chosen", parent=parent)
        self.not_applicable: Choice | None = None
        self._language = language
        self._capital = capital
        self._choices: tuple[Choice, ...] = ()
        self._chosen: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Codes chosen, in the order of the scale."""
        return self._chosen

    def offers(self, code: str) -> bool:
        """Whether `code` can be chosen: until the next frame a finger finds the choices of the question before."""
        return code in (choice.code for choice in self._choices)

    @property
    def words(self) -> list[str]:
        """What may not break on any choice: the longest decides how large all of them can be written."""
        return [word for row in self.model.rows for word in _unbroken(str(row["label"]))]

    @property
    def longest_label(self) -> int:
        """Letters of the longest label: what decides how many lines stand below a face."""
        return max((len(str(row["label"])) for row in self.model.rows), default=0)

    @property
    def ends(self) -> tuple[str, str]:
        """What is written on the first choice and on the last."""
        if not (rows := self.model.rows):
            return "", ""
        ends = rows[0], rows[-1]
        is_long = any(len(word) > _HALF for row in ends for word in _unbroken(str(row["label"])))
        first, last = (str(row["breaking" if is_long else "label"]) for row in ends)
        return first, last

    @property
    def not_applicable_label(self) -> str:
        """The words for "not applicable", empty where the question does not offer it."""
        return self._language.text(self.not_applicable.label.capitalised()) if self.not_applicable is not None else ""

    def ask(self, question: Question | None, chosen: Sequence[str] = ()) -> None:
        """Show the choices of `question`, with those of an earlier answer chosen."""
        scale = question.scale if question is not None else None
        every = scale.choices if scale is not None else ()
        apart = scale.not_applicable if scale is not None else None
        self._choices = tuple(choice for choice in every if choice.code != apart)
        self.not_applicable = next((choice for choice in every if choice.code == apart), None)
        self.choose(chosen)

    def choose(self, codes: Sequence[str]) -> None:
        """Choose exactly `codes`."""
        order = [choice.code for choice in self._choices]
        if self.not_applicable is not None:
            order.append(self.not_applicable.code)
        self._chosen = tuple(code for code in order if code in codes)
        self.refresh()

    def toggle(self, code: str) -> None:
        """Choose `code` too, or no longer."""
        self.choose([each for each in self._chosen if each != code] if code in self._chosen else [*self._chosen, code])

    def refresh(self) -> None:
        """Write the rows again, after a change of language too."""
        self.model.show(
            [
                {
                    "code": each.code,
                    "label": self._language.text(self._written(each)),
                    "breaking": self._language.text(self._written(each), longest=_NARROW),
                    "chosen": each.code in self._chosen,
                }
                for each in self._choices
            ]
        )

    def _written(self, choice: Choice) -> LocalisedText:
        return choice.label.capitalised() if self._capital else choice.label


def _unbroken(label: str) -> list[str]:
    return label.replace(SOFT_HYPHEN, "").split(" ")
