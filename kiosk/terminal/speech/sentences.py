"""Cuts a text into pieces that are quick to synthesise, and takes out of it what a synthesiser would obey."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 240
"""Characters of one piece: some twenty seconds of speech, synthesised in less than a tenth of one."""

# espeak-ng takes control characters for commands; a lone surrogate cannot be written to it.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")
# They steer the layout of text, and would break words for the ear: soft hyphens, zero widths, directions.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
# espeak-ng reads what stands in double brackets as phonemes.
_PHONEMES = re.compile(r"\[(?=\[)")
_BREAK = re.compile(r"[.!?…]+[\"'”»)\]]*\s+|\s*\n\s*")
_SHORT_WORD = re.compile(r"(?:^|[\s(])[^\W_]{1,4}$")


def sentences(text: str) -> Iterator[str]:
    """The pieces in order, none empty, none longer than `LONGEST`; a piece ends with its sentence where it can.

    Lazy, so that the first of a long text comes at once.
    """
    clean = _PHONEMES.sub("[ ", _INVISIBLE.sub("", _CONTROL.sub(" ", text)))
    start = 0
    while start < len(clean):
        end = _end_of_piece(clean, start)
        piece = clean[start:end].strip()
        if piece:
            yield piece
        start = end


def _end_of_piece(text: str, start: int) -> int:
    limit = min(start + LONGEST, len(text))
    for found in _BREAK.finditer(text, start, limit):
        if "\n" in found[0] or not _is_abbreviation(text, start, found):
            return found.end()
    if limit == len(text):
        return limit
    for mark in (", ", " ", "\n"):
        place = text.rfind(mark, start, limit)
        if place > start:
            return place + 1
    return limit


def _is_abbreviation(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the stop belongs to a short word or a number ("ul. Wojska Polskiego", "1. stycznia").

    A real sentence that ends so is said together with the next one: less harm than a pause inside an address.
    """
    if found[0].rstrip() != ".":
        return False
    return _SHORT_WORD.search(text[max(start, found.start() - 6) : found.start()]) is not None
