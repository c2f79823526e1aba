"""Makes films for tests: `python -m tests.qml.filming FILE SECONDS TONE` draws one whose colour tells the time.

A process of its own, so that QtMultimedia is not loaded where the screens are tested.
"""

from __future__ import annotations

import math
import subprocess
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioBufferInput, QMediaCaptureSession

RATE = 25
WIDTH, HEIGHT = 640, 360
_SOUND_RATE = 44_100
_PATIENCE = 20_000
STEP = 15
"""Degrees of the colour's hue from one picture to the next: 24 pictures go once round."""


def make_film(path: Path, seconds: float = 4.0, *, tone: int = 0) -> Path:
    """A film in MPEG-4: a dark figure walks from left to right before a ground that changes colour.

    It has no sound, or a `tone` of so many hertz all along.
    """
    subprocess.run(
        [sys.executable, "-m", "tests.qml.filming", str(path), str(seconds), str(tone)], check=True, capture_output=True
    )
    return path


def _record(path: Path, seconds: float, tone: int) -> bool:
    # Imported here and not above: whoever imports this module only wants the film.
    from PySide6.QtCore import QCoreApplication, QTimer, QUrl  # noqa: PLC0415
    from PySide6.QtMultimedia import (  # noqa: PLC0415
        QMediaCaptureSession,
        QMediaFormat,
        QMediaRecorder,
        QVideoFrame,
        QVideoFrameInput,
    )

    application = QCoreApplication(["filming"])
    session, recorder, pictures = QMediaCaptureSession(), QMediaRecorder(), QVideoFrameInput()
    session.setRecorder(recorder)
    session.setVideoFrameInput(pictures)
    shape = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    shape.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    shape.setAudioCodec(QMediaFormat.AudioCodec.AAC)
    recorder.setMediaFormat(shape)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    recorder.setVideoFrameRate(RATE)
    count = 0
    awaited = {"pictures", "tone"} if tone else {"pictures"}

    def feed() -> None:
        nonlocal count
        while count < seconds * RATE:
            frame = QVideoFrame(_drawn(count, count / (seconds * RATE)))
            frame.setStartTime(count * 1_000_000 // RATE)
            frame.setEndTime((count + 1) * 1_000_000 // RATE)
            if not pictures.sendVideoFrame(frame):
                return
            count += 1
        end("pictures")

    def end(track: str) -> None:
        awaited.discard(track)
        if not awaited:
            recorder.stop()

    def see(state: QMediaRecorder.RecorderState) -> None:
        if state == QMediaRecorder.RecorderState.StoppedState:
            application.quit()

    pictures.readyToSendVideoFrame.connect(feed)
    sounds = _sing(session, seconds, tone, lambda: end("tone")) if tone else None
    recorder.recorderStateChanged.connect(see)
    recorder.record()
    QTimer.singleShot(_PATIENCE, application.quit)
    application.exec()
    del sounds
    return recorder.error() == QMediaRecorder.Error.NoError and not awaited


def _sing(session: QMediaCaptureSession, seconds: float, tone: int, ended: Callable[[], None]) -> QAudioBufferInput:
    """Whole seconds of sound for the recording, for as long as what is given lives."""
    from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferInput, QAudioFormat  # noqa: PLC0415

    # Not with its format, which it takes from the first buffer: with Qt 6.11.3 it then wants none.
    sounds = QAudioBufferInput()
    shape = QAudioFormat()
    shape.setSampleRate(_SOUND_RATE)
    shape.setChannelCount(1)
    shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    count = 0

    def feed() -> None:
        nonlocal count
        while count < seconds:
            if not sounds.sendAudioBuffer(QAudioBuffer(_wave(tone), shape, count * 1_000_000)):
                return
            count += 1
        ended()

    sounds.readyToSendAudioBuffer.connect(feed)
    session.setAudioBufferInput(sounds)
    return sounds


def _drawn(number: int, share: float) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBX8888)
    image.fill(QColor.fromHsv(number * STEP % 360, 220, 220))
    painter = QPainter(image)
    painter.fillRect(int(WIDTH * share), HEIGHT // 4, WIDTH // 10, HEIGHT * 3 // 4, QColor("#202020"))
    painter.end()
    return image


def _wave(tone: int) -> bytes:
    """One second of it."""
    waves = (math.sin(2 * math.pi * tone * number / _SOUND_RATE) for number in range(_SOUND_RATE))
    return array("h", (round(8000 * wave) for wave in waves)).tobytes()


if __name__ == "__main__":
    sys.exit(0 if _record(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])) else 1)
