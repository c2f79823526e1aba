"""A burst is told from a queue by beginnings alone, and nothing of them is kept but a few moments in memory."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.domain.bursts import BURST_1, BurstRule, BurstWatch


def flagged(moments: Sequence[float], rule: BurstRule = BURST_1) -> list[int]:
    """Which of the interviews that begin at these moments are flagged, counted from 1."""
    watch = BurstWatch(rule)
    return [number for number, moment in enumerate(moments, start=1) if watch.begin(moment)]


def every(seconds: float, times: int, start: float = 1000.0) -> list[float]:
    return [start + number * seconds for number in range(times)]


@pytest.mark.parametrize(
    ("who", "moments", "expected"),
    [
        ("nobody", [], []),
        ("one visitor", [0], []),
        ("three people leave together, a minute in all", [0, 20, 40], []),
        ("a family of three, each one face and gone", [0, 4, 8], []),
        ("a real queue, half an hour long", every(35, 30), []),
        ("a queue of quick readers", every(20, 200), []),
        ("somebody taps the sad face ten times", every(2, 10), [4, 5, 6, 7, 8, 9, 10]),
        ("staff push the happiest face, going home each time", every(7, 6), [4, 5, 6]),
        ("children hammer for ten seconds", every(0.05, 200), list(range(4, 201))),
        ("two bursts, a quarter of an hour apart", [*every(1, 5, 0), *every(1, 5, 900)], [4, 5, 9, 10]),
        ("a burst, and the next visitor 20 seconds after it", [0, 1, 2, 3, 23], [4]),
        ("a burst, a breath, and on it goes", [0, 1, 2, 3, 23, 24], [4, 6]),
    ],
)
def test_bursts_are_flagged_and_queues_are_not(who: str, moments: Sequence[float], expected: list[int]) -> None:
    assert flagged(moments) == expected, who


@pytest.mark.parametrize(
    ("fourth", "third", "expected"),
    [
        (59.999, 50.0, [4]),  # within the window and the gap
        (60.0, 50.0, []),  # the window ends
        (54.999, 40.0, [4]),
        (55.0, 40.0, []),  # the gap ends
    ],
)
def test_edges_of_the_window_and_of_the_gap(fourth: float, third: float, expected: list[int]) -> None:
    assert flagged([0.0, 10.0, third, fourth]) == expected


def test_the_window_slides_over_flagged_ones_too() -> None:
    assert flagged(every(14, 30)) == list(range(4, 31))


def test_clock_that_stands_still_is_a_burst() -> None:
    assert flagged([1000.0] * 6) == [4, 5, 6]


def test_restarted_terminal_begins_afresh() -> None:
    assert flagged(every(1, 3)) == flagged(every(1, 3, start=0.0)) == []


def test_flag_is_the_rules_name_and_version() -> None:
    rule = BurstRule("burst", 2, beginnings=2, window=10.0, gap=10.0)
    watch = BurstWatch(rule)
    assert (watch.begin(0.0), watch.begin(1.0)) == ((), ("burst-2",))
    assert BURST_1.id == "burst-1"


def test_published_rule_is_what_it_was() -> None:
    """Other figures are another version: a flag must mean the same in every year's data."""
    assert BurstRule("burst", 1, beginnings=4, window=60.0, gap=15.0) == BURST_1


def test_no_more_is_remembered_than_the_rule_looks_back() -> None:
    watch = BurstWatch()
    for moment in every(1, 1000):
        watch.begin(moment)
    assert list(watch._moments) == every(1, 1000)[-3:]
