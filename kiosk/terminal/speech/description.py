"""Tells the operator which voice speaks on which sound output, without loading anything of Qt here."""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.options import SpeechOptions

_PATIENCE = 10.0
SOUND_ENVIRONMENT = {
    # It would warn of every library and server that this machine can do without.
    "QT_LOGGING_RULES": "qt.multimedia*=false;qt.speech*=false",
    # PipeWire answers to this too, and only so are outputs watched that go away.
    "QT_AUDIO_BACKEND": "pulseaudio",
}
"""For the processes in which QtMultimedia is loaded."""


def describe_speech(options: SpeechOptions) -> str:
    """One line; asks a process that lasts half a second, since sound libraries may hang, warn, or break."""
    if options.kind is SpeechKind.OFF:
        return "none: speech is switched off"
    try:
        asked = subprocess.run(
            [sys.executable, "-m", "kiosk.terminal.speech.voice_box", "--describe"],
            input=msgspec.json.encode(options),
            capture_output=True,
            env={**os.environ, **SOUND_ENVIRONMENT},
            timeout=_PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return f"none: the sound server gave no answer within {_PATIENCE:g} seconds"
    except (OSError, subprocess.CalledProcessError) as fault:
        return f"none: the process for sound broke: {fault}"
    return asked.stdout.decode("utf-8", "replace").strip()
