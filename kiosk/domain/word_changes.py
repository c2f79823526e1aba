"""Which words of a text are new, and which words of the text before are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Span = tuple[int, int]
"""First letter and end of a stretch of text."""

_WORD = re.compile(r"\S+")
_LEAST_KEPT = 0.3
"""Of texts that have less in common nothing is told: every word would be marked, and marks would say nothing."""


def word_changes(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Stretches of whole words of `before` that are gone, and of `after` that are new; none if too little stays."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    matcher = SequenceMatcher(None, [word[0] for word in old], [word[0] for word in new], autojunk=False)
    if matcher.ratio() < _LEAST_KEPT:
        return (), ()
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        tuple(_spans(old, ((first, end) for _, first, end, _, _ in changed))),
        tuple(_spans(new, ((first, end) for _, _, _, first, end in changed))),
    )


def _spans(words: Sequence[re.Match[str]], runs: Iterator[tuple[int, int]]) -> Iterator[Span]:
    return ((words[first].start(), words[end - 1].end()) for first, end in runs if first < end)
