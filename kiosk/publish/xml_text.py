"""Text as XML can hold it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` without the signs that XML 1.0 (section 2.2) cannot hold, however they are written."""
    return _IMPOSSIBLE.sub("", text)


def xml_file(root: Element) -> bytes:
    """A whole file in UTF-8."""
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
