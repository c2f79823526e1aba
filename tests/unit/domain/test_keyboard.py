"""Every layout shows its whole alphabet and fits the panel."""

from __future__ import annotations

from collections import Counter

import pytest

from kiosk.domain.keyboard import MOST_KEYS_IN_A_ROW, MOST_ROWS, layout_for
from kiosk.domain.text import LANGUAGE_NAMES

ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "de": "aäbcdefghijklmnoöpqrsßtuüvwxyz",
}


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_every_letter_and_digit_is_there_once_and_no_other(language: str) -> None:
    layout = layout_for(language)
    counts = Counter(key for row in layout.rows for key in row)
    assert layout.language == language
    assert set(counts.values()) == {1}
    assert {key for key in counts if key.isalnum()} == {*ALPHABETS[language], *"0123456789"}


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_rows_fit_the_panel(language: str) -> None:
    rows = layout_for(language).rows
    assert len(rows) <= MOST_ROWS
    assert all(0 < len(row) <= MOST_KEYS_IN_A_ROW for row in rows)
    assert all(len(key) == 1 and key == key.lower() for row in rows for key in row)


def test_eleven_keys_of_twenty_millimetres_fit_between_the_margins() -> None:
    assert MOST_KEYS_IN_A_ROW * 20 + (MOST_KEYS_IN_A_ROW - 1) * 2.8 <= 268 - 2 * 10


def test_polish_letters_have_a_row_of_their_own_above_qwerty() -> None:
    rows = ["".join(row) for row in layout_for("pl").rows]
    assert rows.index("ąćęłńóśźż") == rows.index("qwertyuiop") - 1


def test_ukrainian_has_an_apostrophe_and_every_layout_a_hyphen() -> None:
    assert any("’" in row for row in layout_for("uk").rows)
    assert all("-" in layout_for(language).rows[0] for language in LANGUAGE_NAMES)


def test_unknown_language_types_on_the_english_layout() -> None:
    assert layout_for("fr") == layout_for("en")
