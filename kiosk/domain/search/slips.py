"""Undoes one slip of the finger: every word that is one wrong, missing, doubled or swapped letter away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

SHORTEST_FORGIVEN = 5
LONGEST_FORGIVEN = 32
"""Shorter words have too many neighbours; longer ones are nobody's words."""


def repaired(word: str, letters: str, begins: Callable[[str], bool]) -> Iterator[str]:
    """What may have been meant by `word`, itself left out. `letters` are those that may be missing or wrong.

    `begins` tells whether anything known begins so. It spares most of the work: where nothing begins like the first n
    letters, a slip further on cannot have been the only one. A word of four letters may only lack one.
    """
    for place in range(len(word) + 1):
        start, rest = word[:place], word[place:]
        if not begins(start):
            return
        if len(word) >= SHORTEST_FORGIVEN and rest:
            yield start + rest[1:]
            if len(rest) > 1 and rest[0] != rest[1]:
                yield start + rest[1] + rest[0] + rest[2:]
        for letter in letters:
            yield start + letter + rest
            if len(word) >= SHORTEST_FORGIVEN and rest and letter != rest[0]:
                yield start + letter + rest[1:]
