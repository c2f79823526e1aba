"""Long numbers and dates in a text, however they are written, and what stands in their place.

Digits may be parted by any signs and spaces, and O, l and I may stand for 0 and 1 among them. The checksum only
chooses the label, since people mistype: whatever has seven digits or more goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.domain.checksums import is_nip, is_pesel, is_polish_account, is_regon_9, is_regon_14

FEWEST_DIGITS = 7
"""From so many digits on a number may belong to a person."""

NUMBER = "[LICZBA]"
DATE = "[DATA]"
_DATE = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:18|19|20)\d\d|\d\d)|(?:18|19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}"
)
_LOOK_ALIKE = str.maketrans("OoОоΟοlI|ІΙ", "00000011111")
"""Letters that look like 0 or 1: Latin, Cyrillic and Greek O; l, I, the Cyrillic and the Greek I, and a bar."""
_LETTERS = "OoОоΟοlI|ІΙ"
_SIGN = r"(?:[^\w\[\]]|_)"
_AMONG_DIGITS = (
    re.compile(rf"(?<=\d)[{_LETTERS}]+(?=\d)"),
    re.compile(rf"(?<![^\W_])[\d{_LETTERS}]*\d[\d{_LETTERS}]*(?![^\W_])"),
    re.compile(rf"(?<=\d)[{_LETTERS}]{{2,}}(?![^\W_])"),
    re.compile(rf"(?<=\d{_SIGN})[{_LETTERS}]{{2,}}(?={_SIGN}+\d)"),
)
_RUN = re.compile(rf"(?:(?<![^\W_])PL{_SIGN}?)?\+?\d(?:{_SIGN}*\d)*", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"\s*[,;]\s*")


def without_long_numbers(text: str, *, only_whole: bool = False) -> str:
    """`text`, normalised before, with a label in the place of each long number.

    A date is taken out whatever its length. With `only_whole` just those go that are as long as a number which people
    have: before other things are looked for, so that half of an account is not taken for something else.
    """
    parts: list[str] = []
    end = 0
    for start, stop, label in _labels(with_plain_digits(text), only_whole=only_whole):
        parts += (text[end:start], label)
        end = stop
    return "".join((*parts, text[end:]))


def with_plain_digits(text: str) -> str:
    """`text`, as long as before, with digits in the place of the letters that stand for some."""
    for pattern in _AMONG_DIGITS:
        text = pattern.sub(lambda found: found[0].translate(_LOOK_ALIKE), text)
    return text


def _labels(text: str, *, only_whole: bool) -> Iterator[tuple[int, int, str]]:
    """Where each number begins and ends, and its label."""
    for run in _RUN.finditer(text):
        pieces = list(_pieces(run[0], run.start()))
        if not all(_stands_alone(text[start:stop]) for start, stop in pieces):
            pieces = [run.span()]  # parts of one number rather than several
        for start, stop in pieces:
            label = _label(text[start:stop])
            is_long = label == DATE or _count(text[start:stop]) >= FEWEST_DIGITS
            if is_long and not (only_whole and label in (NUMBER, DATE)):
                yield start, stop, label


def _pieces(run: str, start: int) -> Iterator[tuple[int, int]]:
    """The numbers of which a run is a list, if it is one."""
    end = 0
    for between in _BETWEEN_NUMBERS.finditer(run):
        yield start + end, start + between.start()
        end = between.end()
    yield start + end, start + len(run)


def _stands_alone(piece: str) -> bool:
    """Whether one piece of a list of numbers is a whole one."""
    return _count(piece) >= FEWEST_DIGITS or _DATE.fullmatch(piece) is not None


def _count(text: str) -> int:
    return sum(char.isdecimal() for char in text)


def _label(number: str) -> str:
    if _DATE.fullmatch(number):
        return DATE
    digits = "".join(char for char in number if char.isdecimal())
    named = (
        (is_polish_account, "[NUMER KONTA]"),
        (is_pesel, "[PESEL]"),
        (is_regon_14, "[REGON]"),
        (is_nip, "[NIP]"),
        (is_regon_9, "[REGON]"),
    )
    for is_one, label in named:
        if is_one(digits):
            return label
    is_foreign = number.startswith("+") and 8 <= len(digits) <= 15
    is_polish = len(digits) == 9 or (digits.startswith(("48", "0048")) and len(digits) in (11, 13))
    return "[TELEFON]" if is_foreign or is_polish else NUMBER
