"""The process in which films are decoded: takes orders on its standard input, and ends with it.

python -m kiosk.terminal.film_box DESCRIPTOR    for `FilmPlayer`; DESCRIPTOR is that of the memory for pictures

Here and nowhere else a decoder may hang or break: whoever started the process ends it (decision 9).
"""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Slot
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
)
from kiosk.terminal.helper_duty import Orders, Reports, begin_duty

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


def main() -> None:
    """Obey until the standard input ends."""
    application = begin_duty("okienko-film")
    # Not by leaving the event loop: a decoder that waits for its file would be waited for.
    leave = partial(os._exit, 0)
    box = FilmBox(mmap.mmap(int(sys.argv[1]), SLOTS * SLOT), Reports(leave).tell)
    orders = Orders(Order, box.obey, leave)
    application.exec()
    del orders, box


if __name__ == "__main__":
    main()
