"""Speaks for the screens: says a list of utterances, interrupts at once, repeats, and knows how loud."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.distant_voice import DistantVoice
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.presence import Presence
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import SilentVoice, Trouble, Voice

LOUDEST, QUIETEST, STEP = 100, 10, 10
"""Percent, as people hear it."""
_log = logging.getLogger(__name__)


class Speaker(QObject):
    """Use it on the GUI thread only; no method waits for sound, disk or a process.

    `started` gives the utterance that begins to sound. `finished` comes once whenever the speaking ends: the list is
    over, was silenced, or could not be heard; not when a newer list takes its place, which goes on as one speaking.
    Both come later than the call that caused them, but for the `finished` of `silence`.
    """

    started = Signal(object)
    finished = Signal()
    volumeChanged = Signal(int)
    troubleChanged = Signal(str)
    deviceChanged = Signal(bool)

    def __init__(self, options: SpeechOptions, voice: Voice | None = None) -> None:
        super().__init__()
        self._is_private = options.is_private
        self._default_volume = self._volume = options.volume
        self._presence = Presence()
        self._plugged: Callable[[bool], None] = lambda _is_in: None
        self._voice = voice or _voice(options)
        self._last: tuple[Utterance, ...] = ()
        self._list: _List | None = None
        self._trouble = ""

    @property
    def is_speaking(self) -> bool:
        """Whether a list is under way, from `say` to `finished`."""
        return self._list is not None

    @property
    def volume(self) -> int:
        return self._volume

    @property
    def trouble(self) -> str:
        """Why nothing can be heard, or the last list was not; empty if it was. For the operator, not for visitors."""
        return self._trouble

    def prepare(self) -> None:
        """Make the first word come fast, and from now on tell by `deviceChanged` whether the sound device is there.

        Costs some 40 MB until `close`; call it when the window is shown. Safe to repeat.
        """
        self._voice.prepare(self._change_device)

    def watch(self, plugged: Callable[[bool], None]) -> None:
        """From now on call `plugged` when the output named in the options comes (True) or goes (False).

        Costs what `prepare` does, and nothing where no output is said to be a headset: there is none to wait for.
        """
        if self._is_private:
            self._plugged = plugged
            self.prepare()

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Interrupt whatever sounds and say these in order."""
        self._last = tuple(utterances)
        self.repeat()

    def repeat(self) -> None:
        """Say the last list again from its beginning."""
        if not self._last:
            self.silence()
            return
        self._list = _List(self._start, self._end)
        self._voice.say(self._last, self._list)

    def silence(self) -> None:
        """Interrupt whatever sounds. Safe to repeat."""
        if self._list is not None:
            self._list = None
            self._voice.silence()
            self.finished.emit()

    def forget(self) -> None:
        """The visit is over: silence, nothing to repeat, and the volume as it was set for this terminal."""
        self.silence()
        self._last = ()
        self.reset_volume()

    def louder(self) -> None:
        self._set_volume(min(self._volume + STEP, LOUDEST))

    def quieter(self) -> None:
        self._set_volume(max(self._volume - STEP, QUIETEST))

    def reset_volume(self) -> None:
        """Back to what the terminal's options say; every visit begins so."""
        self._set_volume(self._default_volume)

    def close(self) -> None:
        """Silence, and let go of devices and processes. Not usable afterwards."""
        self.silence()
        self._voice.close()

    def _set_volume(self, percent: int) -> None:
        if percent != self._volume:
            self._volume = percent
            self._voice.set_volume(percent)
            self.volumeChanged.emit(percent)

    def _start(self, current: _List, utterance: Utterance) -> None:
        if current is self._list:
            self._set_trouble("")
            self.started.emit(utterance)

    def _end(self, current: _List, trouble: Trouble | None) -> None:
        if current is self._list:
            self._list = None
            if trouble:
                self._set_trouble(trouble.reason)
            self.finished.emit()

    def _change_device(self, trouble: Trouble | None) -> None:
        self._set_trouble(trouble.reason if trouble else "")
        self.deviceChanged.emit(trouble is None)
        change = self._presence.hear(trouble)
        if change is not None:
            self._plugged(change)

    def _set_trouble(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                _log.warning("nothing is spoken: %s", trouble)
            self.troubleChanged.emit(trouble)


class _List:
    """Hears one list, and says which: what comes of an older one is too late."""

    def __init__(self, start: Callable[[_List, Utterance], None], end: Callable[[_List, Trouble | None], None]) -> None:
        self._start = start
        self._end = end

    def started(self, utterance: Utterance) -> None:
        self._start(self, utterance)

    def finished(self) -> None:
        self._end(self, None)

    def failed(self, trouble: Trouble) -> None:
        self._end(self, trouble)


def _voice(options: SpeechOptions) -> Voice:
    if options.kind is SpeechKind.OFF:
        return SilentVoice("speech is switched off")
    return DistantVoice(options)
