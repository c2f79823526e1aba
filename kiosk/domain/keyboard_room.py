"""How the keys of a layout are put on a panel: row by row as they are, flowed where a row is too wide, or in pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import chain

from kiosk.domain.keyboard import KeyboardLayout

Row = tuple[str, ...]
Page = tuple[Row, ...]


def arranged(layout: KeyboardLayout, columns: int, rows: int) -> tuple[Page, ...]:
    """The pages of the keyboard where `columns` keys fit side by side and `rows` of them one below another.

    One page with the layout's own rows where these fit; else one with all keys flowed in the layout's order. Else there
    are several pages: letters first, then letters with marks, digits and signs, the last place of each left for the key
    that turns to the next page. At least one key goes on a page, whatever room there is.
    """
    if len(layout.rows) <= rows and all(len(row) <= columns for row in layout.rows):
        return (layout.rows,)
    keys = tuple(chain.from_iterable(layout.rows))
    columns, rows = max(1, columns), max(1, rows)
    if len(keys) <= columns * rows:
        return (_flowed(keys, columns),)
    on_a_page = max(1, columns * rows - 1)
    return tuple(_flowed(page, columns) for page in _split(sorted(keys, key=_rank), on_a_page))


def _rank(key: str) -> int:
    """Sorting by it keeps the layout's order among keys of one kind."""
    if not key.isalpha():
        return 2 if key.isdigit() else 3
    # й is a letter of its own, and a common one.
    is_marked = key in "łßґ" or (unicodedata.decomposition(key) != "" and key != "й")
    return 1 if is_marked else 0


def _split(keys: Sequence[str], most: int) -> list[Sequence[str]]:
    return [keys[start : start + most] for start in range(0, len(keys), most)]


def _flowed(keys: Sequence[str], columns: int) -> Page:
    return tuple(tuple(row) for row in _split(keys, columns))
