"""One-time codes with which terminals enrol, as people read them out and type them."""

from __future__ import annotations

CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no word arises, no digits and no look-alikes: RFC 8628, section 6.1."""
CODE_LENGTH = 8


def plain_code(text: str) -> str:
    """The code as it is kept: capital letters only, however it was typed."""
    return "".join(letter for letter in text.upper() if letter not in " -\t")


def is_code(text: str) -> bool:
    """Whether a centre may have given out such a code."""
    plain = plain_code(text)
    return len(plain) == CODE_LENGTH and set(plain) <= set(CODE_LETTERS)
