"""Every word of the indexed texts, and for each the cards that have it, by how much the place in the card says.

A set of cards is one integer, bit n for card n: uniting the cards of a thousand words is then a thousand operations of
the machine, not a walk over a million entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import reduce
from itertools import chain
from operator import or_

from kiosk.domain.search.endings import stem
from kiosk.domain.search.slips import LONGEST_FORGIVEN, SHORTEST_FORGIVEN, repaired
from kiosk.domain.text import DEFAULT_LANGUAGE


class Place(IntEnum):
    """Where in a card a word stands."""

    NAME = 0
    KEYWORDS = 1
    SUMMARY = 2
    REST = 3


Cards = Sequence[int]
"""The set of cards by `Place`."""

NOWHERE: Cards = (0,) * len(Place)


class Vocabulary:
    """Looks words up in one language. `cards[place]` gives the set of cards by folded word.

    What is typed is taken for Polish too: Polish words stand in the cards of every language.
    """

    def __init__(self, cards: Sequence[Mapping[str, int]], language: str) -> None:
        self._words = sorted(set().union(*cards))
        self._number = {word: number for number, word in enumerate(self._words)}
        self._cards = tuple([cards[place].get(word, 0) for word in self._words] for place in Place)
        self._letters = "".join(sorted({letter for letter in "".join(self._words) if letter.isalpha()}))
        self._languages = tuple(dict.fromkeys((language, DEFAULT_LANGUAGE)))
        self._stems: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            self._stems.setdefault(stem(word, language), []).append(number)
        self._backwards = sorted(known[::-1] for known in self._stems)

    def exactly(self, word: str) -> Cards:
        number = self._number.get(word)
        return NOWHERE if number is None else self._of((number,))

    def same_stem(self, word: str) -> Cards:
        return self._of({number for stemmed in self._stems_of(word) for number in self._stems.get(stemmed, ())})

    def beginning(self, start: str) -> Cards:
        first, last = _range(self._words, start)
        return tuple(reduce(or_, cards[first:last], 0) for cards in self._cards)

    def beginning_with_stem(self, word: str, shortest: int) -> Cards:
        """Words that begin with the stem of `word`, if that has at least `shortest` letters."""
        stems = [stemmed for stemmed in self._stems_of(word) if len(stemmed) >= shortest]
        return _united(self.beginning(stemmed) for stemmed in stems)

    def ending_with_stem(self, word: str, shortest: int) -> Cards:
        """Compounds whose last part has the stem of `word`: Änderungen finds Datenänderung."""
        last = self._stems_of(word)[0]
        if len(last) < shortest:
            return NOWHERE
        first, end = _range(self._backwards, last[::-1])
        return self._of(chain.from_iterable(self._stems[known[::-1]] for known in self._backwards[first:end]))

    def nearly(self, word: str) -> Cards:
        """Words of five letters and more that `word` or its stem is one slip away from, whole or as far as it goes."""
        if not (SHORTEST_FORGIVEN - 1 <= len(word) <= LONGEST_FORGIVEN and word.isalpha()):
            return NOWHERE
        found, begun = set[int](), set[str]()
        for typed in {word, *self._stems_of(word)}:
            for meant in repaired(typed, self._letters, self.knows_beginning):
                found.update(self._stems.get(meant, ()))
                if meant in self._number:
                    found.add(self._number[meant])
                if len(typed) >= SHORTEST_FORGIVEN <= len(meant) and self.knows_beginning(meant):
                    begun.add(meant)
        whole = self._of(number for number in found if len(self._words[number]) >= SHORTEST_FORGIVEN)
        return _united([whole, *map(self.beginning, begun)])

    def knows_beginning(self, start: str) -> bool:
        first = bisect_left(self._words, start)
        return first < len(self._words) and self._words[first].startswith(start)

    def _stems_of(self, word: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(stem(word, language) for language in self._languages))

    def _of(self, numbers: Iterable[int]) -> Cards:
        known = tuple(numbers)
        return tuple(reduce(or_, map(cards.__getitem__, known), 0) for cards in self._cards)


def _range(ordered: Sequence[str], start: str) -> tuple[int, int]:
    """First and end of what begins with `start`."""
    return bisect_left(ordered, start), bisect_left(ordered, start + "\U0010ffff")


def _united(sets: Iterable[Cards]) -> Cards:
    return tuple(reduce(or_, column, 0) for column in zip(NOWHERE, *sets, strict=True))
