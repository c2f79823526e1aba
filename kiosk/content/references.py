"""What the files of a pack may refer to, and the checks that all of them share.

Cross checks read trees, not shapes: a card with a missing fee still has its unknown group told in the same go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.fault import FaultAt, fault, quoted, unknown
from kiosk.content.tree import Items, Node, Scalar, Table, items, line_of, scalar, scalars
from kiosk.domain.text import DEFAULT_LANGUAGE, LANGUAGE_NAMES

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Names that may be referred to. None where they cannot be made out: then nothing is claimed about references."""

    languages: tuple[str, ...] | None
    places: frozenset[str] | None
    groups: frozenset[str] | None
    codes: frozenset[str]

    @classmethod
    def of(cls, office: Table | None, catalogue: Table | None, codes: Iterable[str]) -> Known:
        return cls(
            languages=_languages(office),
            places=_ids(office, "miejsca"),
            groups=_ids(catalogue, "grupy"),
            codes=frozenset(codes),
        )


def _languages(office: Table | None) -> tuple[str, ...] | None:
    """A faulty list is told by itself; going by it would call every text of the pack faulty too."""
    languages = tuple(language.text for language in scalars(office, "jezyki"))
    is_sound = DEFAULT_LANGUAGE in languages and len(set(languages)) == len(languages)
    return languages if is_sound and set(languages) <= set(LANGUAGE_NAMES) else None


def _ids(tree: Table | None, key: str) -> frozenset[str] | None:
    return frozenset(found.text for item in items(tree, key) if (found := scalar(item, "id"))) or None


def unknown_faults(file: str, kind: str, found: Iterable[Scalar], known: frozenset[str] | None) -> Iterator[FaultAt]:
    """Each name in `found` that is not among `known`."""
    for name in found:
        if known is not None and name.text not in known:
            yield fault(file, name.line, *unknown(kind, name.text, known))


def repeated_faults(file: str, kind: str, found: Iterable[Scalar]) -> Iterator[FaultAt]:
    """Each name that has stood in `found` before."""
    first: dict[str, int] = {}
    for name in found:
        if name.text in first:
            wrong = f"the {kind} {quoted(name.text)} is here again after line {first[name.text]}"
            yield fault(file, name.line, wrong, f"each {kind} once")
        first.setdefault(name.text, name.line)


def language_faults(
    file: str, tree: Table, languages: tuple[str, ...] | None, must_be_complete: Callable[[Steps], bool]
) -> Iterator[FaultAt]:
    """Texts in languages the office does not have, and missing translations where all are needed."""
    if languages is None:
        return
    for steps, text in texts_in(tree, ()):
        yield from foreign_language_faults(file, text, languages)
        missing = [language for language in languages if language not in text.entries]
        if missing and must_be_complete(steps):
            key = next(step for step in reversed(steps) if isinstance(step, str))
            wrong = f"{quoted(key)} is not translated into {', '.join(missing)}"
            yield fault(file, line_of(tree, steps), wrong, f"a text in each of {', '.join(languages)}")


def foreign_language_faults(file: str, node: Node | None, languages: tuple[str, ...] | None) -> Iterator[FaultAt]:
    """Entries by language of the mapping `node` in languages the office does not have."""
    if languages is None or not isinstance(node, Table):
        return
    for language in node.entries:
        if language in LANGUAGE_NAMES and language not in languages:
            wrong = f"{quoted(language)} is not a language of this office"
            yield fault(file, node.key_lines[language], wrong, ", ".join(languages))


def texts_in(node: Node, steps: Steps) -> Iterator[tuple[Steps, Table]]:
    """Every text by language: the mappings with a Polish entry, a key nothing else in a pack has.

    A file is no text, whatever has slipped to its margin: `steps` leads to every text from somewhere.
    """
    if isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from texts_in(item, (*steps, index))
    elif isinstance(node, Table) and steps and DEFAULT_LANGUAGE in node.entries:
        yield steps, node
    elif isinstance(node, Table):
        for key, value in node.entries.items():
            yield from texts_in(value, (*steps, key))
