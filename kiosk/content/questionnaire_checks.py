"""What must hold inside a questionnaire, and between its versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import PurePosixPath

from kiosk.content.fault import FaultAt, fault, quoted, unknown
from kiosk.content.reachability import Earlier, can_hold
from kiosk.content.references import Known, language_faults, repeated_faults, unknown_faults
from kiosk.content.shape import LONGEST_LINE
from kiosk.content.tree import Node, Plain, Scalar, Table, child, items, plain, scalar
from kiosk.domain.branching import Condition, comparisons, parse_condition
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import QuestionKind
from kiosk.domain.text import LANGUAGE_NAMES

_RATINGS = ("1", "2", "3", "4", "5")
LONGEST_RATING, LONGEST_END = 34, 20
"""Letters below a face; those of both ends also stand side by side where there is no room for the others."""
_TAKEN = ("id", "questionnaire", "version", "language", "period", "channel", "complete")
"""Columns of every table of responses: a question with such a key would stand there twice, or be read as the other."""


def questionnaire_faults(file: str, tree: Table, known: Known) -> Iterator[FaultAt]:
    """Everything wrong inside one version, beyond the shape of its single parts."""
    yield from _file_name_faults(file, tree)
    yield from language_faults(file, tree, known.languages, lambda _: True)
    yield from repeated_faults(file, "scale", [id_ for scale in items(tree, "skale") if (id_ := scalar(scale, "id"))])
    for scale in items(tree, "skale"):
        yield from _scale_faults(file, scale)
    yield from repeated_faults(file, "key", [key for q in items(tree, "pytania") if (key := scalar(q, "klucz"))])
    for question in items(tree, "pytania"):
        if (key := scalar(question, "klucz")) and key.text in _TAKEN:
            wrong = f"the key {quoted(key.text)} is that of another column of the data"
            yield fault(file, key.line, wrong, f"any but {', '.join(_TAKEN)}")
    for question in items(tree, "pytania")[:1]:
        yield from _first_question_faults(file, question)
    yield from _question_faults(file, tree)


def version_faults(trees: Mapping[str, Table]) -> Iterator[FaultAt]:
    """Two files with one version number, and revisions of a question that changed without a new number."""
    versions: dict[str, str] = {}
    revisions: dict[tuple[str, ...], tuple[str, list[Plain]]] = {}
    for file, tree in sorted(trees.items()):
        if version := scalar(tree, "wersja"):
            if version.text in versions:
                wrong = f"the version {quoted(version.text)} is that of {versions[version.text]}"
                yield fault(file, version.line, wrong, "a higher number for each questionnaire: the highest is asked")
            versions.setdefault(version.text, file)
        for question in items(tree, "pytania"):
            key = scalar(question, "klucz")
            if key is None:
                continue
            revision = _text(question, "rewizja") or "1"
            content = _content(tree, question)
            first, published = revisions.setdefault((_text(tree, "id"), key.text, revision), (file, content))
            if first != file and published != content:
                wrong = f"{quoted(key.text)} differs from revision {revision} in {first}"
                yield fault(file, key.line, wrong, "the same text, kind and codes, or a higher 'rewizja'")


def _text(node: Node | None, key: str) -> str:
    found = scalar(node, key)
    return found.text if found else ""


def _content(tree: Table, question: Node) -> list[Plain]:
    """What makes a revision what it is: a reworded answer is a correction, another code is another question."""
    text = child(question, "tresc")
    codes: list[Plain] = [*_codes(_scales(tree).get(_text(question, "skala")))]
    return [_text(question, "rodzaj"), codes, plain(text) if text else ""]


def _scales(tree: Table) -> dict[str, Node]:
    """Scales by id; of two with one id (a fault of its own) the first."""
    found: dict[str, Node] = {}
    for scale in items(tree, "skale"):
        if id_ := scalar(scale, "id"):
            found.setdefault(id_.text, scale)
    return found


def _choices(scale: Node | None) -> list[Scalar]:
    return [code for choice in items(scale, "odpowiedzi") if (code := scalar(choice, "kod"))]


def _codes(scale: Node | None) -> list[str]:
    return [code.text for code in _choices(scale)]


def _file_name_faults(file: str, tree: Table) -> Iterator[FaultAt]:
    id_, version = scalar(tree, "id"), scalar(tree, "wersja")
    if id_ and version and (name := f"{id_.text}-{version.text}") != PurePosixPath(file).stem:
        wrong = "id and version are not those of the file's name"
        yield fault(file, id_.line, wrong, f"the file name {quoted(name + '.yaml')}, or its id and version")


def _scale_faults(file: str, scale: Node) -> Iterator[FaultAt]:
    yield from repeated_faults(file, "code", _choices(scale))
    not_applicable = scalar(scale, "nie_dotyczy")
    if not_applicable:
        yield from unknown_faults(file, "code", [not_applicable], frozenset(_codes(scale)))


def _first_question_faults(file: str, question: Node) -> Iterator[FaultAt]:
    """The first question is drawn on the home page and answered with one tap."""
    kind, condition = scalar(question, "rodzaj"), scalar(question, "pokaz_gdy")
    if kind and kind.text != QuestionKind.RATING:
        yield fault(file, kind.line, f"the first question is of the kind {quoted(kind.text)}", QuestionKind.RATING)
    if condition:
        yield fault(file, condition.line, "the first question has a condition", "no 'pokaz_gdy' here")


def _question_faults(file: str, tree: Table) -> Iterator[FaultAt]:
    scales = _scales(tree)
    questions = items(tree, "pytania")
    keys = {key.text for question in questions if (key := scalar(question, "klucz"))}
    earlier: dict[str, Earlier] = {}
    for question in questions:
        scale, kind = scalar(question, "skala"), scalar(question, "rodzaj")
        if scale:
            yield from unknown_faults(file, "scale", [scale], frozenset(scales))
        if scale and kind and kind.text == QuestionKind.RATING and scale.text in scales:
            yield from _rating_faults(file, scale, scales[scale.text])
        condition, faults = _condition(file, question, earlier, keys)
        yield from faults
        if key := scalar(question, "klucz"):
            takes_several = kind is not None and kind.text == QuestionKind.MULTIPLE
            earlier.setdefault(key.text, Earlier(_codes_asked(scales, scale, kind), takes_several, condition))


def _codes_asked(scales: Mapping[str, Node], scale: Scalar | None, kind: Scalar | None) -> frozenset[str] | None:
    """What can be chosen, or None where the question is too faulty to say so."""
    if scale is not None:
        return frozenset(_codes(scales[scale.text])) if scale.text in scales else None
    return frozenset() if kind and kind.text == QuestionKind.TEXT else None


def _rating_faults(file: str, name: Scalar, scale: Node) -> Iterator[FaultAt]:
    codes = [code for code in _codes(scale) if code != _text(scale, "nie_dotyczy")]
    if tuple(codes) != _RATINGS:
        wrong = f"the scale {quoted(name.text)} of a rating5 question has the codes {quoted(', '.join(codes))}"
        yield fault(file, name.line, wrong, "1, 2, 3, 4, 5 in this order, and one for nie_dotyczy")
    for choice, language in product(items(scale, "odpowiedzi"), LANGUAGE_NAMES):
        most = LONGEST_END if _text(choice, "kod") in (_RATINGS[0], _RATINGS[-1]) else LONGEST_RATING
        if (label := scalar(choice, "nazwa", language)) and len(label.text) > most:
            wrong = f"{quoted(label.text)} of a rating5 question is too long ({len(label.text)} characters)"
            yield fault(file, label.line, wrong, f"at most {most} characters: it stands below a face")


def _condition(
    file: str, question: Node, earlier: Mapping[str, Earlier], keys: set[str]
) -> tuple[Condition | None, list[FaultAt]]:
    """The condition of a question, where it has one without faults."""
    written = scalar(question, "pokaz_gdy")
    if written is None or len(written.text) > LONGEST_LINE:
        return None, []  # what is too long is told by the shape, and would take long to read
    try:
        condition = parse_condition(written.text)
    except BadInput as problem:
        wrong, _, allowed = problem.faults[0].partition("; ")
        words = allowed.removeprefix("expected: ").removeprefix("allowed: ")
        return None, [fault(file, written.line, wrong, words)]
    faults = [
        fault(file, written.line, *halves)
        for comparison in comparisons(condition)
        if (halves := _comparison_fault(comparison.question, comparison.code, earlier, keys))
    ]
    if faults:
        return None, faults
    if not can_hold(condition, earlier):
        return None, [fault(file, written.line, "the condition can never hold", "one that some visitor meets")]
    return condition, []


def _comparison_fault(key: str, code: str, earlier: Mapping[str, Earlier], keys: set[str]) -> tuple[str, str] | None:
    if key not in earlier and key in keys:
        return f"the condition asks for {quoted(key)}, which is not asked before", ", ".join(earlier) or "no condition"
    if key not in earlier:
        return unknown("question", key, earlier)
    codes = earlier[key].codes
    if codes is not None and code not in codes:
        return unknown(f"code of {quoted(key)}:", code, codes)
    return None
