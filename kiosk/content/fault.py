"""One fault of a pack, with its file and line, in the one form in which all faults are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_LONGEST_QUOTE = 60
_MOST_NAMED = 40
_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True, order=True)
class FaultAt:
    """What is wrong and where; sorts by file, then line. `line` counts from 1, and is 1 for a fault of a whole file."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def fault(file: str, line: int, wrong: str, allowed: str) -> FaultAt:
    """`wrong` says what is found, `allowed` what may stand there instead."""
    return FaultAt(file, line, f"{wrong}; allowed: {allowed}")


def quoted(found: str) -> str:
    """`found` as it may stand in a message: one line, cut short, nothing a terminal would obey."""
    clipped = found if len(found) <= _LONGEST_QUOTE else found[: _LONGEST_QUOTE - 1] + "…"
    return "'" + "".join(character if character.isprintable() else "?" for character in clipped) + "'"


def unknown(kind: str, found: str, known: Iterable[str]) -> tuple[str, str]:
    """The two halves of a message about a name that is not among `known`, with the nearest one suggested."""
    names = sorted(known)
    nearest = get_close_matches(found[:_LONGEST_QUOTE], names[:_MOST_COMPARED], n=1)
    hint = f", perhaps {quoted(nearest[0])}" if nearest else ""
    listed = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return f"unknown {kind} {quoted(found)}{hint}", listed or "none, as there are none"
