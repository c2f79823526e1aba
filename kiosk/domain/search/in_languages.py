"""In which language staff look for what they typed: a word that a visitor spells out may be one of another language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.search.index import Match

Find = Callable[[str], Sequence[Match] | None]
"""Cards that are found in a language, best first; None as long as it cannot be searched."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, in which language; `is_ready` is false as long as the home language cannot be searched."""

    language: str
    matches: tuple[Match, ...] = ()
    is_ready: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether the best has all the words, or there is none."""
        return not self.matches or self.matches[0].is_complete


def found_in_languages(find: Find, home: str, others: Iterable[str]) -> Found:
    """In the language `home`; where no card there has all the words, in the first of the `others` where one has.

    The others are asked only then: each must be made searchable first.
    """
    best = find(home)
    if best is None:
        return Found(home, is_ready=False)
    if not _has_all_words(best):
        for language in others:
            other = find(language)
            if other and _has_all_words(other):
                return Found(language, tuple(other))
    return Found(home, tuple(best))


def _has_all_words(matches: Sequence[Match]) -> bool:
    return bool(matches) and matches[0].is_complete
