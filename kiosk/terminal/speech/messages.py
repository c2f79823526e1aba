"""What the terminal and its process for sound tell each other: one line of JSON for each message.

A `turn` numbers the lists: whatever belongs to an older one is of no interest any more.
"""

from __future__ import annotations

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
