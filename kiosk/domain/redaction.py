"""Takes personal data out of what a visitor wrote, before anything of it touches the disk.

What is looked for, in this order: accounts, PESEL, REGON, NIP and telephone numbers; e-mail and web addresses; nicks;
documents, plates, cases, dates, streets; names; and then every number of seven digits or more that is left. Names are
found in part only (`written_names`): a person reads each comment before it is released.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from kiosk.domain.comment import MOST_CHARACTERS
from kiosk.domain.written_data import without_written_data
from kiosk.domain.written_names import without_names
from kiosk.domain.written_numbers import without_long_numbers

LABELS = (
    "NUMER KONTA",
    "PESEL",
    "REGON",
    "NIP",
    "TELEFON",
    "LICZBA",
    "E-MAIL",
    "ADRES WWW",
    "NICK",
    "DOKUMENT",
    "TABLICA",
    "NUMER SPRAWY",
    "DATA",
    "ADRES",
    "NAZWISKO",
)
"""What stands in brackets in the place of what was taken out."""

_BRACKETS = re.compile(rf"\[(?:{'|'.join(LABELS)})\]|[\[\]]")
_ROUND = {"[": "(", "]": ")"}
_CUT_LABEL = re.compile(r"\[[^\]]*$")
_MOST_ROUNDS = 10
"""Far more than any text needs: what is taken out joins nothing that was apart."""


def redact(text: str, given_names: Collection[str]) -> str:
    """What may be kept of `text`: at most `MOST_CHARACTERS`, on one line, with labels in the place of personal data.

    Empty where nothing is left. Redacting again changes nothing. `given_names` are in small letters, in the first case.
    """
    text = _normalised(text)[:MOST_CHARACTERS]
    for _ in range(_MOST_ROUNDS):
        before = text
        text = without_long_numbers(text, only_whole=True)
        text = without_written_data(text)
        text = without_names(text, given_names)
        text = without_long_numbers(text)
        text = _shortened(text)
        if text == before:
            break
    return text


def _normalised(text: str) -> str:
    """One line of characters that are seen, digits in ASCII, brackets round labels only."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFKC", text):
        category = unicodedata.category(char)
        if char.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif (digit := unicodedata.digit(char, None)) is not None:
            kept.append(str(digit))
        elif category[0] == "C" or category == "Me" or (category == "Mn" and not (kept and kept[-1].isalpha())):
            continue  # controls, marks of direction, halves of characters, and marks upon no letter
        else:
            kept.append(char)
    line = unicodedata.normalize("NFKC", " ".join("".join(kept).split()))
    return _BRACKETS.sub(lambda found: _ROUND.get(found[0], found[0]), line)


def _shortened(text: str) -> str:
    """No longer than a comment may be, without half of a label at its end."""
    return text.strip() if len(text) <= MOST_CHARACTERS else _CUT_LABEL.sub("", text[:MOST_CHARACTERS]).strip()
