"""Words that stand where an answer should, and say nothing: `-`, `brak`, `TODO`, `do uzupełnienia`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.tree import Node, Scalar, Table

_FILL_IN = "do (?:uzupełnienia|ustalenia|wskazania|wpisania)"
_NOTHING = re.compile(
    rf"[\W_]*(?:brak|nie dotyczy|n\W?[dn]|b\W?d|todo|tbd|x{{2,}}|nieznan[yae]|test|{_FILL_IN})?[\W_]*", re.IGNORECASE
)
_TO_FILL_IN = re.compile(rf"{_FILL_IN}|uzupełnić", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether there is nothing else in it."""
    return _NOTHING.fullmatch(text) is not None


def is_to_be_written(text: str) -> bool:
    """Whether it says nothing, or says somewhere that it is still to be filled in. Not for texts that tell readers
    what to do: they may be told to fill something in."""
    return says_nothing(text) or _TO_FILL_IN.search(text) is not None


def in_each_language(node: Node | None) -> Iterator[Scalar]:
    """One text for all languages, or those by language."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Table):
        yield from (text for text in node.entries.values() if isinstance(text, Scalar))
