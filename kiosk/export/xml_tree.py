"""An XML document as plain values, and as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kiosk.domain.text import LocalisedText

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, whichever way they are written: XML 1.0, production 2."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element: text or other elements. `language` is the text's; empty says nothing about it."""

    tag: str
    text: str = ""
    language: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()


def leaf(tag: str, text: str = "", language: str = "", **attributes: str) -> Node:
    """An element with text, or with attributes only."""
    return Node(tag, text, language, attributes)


def branch(tag: str, *parts: Node | Iterable[Node], **attributes: str) -> Node:
    """An element made of others, in order."""
    children = [one for part in parts for one in ([part] if isinstance(part, Node) else part)]
    return Node(tag, attributes=attributes, children=tuple(children))


def in_each_language(tag: str, text: LocalisedText, first: str, **attributes: str) -> list[Node]:
    """The same element once for each language that `text` has, `first` before the others."""
    return [leaf(tag, text.texts[language], language, **attributes) for language in languages_of(text, first)]


def languages_of(text: LocalisedText, first: str) -> list[str]:
    """The languages in which `text` is there, `first` before the others."""
    return sorted((language for language, words in text.texts.items() if words), key=lambda one: one != first)


def document(root: Node, namespace: str) -> bytes:
    """The whole document in UTF-8, indented; what XML cannot hold is left out."""
    element = etree.Element(f"{{{namespace}}}{root.tag}", nsmap={None: namespace})
    _fill(element, root, namespace)
    written: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def without_forbidden(text: str) -> str:
    """`text` without what no XML document can hold."""
    return _FORBIDDEN.sub("", text)


def _fill(element: etree.Element, node: Node, namespace: str) -> None:
    if node.language:
        element.set(_LANGUAGE, node.language)
    for name, value in node.attributes.items():
        element.set(name, without_forbidden(value))
    if node.text:
        element.text = without_forbidden(node.text)
    for child in node.children:
        _fill(etree.SubElement(element, f"{{{namespace}}}{child.tag}"), child, namespace)
