"""Every random choice of the agent, handed in so that tests can repeat them."""

from __future__ import annotations

import random
import secrets
from typing import Protocol


class Chance(Protocol):
    """A source of randomness that nobody outside can foresee."""

    def shuffle(self, lines: list[bytes]) -> None:
        """Put `lines` into a random order."""
        ...

    def uniform(self, least: float, most: float) -> float:
        """A number between the two."""
        ...

    def epoch(self) -> str:
        """A new epoch: 64 bits, 16 hexadecimal digits."""
        ...

    def secret(self) -> str:
        """A new secret of 256 bits as 43 letters, fit for a `TerminalKey`."""
        ...


class SystemChance:
    """The operating system's randomness."""

    def __init__(self) -> None:
        self._random = random.SystemRandom()

    def shuffle(self, lines: list[bytes]) -> None:
        self._random.shuffle(lines)

    def uniform(self, least: float, most: float) -> float:
        return self._random.uniform(least, most)

    def epoch(self) -> str:
        return secrets.token_hex(8)

    def secret(self) -> str:
        return secrets.token_urlsafe(32)
