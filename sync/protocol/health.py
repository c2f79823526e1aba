"""How a terminal is: its machine, its file, its content; nothing about responses, and nobody can be seen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sync.protocol.batch import LARGEST
from sync.protocol.malformed import Malformed, canonical, json_object

LARGEST_REPORT = 4 * 1024
"""Bytes of a report as it travels."""
_LONGEST_TEXT = 64


@dataclass(frozen=True, slots=True)
class HealthReport:
    """One terminal's report. `disk_free_mib` is rounded down to hundreds: single responses do not show in it.

    `content_release`: number of the centre's publication that is shown, 0 for the program's own. `is_damaged`: the file
    has rows that are not as they were written, or SQLite finds fault with it. `do_books_balance`: every response is
    where it should be. `files_aside`: how many damaged files lie beside it. `has_reserve`: the last responses still
    have room on the disk. `is_encrypting`: nothing that people said can be read there. `clock_off_s`: by how much the
    centre's clock was ahead, None where they have not spoken.
    """

    program: str
    sqlite: str
    content_release: int
    disk_free_mib: int
    is_damaged: bool
    do_books_balance: bool
    files_aside: int
    has_reserve: bool
    is_encrypting: bool
    clock_off_s: int | None

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look after this terminal."""
        return not self.is_damaged and self.do_books_balance and not self.files_aside and self.has_reserve

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> HealthReport:
        """Raises `Malformed`. What a newer terminal says beyond is passed over, and not kept."""
        value = json_object(data)
        return cls(**{field.name: _READERS[field.type](value, field.name) for field in fields(cls)})


def health_path(terminal: str) -> str:
    """Where a terminal's report is put; each takes the place of the one before."""
    return f"/v1/terminals/{terminal}/health"


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    if not isinstance(found, str) or len(found) > _LONGEST_TEXT or not found.isprintable():
        raise Malformed(f"{key}: not a text of at most {_LONGEST_TEXT} printable characters")
    return found


def _number(value: Mapping[str, Any], key: str) -> int:
    found = value.get(key)
    if type(found) is not int or not 0 <= found <= LARGEST:
        raise Malformed(f"{key}: not a whole number from 0")
    return found


def _truth(value: Mapping[str, Any], key: str) -> bool:
    found = value.get(key)
    if not isinstance(found, bool):
        raise Malformed(f"{key}: neither true nor false")
    return found


def _offset(value: Mapping[str, Any], key: str) -> int | None:
    found = value.get(key)
    if found is not None and (type(found) is not int or abs(found) > LARGEST * 4):
        raise Malformed(f"{key}: not a number of seconds")
    return found


_READERS: Mapping[Any, Any] = {"str": _text, "int": _number, "bool": _truth, "int | None": _offset}
"""By how a field's type is written."""
