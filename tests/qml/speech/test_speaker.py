"""The speaker tells the screens honestly whether somebody is spoken to, and every visit begins as loud as the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.speaker import Speaker
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import Trouble
from tests.qml.speech.fakes import FakeVoice

ONE, TWO = Utterance("Dzień dobry.", "pl"), Utterance("Good morning.", "en")


@dataclass
class Stage:
    """A speaker, the voice behind it, and what it told."""

    speaker: Speaker
    voice: FakeVoice
    told: list[object] = field(default_factory=list)


@pytest.fixture
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    voice = FakeVoice()
    speaker = Speaker(SpeechOptions(SpeechKind.AUTO, volume=70), voice)
    stage = Stage(speaker, voice)
    speaker.started.connect(stage.told.append)
    speaker.finished.connect(lambda: stage.told.append("finished"))
    speaker.troubleChanged.connect(stage.told.append)
    speaker.deviceChanged.connect(stage.told.append)
    yield stage
    speaker.close()


def test_list_is_said_in_order_and_then_over(stage: Stage) -> None:
    stage.speaker.say([ONE, TWO])
    assert (stage.voice.utterances, stage.speaker.is_speaking, stage.told) == ((ONE, TWO), True, [])
    stage.voice.current.started(ONE)
    stage.voice.current.started(TWO)
    assert stage.speaker.is_speaking
    stage.voice.current.finished()
    assert (stage.told, stage.speaker.is_speaking) == ([ONE, TWO, "finished"], False)


def test_newer_list_interrupts_and_the_older_is_heard_no_more(stage: Stage) -> None:
    stage.speaker.say([ONE])
    old = stage.voice.current
    stage.speaker.say([TWO])
    old.started(ONE)
    old.finished()
    assert (stage.told, stage.speaker.is_speaking) == ([], True)
    stage.voice.current.started(TWO)
    old.failed(Trouble("late"))
    assert (stage.told, stage.speaker.is_speaking) == ([TWO], True)


def test_silence_ends_once(stage: Stage) -> None:
    stage.speaker.say([ONE])
    stage.speaker.silence()
    stage.speaker.silence()
    assert (stage.told, stage.speaker.is_speaking, stage.voice.utterances) == (["finished"], False, ())


def test_last_list_can_be_repeated_also_while_it_sounds_or_after_silence(stage: Stage) -> None:
    stage.speaker.repeat()
    assert not stage.speaker.is_speaking
    stage.speaker.say([ONE, TWO])
    stage.speaker.silence()
    for _ in range(2):
        stage.speaker.repeat()
        assert (stage.voice.utterances, stage.speaker.is_speaking) == ((ONE, TWO), True)


def test_empty_list_is_silence(stage: Stage) -> None:
    stage.speaker.say([ONE])
    stage.speaker.say([])
    assert (stage.told, stage.speaker.is_speaking) == (["finished"], False)


def test_volume_goes_in_steps_within_bounds_and_back(stage: Stage) -> None:
    volumes: list[int] = []
    stage.speaker.volumeChanged.connect(volumes.append)
    for _ in range(5):
        stage.speaker.louder()
    assert (volumes, stage.voice.volume) == ([80, 90, 100], 100)
    for _ in range(12):
        stage.speaker.quieter()
    assert (stage.speaker.volume, stage.voice.volume) == (10, 10)
    stage.speaker.reset_volume()
    assert (stage.speaker.volume, stage.voice.volume) == (70, 70)


def test_nothing_of_a_visit_is_left_for_the_next(stage: Stage) -> None:
    stage.speaker.louder()
    stage.speaker.say([ONE])
    stage.speaker.forget()
    assert (stage.speaker.is_speaking, stage.speaker.volume) == (False, 70)
    stage.speaker.repeat()
    assert stage.voice.utterances == ()


def test_trouble_ends_the_speaking_and_is_told_until_something_is_heard(stage: Stage) -> None:
    for _ in range(2):
        stage.speaker.say([ONE])
        stage.voice.current.failed(Trouble("no headset"))
    assert (stage.told, stage.speaker.is_speaking) == (["no headset", "finished", "finished"], False)
    assert stage.speaker.trouble == "no headset"
    stage.speaker.say([ONE])
    stage.voice.current.started(ONE)
    assert stage.speaker.trouble == ""


def test_device_that_comes_and_goes_is_told(stage: Stage) -> None:
    stage.speaker.prepare()
    assert stage.voice.device_changed is not None
    stage.voice.device_changed(Trouble("no headset"))
    stage.voice.device_changed(None)
    assert stage.told == ["no headset", False, "", True]


def test_speech_that_is_off_is_over_at_once(qapp: QGuiApplication, qtbot: QtBot) -> None:
    speaker = Speaker(SpeechOptions())
    with qtbot.waitSignal(speaker.finished):
        speaker.say([ONE])
        assert speaker.is_speaking
    assert (speaker.is_speaking, speaker.trouble) == (False, "speech is switched off")
