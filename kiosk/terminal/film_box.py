"""The process in which films are decoded: takes orders on its standard input, and ends with it.

python -m kiosk.terminal.film_box DESCRIPTOR    for `FilmPlayer`; DESCRIPTOR is that of the memory for pictures

Here and nowhere else a decoder may hang or break: whoever started the process ends it (decision 9).
"""

from __future__ import annotations

import mmap
import os
import signal
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QSize, QSocketNotifier, Qt, QUrl, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.terminal.film_messages import (
    SLOT,
    SLOT_PIXELS,
    SLOTS,
    Broken,
    Ended,
    Free,
    Open,
    Opened,
    Order,
    Pause,
    Picture,
    Play,
    Report,
    Room,
    line,
)
from kiosk.terminal.speech.messages import Lines

_INPUT, _OUTPUT = 0, 1
_CHUNK = 2**16
_OVER = 70
Tell = Callable[[Report], None]


class FilmBox(QObject):
    """Plays one film without its sound, and puts its pictures into `memory`. A picture for which no slot is free is
    left out: whoever draws decides how many there are."""

    def __init__(self, memory: mmap.mmap, tell: Tell) -> None:
        super().__init__()
        self._memory = memory
        self._tell = tell
        self._free = list(range(SLOTS))
        self._room = QSize(1, 1)
        self._frame = QVideoFrame()
        self._has_frame = False
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        # Without an audio output it is mute.
        self._player = QMediaPlayer(self)
        self._player.setVideoOutput(self._sink)
        self._player.mediaStatusChanged.connect(self._see)
        self._player.errorOccurred.connect(self._fail)

    def obey(self, order: Order) -> None:
        """Do what is asked; `Open` must come first."""
        match order:
            case Open(path, width, height, is_playing):
                self._room = QSize(width, height)
                self._player.setSource(QUrl.fromLocalFile(path))
                (self._player.play if is_playing else self._player.pause)()
            case Room(width, height):
                self._room = QSize(width, height)
                self._draw()
            case Play(from_beginning):
                if from_beginning:
                    self._player.setPosition(0)
                self._player.play()
            case Pause():
                self._player.pause()
            case Free(slot):
                self._free.append(slot)

    @Slot(QVideoFrame)
    def _take(self, frame: QVideoFrame) -> None:
        # At the end comes one that is none: the last picture stays.
        if frame.isValid():
            self._frame = frame
            self._draw()

    def _draw(self) -> None:
        if not self._free or not self._frame.isValid():
            return
        image = self._frame.toImage()
        if image.isNull():
            return
        image = image.scaled(
            _fitting(image.size(), self._room),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ).convertToFormat(QImage.Format.Format_RGB32)
        slot = self._free.pop(0)
        self._memory[slot * SLOT : slot * SLOT + image.sizeInBytes()] = bytes(image.constBits())
        self._has_frame = True
        self._tell(Picture(slot, image.width(), image.height()))

    @Slot(QMediaPlayer.MediaStatus)
    def _see(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.LoadedMedia:
            if self._player.hasVideo():
                self._tell(Opened(self._player.duration() / 1000))
            else:
                self._tell(Broken("there is no picture in it"))
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._tell(Broken(self._player.errorString() or "it is no film"))
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._tell(Ended() if self._has_frame else Broken("no picture could be read"))

    @Slot(QMediaPlayer.Error, str)
    def _fail(self, _error: QMediaPlayer.Error, reason: str) -> None:
        self._tell(Broken(reason))


def _fitting(size: QSize, room: QSize) -> QSize:
    """`size` in its own proportions as large as `room`, and a slot, allow."""
    fitting = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    pixels = fitting.width() * fitting.height()
    if pixels > SLOT_PIXELS:
        fitting *= 0.99 * (SLOT_PIXELS / pixels) ** 0.5
    return fitting.expandedTo(QSize(1, 1))


class _Ear(QObject):
    """Reads orders from the standard input."""

    def __init__(self, box: FilmBox) -> None:
        super().__init__()
        self._box = box
        self._lines: Lines[Order] = Lines(Order)
        self._notifier = QSocketNotifier(_INPUT, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        content = os.read(_INPUT, _CHUNK)
        if not content:
            # Not by leaving the event loop: a decoder that waits for its file would be waited for.
            os._exit(0)
        for order in self._lines.add(content):
            self._box.obey(order)


def _tell(report: Report) -> None:
    try:
        os.write(_OUTPUT, line(report))
    except BrokenPipeError:
        os._exit(0)


def _break(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """End over a bug: Qt would go on after it, and the terminal would wait for pictures that never come."""
    sys.__excepthook__(kind, fault, trace)
    os._exit(_OVER)


def main() -> None:
    """Obey until the standard input ends."""
    sys.excepthook = _break
    # Whoever started this process ends it; a Ctrl+C goes to both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    application = QCoreApplication(["okienko-film"])
    box = FilmBox(mmap.mmap(int(sys.argv[1]), SLOTS * SLOT), _tell)
    ear = _Ear(box)
    application.exec()
    del ear, box


if __name__ == "__main__":
    main()
