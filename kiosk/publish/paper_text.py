"""Text as it goes to paper: runs of words, each with its language, that nothing can take for anything but words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText

Run = tuple[str, str]
"""Words and their language."""

_NEVER_SHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff0-\ufffb\ufffe\uffff]")
"""Control characters, and marks that turn the reading direction: on an official paper nothing reads backwards."""
_LONELY = re.compile(r"(?<![^\s(„“«])([aiouwzAIOUWZ]|[вузіоаяйВУЗІОАЯЙ]|\d{1,3}) (?=\S)")
_REFERENCE = re.compile(
    r"(?<![\w.])([Aa]rt\.|[Uu]st\.|[Pp]oz\.|Pos\.|Abs\.|[Nn]r\.?|[Tt]el\.|[Тт]ел\.|Dz\.U\.|pkt|lit\.|zał\.|§+"
    r"|[Uu]l\.|[Aa]l\.|[Pp]l\.|[Oo]s\.|PLN|ст\.|п\.|поз\.) (?=[\w§])"
)
_UNIT = re.compile(r"(?<=\d) (?=(?:r\.|р\.|zł|PLN|Uhr|dni\w?|днів|Tage|days)(?!\w))")
_POSTCODE = re.compile(r"(?<=\b\d\d-\d{3}) (?=[^\W\d])")
_ENDING = re.compile(r"(?<=\d)-(?=[^\W\d])")
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: runs in reading order."""

    runs: tuple[Run, ...]

    def within(self, template: str, language: str) -> Words:
        """In the place of `%1` in the program's own words, which keep their own language."""
        before, _, after = template.partition("%1")
        return Words(tuple(run for run in ((before, language), *self.runs, (after, language)) if run[0]))

    def noted(self, language: str, *notes: str) -> Words:
        """With those `notes` in brackets that it does not say itself; a full stop stays at the end."""
        whole = self.text
        written = ", ".join(note for note in notes if note and note not in whole)
        if not written or not self.runs:
            return self
        *before, (last, its_language) = self.runs
        if last.endswith(")"):
            return Words((*before, (f"{last[:-1]}; ", its_language), (f"{written})", language)))
        stop = "." if last.endswith(".") else ""
        kept = last.removesuffix(stop) if stop else last
        return Words((*before, (f"{kept} ", its_language), (f"({written}){stop}", language)))

    def followed_by(self, other: Words) -> Words:
        return replace(self, runs=self.runs + other.runs)

    def and_then(self, sentence: Words) -> Words:
        """With another sentence, after a full stop if there is none yet."""
        language = self.runs[-1][1]
        return self.followed_by(told(" " if self.text.endswith((".", "!", "?")) else ". ", language)).followed_by(
            sentence
        )

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.runs)

    def as_data(self) -> list[list[str]]:
        """For the template: pairs of words and language."""
        return [[set_well(words), language] for words, language in self.runs]


def written(text: LocalisedText, language: str) -> Words:
    """What the office wrote, in `language` or else in Polish."""
    return Words(((text.in_language(language), text.language_shown(language)),))


def told(words: str, language: str) -> Words:
    return Words(((words, language),))


def in_polish(words: str) -> Words:
    """What is Polish in every language: titles of Polish law, addresses in Poland."""
    return told(words, DEFAULT_LANGUAGE)


def set_well(words: str) -> str:
    """The words as they are printed: nothing unseen, and no number, reference or lonely letter torn from its word."""
    seen = _NEVER_SHOWN.sub("\N{REPLACEMENT CHARACTER}", words)
    held = _REFERENCE.sub(rf"\1{_NO_BREAK}", _LONELY.sub(rf"\1{_NO_BREAK}", seen))
    held = _ENDING.sub("\N{NON-BREAKING HYPHEN}", held)
    return _POSTCODE.sub(_NO_BREAK, _UNIT.sub(_NO_BREAK, held))


def as_sentence(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]
