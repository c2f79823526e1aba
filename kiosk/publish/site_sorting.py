"""The order of an A to Z list, as each language's own alphabet has it."""

from __future__ import annotations

import unicodedata

_ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
NO_LETTER = "0–9"
"""The heading of what begins with a digit or a sign."""
_FIRST, _OWN, _FOREIGN = range(3)


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Signs do not count, digits come first, then the language's letters, then foreign ones."""
    return tuple(_place(letter, language) for letter in text.casefold() if letter.isalnum() or letter == " ")


def initial(text: str, language: str) -> str:
    """The letter under which `text` is listed."""
    first = next((letter for letter in text.casefold() if letter.isalnum()), "")
    letter = _known(first, language)
    return letter.upper() if letter.isalpha() else NO_LETTER


def _place(letter: str, language: str) -> tuple[int, int]:
    known = _known(letter, language)
    place = _ALPHABETS.get(language, _LATIN).find(known)
    if place >= 0:
        return _OWN, place
    return (_FOREIGN if known.isalpha() else _FIRST), ord(known)


def _known(letter: str, language: str) -> str:
    """`letter`, or its base where the language does not count it as a letter of its own (ä is an a in German)."""
    if letter in _ALPHABETS.get(language, _LATIN):
        return letter
    return unicodedata.normalize("NFD", letter)[:1]
