"""Text with some of its words marked, as the little HTML that Qt draws; whatever is in the text itself stays text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from html import escape

Span = tuple[int, int]


class Mark(Enum):
    """How marked words look; never by colour alone."""

    FOUND = ('<b style="background-color:#ffe89a">', "</b>")
    LISTED = ("<u><b>", "</b></u>")
    """Found words in the list of results, which knows less of HTML."""
    NEW = ('<u style="background-color:#d3efd9">', "</u>")
    GONE = ('<s style="background-color:#fadcd9">', "</s>")


def marked_up(text: str, marks: Iterable[tuple[Mark, Span]]) -> str:
    """`text` as HTML, the stretches of `marks` marked; where they overlap, the later begins behind the other."""
    parts, done = [], 0
    for mark, (start, end) in sorted(marks, key=lambda marked: marked[1]):
        begin = max(start, done)
        if begin < end:
            parts += [_plain(text[done:begin]), mark.value[0], _plain(text[begin:end]), mark.value[1]]
            done = end
    return "".join([*parts, _plain(text[done:])])


def _plain(text: str) -> str:
    # Two spaces would become one.
    return escape(text).replace("  ", " \N{NO-BREAK SPACE}").replace("\n", "<br>")
