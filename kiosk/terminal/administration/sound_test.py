"""Whether the terminal can be heard: it says a sentence, as it would to a visitor who listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.terminal.properties import Property
from kiosk.terminal.reading import Mouth
from kiosk.terminal.speech.utterance import Utterance

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class SoundTestViewModel(QObject):
    """A chime, then a sentence. `trouble` tells why nothing can be heard, as far as the machine knows."""

    changed = Signal()

    def __init__(self, mouth: Mouth, chime: Path) -> None:
        super().__init__()
        self._mouth = mouth
        self._chime = chime
        self._was_played = False

    @Property(bool, notify=changed)
    def wasPlayed(self) -> bool:
        return self._was_played

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return str(getattr(self._mouth, "trouble", "")) if self._was_played else ""

    def play(self, language: str) -> None:
        """Say it."""
        sentence = translate("Administration", "This is the sound test of this terminal.")
        self._mouth.prepare()
        self._mouth.say([Utterance("", language, self._chime), Utterance(sentence, language)])
        self._was_played = True
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """What the machine knows of the sound may have changed."""
        if self._was_played:
            self.changed.emit()

    def forget(self) -> None:
        """The page is left: silence."""
        if self._was_played:
            self._mouth.silence()
            self._was_played = False
            self.changed.emit()
