"""What a reader of the wire format raises, and the strict JSON that both ends speak."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

import msgspec

_READER = msgspec.json.Decoder()
_WRITER = msgspec.json.Encoder(order="sorted")


class Malformed(ValueError):
    """Bytes are not what the format says; the text names the field and the rule, never the value found."""


def canonical(value: object) -> bytes:
    """The one form of a value: keys sorted, no spaces, UTF-8; equal values are equal bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def json_object(data: bytes) -> Mapping[str, Any]:
    """Read one JSON object, without the extensions of Python's reader; raises `Malformed`."""
    if (soon := _canonical_object(data)) is not None:
        return soon
    try:
        value = json.loads(data.decode(), parse_constant=_refuse, object_pairs_hook=_distinct)
    except Malformed:
        raise
    except (ValueError, RecursionError):
        raise Malformed("not JSON in UTF-8") from None
    if not isinstance(value, dict):
        raise Malformed("not a JSON object")
    return value


def _canonical_object(data: bytes) -> dict[str, Any] | None:
    """Soon read, where writing it again gives the same bytes: then no key can have been there twice."""
    try:
        value = _READER.decode(data)
        return value if isinstance(value, dict) and _WRITER.encode(value) == data else None
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _refuse(_constant: str) -> NoReturn:
    raise Malformed("not JSON: a number that is none")


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Malformed("the same key twice")
    return found
