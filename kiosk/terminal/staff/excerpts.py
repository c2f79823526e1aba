"""A few words around those that were found, for a line of the list of results."""

from __future__ import annotations

from collections.abc import Sequence

_BEFORE, _LENGTH = 40, 150
"""Letters before the first word found, and of the whole excerpt."""


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Whole words of `text` around the first of `spans`, on one line, and where the spans are in it."""
    words = text.replace("\n", " ")
    first = spans[0][0] if spans else 0
    start = 0 if first <= _BEFORE else words.find(" ", first - _BEFORE, first) + 1 or first
    end = len(words) if len(words) - start <= _LENGTH else words.rfind(" ", start, start + _LENGTH)
    end = end if end > first else min(len(words), start + _LENGTH)
    lead = "… " if start else ""
    shift = len(lead) - start
    kept = tuple((one + shift, min(other, end) + shift) for one, other in spans if start <= one < end)
    return f"{lead}{words[start:end]}{' …' if end < len(words) else ''}", kept
