"""The road to the process in which a film is decoded: starts it for one film, shows its pictures, ends it."""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.terminal.film_messages import (
    SLOT,
    SLOTS,
    Broken,
    Ended,
    Free,
    Open,
    Opened,
    Pause,
    Picture,
    Play,
    Report,
    Room,
)
from kiosk.terminal.helper_process import HelperProcess

PROGRAM = (sys.executable, "-m", "kiosk.terminal.film_box")
_ENVIRONMENT = {
    # It would warn of every library that this machine can do without.
    "QT_LOGGING_RULES": "qt.multimedia*=false;qt.rhi*=false",
    # Graphics cards are not asked: what their drivers do differs, and one film costs a quarter of a core.
    "QT_FFMPEG_DECODING_HW_DEVICE_TYPES": ",",
}


class FilmPlayer(QObject):
    """Plays one film at a time, without sound. GUI thread only; no method waits for disk, decoder or process.

    `close` frees the decoder and the file at once, whatever they are doing: their process is killed.
    """

    opened = Signal(float)
    """The file is a film of so many seconds; 0 if it does not tell."""
    drawn = Signal()
    """There is another `picture`."""
    ended = Signal()
    broken = Signal(str)
    """Nothing more comes, and why: for the operator. The film is closed."""

    def __init__(self, program: Sequence[str] = PROGRAM) -> None:
        super().__init__()
        self._program = program
        self._helper = HelperProcess("films", Report, _ENVIRONMENT, is_quiet=True, parent=self)
        self._helper.reported.connect(self._hear)
        self._helper.lost.connect(self._lose)
        self._helper.refused.connect(self._lose)
        self._memory: mmap.mmap | None = None
        self._shown: Picture | None = None
        self._room = QSize(1, 1)
        self._pictures = 0

    @property
    def is_open(self) -> bool:
        return self._helper.is_there

    @property
    def pictures(self) -> int:
        """How many came since the film was opened."""
        return self._pictures

    @property
    def picture(self) -> QImage | None:
        """The newest picture: a view of memory that changes with the next one, so draw it and let it go."""
        if self._memory is None or self._shown is None:
            return None
        start, width, height = self._shown.slot * SLOT, self._shown.width, self._shown.height
        with memoryview(self._memory) as memory, memory[start : start + 4 * width * height] as pixels:
            return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32)

    def open(self, film: Path, *, is_playing: bool) -> None:
        """Show this film from its beginning, or its first picture only."""
        self.close()
        descriptor = os.memfd_create("okienko-film", 0)
        try:
            os.ftruncate(descriptor, SLOTS * SLOT)
            self._memory = mmap.mmap(descriptor, SLOTS * SLOT)
            # Only for this process, which is born before `start` returns.
            os.set_inheritable(descriptor, True)
            self._helper.start((*self._program, str(descriptor)))
        finally:
            os.close(descriptor)
        self._helper.send(Open(str(film.absolute()), self._room.width(), self._room.height(), is_playing))

    def play(self, *, from_beginning: bool = False) -> None:
        self._helper.send(Play(from_beginning))

    def pause(self) -> None:
        self._helper.send(Pause())

    def set_room(self, room: QSize) -> None:
        """From now on pictures are as large as this room allows, in pixels."""
        room = room.expandedTo(QSize(1, 1))
        if room != self._room:
            self._room = room
            self._helper.send(Room(room.width(), room.height()))

    def close(self) -> None:
        """End the film, and forget its pictures. Safe to repeat."""
        was_shown = self._memory is not None
        self._helper.drop()
        self._memory = self._shown = None
        self._pictures = 0
        if was_shown:
            self.drawn.emit()

    def stop(self) -> None:
        """Close, and see every process off. Not usable afterwards."""
        self.close()
        self._helper.stop()

    @Slot(object)
    def _hear(self, report: Report) -> None:
        match report:
            case Opened(seconds):
                self.opened.emit(seconds)
            case Picture():
                if self._shown is not None:
                    self._helper.send(Free(self._shown.slot))
                self._shown = report
                self._pictures += 1
                self.drawn.emit()
            case Ended():
                self.ended.emit()
            case Broken(reason):
                self._lose(reason)

    @Slot(str)
    def _lose(self, reason: str) -> None:
        self.close()
        self.broken.emit(reason)
