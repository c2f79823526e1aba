"""A piece of sound as plain samples, read from a WAV file or from what a synthesiser wrote."""

from __future__ import annotations

import io
import logging
import wave
from dataclasses import dataclass, field
from pathlib import Path

_LARGEST_RECORDING = 64 * 2**20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Clip:
    """Samples of `width` bytes each: 1 unsigned, 2 and 4 signed little-endian; those of `channels` side by side."""

    samples: bytes = field(repr=False)
    rate: int
    channels: int = 1
    width: int = 2

    @property
    def seconds(self) -> float:
        return len(self.samples) / (self.rate * self.channels * self.width)


NOTHING = Clip(b"", 22050)


def read_wave(content: bytes) -> Clip:
    """The sound of a WAV file; raises `ValueError` if it is none, or of a kind that cannot be played.

    A length in the header that is larger than the file, as programs write into a pipe, counts for the whole rest.
    """
    try:
        with wave.open(io.BytesIO(content)) as file:
            shape = file.getframerate(), file.getnchannels(), file.getsampwidth()
            samples = file.readframes(len(content))
    except (wave.Error, EOFError, RuntimeError) as fault:  # a bare RuntimeError: a chunk longer than its file
        raise ValueError(f"not a WAV file that can be played: {fault}") from fault
    rate, channels, width = shape
    if width not in {1, 2, 4} or not 1 <= channels <= 8 or not 4000 <= rate <= 192_000:
        raise ValueError(f"cannot play {channels} channels of {8 * width} bits, {rate} times a second")
    frame = channels * width
    return Clip(samples[: len(samples) - len(samples) % frame], rate, channels, width)


def read_recording(file: Path) -> Clip | None:
    """The sound of a recording, or None, told in the log, if it cannot be had."""
    try:
        # Anything else, a pipe for one, might never end.
        if not file.is_file() or file.stat().st_size > _LARGEST_RECORDING:
            raise ValueError("not a file, or too large")
        clip = read_wave(file.read_bytes())
        if not clip.samples:
            raise ValueError("there is no sound in it")
    except (OSError, ValueError) as fault:
        _log.warning("the recording %s cannot be used, its text is spoken: %s", file, fault)
        return None
    return clip
