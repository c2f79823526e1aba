"""The administrator's PIN: what it may be, and how long one waits after wrong ones.

A PIN opens a menu. It protects no data: whoever has the disk tries all six digits in a day or two.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.errors import BadInput

FEWEST_DIGITS, MOST_DIGITS = 6, 12
FREE_TRIES = 5
"""Wrong PINs after which the first wait begins; then each further one begins the next."""
WAITS = (60.0, 300.0, 900.0, 3600.0)
"""Seconds to wait after the fifth wrong PIN, the sixth and so on; the last of them after each further one."""
_COMMON = frozenset({"112233", "123321", "102030", "142536", "147258", "159357", "159753", "258456", "789456"})
"""Patterns on a pad of digits and other favourites that no rule below finds."""


def refuse_weak_pin(pin: str) -> None:
    """Raises `BadInput` with the reason if `pin` may not be a PIN."""
    if not (pin.isascii() and pin.isdecimal()):
        raise BadInput("a PIN has digits only, 0 to 9")
    if len(pin) < FEWEST_DIGITS:
        raise BadInput(f"the PIN is too short: it has {len(pin)} digits; allowed: {FEWEST_DIGITS} to {MOST_DIGITS}")
    if len(pin) > MOST_DIGITS:
        raise BadInput(f"the PIN is too long: it has {len(pin)} digits; allowed: {FEWEST_DIGITS} to {MOST_DIGITS}")
    if reason := _weakness(pin):
        raise BadInput(f"the PIN is too easy to guess: {reason}; choose another")


def _weakness(pin: str) -> str:
    digits = [int(digit) for digit in pin]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    if len(steps) == 1:
        return "all its digits are the same" if steps == {0} else "its digits count up or down"
    if len(set(digits)) == 2:
        return "it has only two different digits"
    for length in range(2, len(pin) // 2 + 1):
        if len(pin) % length == 0 and pin[:length] * (len(pin) // length) == pin:
            return "it repeats itself"
    return "many people choose it" if pin in _COMMON else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time by which waits are measured: seconds since the machine was switched on, and which switching on it was.

    Not the wall clock, which may be set forward (to shorten a wait) or back (so that a wait never ends), and which an
    empty battery puts into 1970.
    """

    boot: str
    seconds: float

    def seconds_since(self, earlier: Moment) -> float:
        """How long the machine has certainly been running since `earlier`.

        After it was switched off and on these are the seconds since then: how long it was off nobody knows for
        certain, so that time counts for nothing. A wait can thus become longer, never shorter.
        """
        if earlier.boot == self.boot:
            return max(0.0, self.seconds - earlier.seconds)
        return max(0.0, self.seconds)


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong PINs since the last right one, and the wait (seconds, counted from `since`) that they have brought."""

    failed: int = 0
    wait: float = 0.0
    since: Moment | None = None

    def wait_left(self, now: Moment) -> float:
        """Seconds until the next try may be made."""
        if self.since is None:
            return 0.0
        return max(0.0, self.wait - now.seconds_since(self.since))

    @property
    def left(self) -> int:
        """How many more wrong PINs until one has to wait, at least 1."""
        return max(1, FREE_TRIES - self.failed)

    def one_more(self, now: Moment) -> Tries:
        """With a try that counts as wrong until it has proved right. Only where there is nothing to wait for."""
        failed = self.failed + 1
        if failed < FREE_TRIES:
            return Tries(failed)
        return Tries(failed, WAITS[min(failed - FREE_TRIES, len(WAITS) - 1)], now)
