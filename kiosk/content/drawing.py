"""Whether an SVG drawing is only a drawing: no script, no entity, nothing that is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

MOST_PARTS = 20_000
DEEPEST = 64
"""Groups within groups: a renderer goes down by calling itself."""

_ALLOWED = "shapes, paths, gradients and text within the file itself"
_SVG = "http://www.w3.org/2000/svg"
_FORBIDDEN = frozenset({
    "script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video",
    "image", "feimage", "set", "discard", "animate", "animatecolor", "animatemotion", "animatetransform",
})  # fmt: skip
"""Elements that run, load or change something; a picture in a picture could be of any kind and size."""
_REFERENCES = frozenset({"href", "src", "base"})
_STYLE_REFERENCE = re.compile(r"@import|\\|url\((?!\s*['\"]?#)|expression\(|javascript:", re.IGNORECASE)
"""A backslash could spell any of the others."""


class _Unfit(Exception):
    """What is found that does not belong into a drawing."""


def drawing_fault(content: bytes) -> tuple[str, str] | None:
    """What is wrong with the drawing and what is allowed, or None. Reads the whole, follows nothing."""
    try:
        _Reading().read(content)
    except _Unfit as problem:
        return f"the drawing has {problem}", _ALLOWED
    except (expat.ExpatError, ValueError, LookupError):
        return "this is not an SVG drawing", "an SVG drawing in UTF-8"
    return None


class _Reading:
    def __init__(self) -> None:
        self._depth = self._parts = 0
        # With a separator expat gives each name as "namespace name", whatever prefix the file has for it.
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._collect
        self._texts: list[str] = []

    def read(self, content: bytes) -> None:
        self._parser.Parse(content, True)

    def _doctype(self, *_: object) -> None:
        raise _Unfit("a DOCTYPE, which could define entities")

    def _instruction(self, *_: object) -> None:
        raise _Unfit("a processing instruction (<?…?>)")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._text()
        space, _, local = name.rpartition(" ")
        self._depth += 1
        self._parts += 1
        if self._parts == 1 and (space, local) != (_SVG, "svg"):
            raise ValueError("another kind of XML")
        if self._depth > DEEPEST or self._parts > MOST_PARTS:
            raise _Unfit(f"more than {MOST_PARTS} parts, or {DEEPEST} within each other")
        if local.lower() in _FORBIDDEN:
            raise _Unfit(f"the element <{local.lower()}>")
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)

    def _end(self, _: str) -> None:
        self._text()
        self._depth -= 1

    def _collect(self, text: str) -> None:
        self._texts.append(text)

    def _text(self) -> None:
        """The whole text since the last tag, for it comes in pieces. Also where it is no style: better safe."""
        text = "".join(self._texts)
        self._texts.clear()
        if _STYLE_REFERENCE.search(text):
            raise _Unfit("a style that refers to something outside")


def _check_attribute(key: str, value: str) -> None:
    if key.startswith("on"):
        raise _Unfit("an attribute that runs something (on…)")
    if key in _REFERENCES and not value.strip().startswith("#"):
        raise _Unfit("a reference to something outside")
    if _STYLE_REFERENCE.search(value):
        raise _Unfit("a style that refers to something outside")
