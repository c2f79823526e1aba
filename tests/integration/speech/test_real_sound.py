"""What is spoken is heard on the chosen output and on no other: real espeak-ng, QtMultimedia and sound server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.description import describe_speech
from kiosk.terminal.speech.distant_voice import DistantVoice
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.speaker import Speaker
from kiosk.terminal.speech.utterance import Utterance
from tests.integration.speech.sound_server import AUDIBLE, RATE, Recording, SoundServer
from tests.unit.terminal.speech.test_clip import wav

LONG = [Utterance("Proszę powiedzieć, jak ocenia Pan naszą obsługę w urzędzie? " * 20, "pl")]
LANGUAGES = [
    Utterance("Dzień dobry Państwu.", "pl"),
    Utterance("Добрий день усім.", "uk"),
    Utterance("Guten Tag zusammen.", "de"),
    Utterance("Good morning everybody.", "en"),
]
OpenSpeaker = Callable[[str], Speaker]


@pytest.fixture
def open_speaker(qapp: QGuiApplication, server: SoundServer) -> Iterator[OpenSpeaker]:
    opened: list[Speaker] = []

    def opening(device: str) -> Speaker:
        options = SpeechOptions(SpeechKind.ESPEAK, device, words_per_minute=300, volume=100, is_headset=True)
        opened.append(Speaker(options))
        return opened[-1]

    yield opening
    for speaker in opened:
        speaker.close()


@pytest.mark.parametrize(("chosen", "device"), [(0, "A"), (1, "b"), (0, "")])
def test_every_language_is_heard_on_the_chosen_output_only(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot, chosen: int, device: str
) -> None:
    heard, other = recordings[chosen], recordings[1 - chosen]
    before = other.length
    said = LANGUAGES if device == "A" else LANGUAGES[1:2]
    speaker = open_speaker(device)
    begun: list[int] = []
    speaker.started.connect(lambda _utterance: begun.append(heard.length))
    with qtbot.waitSignal(speaker.finished, timeout=15_000):
        speaker.say(said)
    ends = [*begun[1:], heard.length]
    assert [heard.loudness(start, end) > AUDIBLE for start, end in zip(begun, ends, strict=True)] == [True] * len(said)
    assert other.loudness(before) == 0
    assert speaker.trouble == ""


def test_output_that_is_away_means_silence_everywhere(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    before = [recording.length for recording in recordings]
    speaker = open_speaker("Headset")
    for _ in range(2):
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            speaker.say(LANGUAGES)
    later = recordings[0].length + RATE // 2
    qtbot.waitUntil(lambda: recordings[0].length > later)
    assert [recording.loudness(start) for recording, start in zip(recordings, before, strict=True)] == [0, 0]
    assert speaker.trouble == "the sound output 'Headset' is not connected; connected: 'A', 'B'"


def test_output_that_is_plugged_in_later_is_found_and_going_it_takes_the_sound_along(
    server: SoundServer, recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    speaker = open_speaker("Headset")
    told: list[bool] = []
    speaker.deviceChanged.connect(told.append)
    speaker.prepare()
    qtbot.waitUntil(lambda: told == [False], timeout=10_000)
    module = server.plug("Headset")
    qtbot.waitUntil(lambda: told[-1], timeout=10_000)
    before = [recording.length for recording in recordings]
    with server.record("Headset") as (headset,):
        speaker.say(LONG)
        qtbot.waitUntil(lambda: headset.loudness() > AUDIBLE, timeout=10_000)
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            server.unplug(module)
    assert speaker.trouble == "the sound output 'Headset' is not connected; connected: 'A', 'B'"
    assert not told[-1]
    later = recordings[0].length + RATE
    qtbot.waitUntil(lambda: recordings[0].length > later)
    # Left to itself the sound server would move the rest of the sentence there: two seconds of it.
    for recording, start in zip(recordings, before, strict=True):
        assert sum(1 for sample in recording.samples(start) if sample) < 0.1 * RATE
    module = server.plug("Headset")
    qtbot.waitUntil(lambda: told[-1], timeout=10_000)
    server.unplug(module)  # also when nothing sounds
    qtbot.waitUntil(lambda: not told[-1], timeout=10_000)


def test_headset_is_told_when_it_comes_and_goes_and_no_other_output_is_taken_for_it(
    server: SoundServer, open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    speaker = open_speaker("Headset")
    plugged: list[bool] = []
    reports: list[bool] = []
    speaker.deviceChanged.connect(reports.append)
    speaker.watch(plugged.append)
    qtbot.waitUntil(lambda: reports == [False], timeout=10_000)
    server.unplug(server.plug("Other"))
    # Away, out of sight, and away again as a new process sees it.
    qtbot.waitUntil(lambda: reports == [False, False, False], timeout=10_000)
    assert plugged == []
    module = server.plug("Headset")
    qtbot.waitUntil(lambda: plugged == [True], timeout=10_000)
    server.unplug(server.plug("Other"))
    qtbot.waitUntil(lambda: reports[-2:] == [False, True], timeout=10_000)
    assert plugged == [True]
    server.unplug(module)
    qtbot.waitUntil(lambda: plugged == [True, False], timeout=10_000)


def test_headset_that_is_in_at_the_start_has_not_just_come(open_speaker: OpenSpeaker, qtbot: QtBot) -> None:
    speaker = open_speaker("A")
    plugged: list[bool] = []
    reports: list[bool] = []
    speaker.deviceChanged.connect(reports.append)
    speaker.watch(plugged.append)
    qtbot.waitUntil(lambda: reports == [True], timeout=10_000)
    assert plugged == []


def test_nobody_waits_for_a_headset_where_none_is_named(open_speaker: OpenSpeaker, qtbot: QtBot) -> None:
    speaker = open_speaker("")
    speaker.watch(lambda _is_in: None)
    voice = speaker._voice
    assert isinstance(voice, DistantVoice)
    assert voice.process_id is None


def test_silence_stops_the_sound_at_once(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    recording = recordings[0]
    before = recording.length
    speaker = open_speaker("A")
    speaker.say(LONG)
    qtbot.waitUntil(lambda: recording.loudness(before) > AUDIBLE, timeout=10_000)
    asked = recording.length
    speaker.silence()
    qtbot.waitUntil(lambda: recording.length > asked + RATE)
    stopped = max((index for index, sample in enumerate(recording.samples(asked)) if sample), default=0)
    assert stopped < 0.15 * RATE


def test_newer_words_take_the_place_of_older(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    recording = recordings[0]
    before = recording.length
    speaker = open_speaker("A")
    speaker.say(LONG)
    qtbot.waitUntil(lambda: recording.loudness(before) > AUDIBLE, timeout=10_000)
    asked = recording.length
    with qtbot.waitSignals([speaker.started, speaker.finished], timeout=10_000):
        speaker.say(LANGUAGES[3:])
    assert recording.loudness(asked + RATE // 4) > AUDIBLE
    assert recording.length < asked + 4 * RATE  # the older would have lasted for a minute


def test_volume_changes_what_sounds(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    recording = recordings[0]
    speaker = open_speaker("A")
    lengths = [recording.length]
    for _ in range(2):
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            speaker.say(LANGUAGES[:1])
        lengths.append(recording.length)
        for _ in range(5):
            speaker.quieter()
    loud, quiet = recording.loudness(lengths[0], lengths[1]), recording.loudness(lengths[1], lengths[2])
    assert 0 < quiet < loud / 3


def test_recording_is_heard_in_place_of_its_text(
    recordings: tuple[Recording, Recording], open_speaker: OpenSpeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "recorded.wav"
    file.write_bytes(wav(b"\x00\x20\x00\x20\x00\xe0\x00\xe0" * 4000, channels=2, rate=16_000))
    speaker = open_speaker("A")
    before = recordings[0].length
    with qtbot.waitSignal(speaker.finished, timeout=10_000):
        speaker.say([Utterance("Bardzo długi tekst, którego nikt nie słyszy.", "pl", file)])
    later = recordings[0].length + RATE // 2
    qtbot.waitUntil(lambda: recordings[0].length > later)
    seconds = sum(1 for sample in recordings[0].samples(before) if sample) / RATE
    assert seconds == pytest.approx(0.5, abs=0.06)


def test_description_names_voice_and_output(server: SoundServer) -> None:
    assert describe_speech(SpeechOptions(SpeechKind.AUTO)) == "espeak-ng, on 'A', the output of the system"
    assert describe_speech(SpeechOptions(SpeechKind.AUTO, "B")) == "espeak-ng, on 'B'"
    absent = describe_speech(SpeechOptions(SpeechKind.AUTO, "Headset"))
    assert absent == "none: the sound output 'Headset' is not connected; connected: 'A', 'B'"


# The last: whoever records is left without a server too.
def test_speaking_goes_on_when_the_sound_server_comes_back(
    server: SoundServer, open_speaker: OpenSpeaker, qtbot: QtBot
) -> None:
    speaker = open_speaker("A")
    with qtbot.waitSignal(speaker.started, timeout=10_000):
        speaker.say(LANGUAGES[:1])
    server.kill()
    server.start()
    with server.record("A") as (recording,), qtbot.waitSignal(speaker.finished, timeout=15_000):
        pass
    assert recording.loudness() > AUDIBLE
    assert speaker.trouble == ""
