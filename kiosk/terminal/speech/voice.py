"""What can speak, and what it tells of its speaking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QTimer

from kiosk.terminal.speech.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing, or not all, was heard: one sentence for the operator. `is_deaf`: a new process may do better."""

    reason: str
    is_deaf: bool = False


DeviceChanged = Callable[[Trouble | None], None]
"""Called with why there is no device to sound on, or with None if there is one."""


class Hearing(Protocol):
    """Hears how far one list is. Never called from inside `Voice.say`; not called after the next `say` or `silence`."""

    def started(self, utterance: Utterance) -> None:
        """`utterance` begins to sound. Utterances without a word are passed over."""
        ...

    def finished(self) -> None:
        """The list is over."""
        ...

    def failed(self, trouble: Trouble) -> None:
        """The list is over because of `trouble`; `finished` does not follow."""
        ...


class Voice(Protocol):
    """Says one list of utterances at a time. Use it on one thread; no method waits for sound, disk or a process."""

    def prepare(self, device_changed: DeviceChanged) -> None:
        """Get ready to speak soon; from now on tell whether there is a device to sound on, at first and at changes."""
        ...

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        """Interrupt whatever sounds, and say these in order."""
        ...

    def silence(self) -> None:
        """Interrupt whatever sounds. Repeating it changes nothing."""
        ...

    def set_volume(self, percent: int) -> None:
        """From now on, also for what sounds already. 0 to 100, as people hear it."""
        ...

    def close(self) -> None:
        """Fall silent and let go of devices and processes. Not usable afterwards."""
        ...


class SilentVoice:
    """Says nothing, and why."""

    def __init__(self, reason: str) -> None:
        self._trouble = Trouble(reason)
        self._hearing: Hearing | None = None

    def prepare(self, device_changed: DeviceChanged) -> None:
        QTimer.singleShot(0, lambda: device_changed(self._trouble))

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:  # noqa: ARG002  # nothing is said
        self._hearing = hearing
        QTimer.singleShot(0, lambda: self._tell(hearing))

    def silence(self) -> None:
        self._hearing = None

    def set_volume(self, percent: int) -> None:
        pass

    def close(self) -> None:
        self._hearing = None

    def _tell(self, hearing: Hearing) -> None:
        if hearing is self._hearing:
            self._hearing = None
            hearing.failed(self._trouble)
