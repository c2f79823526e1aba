"""Line breaks that read well: no lonely letter at the end of a line, no number or ending torn from its word."""

from __future__ import annotations

import re

_LONELY = re.compile(r"(?<![^\s(])([aiouwzAIOUWZ]|[вузіоаяйВУЗІОАЯЙ]|\d{1,3}|(?:ani|ні)(?= \w{1,6}\b)) (?=\S)")
_ENDING = re.compile(r"(?<=/)-(?=\w)|(?<=\d)-(?=[^\W\d])")
_REFERENCE = re.compile(
    r"(?<!\w)([Aa]rt\.|[Uu]st\.|[Pp]oz\.|Pos\.|Abs\.|[Nn]r|№|ст\.|[Tt]el\.|тел\.|Dz\.U\.|pkt|lit\.|cz\.|§+|PKD) (?=\w)"
)
_COMPOUND = re.compile(r"(?<![\w-])([A-Z]{2,6}|[A-Za-z])-(?=\w{1,10}\b)")


def well_set(text: str) -> str:
    """`text` with spaces and hyphens made unbreakable where a break would look torn."""
    for torn_at_space in (_LONELY, _REFERENCE):
        text = torn_at_space.sub("\\1\N{NO-BREAK SPACE}", text)
    return _COMPOUND.sub("\\1\N{NON-BREAKING HYPHEN}", _ENDING.sub("\N{NON-BREAKING HYPHEN}", text))
