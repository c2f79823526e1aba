"""Check digits of the numbers that people in Poland write down: whether one of so many digits may be such a number.

Each takes ASCII digits only, and is False for any other length. Sources: PESEL, rozporządzenie MSWiA (Dz.U. 2015 poz.
1984); NIP and REGON, algorithms of the Ministry of Finance and Statistics Poland; bank accounts, ISO 13616 (ISO 7064).
"""

from __future__ import annotations

from collections.abc import Sequence

_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_NIP = (6, 5, 7, 2, 3, 4, 5, 6, 7)
_REGON_9 = (8, 9, 2, 3, 4, 5, 6, 7)
_REGON_14 = (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)
_POLAND = "2521"
"""PL as ISO 7064 counts letters."""


def is_pesel(digits: str) -> bool:
    """Eleven digits with the check digit of a PESEL."""
    return len(digits) == 11 and (10 - _sum(digits, _PESEL) % 10) % 10 == int(digits[-1])


def is_nip(digits: str) -> bool:
    """Ten digits with the check digit of a taxpayer's number; a remainder of 10 belongs to no number."""
    return len(digits) == 10 and _sum(digits, _NIP) % 11 == int(digits[-1])


def is_regon_9(digits: str) -> bool:
    """Nine digits with the check digit of an enterprise's REGON."""
    return len(digits) == 9 and _sum(digits, _REGON_9) % 11 % 10 == int(digits[-1])


def is_regon_14(digits: str) -> bool:
    """Fourteen digits: a REGON, and the number of one of its local units."""
    return len(digits) == 14 and is_regon_9(digits[:9]) and _sum(digits, _REGON_14) % 11 % 10 == int(digits[-1])


def is_polish_account(digits: str) -> bool:
    """Twenty-six digits of a bank account (NRB, or IBAN without its PL): 1 modulo 97."""
    return len(digits) == 26 and int(digits[2:] + _POLAND + digits[:2]) % 97 == 1


def _sum(digits: str, weights: Sequence[int]) -> int:
    """Of as many digits as there are weights."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
