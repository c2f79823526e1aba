"""One thing to be said: its words, their language, and a recording of them if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Utterance:
    """`language` is a code of `LANGUAGE_NAMES`. A `recording` is a WAV file; if it cannot be read, `text` is spoken."""

    text: str
    language: str
    recording: Path | None = None
