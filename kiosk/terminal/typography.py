"""Line breaks that read well: no one-letter word at the end of a line, no ending torn from its word."""

from __future__ import annotations

import re

_LONELY = re.compile(r"(?<![^\s(])([aiouwzAIOUWZ]|[вузіоаяйВУЗІОАЯЙ]|\d{1,3}) (?=\S)")
_ENDING = re.compile(r"/-(?=\w)")


def well_set(text: str) -> str:
    """`text` with spaces and hyphens made unbreakable where a break would look torn."""
    return _ENDING.sub("/\N{NON-BREAKING HYPHEN}", _LONELY.sub("\\1\N{NO-BREAK SPACE}", text))
