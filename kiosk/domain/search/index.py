"""Finds the cards that a visitor means, at every letter typed, best first.

Every typed word has to be somewhere in the card, the last one as far as it is typed. How much a word counts is how well
it fits (as typed, with another ending, begun, within a compound, with a slip) times where it stands (name, keywords,
summary, the rest). Where no card has all the words, those with most of them are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from kiosk.domain.card import Card
from kiosk.domain.search.fields import Field, fields
from kiosk.domain.search.folding import Chunk, chunks, fold_chunk
from kiosk.domain.search.small_words import small_words
from kiosk.domain.search.vocabulary import Cards, Place, Vocabulary

LONGEST_TYPED = 200
"""Letters that are read, and so the most that one keystroke can cost."""

MOST_WORDS = 12

AT_PLACE = {Place.NAME: 4.0, Place.KEYWORDS: 3.2, Place.SUMMARY: 2.5, Place.REST: 0.5}
AS_TYPED, OTHER_ENDING, BEGUN, COMPOUND = 1.0, 0.95, 0.8, 0.6
SLIP = 0.1
"""So little that a slip in a name counts less than the word as typed anywhere."""

SHORTEST_BEGINNING = 4
"""Letters from which the stem of a word may begin another or be the last part of a compound."""

COMPOUNDING = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Match:
    """A card that was found, and whether it has every typed word."""

    card: Card
    is_complete: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """Where one typed word is: disjoint sets of cards with what the word counts there, and their union."""

    sets: tuple[tuple[float, int], ...]
    cards: int


SearchedTexts = Callable[[Card, str], Iterable[Field]]
"""The texts of a card that are searched in a language."""


class CardIndex:
    """The cards searchable in one language. Ties keep the order of `cards`.

    Building reads every text once (a thousand cards take some tenths of a second: not for the GUI thread). After that
    nothing changes, and any thread may ask. `texts` says what is searched: what visitors may find, unless told
    otherwise.
    """

    def __init__(self, cards: Sequence[Card], language: str, texts: SearchedTexts = fields) -> None:
        self._cards = tuple(cards)
        self._language = language
        self._small = small_words(language)
        self._vocabulary = _vocabulary(self._cards, language, texts)

    def find(self, typed: str, limit: int = 20) -> tuple[Match, ...]:
        """At most `limit` cards for what is typed so far, best first; none where nothing is typed."""
        words = self._words(typed)
        found = self._all_found(words, every_slip=False)
        common = _common(found)
        if words and not common:
            found = self._all_found(words, every_slip=True)
            common = _common(found)
        if common:
            return tuple(Match(self._cards[n], is_complete=True) for n in self._ranked(found, common)[:limit])
        return self._with_most(found, limit)

    def _words(self, typed: str) -> tuple[str, ...]:
        folded = [fold_chunk(chunk, self._language) for chunk in chunks(typed[:LONGEST_TYPED])]
        words = [word for chunk in folded for word in self._meant(chunk)]
        telling = [word for word in words if word not in self._small] or words[-1:]
        # The last of equal words stays where it is: it may still be growing.
        return tuple(reversed(dict.fromkeys(reversed(telling[-MOST_WORDS:]))))

    def _meant(self, chunk: Chunk) -> tuple[str, ...]:
        whole = not chunk.parts or self._vocabulary.knows_beginning(chunk.word)
        return tuple(filter(None, (chunk.word,))) if whole else chunk.parts

    def _all_found(self, words: Sequence[str], *, every_slip: bool) -> list[_Found]:
        last = len(words) - 1
        return [self._found(word, unfinished=n == last, every_slip=every_slip) for n, word in enumerate(words)]

    def _found(self, word: str, *, unfinished: bool, every_slip: bool) -> _Found:
        known = self._vocabulary
        fits: list[tuple[float, Cards]] = [(AS_TYPED, known.exactly(word)), (OTHER_ENDING, known.same_stem(word))]
        if unfinished:
            fits.append((BEGUN, known.beginning(word)))
        fits.append((BEGUN, known.beginning_with_stem(word, SHORTEST_BEGINNING)))
        if self._language in COMPOUNDING:
            fits.append((COMPOUND, known.ending_with_stem(word, SHORTEST_BEGINNING)))
        # Slips cost most and blur the answer: they are tried for a word that is nowhere but perhaps in small print.
        if every_slip or not any(cards[place] for _, cards in fits for place in Place if place is not Place.REST):
            fits.append((SLIP, known.nearly(word)))
        return _sorted_out(fits)

    def _ranked(self, found: Sequence[_Found], wanted: int) -> list[int]:
        """Numbers of the wanted cards, those that have most words first, then by what their words count."""
        counts = dict.fromkeys(_numbers(wanted), 0)
        scores = dict.fromkeys(counts, 0.0)
        for word in found:
            for score, cards in word.sets:
                for number in _numbers(cards & wanted):
                    counts[number] += 1
                    scores[number] += score
        return sorted(counts, key=lambda number: (-counts[number], -scores[number], number))

    def _with_most(self, found: Sequence[_Found], limit: int) -> tuple[Match, ...]:
        """The cards that have at least half of the words, none having all."""
        somewhere = reduce(or_, (word.cards for word in found), 0)
        best = self._ranked(found, somewhere)[:limit]
        counts = {n: sum(word.cards >> n & 1 for word in found) for n in best}
        return tuple(Match(self._cards[n], is_complete=False) for n in best if 2 * counts[n] >= len(found))


def _vocabulary(cards: Sequence[Card], language: str, searched: SearchedTexts) -> Vocabulary:
    sets: tuple[dict[str, int], ...] = tuple({} for _ in Place)
    reader = _Reader(language)
    for number, card in enumerate(cards):
        card_set, seen = 1 << number, set[str]()
        by_place: dict[Place, list[str]] = {}
        for place, text in searched(card, language):
            by_place.setdefault(place, []).append(text)
        for place, texts in sorted(by_place.items()):
            words = reader.words("\n".join(texts))
            # A word counts only where it counts most.
            at_place = sets[place]
            for word in words - seen:
                at_place[word] = at_place.get(word, 0) | card_set
            seen |= words
    return Vocabulary(sets, language)


class _Reader:
    """Reads the folded words of texts, each spelling folded once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._folded: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def words(self, text: str) -> set[str]:
        written = set(chunks(text))
        for chunk in written.difference(self._folded):
            self._folded[chunk], parts = fold_chunk(chunk, self._language)
            if parts:
                self._parts[chunk] = parts
        words = set(map(self._folded.__getitem__, written))
        words.update(*[self._parts[chunk] for chunk in written if chunk in self._parts])
        words.discard("")
        return words


def _common(found: Sequence[_Found]) -> int:
    return reduce(and_, (word.cards for word in found)) if found else 0


def _sorted_out(fits: Sequence[tuple[float, Cards]]) -> _Found:
    """Each card under the best that the word counts in it."""
    sets, seen = [], 0
    scored = [(fit * worth, cards[place]) for fit, cards in fits for place, worth in AT_PLACE.items() if cards[place]]
    for score, cards in sorted(scored, key=lambda pair: -pair[0]):
        if new := cards & ~seen:
            sets.append((score, new))
            seen |= new
    return _Found(tuple(sets), seen)


def _numbers(cards: int) -> Iterator[int]:
    """The numbers of the cards in a set, in order."""
    return (number for number, bit in enumerate(reversed(f"{cards:b}")) if bit == "1")
