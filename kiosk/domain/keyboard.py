"""On-screen keyboard layouts: for each language the rows of keys with every letter of its alphabet in sight.

A row has at most eleven keys: so many of 20 mm, with gaps of 2.8 mm and margins of 10 mm, fit a panel 268 mm wide.
Space and delete belong to the screen. The hyphen is there for the symbols of forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_KEYS_IN_A_ROW = 11
MOST_ROWS = 5

_FALLBACK = "en"
_DIGITS = tuple("1234567890-")


@dataclass(frozen=True, slots=True)
class KeyboardLayout:
    """The keys of one language, row by row from the top: what each types, in small letters."""

    language: str
    rows: tuple[tuple[str, ...], ...]


def _layout(language: str, *rows: str) -> KeyboardLayout:
    return KeyboardLayout(language, (_DIGITS, *map(tuple, rows)))


_LAYOUTS: Mapping[str, KeyboardLayout] = {
    layout.language: layout
    for layout in (
        _layout("pl", "ąćęłńóśźż", "qwertyuiop", "asdfghjkl", "zxcvbnm,."),
        _layout("en", "qwertyuiop", "asdfghjkl", "zxcvbnm’,."),
        # ЙЦУКЕН has twelve keys in its first row: ї moves to ґ and the apostrophe, which need places of their own.
        _layout("uk", "ґї’,.", "йцукенгшщзх", "фівапролджє", "ячсмитьбю"),
        _layout("de", "qwertzuiopü", "asdfghjklöä", "yxcvbnmß,."),
    )
}


def layout_for(language: str) -> KeyboardLayout:
    """The layout of `language`; the English one where the language has none."""
    return _LAYOUTS.get(language, _LAYOUTS[_FALLBACK])
