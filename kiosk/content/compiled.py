"""A checked pack as one JSON file that loads straight into the domain's values, without YAML and without checking.

The file is a SHA-256 in hexadecimal, a line break, and the JSON it belongs to. It is data and only data: msgspec builds
the types named here and no others. Whatever is wrong with it, it is as if it were not there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import msgspec.inspect

from kiosk.content.condition_text import condition_text
from kiosk.content.durable import replace_file
from kiosk.domain.branching import parse_condition
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.office import Office
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText

FORMAT = 2
"""Raised when the same fields come to mean something else; a copy of another format is not read."""
FILE = "pack.json"
_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Question:
    """A question whose condition is text: msgspec cannot tell the members of a union of dataclasses apart."""

    key: str
    concept: str
    kind: QuestionKind
    text: LocalisedText
    scale: Scale | None
    revision: int
    comparable_from: int | None
    show_if: str | None


@dataclass(frozen=True, slots=True)
class _Questionnaire:
    id: str
    version: int
    title: LocalisedText
    intro: LocalisedText
    thanks: LocalisedText
    questions: tuple[_Question, ...]


@dataclass(frozen=True, slots=True)
class _Copy:
    """What the JSON holds. `shape` is a fingerprint of the domain's fields at the time of writing."""

    format: int
    shape: str
    digest: str
    version: int
    office: Office
    catalogue: Catalogue
    questionnaires: tuple[_Questionnaire, ...]
    media: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """A pack that was good once. `is_current_shape` is false if the program's own fields have changed since."""

    pack: Pack
    is_current_shape: bool


def load_compiled(folder: Path) -> CompiledPack | None:
    """The copy kept in `folder`, or None where there is none that can be trusted."""
    try:
        with (folder / FILE).open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        return None
    return unpacked(content) if len(content) <= _LARGEST else None


def keep_compiled(pack: Pack, folder: Path) -> None:
    """Write the copy so that a crash at any instant leaves the old one or the new one, never a torn one.

    Raises `EnvironmentFault` where the disk does not take it; the copy kept before is then untouched.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # answers will lie there
        replace_file(folder / FILE, packed(pack))
    except OSError as problem:
        raise EnvironmentFault(f"the compiled pack cannot be kept in {folder}: {problem.strerror}") from problem


def packed(pack: Pack) -> bytes:
    """The bytes of a copy."""
    data = msgspec.json.encode(_copy(pack))
    return _checksum(data) + b"\n" + data


def unpacked(content: bytes) -> CompiledPack | None:
    """The pack in the bytes of a copy, or None where they are not one."""
    checksum, _, data = content.partition(b"\n")
    if checksum != _checksum(data):
        return None
    try:
        copy = msgspec.json.decode(data, type=_Copy)
        if copy.format != FORMAT:
            return None
        return CompiledPack(_pack(copy), copy.shape == _shape())
    except (msgspec.MsgspecError, RecursionError, BadInput):
        return None


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


@cache
def _shape() -> str:
    """A copy written before a field was added would load with the field's default: it must count as out of date."""
    return hashlib.sha256(repr(msgspec.inspect.type_info(_Copy)).encode()).hexdigest()


def _copy(pack: Pack) -> _Copy:
    return _Copy(
        format=FORMAT,
        shape=_shape(),
        digest=pack.digest,
        version=pack.version,
        office=pack.office,
        catalogue=pack.catalogue,
        questionnaires=tuple(_questionnaire_copy(questionnaire) for questionnaire in pack.questionnaires),
        media=pack.media,
    )


def _questionnaire_copy(of: Questionnaire) -> _Questionnaire:
    questions = tuple(_question_copy(question) for question in of.questions)
    return _Questionnaire(of.id, of.version, of.title, of.intro, of.thanks, questions)


def _question_copy(of: Question) -> _Question:
    condition = None if of.show_if is None else condition_text(of.show_if)
    return _Question(of.key, of.concept, of.kind, of.text, of.scale, of.revision, of.comparable_from, condition)


def _pack(copy: _Copy) -> Pack:
    questionnaires = tuple(_questionnaire(questionnaire) for questionnaire in copy.questionnaires)
    return Pack(copy.version, copy.digest, copy.office, copy.catalogue, questionnaires, copy.media)


def _questionnaire(copy: _Questionnaire) -> Questionnaire:
    questions = tuple(_question(question) for question in copy.questions)
    return Questionnaire(copy.id, copy.version, copy.title, copy.intro, copy.thanks, questions)


def _question(copy: _Question) -> Question:
    condition = None if copy.show_if is None else parse_condition(copy.show_if)
    return Question(
        copy.key, copy.concept, copy.kind, copy.text, copy.scale, copy.revision, copy.comparable_from, condition
    )
