"""Long paragraphs are cut where a reader pauses, and nothing is lost."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from kiosk.terminal.pieces import pieces


@dataclass(frozen=True)
class Capacity:
    """So many lines of so many letters."""

    letters: int
    lines: int

    def holds(self, text: str) -> bool:
        return sum(max(1, -(-len(line) // self.letters)) for line in text.split("\n")) <= self.lines


TEXT = "Wniosek składa się osobiście. Można też wysłać go pocztą, na adres urzędu; wtedy liczy się data stempla."


def test_what_fits_stays_whole() -> None:
    assert pieces(TEXT, Capacity(60, 2)) == [TEXT]


def test_sentences_are_kept_whole_as_long_as_they_fit() -> None:
    assert pieces(TEXT, Capacity(40, 2)) == [
        "Wniosek składa się osobiście.",
        "Można też wysłać go pocztą, na adres urzędu; wtedy liczy się data stempla.",
    ]


def test_lines_are_kept_whole() -> None:
    assert pieces("jeden\ndwa\ntrzy", Capacity(20, 2)) == ["jeden\ndwa", "trzy"]


def test_a_scrap_takes_words_from_the_piece_before() -> None:
    assert pieces("jednostki organizacyjne i ich jednostki lokalne", Capacity(40, 1)) == [
        "jednostki organizacyjne i",
        "ich jednostki lokalne",
    ]


def test_lines_and_sentences_stay_whole_however_short_the_next_one_is() -> None:
    lines = "Siedziba w Poznaniu\nul. Wojska Polskiego 27/29\ntel. 61 279 83"
    assert pieces(lines, Capacity(30, 2)) == [
        "Siedziba w Poznaniu\nul. Wojska Polskiego 27/29",
        "tel. 61 279 83",
    ]
    assert pieces("Wniosek wysyła się na adres siedziby. Prosimy czekać.", Capacity(40, 1)) == [
        "Wniosek wysyła się na adres siedziby.",
        "Prosimy czekać.",
    ]


@pytest.mark.parametrize("seed", range(100))
def test_every_piece_fits_and_no_word_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    ends = ("", "", "", ",", ".", ";", "\n")
    text = " ".join("a" * chance.randint(1, 12) + chance.choice(ends) for _ in range(chance.randint(1, 120)))
    capacity = Capacity(chance.randint(15, 60), chance.randint(1, 6))
    cut = pieces(text, capacity)
    assert " ".join(cut).split() == text.split(), f"seed {seed}"
    assert all(capacity.holds(piece) for piece in cut), f"seed {seed}"
