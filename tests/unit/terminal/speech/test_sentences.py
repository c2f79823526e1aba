"""A text is cut where its sentences end, nothing of it is lost, and nothing in it commands the synthesiser."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.speech.sentences import LONGEST, sentences

ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from("[. ,\n\x01\u00ad!ąż")), max_size=1200)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\t\u200b", []),
        ("Dzień dobry. Proszę wybrać ocenę!", ["Dzień dobry.", "Proszę wybrać ocenę!"]),
        ("Koszt\n10 zł\n\nTermin", ["Koszt", "10 zł", "Termin"]),
        ("Urząd, ul. Wojska Polskiego 27, tel. 61 222", ["Urząd, ul. Wojska Polskiego 27, tel. 61 222"]),
        ("Od 1. stycznia.", ["Od 1. stycznia."]),
        ("Powiedział: „Gotowe.” Wyszedł.", ["Powiedział: „Gotowe.”", "Wyszedł."]),
        ("Wo\u00adche\u200b", ["Woche"]),
        ("-v de", ["-v de"]),
        ("<b>a</b> &lt;", ["<b>a</b> &lt;"]),
        ("a\x01b\x00c\ud800d", ["a b c d"]),
        ("[[h@'loU]]", ["[ [h@'loU]]"]),
        ("[[[x", ["[ [ [x"]),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert list(sentences(text)) == pieces


@given(ANYTHING)
def test_every_word_is_said_and_no_command_is_left(text: str) -> None:
    pieces = list(sentences(text))
    assert all(piece.strip() and len(piece) <= LONGEST and "[[" not in piece for piece in pieces)
    said = "".join(pieces)
    assert {unicodedata.category(sign) for sign in said if sign != "\n"} & {"Cc", "Cs"} == set()
    assert words(said) == words(text)


def words(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


def test_long_text_is_cut_at_commas_and_spaces_and_at_worst_anywhere() -> None:
    by_comma = list(sentences("jeden dwa, " * 40))
    assert all(piece.endswith(",") for piece in by_comma)
    by_space = list(sentences("słowo " * 17_000))
    assert all(re.fullmatch(r"(słowo ?)+", piece) for piece in by_space)
    assert [len(piece) for piece in islice(sentences("a" * 100_000), 2)] == [LONGEST, LONGEST]
