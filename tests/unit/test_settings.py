"""Settings come from one file and the environment, and every wrong one is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import BadInput
from kiosk.settings import Settings, SpeechKind, read_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {}) == Settings()


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "okienko.toml").write_text('idle_seconds = 90\nlanguage = "en"\n', encoding="utf-8")
    settings = read_settings(tmp_path, {"OKIENKO_IDLE_SECONDS": "120", "PATH": "/bin"})
    assert (settings.idle_seconds, settings.language) == (120, "en")


def test_every_wrong_setting_is_named_with_what_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "okienko.toml").write_text(
        'idle_second = 60\nlanguage = "fr"\nwarning_seconds = 5\nthanks_seconds = true\nspeech = "loud"\n'
        "speech_rate = 79\nspeech_volume = 101\n",
        encoding="utf-8",
    )
    with pytest.raises(BadInput) as bad:
        read_settings(tmp_path, {"OKIENKO_PERIOD": "hour"})
    text = "\n".join(bad.value.faults)
    assert len(bad.value.faults) == 8
    for expected in (
        *("idle_seconds?", "pl, en, uk, de", "from 20 to 600", "from 2 to 60", "week, day"),
        *("auto, espeak, speechd, off", "from 80 to 450", "from 10 to 100"),
    ):
        assert expected in text


def test_name_of_a_sound_output_is_taken_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "okienko.toml").write_text('audio_device = "Słuchawki (USB), 2.0"\nspeech = "off"\n', encoding="utf-8")
    settings = read_settings(tmp_path, {"OKIENKO_SPEECH_RATE": "80", "OKIENKO_SPEECH": "espeak"})
    assert (settings.audio_device, settings.speech_rate) == ("Słuchawki (USB), 2.0", 80)
    assert settings.speech_kind is SpeechKind.ESPEAK


@pytest.mark.parametrize("content", [b"idle_seconds = ", b"\xff\xfe"])
def test_unreadable_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "okienko.toml").write_bytes(content)
    with pytest.raises(BadInput, match="cannot be read"):
        read_settings(tmp_path, {})
