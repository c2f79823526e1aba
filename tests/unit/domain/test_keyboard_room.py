"""Every key has a place on every panel."""

from __future__ import annotations

from collections import Counter
from itertools import chain, product

import pytest

from kiosk.domain.keyboard import layout_for
from kiosk.domain.keyboard_room import Page, arranged
from kiosk.domain.text import LANGUAGE_NAMES


def keys(*pages: Page) -> Counter[str]:
    return Counter(key for page in pages for key in chain.from_iterable(page))


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_wide_panel_shows_the_rows_of_the_layout(language: str) -> None:
    layout = layout_for(language)
    assert arranged(layout, 11, 5) == (layout.rows,)
    assert arranged(layout, 14, 6) == (layout.rows,)


def test_row_that_is_too_wide_flows_into_the_next() -> None:
    layout = layout_for("pl")
    (page,) = arranged(layout, 9, 6)
    assert ["".join(row) for row in page][:2] == ["123456789", "0-ąćęłńóś"]
    assert list(chain.from_iterable(page)) == list(chain.from_iterable(layout.rows))


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_no_key_is_lost_or_doubled_and_no_page_is_too_large(language: str) -> None:
    layout = layout_for(language)
    for columns, rows in product(range(2, 15), range(1, 9)):
        pages = arranged(layout, columns, rows)
        assert keys(*pages) == keys(layout.rows)
        turning = 1 if len(pages) > 1 else 0
        for page in pages:
            assert len(page) <= rows
            assert all(len(row) <= columns for row in page)
            assert keys(page).total() + turning <= columns * rows


def test_small_panel_shows_every_plain_polish_letter_on_the_first_page() -> None:
    first, second = arranged(layout_for("pl"), 9, 3)
    assert set(keys(first)) == set("qwertyuiopasdfghjklzxcvbnm")
    assert set("ąćęłńóśźż0123456789").issubset(keys(second))


def test_even_no_room_at_all_gives_pages() -> None:
    assert keys(*arranged(layout_for("uk"), 0, 0)) == keys(layout_for("uk").rows)
