"""espeak-ng speaks whatever it is given, obeys none of it, and neither its death nor its sleep is passed on."""

from __future__ import annotations

import math
import os
import shutil
import signal
import time
from array import array
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.terminal.speech.clip import Clip
from kiosk.terminal.speech.espeak import EspeakSynthesis
from kiosk.terminal.speech.sentences import sentences

ESPEAK = shutil.which("espeak-ng") or "espeak-ng is missing"


class Synthesising:
    """A synthesis and what it gave."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.synthesis = EspeakSynthesis(ESPEAK, 300)
        self.given: list[Clip | None] = []

    def use(self, program: Path, patience: int = 4000) -> None:
        self.synthesis = EspeakSynthesis(str(program), 300, patience)

    def begin(self, text: str = "Dzień dobry.", language: str = "pl") -> None:
        self.given.clear()
        self.synthesis.begin(text, language, self.given.append)

    def outcome(self) -> Clip | None:
        self._qtbot.waitUntil(lambda: bool(self.given), timeout=8000)
        (clip,) = self.given
        return clip

    def process_id(self) -> int:
        (process,) = [
            each
            for each in self.synthesis.findChildren(QProcess)
            if each.state() != QProcess.ProcessState.NotRunning and not each.signalsBlocked()
        ]
        self._qtbot.waitUntil(lambda: process.processId() > 0)
        return int(process.processId())


@pytest.fixture
def made(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Synthesising]:
    made = Synthesising(qtbot)
    yield made
    made.synthesis.close()


def loudness(clip: Clip | None) -> float:
    assert clip is not None
    samples = array("h", clip.samples)
    return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def program(folder: Path, script: str) -> Path:
    file = folder / "program"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(
    ("language", "text"), [("pl", "Dzień dobry."), ("uk", "Добрий день."), ("de", "Guten Tag."), ("en", "Hello.")]
)
def test_every_language_has_its_voice(made: Synthesising, language: str, text: str) -> None:
    made.begin(text, language)
    clip = made.outcome()
    assert loudness(clip) > 500
    made.begin(text, "en" if language == "pl" else "pl")
    other = made.outcome()
    assert clip is not None
    assert other is not None
    assert clip.samples != other.samples


@pytest.mark.parametrize(
    "text",
    [
        "-v de",
        "--version",
        "<speak><break time='60s'/>abc</speak>",
        "a < b & c > d",
        "[[ h@l'oU ]] abc",
        "\x01400S\x1babc\x00",
        "abc\n\ndef",
        "żółć 🙂 ﷽ abc",
        "9" * 240,
    ],
)
def test_whatever_stands_in_a_text_is_spoken_and_not_obeyed(made: Synthesising, text: str) -> None:
    for piece in sentences(text):
        made.begin(piece)
        assert loudness(made.outcome()) > 300


@pytest.mark.parametrize("text", ["…", ",", "—", "()"])
def test_mere_punctuation_is_no_failure(made: Synthesising, text: str) -> None:
    made.begin(text)
    assert made.outcome() is not None


def test_first_piece_of_100_kb_comes_fast(made: Synthesising) -> None:
    begun = time.perf_counter()
    made.begin(next(sentences("Słowo za słowem " * 6250)))
    assert loudness(made.outcome()) > 300
    assert time.perf_counter() - begun < 2


def test_text_is_given_where_no_other_user_can_read_it(made: Synthesising, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    made.use(program(tmp_path, f'echo "$@" > {seen}.arguments; cat > {seen}.input'))
    made.begin("Tajne słowa")
    made.outcome()
    assert Path(f"{seen}.input").read_text("utf-8") == "Tajne słowa"
    assert "Tajne" not in Path(f"{seen}.arguments").read_text("utf-8")


def test_killed_midway_it_is_asked_once_more(made: Synthesising, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    made.use(program(tmp_path, f'[ -e {mark} ] && exec {ESPEAK} "$@"; touch {mark}; exec sleep 60'))
    made.begin()
    process = made.process_id()
    made._qtbot.waitUntil(mark.exists)
    os.kill(process, signal.SIGKILL)
    assert loudness(made.outcome()) > 300


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "echo no sound"])
def test_what_fails_twice_is_given_up(
    made: Synthesising, tmp_path: Path, script: str, caplog: pytest.LogCaptureFixture
) -> None:
    made.use(program(tmp_path, script))
    made.begin("Tajne słowa")
    assert made.outcome() is None
    assert len(caplog.records) == 2
    assert "Tajne" not in caplog.text


def test_missing_program_is_given_up(made: Synthesising, tmp_path: Path) -> None:
    made.use(tmp_path / "none")
    made.begin()
    assert made.outcome() is None


def test_hanging_it_is_killed_and_given_up(made: Synthesising, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    made.use(program(tmp_path, f"echo $$ >> {mark}; exec sleep 60"), patience=150)
    made.begin()
    assert made.outcome() is None
    made.synthesis.close()
    processes = mark.read_text("ascii").split()
    assert len(processes) == 2
    assert not any(psutil.pid_exists(int(each)) for each in processes)


def test_newer_text_kills_the_older_at_once(made: Synthesising, tmp_path: Path, qtbot: QtBot) -> None:
    mark = tmp_path / "mark"
    made.use(program(tmp_path, f'[ -e {mark} ] && exec {ESPEAK} "$@"; touch {mark}; exec sleep 60'))
    made.begin()
    old = made.process_id()
    qtbot.waitUntil(mark.exists)
    begun = time.perf_counter()
    made.begin("Nowe słowa")
    qtbot.waitUntil(lambda: not psutil.pid_exists(old))
    assert time.perf_counter() - begun < 0.5
    assert loudness(made.outcome()) > 300
