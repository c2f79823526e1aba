"""Makes films for tests: `python -m tests.qml.filming FILE SECONDS` draws one whose colour tells the time.

A process of its own, so that QtMultimedia is not loaded where the screens are tested.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

RATE = 25
WIDTH, HEIGHT = 640, 360
_PATIENCE = 20_000
STEP = 15
"""Degrees of the colour's hue from one picture to the next: 24 pictures go once round."""


def make_film(path: Path, seconds: float = 4.0) -> Path:
    """A film in MPEG-4, without sound: a dark figure walks from left to right before a ground that changes colour."""
    subprocess.run(
        [sys.executable, "-m", "tests.qml.filming", str(path), str(seconds)], check=True, capture_output=True
    )
    return path


def _record(path: Path, seconds: float) -> bool:
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
    recorder.setMediaFormat(shape)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    recorder.setVideoFrameRate(RATE)
    count = 0

    def feed() -> None:
        nonlocal count
        while count < seconds * RATE:
            frame = QVideoFrame(_drawn(count, count / (seconds * RATE)))
            frame.setStartTime(count * 1_000_000 // RATE)
            frame.setEndTime((count + 1) * 1_000_000 // RATE)
            if not pictures.sendVideoFrame(frame):
                return
            count += 1
        recorder.stop()

    def see(state: QMediaRecorder.RecorderState) -> None:
        if state == QMediaRecorder.RecorderState.StoppedState:
            application.quit()

    pictures.readyToSendVideoFrame.connect(feed)
    recorder.recorderStateChanged.connect(see)
    recorder.record()
    QTimer.singleShot(_PATIENCE, application.quit)
    application.exec()
    return recorder.error() == QMediaRecorder.Error.NoError and count >= seconds * RATE


def _drawn(number: int, share: float) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBX8888)
    image.fill(QColor.fromHsv(number * STEP % 360, 220, 220))
    painter = QPainter(image)
    painter.fillRect(int(WIDTH * share), HEIGHT // 4, WIDTH // 10, HEIGHT * 3 // 4, QColor("#202020"))
    painter.end()
    return image


if __name__ == "__main__":
    sys.exit(0 if _record(Path(sys.argv[1]), float(sys.argv[2])) else 1)
