"""The road to the process in which sound is made: starts it at the first word, begins it anew when it is lost."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.terminal.helper_process import HelperProcess
from kiosk.terminal.speech.description import SOUND_ENVIRONMENT
from kiosk.terminal.speech.messages import (
    Begin,
    Device,
    Failed,
    Finished,
    Hush,
    Order,
    Report,
    Say,
    Started,
    Volume,
    Words,
)
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import DeviceChanged, Hearing, Trouble

PROGRAM = (sys.executable, "-m", "kiosk.terminal.speech.voice_box")
_START_PATIENCE, _PATIENCE = 10_000, 3_000
"""Milliseconds without a word from the process, while it starts and while it works, after which it is given up."""
_DEAF_PAUSE, _STALE_PAUSE = 60_000, 500
"""Milliseconds until a process is begun anew that found no sound server (at boot that may come after the terminal) or
was lost while there was nothing to say, or that lost sight of what is connected."""


class DistantVoice(QObject):
    """A `Voice` that speaks in another process. What was begun there is said once more from where that was lost."""

    def __init__(self, options: SpeechOptions, program: Sequence[str] = PROGRAM, patience: int = _PATIENCE) -> None:
        super().__init__()
        self._options = options
        self._program = program
        self._volume = options.volume
        self._helper = HelperProcess("sound", Report, SOUND_ENVIRONMENT, is_quiet=False, parent=self)
        self._helper.reported.connect(self._hear)
        self._helper.lost.connect(self._lose)
        self._helper.refused.connect(self._give_up)
        self._device_changed: DeviceChanged | None = None
        self._had_sight = False
        self._turn = 0
        self._hearing: Hearing | None = None
        self._utterances: tuple[Utterance, ...] = ()
        self._sounding = -1
        self._is_first_list = True
        self._is_second_try = False
        self._usual_patience = patience
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._tire)
        self._deaf_pause = QTimer(self, singleShot=True)
        self._deaf_pause.timeout.connect(self._begin_anew)

    def prepare(self, device_changed: DeviceChanged) -> None:
        self._device_changed = device_changed
        if not self._helper.is_there:
            self._start()

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        self._hearing = hearing
        self._utterances = tuple(utterances)
        self._is_second_try = False
        self._say()

    def silence(self) -> None:
        if self._hearing is None:
            return
        self._hearing = None
        self._utterances = ()
        if self._helper.is_there:
            self._turn += 1
            self._send(Hush(self._turn))

    def set_volume(self, percent: int) -> None:
        self._volume = percent
        if self._helper.is_there:
            self._send(Volume(percent), expects_word=False)

    def close(self) -> None:
        self._hearing = None
        self._device_changed = None
        self._deaf_pause.stop()
        self._patience.stop()
        self._helper.stop()

    @property
    def process_id(self) -> int | None:
        """Of the process in which sound is made, for as long as there is one."""
        return self._helper.process_id

    def _say(self) -> None:
        self._turn += 1
        self._sounding = -1
        self._is_first_list = not self._helper.is_there
        words = tuple(
            # What cannot be written is not spoken either.
            Words(
                each.text.encode("utf-8", "ignore").decode(),
                each.language,
                str(each.recording.absolute()) if each.recording else "",
            )
            for each in self._utterances
        )
        self._send(Say(self._turn, words))

    def _send(self, order: Order, *, expects_word: bool = True) -> None:
        if not self._helper.is_there:
            self._start()
        self._helper.send(order)
        if expects_word and (not self._patience.isActive() or self._patience.interval() <= self._usual_patience):
            self._patience.start(self._usual_patience)

    def _start(self) -> None:
        self._deaf_pause.stop()
        self._had_sight = False
        self._helper.start(self._program)
        self._helper.send(Begin(replace(self._options, volume=self._volume)))
        self._patience.start(_START_PATIENCE)

    @Slot(object)
    def _hear(self, report: Report) -> None:
        if isinstance(report, Device):
            self._hear_of_device(report)
            return
        if report.turn != self._turn or not self._helper.is_there:
            return
        hearing = self._hearing
        if hearing is None:
            self._patience.stop()
            return
        self._patience.start(self._usual_patience)
        if isinstance(report, Started):
            self._sounding = report.number
            hearing.started(self._utterances[report.number])
        elif isinstance(report, Finished):
            self._over().finished()
        elif isinstance(report, Failed):
            if report.is_deaf:
                self._lose(report.reason)
            else:
                self._over().failed(Trouble(report.reason))

    def _hear_of_device(self, report: Device) -> None:
        if self._hearing is None:
            self._patience.stop()
        if report.is_deaf and self._device_changed is not None:
            self._deaf_pause.start(_STALE_PAUSE if self._had_sight else _DEAF_PAUSE)
        self._had_sight = self._had_sight or not report.is_deaf
        if self._device_changed is not None:
            self._device_changed(Trouble(report.reason, report.is_deaf) if report.reason else None)

    def _over(self) -> Hearing:
        hearing = self._hearing
        assert hearing is not None  # noqa: S101  # asked for by whoever has just looked
        self._hearing = None
        self._patience.stop()
        return hearing

    @Slot(str)
    def _lose(self, reason: str) -> None:
        """The process is of no use any more. Say the rest in another one, if this one has ever been of use."""
        was_of_use = self._sounding >= 0 or not self._is_first_list
        if self._hearing is not None and was_of_use and not self._is_second_try:
            self._do_without()
            self._is_second_try = True
            self._utterances = self._utterances[max(self._sounding, 0) :]
            self._say()
        else:
            self._give_up(reason)

    @Slot(str)
    def _give_up(self, reason: str) -> None:
        """Nobody hears the rest."""
        self._do_without()
        if self._hearing is not None:
            self._over().failed(Trouble(reason, is_deaf=True))

    def _do_without(self) -> None:
        self._patience.stop()
        self._helper.drop()
        if self._device_changed is not None:
            self._deaf_pause.start(_DEAF_PAUSE)

    @Slot()
    def _tire(self) -> None:
        self._lose("the process for sound hangs")

    @Slot()
    def _begin_anew(self) -> None:
        if self._hearing is None and self._device_changed is not None:
            self._start()
