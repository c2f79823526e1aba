"""What the terminal and its process for sound tell each other: one line of JSON for each message.

A `turn` numbers the lists: whatever belongs to an older one is of no interest any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from kiosk.terminal.speech.options import SpeechOptions


class Words(msgspec.Struct, frozen=True):
    """An utterance; `recording` is a path, or empty."""

    text: str
    language: str
    recording: str = ""


class Begin(msgspec.Struct, frozen=True, tag="begin"):
    """The first message."""

    options: SpeechOptions


class Say(msgspec.Struct, frozen=True, tag="say"):
    turn: int
    words: tuple[Words, ...]


class Hush(msgspec.Struct, frozen=True, tag="hush"):
    turn: int


class Volume(msgspec.Struct, frozen=True, tag="volume"):
    percent: int


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """What sounded before this turn no longer does; told once more every second for as long as the turn lasts."""

    turn: int


class Started(msgspec.Struct, frozen=True, tag="started"):
    turn: int
    number: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    turn: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    turn: int
    reason: str
    is_deaf: bool


class Device(msgspec.Struct, frozen=True, tag="device"):
    """Why the chosen output is not there, empty if it is; `is_deaf`: this process will not see it come."""

    reason: str = ""
    is_deaf: bool = False


Order = Begin | Say | Hush | Volume
"""What the terminal sends."""
Report = Heard | Started | Finished | Failed | Device
"""What it is told."""

_Message = TypeVar("_Message")
_encoder = msgspec.json.Encoder()


def line(message: Order | Report) -> bytes:
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
