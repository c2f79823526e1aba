"""Sound is read from whole and from streamed WAV files, and what is no sound is told apart."""

from __future__ import annotations

import io
import logging
import os
import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.speech.clip import read_recording, read_wave


def wav(samples: bytes, width: int = 2, channels: int = 1, rate: int = 8000) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(samples)
    return out.getvalue()


@pytest.mark.parametrize(("width", "channels"), [(1, 1), (2, 1), (2, 2), (4, 1)])
def test_samples_come_as_they_are(width: int, channels: int) -> None:
    samples = bytes(range(64))
    clip = read_wave(wav(samples, width, channels))
    assert (clip.samples, clip.width, clip.channels, clip.rate) == (samples, width, channels, 8000)
    assert clip.seconds == 64 / width / channels / 8000


def test_length_that_a_program_could_not_know_is_no_fault() -> None:
    content = bytearray(wav(b"\1\2" * 50))
    content[4:8] = content[40:44] = (0x7FFFF000).to_bytes(4, "little")
    assert read_wave(bytes(content[:-1])).samples == b"\1\2" * 49


@given(st.binary(max_size=80) | st.binary(max_size=60).map(lambda tail: wav(b"")[:30] + tail))
def test_what_is_no_sound_is_told(content: bytes) -> None:
    try:
        read_wave(content)
    except ValueError as fault:
        assert str(fault)  # noqa: PT017  # most of these are no sound; the few that are may pass


def test_what_the_sink_cannot_play_is_told() -> None:
    with pytest.raises(ValueError, match="24 bits"):
        read_wave(wav(b"abc", width=3))
    with pytest.raises(ValueError, match="not a WAV"):
        read_wave(b"")


def test_recording_that_cannot_be_had_is_told_and_never_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good, broken, pipe = tmp_path / "good.wav", tmp_path / "broken.wav", tmp_path / "pipe.wav"
    good.write_bytes(wav(b"ab"))
    broken.write_bytes(b"RIFF")
    os.mkfifo(pipe)
    assert read_recording(good) is not None
    with caplog.at_level(logging.WARNING):
        assert [read_recording(file) for file in (broken, pipe, tmp_path, tmp_path / "none")] == [None] * 4
    assert len(caplog.records) == 4
