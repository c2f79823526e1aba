"""The process in which sound is made: takes orders on its standard input, and ends with it.

python -m kiosk.terminal.speech.voice_box              for `DistantVoice`
python -m kiosk.terminal.speech.voice_box --describe   prints which voice would speak where, for `describe_speech`
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from kiosk.terminal.helper_duty import Orders, Reports, begin_duty
from kiosk.terminal.speech.choice import choose_voice, describe_choice
from kiosk.terminal.speech.messages import (
    Begin,
    Device,
    Failed,
    Finished,
    Heard,
    Hush,
    Order,
    Report,
    Say,
    Started,
    Volume,
)
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import Trouble, Voice

_PULSE = 1000
Tell = Callable[[Report], None]


class VoiceBox(QObject):
    """Obeys orders as they come, and tells how far the speaking is."""

    def __init__(self, choose: Callable[[SpeechOptions], Voice], tell: Tell) -> None:
        super().__init__()
        self._choose = choose
        self._tell = tell
        self._voice: Voice | None = None
        self._turn = 0
        self._pulse = QTimer(self, interval=_PULSE)
        self._pulse.timeout.connect(self._beat)

    def obey(self, order: Order) -> None:
        """Do what is asked; `Begin` must come first, and may take two seconds."""
        if isinstance(order, Begin):
            self._voice = self._choose(order.options)
            self._voice.prepare(self._tell_of_device)
        elif self._voice is not None:
            self._obey(order, self._voice)

    def close(self) -> None:
        """Fall silent and let go of everything."""
        if self._voice is not None:
            self._voice.close()

    def _obey(self, order: Say | Hush | Volume, voice: Voice) -> None:
        if isinstance(order, Volume):
            voice.set_volume(order.percent)
            return
        if isinstance(order, Say):
            utterances = [
                Utterance(words.text, words.language, Path(words.recording) if words.recording else None)
                for words in order.words
            ]
            voice.say(utterances, _Turn(order.turn, utterances, self._tell_of_turn))
            self._turn = order.turn
            self._pulse.start()
        else:
            voice.silence()
            self._pulse.stop()
        self._tell(Heard(order.turn))

    def _tell_of_turn(self, report: Report) -> None:
        if isinstance(report, (Finished, Failed)):
            self._pulse.stop()
        self._tell(report)

    def _tell_of_device(self, trouble: Trouble | None) -> None:
        self._tell(Device(trouble.reason, trouble.is_deaf) if trouble else Device())

    @Slot()
    def _beat(self) -> None:
        self._tell(Heard(self._turn))


class _Turn:
    """Hears one list, and passes it on as messages."""

    def __init__(self, turn: int, utterances: list[Utterance], tell: Tell) -> None:
        self._turn = turn
        self._utterances = utterances
        self._tell = tell
        self._number = -1

    def started(self, utterance: Utterance) -> None:
        # The same one may stand in the list twice.
        self._number = next(
            number for number, each in enumerate(self._utterances) if number > self._number and each is utterance
        )
        self._tell(Started(self._turn, self._number))

    def finished(self) -> None:
        self._tell(Finished(self._turn))

    def failed(self, trouble: Trouble) -> None:
        self._tell(Failed(self._turn, trouble.reason, trouble.is_deaf))


def serve(choose: Callable[[SpeechOptions], Voice]) -> None:
    """Obey until the standard input ends."""
    application = begin_duty("okienko-speech")
    box = VoiceBox(choose, Reports(QCoreApplication.quit).tell)
    orders = Orders(Order, box.obey, QCoreApplication.quit)
    application.exec()
    box.close()
    del orders, box


def main() -> None:
    """Serve with a voice that works here, or describe which one that is."""
    if "--describe" not in sys.argv[1:]:
        serve(choose_voice)
        return
    options = msgspec.json.decode(sys.stdin.buffer.read(), type=SpeechOptions)
    application = QCoreApplication(["okienko-speech"])
    print(describe_choice(options))
    del application


if __name__ == "__main__":
    main()
