"""When the agent speaks: never at once with the others, never too eager, never silent for good."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from kiosk.domain.errors import BadInput
from sync.agent.courier import central_address
from sync.agent.rhythm import Rhythm
from sync.agent.trouble import Delayed, Rejected


class Dice:
    """A chance that can be repeated; only `uniform` is asked here."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def uniform(self, least: float, most: float) -> float:
        return self._random.uniform(least, most)

    def shuffle(self, lines: list[bytes]) -> None:
        raise AssertionError(lines)

    def epoch(self) -> str:
        raise AssertionError

    def secret(self) -> str:
        raise AssertionError


def test_back_off_is_full_jitter_that_doubles_and_at_last_half_an_hour_to_an_hour() -> None:
    rhythm = Rhythm(Dice())
    for failures, ceiling in [(1, 300), (2, 600), (3, 1200), (4, 2400)]:
        delays = [rhythm.back_off(failures) for _ in range(2000)]
        assert min(delays) < ceiling * 0.02
        assert ceiling * 0.98 < max(delays) <= ceiling
    for failures in (5, 1000, 10**9):
        delays = [rhythm.back_off(failures) for _ in range(2000)]
        assert 1800 <= min(delays) < 1850
        assert 3550 < max(delays) <= 3600


def test_fault_of_this_machine_is_tried_again_from_five_seconds_on() -> None:
    rhythm = Rhythm(Dice())
    for failures, ceiling in [(1, 5), (2, 10), (3, 20), (10, 2560), (11, 3600), (1000, 3600), (10**9, 3600)]:
        delays = [rhythm.after_fault(failures) for _ in range(2000)]
        assert min(delays) < ceiling * 0.02
        assert ceiling * 0.98 < max(delays) <= ceiling


def test_back_off_of_a_fleet_without_a_spread_still_begins_with_five_seconds() -> None:
    rhythm = Rhythm(Dice(), start_spread=0)
    assert 4.5 < max(rhythm.back_off(1) for _ in range(500)) <= 5


def test_wish_of_the_centre_wins_and_gets_a_third_more_at_most() -> None:
    delays = [Rhythm(Dice()).after(Delayed("busy", 100.0), 50) for _ in range(2000)]

    assert min(delays) >= 100
    assert max(delays) <= 130


def test_rejection_is_tried_again_about_once_an_hour() -> None:
    rhythm = Rhythm(Dice())
    delays = [rhythm.after(Rejected("no"), 1) for _ in range(500)]

    assert min(delays) >= 1800
    assert max(delays) <= 5400


@pytest.mark.parametrize("seed", range(3))
def test_hundred_thousand_terminals_switched_on_at_once_come_one_after_the_other(seed: int) -> None:
    """Mains power comes back: the worst second has less than three times the mean."""
    rhythm = Rhythm(Dice(seed))
    first = [rhythm.first() for _ in range(100_000)]
    second = [moment + rhythm.next(900) for moment in first]

    assert max(first) <= 300
    assert max(Counter(map(int, first)).values()) < 3 * 100_000 / 300
    assert max(Counter(map(int, second)).values()) < 3 * 100_000 / 900


def test_terminals_do_not_come_back_together_after_an_outage() -> None:
    rhythm = Rhythm(Dice())
    attempts = [rhythm.back_off(12) for _ in range(100_000)]

    assert max(Counter(map(int, attempts)).values()) < 3 * 100_000 / 3600 * 2  # in half an hour


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://centrala.example", "https://centrala.example"),
        ("https://centrala.example/okienko/", "https://centrala.example/okienko"),
        ("http://127.0.0.1:8321", "http://127.0.0.1:8321"),
        ("http://127.9.9.9:1/", "http://127.9.9.9:1"),
        ("http://[::1]:8321", "http://[::1]:8321"),
        ("http://localhost:8321", "http://localhost:8321"),
    ],
)
def test_centre_is_reached_by_https_or_on_this_machine(given: str, address: str) -> None:
    assert central_address(given) == address


@pytest.mark.parametrize(
    "given",
    [
        "http://centrala.example",
        "http://10.0.0.1",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "ftp://127.0.0.1",
        "centrala.example",
        "https://",
        "https://[::1",
        "https://host:99999999",
        "https://me:secret@host",
        "https://host/?query",
        "https://ho\x01st",
        "https://host\n",
        "http://127.0.0.1\t:80",
        f"https://{'x' * 500}",
        "",
    ],
)
def test_every_other_address_is_bad_input(given: str) -> None:
    with pytest.raises(BadInput):
        central_address(given)
