"""Pieces sound in their order, the next is made while one sounds, and nothing of an interrupted list is left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.terminal.speech.clip_voice import ClipVoice
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import Trouble
from tests.qml.speech.fakes import FakeHearing, FakePlayer, FakeSynthesis
from tests.unit.terminal.speech.test_clip import wav


class Stage:
    """A voice with its synthesis and player, and who listens."""

    def __init__(self) -> None:
        self.synthesis, self.player, self.hearing = FakeSynthesis(), FakePlayer(), FakeHearing()
        self.voice = ClipVoice(self.synthesis, self.player)

    def say(self, *texts: str | Utterance) -> None:
        self.hearing = FakeHearing()
        self.voice.say([text if isinstance(text, Utterance) else Utterance(text, "pl") for text in texts], self.hearing)
        assert self.hearing.heard == []
        QCoreApplication.processEvents()

    def go_on(self, steps: int) -> None:
        """Everything asked for is made, and everything made is played to its end."""
        for _ in range(steps):
            if self.synthesis.text is not None:
                self.synthesis.give()
            if self.player.ended is not None:
                self.player.end()


@pytest.fixture
def stage(qapp: QGuiApplication) -> Stage:
    return Stage()


def test_next_piece_is_made_while_one_sounds_and_no_more(stage: Stage) -> None:
    stage.say("One two three. Second sentence. Third one is it.")
    stage.synthesis.give()
    assert (stage.player.played, stage.synthesis.text) == ([b"One two three."], "Second sentence.")
    stage.synthesis.give()
    assert (len(stage.player.played), stage.synthesis.text) == (1, None)
    stage.player.end()
    assert (stage.player.played[1:], stage.synthesis.text) == ([b"Second sentence."], "Third one is it.")


def test_each_utterance_is_told_when_it_begins_to_sound_also_the_same_one_twice(stage: Stage) -> None:
    same = Utterance("Same sentence. Again said.", "uk")
    stage.say("First sentence.", same, same)
    stage.go_on(8)
    assert stage.hearing.heard == ["First sentence.", same.text, same.text, "(finished)"]
    assert stage.synthesis.asked[0] == ("First sentence.", "pl")
    assert {language for _, language in stage.synthesis.asked[1:]} == {"uk"}


@pytest.mark.parametrize("made", [0, 1, 2])
def test_newer_list_interrupts_at_every_stage(stage: Stage, made: int) -> None:
    stage.say("Old sentence. Old again.", "Oldest of all.")
    old = stage.hearing
    for _ in range(made):
        stage.synthesis.give()
    told = list(old.heard)
    stage.say("New sentence.")
    assert (stage.player.ended, stage.synthesis.text) == (None, "New sentence.")
    stage.go_on(3)
    assert (old.heard, stage.hearing.heard) == (told, ["New sentence.", "(finished)"])


def test_silence_leaves_nothing(stage: Stage) -> None:
    stage.say("Old sentence. Old again.")
    stage.synthesis.give()
    stage.voice.silence()
    stage.voice.silence()
    assert (stage.player.ended, stage.synthesis.text) == (None, None)
    QCoreApplication.processEvents()
    assert stage.hearing.heard == ["Old sentence. Old again."]


@pytest.mark.parametrize("texts", [(), ("",), (" \n", "\x01")])
def test_nothing_to_say_is_over_without_a_sound(stage: Stage, texts: Sequence[str]) -> None:
    stage.say(*texts)
    assert (stage.hearing.heard, stage.synthesis.asked, stage.player.played) == (["(finished)"], [], [])


def test_piece_without_sound_is_passed_over(stage: Stage) -> None:
    stage.say("?", "Word itself.", "?")
    stage.go_on(4)
    assert stage.hearing.heard == ["Word itself.", "(finished)"]


def test_piece_that_cannot_be_made_costs_only_itself(stage: Stage) -> None:
    stage.say("!", "Word itself.")
    stage.go_on(3)
    assert stage.hearing.heard == ["Word itself.", "(finished)"]
    stage.say("!", "!")
    stage.go_on(3)
    assert stage.hearing.heard == ["(espeak-ng gives no sound)"]


def test_recording_takes_the_place_of_the_text_if_it_can_be_read(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "recorded.wav"
    file.write_bytes(wav(b"sounds"))
    with_recording = Utterance("Not spoken here.", "pl", file)
    stage.say(with_recording, Utterance("Spoken instead.", "pl", tmp_path / "none.wav"))
    stage.go_on(3)
    assert stage.player.played == [b"sounds", b"Spoken instead."]
    assert stage.hearing.heard == ["Not spoken here.", "Spoken instead.", "(finished)"]


def test_thousand_recordings_without_sound_are_passed_over(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "empty.wav"
    file.write_bytes(wav(b""))
    stage.say(*[Utterance("", "pl", file)] * 2000)
    assert stage.hearing.heard == ["(finished)"]


def test_without_a_device_nothing_is_even_made(stage: Stage) -> None:
    stage.player.missing = Trouble("no headset")
    stage.say("Private words.")
    assert (stage.hearing.heard, stage.synthesis.asked, stage.player.played) == (["(no headset)"], [], [])


def test_device_that_goes_ends_the_list(stage: Stage) -> None:
    stage.say("One two three. Second sentence.")
    stage.synthesis.give()
    stage.player.end(Trouble("unplugged"))
    assert stage.hearing.heard[1:] == ["(unplugged)"]
    assert (stage.player.ended, stage.synthesis.text) == (None, None)


def test_who_hears_the_end_may_ask_for_more(stage: Stage) -> None:
    class Insistent(FakeHearing):
        def started(self, utterance: Utterance) -> None:
            super().started(utterance)
            stage.voice.say([Utterance("Other words.", "pl")], stage.hearing)

    stage.hearing = FakeHearing()
    stage.voice.say([Utterance("First sentence. Second sentence.", "pl")], Insistent())
    QCoreApplication.processEvents()
    stage.synthesis.give()
    QCoreApplication.processEvents()
    stage.go_on(3)
    assert (stage.hearing.heard, stage.player.played) == (
        ["Other words.", "(finished)"],
        [b"First sentence.", b"Other words."],
    )


def test_volume_reaches_the_player(stage: Stage) -> None:
    stage.voice.set_volume(30)
    assert stage.player.volume == 30
