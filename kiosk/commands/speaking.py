"""How this terminal speaks, from its settings."""

from __future__ import annotations

from kiosk.settings import Settings
from kiosk.terminal.speech.options import SpeechOptions


def speech_options(settings: Settings) -> SpeechOptions:
    """What the terminal and `kiosk status` hand to speech."""
    return SpeechOptions(
        kind=settings.speech_kind,
        device=settings.audio_device,
        words_per_minute=settings.speech_rate,
        volume=settings.speech_volume,
        is_headset=settings.audio_is_headset,
    )
