"""Messages between processes: one line of JSON for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

_Message = TypeVar("_Message")
_encoder = msgspec.json.Encoder()


def line(message: msgspec.Struct) -> bytes:
    """The message as one line, to be written at once."""
    return _encoder.encode(message) + b"\n"


class Lines(Generic[_Message]):
    """Puts messages together from bytes as they arrive."""

    def __init__(self, kind: object) -> None:
        self._decoder: msgspec.json.Decoder[_Message] = msgspec.json.Decoder(kind)
        self._rest = b""

    def add(self, content: bytes) -> Iterator[_Message]:
        """The messages that are whole now; raises `msgspec.MsgspecError` for what is none."""
        *whole, self._rest = (self._rest + content).split(b"\n")
        for each in whole:
            yield self._decoder.decode(each)
