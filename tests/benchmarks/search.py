"""Prints what searching costs: building the index, and every keystroke of long queries, beside a plain scan.

    .venv/bin/python -m tests.benchmarks.search [--cards 1000] [--queries 60]

The cards are those of the demonstration pack, every fifth word of every text turned into a made-up one that looks like
its language, so that the vocabulary grows with the cards as it would with real ones. The scan is the floor: whether
every typed word stands in the folded text of the card, with no endings, slips or order.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import TypeVar

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.card import Card
from kiosk.domain.search.fields import fields as searched
from kiosk.domain.search.folding import chunks, fold_chunk
from kiosk.domain.search.index import CardIndex
from kiosk.domain.text import LocalisedText

PACK = resources() / "offices" / "poznan"
WORD = re.compile(r"[^\W\d_]{4,}")
BEGINNINGS = {
    "pl": "prze za wy roz nad pod bez współ dwu mało",
    "en": "over under re mis inter fore out cross half",
    "uk": "пере за ви роз над під без спів дво мало",
    "de": "über unter ver zer vor nach zwischen halb neben",
}
V = TypeVar("V")


def main() -> None:
    parser = argparse.ArgumentParser(description="Print what searching costs.")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=60)
    options = parser.parse_args()
    chance = random.Random(1)
    cards = many_cards(options.cards, chance)
    print(f"{len(cards)} cards, {options.queries} queries of five words a language; times in ms")
    for language in BEGINNINGS:
        print_language(cards, language, options.queries, chance)


def print_language(cards: Sequence[Card], language: str, queries: int, chance: random.Random) -> None:
    building = [timed(partial(CardIndex, cards, language))[0] for _ in range(3)]
    index = CardIndex(cards, language)
    print(f"{language}: build {summary(building)}")
    texts = [folded_text(card, language) for card in cards]
    floor = keystrokes(typed_queries(cards, language, queries, chance), scan(texts, language))
    print(f"    {'scan (floor)':23} {summary(floor)}")
    kinds: dict[str, Callable[[str], str]] = {
        "as written": lambda word: word,
        "a slip in every word": lambda word: slipped(word, chance),
        "words of no card": lambda word: "".join(chance.sample(word, len(word))),
    }
    for name, change in kinds.items():
        typed = [" ".join(map(change, query.split())) for query in typed_queries(cards, language, queries, chance)]
        print(f"    {name:23} {summary(keystrokes(typed, index.find))}")


def many_cards(number: int, chance: random.Random) -> list[Card]:
    originals = read_pack(PACK).catalogue.cards
    cards = []
    for n, original in zip(range(number), itertools.cycle(originals), strict=False):
        made_up = {language: MadeUp(language, chance) for language in BEGINNINGS}
        cards.append(replace(varied(original, made_up), code=f"{original.code[:3]}-{n + 100}"))
    return cards


class MadeUp:
    """Replaces words by made-up ones, the same word by the same one within a card."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self._beginnings = BEGINNINGS[language].split()
        self._chance = chance
        self._words: dict[str, str] = {}

    def text(self, text: str) -> str:
        return WORD.sub(lambda found: self._word(found[0]), text)

    def _word(self, word: str) -> str:
        if word not in self._words:
            self._words[word] = self._invented(word) if self._chance.random() < 0.2 else word
        return self._words[word]

    def _invented(self, word: str) -> str:
        """Another beginning, and two letters changed places: about as many neighbours as real words have."""
        first, second = sorted(self._chance.sample(range(len(word)), 2))
        mixed = word[:first] + word[second] + word[first + 1 : second] + word[first] + word[second + 1 :]
        return self._chance.choice(self._beginnings) + mixed.lower()


def varied(value: V, made_up: dict[str, MadeUp]) -> V:
    """The same value with every localised text within changed."""
    if isinstance(value, LocalisedText):
        changed = {language: made_up[language].text(text) for language, text in value.texts.items()}
        return type(value)(changed)
    if isinstance(value, tuple):
        return type(value)(varied(item, made_up) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: varied(getattr(value, field.name), made_up) for field in fields(value)})
    return value


def typed_queries(cards: Sequence[Card], language: str, number: int, chance: random.Random) -> list[str]:
    """Five longer words of one card each: more than a visitor types in earnest."""
    queries = []
    for card in chance.choices(cards, k=number):
        words = sorted({word for _, text in searched(card, language) for word in WORD.findall(text) if len(word) > 5})
        queries.append(" ".join(chance.sample(words, 5)))
    return queries


def slipped(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    return chance.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + chance.choice(word) + word[place + 1 :],
        ]
    )


def folded_text(card: Card, language: str) -> str:
    return " ".join(fold_chunk(chunk, language).word for _, text in searched(card, language) for chunk in chunks(text))


def scan(texts: Sequence[str], language: str) -> Callable[[str], object]:
    def found(typed: str) -> list[str]:
        words = [fold_chunk(chunk, language).word for chunk in chunks(typed)]
        return [text for text in texts if all(word in text for word in words)]

    return found


def keystrokes(queries: Sequence[str], find: Callable[[str], object]) -> list[float]:
    """Seconds of every keystroke of every query."""
    return [timed(partial(find, query[:length]))[0] for query in queries for length in range(1, len(query) + 1)]


def timed(work: Callable[[], V]) -> tuple[float, V]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def summary(values: Sequence[float]) -> str:
    ordered = sorted(values)
    median, p99 = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"median {median * 1000:6.1f}, p99 {p99 * 1000:6.1f}, worst {ordered[-1] * 1000:6.1f} of {len(ordered)}"


if __name__ == "__main__":
    main()
