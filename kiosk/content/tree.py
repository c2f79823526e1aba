"""YAML as a tree of texts with line numbers: every scalar is a string, nothing is guessed, nothing is executed.

YAML 1.1 would read `7:00` as 420 and `no` as false, let one anchor grow into gigabytes and keep the last of two equal
keys. Clerks need none of it, so only mappings, lists and texts are read, and the rest is told with its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from kiosk.content.fault import FaultAt, fault, quoted

DEEPEST = 12
"""Levels of nesting; a pack has seven."""
MOST_NODES = 20_000
"""Texts, lists and mappings in one file; the longest card has a few hundred."""

_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff0-\uffff]|\r(?!\n)"
)
"""Control characters, foreign line breaks (they would shift line numbers) and marks that turn the reading direction."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, stripped, in Unicode's composed form (NFC) so that search and comparison work."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping in the order of the file; `key_lines` says where each key stands."""

    line: int
    entries: Mapping[str, Node]
    key_lines: Mapping[str, int]


Node = Scalar | Items | Table
Plain = str | list["Plain"] | dict[str, "Plain"]


def parse(file: str, content: bytes) -> tuple[Table | None, tuple[FaultAt, ...]]:
    """The mapping in a file, or None where it cannot be made out, and everything wrong with the notation."""
    text, faults = _decoded(file, content)
    if text is None:
        return None, faults
    return _Composer(file, text).whole()


def plain(node: Node) -> Plain:
    """The same without lines."""
    match node:
        case Scalar(_, text):
            return text
        case Items(_, items):
            return [plain(item) for item in items]
        case Table(_, entries, _):
            return {key: plain(value) for key, value in entries.items()}


def child(node: Node | None, *steps: str | int) -> Node | None:
    """What stands under these keys and indexes, or None where the way ends early."""
    for step in steps:
        if isinstance(node, Table) and isinstance(step, str):
            node = node.entries.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def items(node: Node | None, *steps: str | int) -> tuple[Node, ...]:
    """The items of the list under `steps`; empty where there is no list."""
    found = child(node, *steps)
    return found.items if isinstance(found, Items) else ()


def scalar(node: Node | None, *steps: str | int) -> Scalar | None:
    """The text under `steps`, or None where there is no text or an empty one."""
    found = child(node, *steps)
    return found if isinstance(found, Scalar) and found.text else None


def scalars(node: Node | None, *steps: str | int) -> Iterator[Scalar]:
    """The texts in the list under `steps`."""
    return (item for item in items(node, *steps) if isinstance(item, Scalar) and item.text)


def line_of(node: Node, steps: tuple[str | int, ...]) -> int:
    """The line of the deepest key or item on the way; for a missing key, that of the mapping it is missing from."""
    line = node.line
    for step in steps:
        if isinstance(node, Table) and step in node.entries:
            line, node = node.key_lines[str(step)], node.entries[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            return node.line
    return line


def _decoded(file: str, content: bytes) -> tuple[str | None, tuple[FaultAt, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        return None, (fault(file, line, "the text is not in UTF-8", "a file saved with the encoding UTF-8"),)
    faults = []
    line, counted = 1, 0
    for found in _UNPRINTABLE.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        what = "a tab" if found[0] == "\t" else f"the unprintable character U+{ord(found[0]):04X}"
        faults.append(fault(file, line, f"there is {what}", "letters, digits, signs and spaces"))
        if len(faults) == _MOST_TOLD:
            break
    return (None if faults else text), tuple(dict.fromkeys(faults))


_MOST_TOLD = 20
_SCALAR_HINT = "a text with ': ' or ' #' in it, or with a sign at its start, in quotes or after >-"
_HINTS = {
    "mapping values": _SCALAR_HINT,
    "cannot start any token": _SCALAR_HINT,
    "expected <block end>": "keys of one level under each other, with the same number of spaces before them",
    "could not find expected ':'": "a colon and a space after each key",
    "found unexpected end of stream": "a closing quote for each opening one",
}


class _Stop(Exception):
    """Nothing more can be made of this file."""


class _Composer:
    """Builds the tree from libyaml's events: its own composer would follow aliases and nest as deep as asked."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._faults: list[FaultAt] = []
        self._nodes = 0

    def whole(self) -> tuple[Table | None, tuple[FaultAt, ...]]:
        table: Table | None = None
        try:
            table = self._document()
        except _Stop:
            pass
        except yaml.YAMLError as problem:
            self._faults.append(_syntax_fault(self._file, problem))
        return table, tuple(self._faults)

    def _document(self) -> Table:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise self._stop(1, "the file is empty", "keys with their values")
        node = self._node(next(self._events), 0)
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._stop(_line(following), "a second document begins", "one document in a file, no further ---")
        if not isinstance(node, Table):
            raise self._stop(node.line, "the file is not a mapping", "keys with their values")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._stop(line, "the file holds too much", f"{MOST_NODES} texts, lists and mappings")
        if depth > DEEPEST:
            raise self._stop(line, "the nesting is too deep", f"{DEEPEST} levels")
        if isinstance(event, yaml.AliasEvent):
            raise self._stop(line, "a reference (*) is used", "the text itself, written out")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._wrong(line, "an anchor (&) is used", "the text itself, in quotes if it starts with &")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag is not None:
            self._wrong(line, f"the tag {quoted(event.tag)} is used", "plain texts, in quotes if they start with !")
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(line, self._text(event, line))
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(line, tuple(self._items(depth)))
        return self._table(line, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _table(self, line: int, depth: int) -> Table:
        entries: dict[str, Node] = {}
        key_lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._wrong(key.line, "a key is not a text", "a word and a colon")
            elif key.text in entries:
                first = key_lines[key.text]
                self._wrong(key.line, f"the key {quoted(key.text)} is here again after line {first}", "each key once")
            else:
                entries[key.text] = value
                key_lines[key.text] = key.line
        return Table(line, entries, key_lines)

    def _text(self, event: yaml.ScalarEvent, line: int) -> str:
        text = unicodedata.normalize("NFC", event.value.strip())
        if found := _UNPRINTABLE.search(text):
            wrong = f"there is the unprintable character U+{ord(found[0]):04X}"
            self._wrong(line, wrong, "letters, digits, signs and spaces")
        return text

    def _wrong(self, line: int, wrong: str, allowed: str) -> None:
        self._faults.append(fault(self._file, line, wrong, allowed))

    def _stop(self, line: int, wrong: str, allowed: str) -> _Stop:
        self._wrong(line, wrong, allowed)
        return _Stop()


def _line(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else event.start_mark.line + 1


def _syntax_fault(file: str, problem: yaml.YAMLError) -> FaultAt:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    what = str(getattr(problem, "problem", None) or "it is not YAML")
    hint = next((words for sign, words in _HINTS.items() if sign in what), "YAML: keys, colons, lists with '- '")
    return fault(file, 1 if mark is None else int(mark.line) + 1, f"the notation cannot be read: {what}", hint)
