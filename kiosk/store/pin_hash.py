"""How a PIN is kept: argon2id, slow enough to make guessing dear and quick enough for a weak terminal.

64 MiB in two passes on one thread take some 90 ms on a common processor and a quarter of a second on a weak one;
RFC 9106 (section 4) takes as much memory where there is little. Never on a thread that draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_PASSES, _KIBIBYTES, _LANES = 2, 64 * 1024, 1


def hash_pin(pin: str) -> str:
    """The PIN as it may lie on a disk, with its salt and parameters."""
    return _hasher().hash(pin)


def is_pin(hashed: str, pin: str) -> bool:
    """Whether `pin` is the one that was hashed. A hash that is no hash is that of no PIN."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  # visitors do not wait for it

    try:
        return _hasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415  # visitors do not wait for it

    return PasswordHasher(time_cost=_PASSES, memory_cost=_KIBIBYTES, parallelism=_LANES)
