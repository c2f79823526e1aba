"""Stand-ins with state: a voice, a synthesis and a player that go on when they are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kiosk.terminal.speech.clip import Clip
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import DeviceChanged, Hearing, Trouble


class FakeVoice:
    """Holds the list it is to say."""

    def __init__(self) -> None:
        self.utterances: tuple[Utterance, ...] = ()
        self.hearing: Hearing | None = None
        self.volume: int | None = None
        self.device_changed: DeviceChanged | None = None
        self.is_closed = False

    def prepare(self, device_changed: DeviceChanged) -> None:
        self.device_changed = device_changed

    def say(self, utterances: Sequence[Utterance], hearing: Hearing) -> None:
        self.utterances, self.hearing = tuple(utterances), hearing

    def silence(self) -> None:
        self.utterances, self.hearing = (), None

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def close(self) -> None:
        self.is_closed = True

    @property
    def current(self) -> Hearing:
        assert self.hearing is not None
        return self.hearing


class FakeSynthesis:
    """Makes of a text a clip whose samples are the text; of "?" nothing, of "!" a failure."""

    def __init__(self) -> None:
        self.text: str | None = None
        self.asked: list[tuple[str, str]] = []
        self._done: Callable[[Clip | None], None] | None = None

    def begin(self, text: str, language: str, done: Callable[[Clip | None], None]) -> None:
        assert self.text is None, "one at a time"
        self.text, self._done = text, done
        self.asked.append((text, language))

    def cancel(self) -> None:
        self.text = self._done = None

    def close(self) -> None:
        self.cancel()

    def give(self) -> None:
        """The piece asked for is made."""
        assert self.text is not None
        assert self._done is not None
        text, done = self.text, self._done
        self.text = self._done = None
        done(None if text == "!" else Clip(b"" if text == "?" else text.encode(), 8000))


@dataclass
class FakePlayer:
    """Plays a clip until told that it has ended."""

    played: list[bytes] = field(default_factory=list)
    volume: int | None = None
    missing: Trouble | None = None
    device_changed: DeviceChanged | None = None
    ended: Callable[[Trouble | None], None] | None = None

    def watch(self, device_changed: DeviceChanged) -> None:
        self.device_changed = device_changed

    def trouble(self) -> Trouble | None:
        return self.missing

    def play(self, clip: Clip, ended: Callable[[Trouble | None], None]) -> None:
        assert self.ended is None, "one at a time"
        self.played.append(clip.samples)
        self.ended = ended

    def stop(self) -> None:
        self.ended = None

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def close(self) -> None:
        self.stop()

    def end(self, trouble: Trouble | None = None) -> None:
        """The clip that sounds is over."""
        assert self.ended is not None
        ended, self.ended = self.ended, None
        ended(trouble)


@dataclass
class FakeHearing:
    """Writes down what it hears."""

    heard: list[str] = field(default_factory=list)

    def started(self, utterance: Utterance) -> None:
        self.heard.append(utterance.text)

    def finished(self) -> None:
        self.heard.append("(finished)")

    def failed(self, trouble: Trouble) -> None:
        self.heard.append(f"({trouble.reason})")
