"""Writes a word the way every spelling of it comes out alike: no case, no diacritics, one script.

Cyrillic becomes Latin, so that a visitor with either layout finds the card and a place name is found from both. What
is folded is only ever compared with what was folded for the same language; it is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_SILENT = "'’‘ʼʹ`´\u00ad\u200b-\u200d\ufeff"
_JOINT = r"\-\u2010\u2011–./&"
_CHUNK = re.compile(rf"[^\W_]+(?:[{_SILENT}{_JOINT}]+[^\W_]+)*")
_SILENT_MARKS = re.compile(f"[{_SILENT}]")
_JOINTS = re.compile(f"[{_JOINT}]+")

_LATIN = dict(zip("łđøı", "ldoi", strict=True)) | {"æ": "ae", "œ": "oe"}
_CYRILLIC = dict(zip("абвгґдезийіїклмнопрстуфыэё", "abvggdezyyiiklmnoprstufyee", strict=True)) | {
    "є": "ie",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ъ": "",
    "ю": "iu",
    "я": "ia",
}
_LETTERS = str.maketrans(_LATIN | _CYRILLIC)

_SPELLINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    # A visitor without umlauts writes either a or ae for ä; both become a.
    "de": (("ae", "a"), ("oe", "o"), ("ue", "u")),
    # One sign for one Cyrillic letter, so that one wrong letter stays one (the capitals are signs of our own), and
    # one spelling for the many ways to write Ukrainian in Latin: reiestr, rejestr and reyestr; довідка and dowidka.
    "uk": (
        *(("sh", "S"), ("sz", "S"), ("ch", "C"), ("cz", "C"), ("zh", "Z")),
        *(("ts", "c"), ("kh", "h"), ("g", "h"), ("w", "v"), ("q", "k"), ("x", "ks"), ("y", "i"), ("j", "i")),
        *(("ii", "i"), ("ie", "e")),
    ),
}


class Chunk(NamedTuple):
    """What stands between two spaces: the folded word, and its parts where signs join it (RG-OP: rgop; rg, op)."""

    word: str
    parts: tuple[str, ...] = ()


def chunks(text: str) -> list[str]:
    """The words of a text as they are written, in small letters and composed, to be handed to `fold_chunk`."""
    return _CHUNK.findall(unicodedata.normalize("NFKC", text).casefold())


def chunk_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """First letter and end of each word as it stands in `text`, and the word to be handed to `fold_chunk`."""
    for found in _CHUNK.finditer(text):
        yield found.start(), found.end(), unicodedata.normalize("NFKC", found[0]).casefold()


def fold_chunk(chunk: str, language: str) -> Chunk:
    """One of `chunks`, folded for the texts of `language`."""
    spoken = _SILENT_MARKS.sub("", chunk)
    parts = tuple(part for part in (fold(part, language) for part in _JOINTS.split(spoken)) if part)
    return Chunk(parts[0] if parts else "") if len(parts) < 2 else Chunk("".join(parts), parts)


def fold(word: str, language: str) -> str:
    """One word without signs, in small letters, folded."""
    # Before decomposing: й and ї are letters, not и and і with a mark.
    latin = word.translate(_LETTERS)
    if not latin.isascii():
        latin = "".join(c for c in unicodedata.normalize("NFD", latin) if not unicodedata.combining(c))
    for written, folded in _SPELLINGS.get(language, ()):
        latin = latin.replace(written, folded)
    return latin
