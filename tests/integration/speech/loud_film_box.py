"""The process in which films are decoded, spoilt: it plays their sound too. `loud_film_box DESCRIPTOR`."""

from __future__ import annotations

import mmap

from PySide6.QtMultimedia import QAudioOutput

from kiosk.terminal import film_box
from kiosk.terminal.film_box import FilmBox, Tell


class LoudFilmBox(FilmBox):
    """Has what makes a `QMediaPlayer` heard, on the output of the system."""

    def __init__(self, memory: mmap.mmap, tell: Tell) -> None:
        super().__init__(memory, tell)
        self._output = QAudioOutput(self)
        self._player.setAudioOutput(self._output)


if __name__ == "__main__":
    film_box.FilmBox = LoudFilmBox  # type: ignore[misc]
    film_box.main()
