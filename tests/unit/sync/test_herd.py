"""A hundred thousand terminals never speak at once: after the mains return, and after the centre was away for days.

The measure is the worst second against the mean over the window in which every terminal has its first contact. All
contacts in it count, for the centre has to answer them all; and the first ones alone, which bring what has gathered.
A window may have a mean that is itself a herd's, so after a reboot the measure is also the 300 seconds that the rhythm
promises, after an outage the ordinary rate of 111 a second; two hours after a reboot everybody has found an own place.

A centre that returns a few minutes after the mains do is the worst: waits are still short then. Its worst second is
held below twice what a start of everybody brings on average.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from sync.agent.rhythm import Rhythm

Moments: TypeAlias = NDArray[np.float64]

SEED = int(os.environ.get("OKIENKO_SEED", "20261201"))
TERMINALS = 100_000
NEXT_S = 900.0
ORDINARY = TERMINALS / NEXT_S
"""Contacts a second on an ordinary day."""
OUTAGE = 3 * 86_400.0
AFTERWARDS = 3 * 3600.0
"""Seconds that are watched after the last terminal has come."""


class Everybody:
    """A chance that deals to every terminal at once, so that the real rhythm gives all their waits in one call."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)

    def uniform(self, least: float, most: float) -> Any:
        return self._random.uniform(least, most, TERMINALS)

    def shuffle(self, lines: list[bytes]) -> None:
        raise AssertionError(lines)

    def epoch(self) -> str:
        raise AssertionError

    def secret(self) -> str:
        raise AssertionError


class PunctualStart(Rhythm):
    """Known to be bad: reports at once when the mains return."""

    def first(self) -> float:
        return 5 + 0 * super().first()


class PunctualBackOff(Rhythm):
    """Known to be bad: comes back after the full time, as all the others do."""

    def back_off(self, failures: int) -> float:
        return 0 * super().back_off(failures) + min(3600.0, 5.0 * 2.0 ** (failures - 1))


class HastyBackOff(Rhythm):
    """Known to be bad: full jitter that begins with five seconds, right for one terminal and not for all."""

    def back_off(self, failures: int) -> float:
        return self.after_fault(failures)


@dataclass(frozen=True, slots=True)
class Return:
    """What the centre sees from the moment at which contacts succeed: the first ones, and all."""

    firsts: Moments
    all: Moments

    @property
    def mean(self) -> float:
        window = float(np.max(self.firsts))
        return float((self.all <= window).sum()) / window

    @property
    def worst(self) -> int:
        return _worst(self.all, 1)

    @property
    def worst_to_mean(self) -> float:
        return self.worst / self.mean

    @property
    def worst_firsts_to_mean(self) -> float:
        """First contacts in the worst ten seconds, against their mean over an hour."""
        return _worst(self.firsts, 10) / (10 * TERMINALS / 3600)


def reboot(rhythm: Rhythm) -> Return:
    """The mains return to everybody at 0; the centre is there."""
    return _followed(rhythm, _of(rhythm.first()))


def outage(rhythm: Rhythm, seconds: float = OUTAGE) -> Return:
    """The mains return to everybody, and the centre so much later: the most orderly start that a herd can have."""
    moments = _of(rhythm.first())
    failures = 0
    while (is_failing := moments < seconds).any():
        failures += 1
        moments = np.where(is_failing, moments + rhythm.back_off(failures), moments)
    return _followed(rhythm, moments - seconds)


def _followed(rhythm: Rhythm, firsts: Moments) -> Return:
    """The first contacts and the ordinary ones after them."""
    end = np.max(firsts) + AFTERWARDS
    rounds = [firsts]
    while (rounds[-1] < end).any():
        rounds.append(rounds[-1] + rhythm.next(NEXT_S))
    moments = np.concatenate(rounds)
    return Return(firsts, moments[moments < end])


def _of(waits: Any) -> Moments:
    moments: Moments = waits
    assert moments.shape == (TERMINALS,)
    return moments


def _worst(moments: Moments, seconds: int) -> int:
    """Most contacts in any stretch of so many whole seconds."""
    counts = np.bincount(moments.astype(int))
    return int(np.convolve(counts, np.ones(seconds, int)).max())


def check_reboot(seed: int) -> Return:
    seen = reboot(Rhythm(Everybody(seed)))
    assert seen.worst_to_mean < 3, f"seed {seed}"
    assert seen.worst < 3 * TERMINALS / 300, f"seed {seed}"  # a window of half a minute would have a mean of its own
    assert _worst(seen.all[seen.all > np.max(seen.firsts) + 2 * 3600], 1) < 2 * ORDINARY, f"seed {seed}"
    return seen


def check_outage(seed: int) -> Return:
    seen = outage(Rhythm(Everybody(seed)))
    assert np.max(seen.firsts) <= 3600
    assert seen.worst_to_mean < 3, f"seed {seed}"
    assert seen.worst < 2 * ORDINARY, f"seed {seed}"
    assert seen.worst_firsts_to_mean < 3, f"seed {seed}"
    assert _worst(seen.firsts, 1) < 3 * TERMINALS / 3600, f"seed {seed}"
    return seen


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_fleet_that_starts_at_one_moment_comes_one_after_the_other(seed: int) -> None:
    check_reboot(seed)


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_fleet_does_not_fall_upon_a_centre_that_was_away_for_three_days(seed: int) -> None:
    check_outage(seed)


def test_rhythm_without_its_share_of_chance_is_a_herd() -> None:
    started, returned = reboot(PunctualStart(Everybody(SEED))), outage(PunctualBackOff(Everybody(SEED)))
    hasty = outage(HastyBackOff(Everybody(SEED)), 300)

    assert started.worst > 3 * TERMINALS / 300
    assert returned.worst > 2 * ORDINARY
    assert hasty.worst > 2 * TERMINALS / 300


@pytest.mark.nightly
@pytest.mark.parametrize("check", [check_reboot, check_outage])
def test_no_herd_in_a_hundred_worlds(check: Any) -> None:
    worlds = [check(seed) for seed in range(SEED, SEED + 100)]

    for name in ("worst_to_mean", "worst", "mean", "worst_firsts_to_mean"):
        values = [float(getattr(world, name)) for world in worlds]
        print(f"{check.__name__}, seeds {SEED} to {SEED + 99}: {name} {min(values):.2f} to {max(values):.2f}")
    window = 300 if check is check_reboot else 3600
    alone = [_worst(world.firsts, 1) / (TERMINALS / window) for world in worlds]
    print(f"first contacts alone, worst second to mean over {window} s: {min(alone):.2f} to {max(alone):.2f}")
    print(f"worlds in which that is more than three: {sum(one > 3 for one in alone)}")


@pytest.mark.parametrize("minutes", [1, 2, 5, 10, 20, 60])
def test_fleet_does_not_fall_upon_a_centre_that_returns_soon_after_the_mains(minutes: int) -> None:
    seen = outage(Rhythm(Everybody(SEED)), minutes * 60)

    assert np.max(seen.firsts) <= 3600
    assert seen.worst < 2 * TERMINALS / 300
    print(f"seed {SEED}: back after {minutes} min, worst second {seen.worst}, to mean {seen.worst_to_mean:.2f}")
