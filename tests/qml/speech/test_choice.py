"""The first voice that works is chosen, never one that could be heard by others than asked for."""

from __future__ import annotations

import pytest

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.choice import Choice, choose
from kiosk.terminal.speech.options import SpeechOptions

AUTO, ESPEAK, SPEECHD, OFF = SpeechKind.AUTO, SpeechKind.ESPEAK, SpeechKind.SPEECHD, SpeechKind.OFF


@pytest.mark.parametrize(
    ("wanted", "device", "espeak", "speechd", "chosen", "reason"),
    [
        (AUTO, "", "", "", ESPEAK, ""),
        (AUTO, "", "no espeak", "", SPEECHD, ""),
        (AUTO, "", "no espeak", "no speechd", OFF, "no espeak; no speechd"),
        (AUTO, "Headset", "", "", ESPEAK, ""),
        (AUTO, "Headset", "no espeak", "", OFF, "no espeak; speech-dispatcher cannot choose a sound output"),
        (ESPEAK, "", "no espeak", "", OFF, "no espeak"),
        (SPEECHD, "", "", "", SPEECHD, ""),
        (SPEECHD, "Headset", "", "", OFF, "speech-dispatcher cannot choose a sound output"),
        (OFF, "", "", "", OFF, "speech is switched off"),
    ],
)
def test_rule(wanted: SpeechKind, device: str, espeak: str, speechd: str, chosen: SpeechKind, reason: str) -> None:
    assert choose(SpeechOptions(wanted, device), lambda: espeak, lambda: speechd) == Choice(chosen, reason)


def test_what_does_not_matter_is_not_asked() -> None:
    def asked() -> str:
        raise AssertionError("loads a library for nothing")

    assert choose(SpeechOptions(AUTO), str, asked).kind is ESPEAK
    assert choose(SpeechOptions(SPEECHD), asked, str).kind is SPEECHD
    assert choose(SpeechOptions(OFF), asked, asked).kind is OFF
