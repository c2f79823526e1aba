"""A process for sound without sound, which behaves as badly as it is told: `box HOW MARK`."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import DeviceChanged, Hearing, Trouble
from kiosk.terminal.speech.voice_box import serve

MISBEHAVING = "bad"
"""The text at which it does so, once for each mark."""


class InstantVoice:
    """Says every utterance in no time."""

    def __init__(self, how: str, mark: Path) -> None:
        self._how = how
        self._mark = mark

    def prepare(self, device_changed: DeviceChanged) -> None:
        device_changed(None)

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        QTimer.singleShot(0, lambda: self._say(utterances, hearing))

    def silence(self) -> None:
        pass

    def set_volume(self, percent: int) -> None:
        self._mark.with_suffix(".volume").write_text(str(percent), encoding="ascii")

    def close(self) -> None:
        pass

    def _say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        for utterance in utterances:
            hearing.started(utterance)
            if (
                self._how != "well"
                and utterance.text == MISBEHAVING
                and (self._how.endswith("always") or not self._mark.exists())
            ):
                self._mark.touch()
                BEHAVIOUR[self._how.removesuffix("-always")](hearing)
                return
        hearing.finished()


def _die(_hearing: Hearing) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang(_hearing: Hearing) -> None:
    time.sleep(60)


def _babble(_hearing: Hearing) -> None:
    os.write(1, b'{"type": "dance"}\n')


def _fall_deaf(hearing: Hearing) -> None:
    hearing.failed(Trouble("the sound server has gone", is_deaf=True))


def _refuse(hearing: Hearing) -> None:
    hearing.failed(Trouble("unplugged"))


def _have_a_bug(_hearing: Hearing) -> None:
    raise RuntimeError("a bug")


BEHAVIOUR: dict[str, Callable[[Hearing], None]] = {
    "die": _die,
    "hang": _hang,
    "babble": _babble,
    "deaf": _fall_deaf,
    "refuse": _refuse,
    "bug": _have_a_bug,
}


def _choose(_options: SpeechOptions) -> InstantVoice:
    return InstantVoice(sys.argv[1], Path(sys.argv[2]))


if __name__ == "__main__":
    serve(_choose)
