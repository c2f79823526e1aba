"""Reads the screen aloud: all of it when it changes, one control when the focus moves; any touch interrupts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rest import Rest
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.spoken import Said, said_by, screen

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_FEW = 2
"""So many things that changed are told alone; more are another page, and it is read from its beginning."""


class Mouth(Protocol):
    """Who speaks: `kiosk.terminal.speech.speaker.Speaker`, or a listener in a test."""

    @property
    def is_speaking(self) -> bool: ...
    def prepare(self) -> None: ...
    def watch(self, plugged: Callable[[bool], None]) -> None: ...
    def say(self, utterances: Sequence[Utterance]) -> None: ...
    def repeat(self) -> None: ...
    def silence(self) -> None: ...
    def forget(self) -> None: ...
    def louder(self) -> None: ...
    def quieter(self) -> None: ...
    def close(self) -> None: ...


@QmlElement
class ReadingViewModel(QObject):
    """Whether the screens are read, and what was said last. GUI thread only."""

    changed = Signal()
    plugged = Signal()
    """A headset has come: somebody is here, though nothing was touched."""

    def __init__(self, mouth: Mouth, language: LanguageViewModel, chime: Path) -> None:
        super().__init__()
        self._mouth = mouth
        self._language = language
        self._chime = chime
        self._window: QQuickWindow | None = None
        self._is_on = False
        self._shown: list[Said] = []
        self._rest = Rest()
        self._rest.came.connect(self._look)

    @Property(bool, notify=changed)
    def isOn(self) -> bool:
        return self._is_on

    @property
    def is_speaking(self) -> bool:
        return self._mouth.is_speaking

    @property
    def mouth(self) -> Mouth:
        return self._mouth

    def watch(self, window: QQuickWindow) -> None:
        """Read what `window` shows, whenever reading is on."""
        self._window = window
        window.frameSwapped.connect(self._drawn)
        window.activeFocusItemChanged.connect(self._focused)

    @Slot()
    def listen(self) -> None:
        """From now on a headset that is plugged in begins the reading, and one that is pulled out ends it."""
        self._mouth.watch(self._hear_of_plug)

    def stop(self) -> None:
        """The window goes: nothing is looked at any more."""
        self._rest.stop()
        if self._window is not None:
            self._window.frameSwapped.disconnect(self._drawn)
            self._window.activeFocusItemChanged.disconnect(self._focused)
        self._window = None
        self._mouth.close()

    @Slot()
    def toggle(self) -> None:
        self.turn(on=not self._is_on)

    def turn(self, *, on: bool) -> None:
        """Begin to read, or end it."""
        if on == self._is_on:
            return
        self._is_on = on
        self._shown = []
        if on:
            self._mouth.prepare()
            self._rest.drawn()
        else:
            self._rest.stop()
            self._mouth.silence()
        self.changed.emit()

    def begin(self) -> None:
        """Somebody begins to listen: read what is shown from its beginning."""
        if self._is_on:
            self.repeat()
        else:
            self.turn(on=True)

    def end(self) -> None:
        """Nobody listens any more. Safe to repeat."""
        self.turn(on=False)

    def forget(self) -> None:
        """The visit is over: no more reading, nothing to repeat, the volume of the office."""
        self.turn(on=False)
        self._mouth.forget()

    def interrupt(self) -> bool:
        """The visitor did something: be quiet at once. Never keeps a touch or key from what it is for."""
        if self._mouth.is_speaking:
            self._mouth.silence()
        return False

    def repeat(self) -> None:
        """Say again what the screen shows, from its beginning."""
        self._shown = []
        self._look()

    @Slot()
    def sound_chime(self) -> None:
        """Draw attention without words; not while words are being said."""
        if not self._is_on and self._chime.is_file():
            self._mouth.say([Utterance("", self._language.code, self._chime)])

    @Slot()
    def _drawn(self) -> None:
        if self._is_on:
            self._rest.drawn()

    def _hear_of_plug(self, is_in: bool) -> None:  # noqa: FBT001  # as the mouth tells it
        if is_in:
            self.plugged.emit()
            self.begin()
        else:
            self.end()

    @Slot()
    def _look(self) -> None:
        self._rest.stop()
        if not self._is_on or self._window is None:
            return
        shown = screen(self._window)
        news = _news(self._shown, shown)
        self._shown = shown
        if news:
            self._say(news)

    @Slot()
    def _focused(self) -> None:
        if not self._is_on or self._window is None:
            return
        item: QQuickItem | None = self._window.activeFocusItem()
        if item is not None and item.inherits("QQuickAbstractButton") and item.property("visualFocus"):
            self._say([said_by(item)])

    def _say(self, said: Sequence[Said]) -> None:
        utterances: list[Utterance] = []
        heard: set[str] = set()
        for each in said:
            if each.recording and each.recording not in heard:
                heard.add(each.recording)
                utterances.append(self._from_recording(each.recording, said))
            elif each.words and not each.recording:
                utterances.append(Utterance(each.words, each.language or self._language.language_of(each.words)))
        self._mouth.say(utterances)

    def _from_recording(self, recording: str, said: Sequence[Said]) -> Utterance:
        """All that is in this recording; its words are spoken if it cannot be read."""
        words = "\n".join(each.words for each in said if each.recording == recording)
        return Utterance(words, self._language.code, Path(recording))


def _news(before: Sequence[Said], now: Sequence[Said]) -> list[Said]:
    """What is told after a change: little that changed alone, another page whole. What ticks is told once only.

    A recording is of the whole: little is spoken in its words.
    """
    if len(before) == len(now):
        changed = [new for old, new in zip(before, now, strict=True) if old != new and not new.is_ticking]
        if len(changed) <= _FEW:
            return [replace(each, recording="") for each in changed]
    return list(now)
