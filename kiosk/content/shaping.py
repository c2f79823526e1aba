"""From a tree to a shape: pydantic's errors told with file, line and what is allowed there instead."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.fault import FaultAt, fault, quoted, unknown
from kiosk.content.shape import OWN_FAULT, PATTERN_WORDS, Shape, Signature, Texts
from kiosk.content.tree import Scalar, Table, child, line_of, plain

Steps = tuple[str | int, ...]
S = typing.TypeVar("S", bound=Shape)


def shaped(shape: type[S], file: str, tree: Table) -> tuple[S | None, tuple[FaultAt, ...]]:
    """The tree as `shape`, or None and everything that does not fit."""
    try:
        return shape.model_validate(plain(tree)), ()
    except ValidationError as problem:
        return None, tuple(_faults(shape, file, tree, problem))


def _faults(shape: type[Shape], file: str, tree: Table, problem: ValidationError) -> Iterator[FaultAt]:
    for error in problem.errors(include_url=False):
        if _is_echo(error):
            continue
        steps = _written(tree, error["loc"])
        wrong, allowed = _words(shape, steps, error)
        yield fault(file, line_of(tree, steps), wrong, allowed)


def _written(tree: Table, steps: Steps) -> Steps:
    """The way as far as the file goes it: one text may stand where a shape makes a mapping of it."""
    ways = (steps[:length] for length in range(len(steps)))
    return next((way for way in ways if isinstance(child(tree, *way), Scalar)), steps)


def _is_echo(error: ErrorDetails) -> bool:
    """Pydantic also calls a list too short whose items are all faulty: enough that the items are told."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


@dataclass(frozen=True, slots=True)
class _Error:
    """One of pydantic's errors at its place. `key` is the nearest key on the way to it, `subject` names it in words."""

    subject: str
    key: str
    found: typing.Any
    context: Mapping[str, typing.Any]
    annotation: object
    parent: object


Words = tuple[str, str]
"""Both halves of a message: what is wrong, what is allowed."""

_TOLD: Mapping[str, Callable[[_Error], Words]] = {
    OWN_FAULT: lambda e: (e.context["what"], e.context["allowed"]),
    "extra_forbidden": lambda e: unknown("key", e.key, _keys(e.parent)),
    "missing": lambda e: (f"{e.subject} is missing", _expected(e.annotation)),
    "enum": lambda e: unknown(e.key, str(e.found), _values(e.annotation)),
    "string_too_short": lambda e: (f"{e.subject} is empty", "a text, or no such key where it is optional"),
    "string_too_long": lambda e: (
        f"{e.subject} is too long ({len(e.found)} characters)",
        f"at most {e.context['max_length']} characters",
    ),
    "string_pattern_mismatch": lambda e: (
        f"{e.subject} is {quoted(e.found) if e.found else 'empty'}",
        PATTERN_WORDS[e.context["pattern"]],
    ),
    "too_short": lambda e: (f"{e.subject} has only {len(e.found)} items", f"at least {e.context['min_length']}"),
    "too_long": lambda e: (f"{e.subject} has {len(e.found)} items", f"at most {e.context['max_length']}"),
    "greater_than_equal": lambda e: (f"{e.subject} is too small", f"at least {e.context['ge']}"),
    "less_than_equal": lambda e: (f"{e.subject} is too large", f"at most {e.context['le']}"),
}
"""How each type of error is told; any other says that one kind of value stands where another is expected."""


def _words(shape: type[Shape], steps: Steps, error: ErrorDetails) -> Words:
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    is_unknown = error["type"] == "extra_forbidden"
    about = _Error(
        subject=quoted(key) if steps[-1:] == (key,) else "this item",
        key=key,
        found=error["input"],
        context=error.get("ctx", {}),
        annotation=None if is_unknown else _annotation_at(shape, steps),
        parent=_annotation_at(shape, steps[:-1]) if is_unknown else None,
    )
    tell = _TOLD.get(error["type"])
    return tell(about) if tell else (f"{about.subject} is {_kind(about.found)}", _expected(about.annotation))


def _kind(found: object) -> str:
    if found == "":
        return "empty"
    if isinstance(found, str):
        return f"the text {quoted(found)}"
    return "a list" if isinstance(found, list) else "a mapping"


def _annotation_at(shape: type[Shape], steps: Steps) -> object:
    """The type that stands under `steps`, without `Annotated` and without `| None`."""
    annotation: object = shape
    for step in steps:
        if isinstance(step, int):
            annotation = _bare(typing.get_args(annotation)[0])
        elif isinstance(annotation, type) and issubclass(annotation, Shape):
            fields = {field.alias or name: field for name, field in annotation.model_fields.items()}
            annotation = _bare(fields[step].annotation)
    return annotation


def _bare(annotation: object) -> object:
    while typing.get_origin(annotation) in (typing.Annotated, typing.Union, types.UnionType):
        annotation = typing.get_args(annotation)[0]
    return annotation


def _keys(annotation: object) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return [field.alias or name for name, field in annotation.model_fields.items()]
    return []


def _values(annotation: object) -> list[str]:
    return list(annotation) if isinstance(annotation, type) and issubclass(annotation, StrEnum) else []


def _expected(annotation: object) -> str:
    """What may stand at a place, in words."""
    if typing.get_origin(annotation) is tuple:
        is_span = typing.get_args(annotation) == (time, time)
        return "hours such as 7:00-15:00" if is_span else "a list, each item after '- '"
    if isinstance(annotation, type) and issubclass(annotation, Texts):
        by_language = "a text by language: pl, and en, uk, de"
        return f"a text, or {by_language}" if issubclass(annotation, Signature) else by_language
    if keys := _keys(annotation):
        return f"a mapping with the keys {', '.join(keys)}"
    if values := _values(annotation):
        return ", ".join(values)
    if annotation is date:
        return "a day such as 2026-11-23"
    return "a whole number" if annotation is int else "a text"
