"""Speaks through speech-dispatcher, which plays on an output of its own choice. Importing this loads QtTextToSpeech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.sentences import sentences
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import DeviceChanged, Hearing, Trouble

_LOCALES = {"pl": "pl_PL", "uk": "uk_UA", "de": "de_DE", "en": "en_GB"}
_SLOWEST, _USUAL, _FASTEST = 80, 175, 450
"""Words a minute at which Qt's rate is -1, 0 and 1 with espeak-ng behind it."""
_PATIENCE = 90_000
"""Milliseconds that one piece may take: twice what the longest takes at the slowest rate."""


class SpeechdVoice(QObject):
    """A `Voice`; recordings are not played, their text is spoken. Building it may take two seconds."""

    def __init__(self, options: SpeechOptions, engine: str = "speechd") -> None:
        super().__init__()
        self._engine = QTextToSpeech(engine, self)
        self._engine.setRate(_rate(options.words_per_minute))
        self._engine.setVolume(options.volume / 100)
        self._engine.stateChanged.connect(self._look)
        self._hearing: Hearing | None = None
        self._pieces: Iterator[tuple[int, Utterance, str]] = iter(())
        self._sounding = -1
        self._is_waiting = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._tire)

    @property
    def fault(self) -> str:
        """Why it cannot speak, or empty."""
        # An engine is listed, and built, even where the program behind it is missing.
        if self._engine.state() == QTextToSpeech.State.Error:
            return f"speech-dispatcher: {self._engine.errorString()}"
        return ""

    def prepare(self, device_changed: DeviceChanged) -> None:
        QTimer.singleShot(0, lambda: device_changed(Trouble(self.fault, is_deaf=True) if self.fault else None))

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        self.silence()
        self._hearing = hearing
        self._pieces = (
            (number, utterance, text)
            for number, utterance in enumerate(utterances)
            for text in sentences(utterance.text)
        )
        QTimer.singleShot(0, lambda: self._next(hearing))

    def silence(self) -> None:
        self._hearing = None
        self._pieces = iter(())
        self._sounding = -1
        self._is_waiting = False
        self._patience.stop()
        self._engine.stop(QTextToSpeech.BoundaryHint.Immediate)

    def set_volume(self, percent: int) -> None:
        self._engine.setVolume(percent / 100)

    def close(self) -> None:
        self.silence()

    def _next(self, hearing: Hearing) -> None:
        if hearing is not self._hearing:
            return
        if self.fault:
            self.silence()
            hearing.failed(Trouble(self.fault, is_deaf=True))
            return
        number, utterance, text = next(self._pieces, (-1, None, ""))
        if utterance is None:
            self.silence()
            hearing.finished()
            return
        self._engine.setLocale(QLocale(_LOCALES.get(utterance.language, "pl_PL")))
        self._is_waiting = True
        self._patience.start()
        self._engine.say(text)
        if number != self._sounding:
            self._sounding = number
            hearing.started(utterance)

    @Slot()
    def _look(self) -> None:
        hearing = self._hearing
        if hearing is None or not self._is_waiting:
            return
        if self._engine.state() in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            self._is_waiting = False
            QTimer.singleShot(0, lambda: self._next(hearing))

    @Slot()
    def _tire(self) -> None:
        hearing = self._hearing
        self.silence()
        if hearing is not None:
            hearing.failed(Trouble("speech-dispatcher does not come to an end", is_deaf=True))


def _rate(words_per_minute: int) -> float:
    if words_per_minute < _USUAL:
        return (words_per_minute - _USUAL) / (_USUAL - _SLOWEST)
    return (words_per_minute - _USUAL) / (_FASTEST - _USUAL)
