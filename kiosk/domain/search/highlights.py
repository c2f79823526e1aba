"""Where in a text the typed words stand, so that a reader sees at once why a card was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.domain.search.endings import stem
from kiosk.domain.search.folding import Chunk, chunk_spans, chunks, fold_chunk
from kiosk.domain.search.index import LONGEST_TYPED
from kiosk.domain.search.small_words import small_words
from kiosk.domain.text import DEFAULT_LANGUAGE

_SHORTEST_BEGINNING = 2
"""Letters from which a typed word is shown at the beginning of another."""
_SHORTEST_STEM = 4


class TypedWords:
    """What is typed, to be looked up in texts. Slips are not forgiven here: nothing is marked that was not typed."""

    def __init__(self, typed: str) -> None:
        self._typed = typed[:LONGEST_TYPED]
        self._meant: dict[str, _Meant] = {}

    def __bool__(self) -> bool:
        return bool(chunks(self._typed))

    def spans(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        """First letter and end of each word of `text`, which is in `language`, that is one of those typed."""
        meant = self._meant.get(language)
        if meant is None:
            meant = self._meant[language] = _meant(self._typed, language)
        known = meant.known
        for start, end, chunk in chunk_spans(text):
            if chunk not in known:
                known[chunk] = meant.fits(fold_chunk(chunk, language), language)
            if known[chunk]:
                yield start, end

    def are_in(self, text: str, language: str) -> bool:
        """Whether one of them is."""
        return next(self.spans(text, language), None) is not None


@dataclass(frozen=True, slots=True)
class _Meant:
    """The typed words as they would stand in texts of one language, and their stems."""

    words: tuple[str, ...]
    stems: frozenset[str]
    parts: frozenset[str]
    """Of what is joined by signs, to be met standing alone: who types REG-02 means neither REGON nor REG-01."""
    known: dict[str, bool] = field(default_factory=dict)
    """Words that were looked at before: the same ones stand in many texts."""

    def fits(self, chunk: Chunk, language: str) -> bool:
        """Whether a word of a text, or a part of it where signs join it, is one of those typed."""
        alone = not chunk.parts and chunk.word in self.parts
        return alone or any(self._is_meant(word, language) for word in (chunk.word, *chunk.parts))

    def _is_meant(self, word: str, language: str) -> bool:
        begins = (len(typed) >= _SHORTEST_BEGINNING and word.startswith(typed) for typed in self.words)
        return word in self.words or any(begins) or stem(word, language) in self.stems


def _meant(typed: str, language: str) -> _Meant:
    folded = [fold_chunk(chunk, language) for chunk in chunks(typed)]
    words = dict.fromkeys(chunk.word for chunk in folded if chunk.word)
    small = small_words(language)
    telling = tuple(word for word in words if word not in small) or tuple(words)
    stems = (stem(word, spoken) for word in telling for spoken in {language, DEFAULT_LANGUAGE})
    parts = frozenset(part for chunk in folded for part in chunk.parts)
    return _Meant(telling, frozenset(stemmed for stemmed in stems if len(stemmed) >= _SHORTEST_STEM), parts)
