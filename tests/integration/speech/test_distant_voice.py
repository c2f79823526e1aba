"""Whatever becomes of the process for sound, the visitor hears the rest, or the terminal knows that none is heard."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.settings import SpeechKind
from kiosk.terminal.speech import distant_voice
from kiosk.terminal.speech.description import describe_speech
from kiosk.terminal.speech.distant_voice import PROGRAM, DistantVoice
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.utterance import Utterance
from kiosk.terminal.speech.voice import Trouble
from tests.integration.speech.box import MISBEHAVING
from tests.qml.speech.fakes import FakeHearing

OPTIONS = SpeechOptions(SpeechKind.AUTO)
WORDS = [Utterance(text, "pl") for text in ("first", MISBEHAVING, "last")]

OpenVoice = Callable[..., DistantVoice]


@pytest.fixture
def open_voice(qapp: QGuiApplication, tmp_path: Path) -> Iterator[OpenVoice]:
    opened: list[DistantVoice] = []

    def opening(how: str = "well", patience: int = 3000) -> DistantVoice:
        program = (sys.executable, "-m", "tests.integration.speech.box", how, str(tmp_path / "mark"))
        opened.append(DistantVoice(OPTIONS, program, patience))
        return opened[-1]

    yield opening
    for voice in opened:
        voice.close()


def hear(voice: DistantVoice, words: list[Utterance], qtbot: QtBot) -> list[str]:
    hearing = FakeHearing()
    voice.say(words, hearing)
    assert hearing.heard == []
    qtbot.waitUntil(lambda: bool(hearing.heard) and hearing.heard[-1].startswith("("), timeout=15_000)
    return hearing.heard


def test_list_comes_through_and_the_process_stays(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice()
    words = [Utterance("a\nb\ud800", "uk"), Utterance("x" * 100_000, "de"), WORDS[0], WORDS[0]]
    assert hear(voice, words, qtbot) == [words[0].text, words[1].text, "first", "first", "(finished)"]
    process = voice.process_id
    assert hear(voice, [], qtbot) == ["(finished)"]
    assert hear(voice, WORDS[:1], qtbot) == ["first", "(finished)"]
    assert voice.process_id == process


@pytest.mark.parametrize("how", ["die", "hang", "babble", "deaf", "bug"])
def test_lost_process_is_begun_anew_and_says_the_rest(open_voice: OpenVoice, qtbot: QtBot, how: str) -> None:
    voice = open_voice(how, patience=1500)
    assert hear(voice, WORDS, qtbot) == ["first", MISBEHAVING, MISBEHAVING, "last", "(finished)"]


def test_process_that_is_lost_again_is_given_up_and_tried_at_the_next_list(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice("die-always")
    assert hear(voice, WORDS, qtbot)[1:] == [MISBEHAVING, MISBEHAVING, "(the process for sound ended)"]
    assert hear(voice, WORDS[:1], qtbot) == ["first", "(finished)"]


def test_trouble_with_the_device_is_passed_on(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice("refuse")
    assert hear(voice, WORDS, qtbot) == ["first", MISBEHAVING, "(unplugged)"]
    assert hear(voice, WORDS, qtbot)[-1] == "(finished)"


def test_silence_that_is_not_obeyed_kills(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice("hang", patience=300)
    hearing = FakeHearing()
    voice.say(WORDS, hearing)
    qtbot.waitUntil(lambda: len(hearing.heard) >= 2, timeout=8000)
    process = voice.process_id
    assert process is not None
    voice.silence()
    qtbot.waitUntil(lambda: not psutil.pid_exists(process), timeout=3000)


def test_list_is_not_lost_with_a_process_that_broke_before_it(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice(patience=1000)
    hear(voice, WORDS, qtbot)
    assert voice.process_id is not None
    os.kill(voice.process_id, signal.SIGSTOP)  # it hangs, and nobody has noticed
    stopped = voice.process_id
    assert hear(voice, WORDS, qtbot)[-1] == "(finished)"
    assert not psutil.pid_exists(stopped)


def test_process_that_is_lost_while_nothing_is_said_watches_again(
    open_voice: OpenVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distant_voice, "_DEAF_PAUSE", 50)
    voice = open_voice()
    told: list[Trouble | None] = []
    voice.prepare(told.append)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=8000)
    assert voice.process_id is not None
    os.kill(voice.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=8000)


def test_volume_outlives_the_process(open_voice: OpenVoice, qtbot: QtBot, tmp_path: Path) -> None:
    voice = open_voice("die")
    hear(voice, WORDS[:1], qtbot)
    voice.set_volume(30)
    hear(voice, WORDS[:1], qtbot)
    assert (tmp_path / "mark.volume").read_text("ascii") == "30"
    assert hear(voice, WORDS, qtbot)[-1] == "(finished)"
    assert voice._volume == 30


@pytest.mark.parametrize("program", ["/nonexistent", "/bin/false", "/bin/echo"])
def test_process_that_cannot_be_had_is_told(qapp: QGuiApplication, qtbot: QtBot, program: str) -> None:
    voice = DistantVoice(OPTIONS, [program])
    (told,) = hear(voice, WORDS, qtbot)
    assert told.startswith("(the process for sound ")
    voice.close()


def test_nothing_in_the_terminal_waits_for_sound(open_voice: OpenVoice, qtbot: QtBot) -> None:
    voice = open_voice()
    hear(voice, WORDS, qtbot)
    longest = 0.0
    for _ in range(20):
        begun = time.thread_time()
        voice.say([Utterance("słowo " * 17_000, "pl")], FakeHearing())
        said = time.thread_time()
        voice.silence()
        longest = max(longest, said - begun, time.thread_time() - said)
    assert longest < 0.005


def test_process_ends_with_the_terminal(tmp_path: Path) -> None:
    process = subprocess.Popen(PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"type":"begin","options":{"kind":"off"}}\n')
    process.stdin.flush()
    assert json.loads(process.stdout.readline()) == {
        "type": "device",
        "reason": "speech is switched off",
        "is_deaf": False,
    }
    process.stdin.close()
    assert process.wait(5) == 0
    process.stdout.close()


def test_terminal_without_speech_loads_nothing_of_it() -> None:
    code = (
        "import sys; import kiosk.terminal.application, kiosk.terminal.speech.speaker, kiosk.commands.status;"
        "print([name for name in sys.modules if 'Multimedia' in name or 'TextToSpeech' in name])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout == b"[]\n"


def test_description_without_sound_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert describe_speech(SpeechOptions()) == "none: speech is switched off"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    told = describe_speech(SpeechOptions(SpeechKind.ESPEAK, "Headset"))
    assert told == "none: there is no sound output: no device, or no sound server"
    monkeypatch.setenv("PATH", os.devnull)
    assert describe_speech(SpeechOptions(SpeechKind.ESPEAK)) == "none: espeak-ng is not installed"


def test_no_sound_server_is_told_as_such(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> None:
    os.environ["PULSE_SERVER"], before = f"unix:{tmp_path}/none", os.environ.get("PULSE_SERVER")
    voice = DistantVoice(OPTIONS)
    told: list[Trouble | None] = []
    voice.prepare(told.append)
    heard = hear(voice, WORDS, qtbot)
    voice.close()
    os.environ.pop("PULSE_SERVER")
    if before:
        os.environ["PULSE_SERVER"] = before
    assert heard == ["(there is no sound output: no device, or no sound server)"]
    assert set(told) == {Trouble("there is no sound output: no device, or no sound server", is_deaf=True)}
