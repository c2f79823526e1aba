"""Says utterances as clips: the recording of one, or its text synthesised piece by piece, one ahead of what sounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QTimer

from kiosk.terminal.speech.clip import Clip, read_recording
from kiosk.terminal.speech.sentences import sentences
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import DeviceChanged, Hearing, Trouble


class Synthesis(Protocol):
    """Makes sound of text, one piece at a time."""

    def begin(self, text: str, language: str, done: Callable[[Clip | None], None]) -> None: ...

    def cancel(self) -> None: ...

    def close(self) -> None: ...


class Player(Protocol):
    """Makes clips heard, one at a time."""

    def watch(self, device_changed: DeviceChanged) -> None: ...

    def trouble(self) -> Trouble | None: ...

    def play(self, clip: Clip, ended: Callable[[Trouble | None], None]) -> None: ...

    def stop(self) -> None: ...

    def set_volume(self, percent: int) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the utterance with this `number`; `clip` is there already if it is a recording."""

    number: int
    utterance: Utterance
    text: str = ""
    clip: Clip | None = None


class ClipVoice:
    """A `Voice` made of a synthesis and a player."""

    def __init__(self, synthesis: Synthesis, player: Player) -> None:
        self._synthesis = synthesis
        self._player = player
        self._hearing: Hearing | None = None
        self._pieces: Iterator[_Piece] = iter(())
        self._forget()

    def prepare(self, device_changed: DeviceChanged) -> None:
        self._player.watch(device_changed)

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        self.silence()
        self._hearing = hearing
        self._pieces = _cut(utterances)
        # Not from inside: who hears it may ask for the next list at once.
        QTimer.singleShot(0, lambda: self._begin(hearing))

    def silence(self) -> None:
        self._hearing = None
        self._forget()
        self._synthesis.cancel()
        self._player.stop()

    def set_volume(self, percent: int) -> None:
        self._player.set_volume(percent)

    def close(self) -> None:
        self.silence()
        self._synthesis.close()
        self._player.close()

    def _forget(self) -> None:
        self._pieces = iter(())
        self._ready: tuple[_Piece, Clip] | None = None
        self._is_synthesising = False
        self._is_playing = False
        self._sounding = -1
        self._failures = 0

    def _begin(self, hearing: Hearing) -> None:
        if hearing is not self._hearing:
            return
        trouble = self._player.trouble()
        if trouble:
            self._fail(trouble)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Play what is ready, and see to it that the next piece becomes ready."""
        hearing = self._hearing
        while hearing is not None and hearing is self._hearing and not self._is_synthesising:
            if self._ready is not None:
                if self._is_playing:
                    return
                self._play(*self._ready, hearing)
                continue
            piece = next(self._pieces, None)
            if piece is None:
                if not self._is_playing:
                    self._finish()
                return
            self._prepare(piece)

    def _prepare(self, piece: _Piece) -> None:
        if piece.clip is not None:
            self._take(piece, piece.clip)
        else:
            self._is_synthesising = True
            self._synthesis.begin(piece.text, piece.utterance.language, lambda clip: self._synthesised(piece, clip))

    def _synthesised(self, piece: _Piece, clip: Clip | None) -> None:
        self._is_synthesising = False
        self._take(piece, clip)
        self._go_on()

    def _take(self, piece: _Piece, clip: Clip | None) -> None:
        if clip is None:
            self._failures += 1  # the rest may go better
        elif clip.samples:
            self._ready = (piece, clip)

    def _play(self, piece: _Piece, clip: Clip, hearing: Hearing) -> None:
        self._ready = None
        self._is_playing = True
        self._player.play(clip, self._end_of_clip)
        if piece.number != self._sounding:
            self._sounding = piece.number
            hearing.started(piece.utterance)

    def _end_of_clip(self, trouble: Trouble | None) -> None:
        self._is_playing = False
        if trouble:
            self._fail(trouble)
        else:
            self._go_on()

    def _finish(self) -> None:
        if self._failures and self._sounding < 0:
            self._fail(Trouble("espeak-ng gives no sound"))
            return
        hearing = self._hearing
        self.silence()
        if hearing is not None:
            hearing.finished()

    def _fail(self, trouble: Trouble) -> None:
        hearing = self._hearing
        self.silence()
        if hearing is not None:
            hearing.failed(trouble)


def _cut(utterances: Sequence[Utterance]) -> Iterator[_Piece]:
    for number, utterance in enumerate(utterances):
        clip = read_recording(utterance.recording) if utterance.recording else None
        if clip is not None:
            yield _Piece(number, utterance, clip=clip)
        else:
            for text in sentences(utterance.text):
                yield _Piece(number, utterance, text)
