"""One row of a batch: one response as it travels, in canonical JSON on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sync.protocol.batch import ENCRYPTED_FORMAT, FORMAT
from sync.protocol.limits import Limits
from sync.protocol.malformed import Malformed, canonical, json_object

_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FLAG = re.compile(r"[a-z]+-[0-9]+", re.ASCII)
_LONGEST_FLAG = 32
_MOST_FLAGS = 16
_LARGEST_VERSION = 2**31 - 1
_LONGEST_LANGUAGE = 16
_IS_ENCRYPTED = b'"encrypted":"'
_ENCRYPTED = re.compile(r"[A-Za-z0-9_.-]+", re.ASCII)
_LONGEST_NAME = 64
_LONGEST_PERIOD = len("2026-11-28")
_KNOWN_WORDS = 4096


@dataclass(frozen=True, slots=True)
class Row:
    """A response on the wire. `answers` holds the chosen codes by question, none where the visitor would not say.

    `flags` are the ids of the rules that found something odd about it. Beside `encrypted` ones
    there are no `answers`.
    """

    id: str
    questionnaire: str
    version: int
    language: str
    period: str
    channel: str
    complete: bool
    answers: Mapping[str, tuple[str, ...]]
    flags: tuple[str, ...] = ()
    encrypted: str = ""


def encode_row(row: Row) -> bytes:
    """The row's line, without the line end; a row without flags is written as format 1 wrote it."""
    value = {one.name: getattr(row, one.name) for one in fields(row)}  # `asdict` copies all that is in it, for long
    for name in ("flags", "encrypted"):
        if not value[name]:
            del value[name]
    return canonical(value)


def format_of(lines: Sequence[bytes]) -> int:
    """The format of a batch with these rows, as `encode_row` gives them: the least that has all they say."""
    return ENCRYPTED_FORMAT if any(_IS_ENCRYPTED in line for line in lines) else FORMAT


def read_row(line: bytes, limits: Limits | None = None, fmt: int = FORMAT) -> Row:
    """Read and check one line of format `fmt`; raises `Malformed` with a reason that repeats no value.

    Unknown fields are refused, not passed over: a format has exactly these, so another one is a newer program's word
    that must wait for a reader of it, or something that should never have left a terminal.
    """
    limits = limits or Limits()
    if len(line) > (limits.encrypted_row if fmt == ENCRYPTED_FORMAT else limits.row):
        raise Malformed("the row is too long")
    value = json_object(line)
    if not value.keys() >= _FIELDS.keys():
        raise Malformed(f"missing: {', '.join(sorted(_FIELDS.keys() - value.keys()))}")
    known = _KNOWN[fmt]
    if not value.keys() <= known.keys():
        raise Malformed("there is an unknown field")
    row = Row(**{key: known[key](key, found) for key, found in value.items()})
    if row.encrypted and row.answers:
        raise Malformed("answers: in clear beside encrypted ones")
    return row


def with_answers(row: Row, answers: bytes) -> Row:
    """The row with its answers decrypted: the JSON object in `answers`, checked like any. Raises `Malformed`."""
    if len(answers) > Limits().row:
        raise Malformed("the row is too long")
    return replace(row, answers=_answers("answers", json_object(answers)), encrypted="")


def _id(key: str, value: object) -> str:
    if not isinstance(value, str) or not _UUID4.fullmatch(value):
        raise Malformed(f"{key}: not a random UUID (version 4)")
    return value


# The same few words come again and again: to look one up takes a fifth of the time of reading it. Nothing long is kept.
@lru_cache(maxsize=_KNOWN_WORDS)
def _reads_as_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None


@lru_cache(maxsize=_KNOWN_WORDS)
def _reads_as_language(text: str) -> bool:
    return _LANGUAGE.fullmatch(text) is not None


@lru_cache(maxsize=_KNOWN_WORDS)
def _reads_as_period(text: str) -> bool:
    try:
        if week := _WEEK.fullmatch(text):
            date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return True
        if _DAY.fullmatch(text):
            date.fromisoformat(text)
            return True
    except ValueError:
        pass
    return False


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_NAME and _reads_as_name(value)


def _name(key: str, value: object) -> object:
    if not _is_name(value):
        raise Malformed(f"{key}: not a word of at most 64 letters, digits or . _ -")
    return value


def _version(key: str, value: object) -> int:
    if type(value) is not int or not 1 <= value <= _LARGEST_VERSION:
        raise Malformed(f"{key}: not a whole number from 1")
    return value


def _language(key: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_LANGUAGE or not _reads_as_language(value):
        raise Malformed(f"{key}: not a language tag")
    return value


def _period(key: str, value: object) -> str:
    if isinstance(value, str) and len(value) <= _LONGEST_PERIOD and _reads_as_period(value):
        return value
    raise Malformed(f"{key}: neither an ISO week nor a day")


def _complete(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise Malformed(f"{key}: neither true nor false")
    return value


def _answers(key: str, value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise Malformed(f"{key}: not an object")
    answers: dict[str, tuple[str, ...]] = {}
    for question, codes in value.items():
        if not _is_name(question):
            _name(f"{key}, a question", question)
        if not isinstance(codes, list):
            raise Malformed(f"{key}: codes are not in a list")
        for code in codes:
            if not _is_name(code):
                _name(f"{key}, a code", code)
        answers[question] = tuple(codes)
    return answers


def _flags(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > _MOST_FLAGS:
        raise Malformed(f"{key}: not a list of at most {_MOST_FLAGS}")
    for flag in value:
        if not isinstance(flag, str) or len(flag) > _LONGEST_FLAG or not _FLAG.fullmatch(flag):
            raise Malformed(f"{key}: not the id of a rule")
    if value != sorted(set(value)):
        raise Malformed(f"{key}: not sorted, or one twice")
    return tuple(value)


def _encrypted(key: str, value: object) -> str:
    if not isinstance(value, str) or not _ENCRYPTED.fullmatch(value):
        raise Malformed(f"{key}: not an encrypted text")
    return value


_FIELDS: Mapping[str, Any] = {
    "id": _id,
    "questionnaire": _name,
    "version": _version,
    "language": _language,
    "period": _period,
    "channel": _name,
    "complete": _complete,
    "answers": _answers,
}
_WITH_FLAGS: Mapping[str, Any] = {**_FIELDS, "flags": _flags}
_KNOWN: Mapping[int, Mapping[str, Any]] = {
    1: _FIELDS,
    2: _WITH_FLAGS,
    ENCRYPTED_FORMAT: {**_WITH_FLAGS, "encrypted": _encrypted},
}
"""By format: what a row may have; what is not in `_FIELDS` may be left out."""
