"""Text in the languages of the people who read it, Polish always among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_LANGUAGE = "pl"

LANGUAGE_NAMES: Mapping[str, str] = {
    "pl": "Polski",
    "en": "English",
    "uk": "Українська",
    "de": "Deutsch",
}
"""Code and own name of each language a visitor can choose, in the order in which they are offered."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def is_right_to_left(code: str) -> bool:
    """Whether the language with this code is written from right to left: screens are then mirrored."""
    return code in _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """One text by language code; `texts["pl"]` is always there and never empty."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in `language`, or the Polish one where there is no translation."""
        return self.texts.get(language) or self.texts[DEFAULT_LANGUAGE]

    def language_shown(self, language: str) -> str:
        """The language in which `in_language` answers: speech and hyphenation must follow the text."""
        return language if self.texts.get(language) else DEFAULT_LANGUAGE

    def capitalised(self) -> LocalisedText:
        """Each text with a capital letter, as a sentence or the words on a button have it."""
        return LocalisedText({language: text[:1].upper() + text[1:] for language, text in self.texts.items()})
