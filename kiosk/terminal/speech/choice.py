"""Which voice speaks on this machine: the first that works, or silence and the reason for it."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.settings import SpeechKind
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.voice import SilentVoice, Voice

ESPEAK = "espeak-ng"
_SPEECH_DISPATCHER = "speech-dispatcher"


@dataclass(frozen=True, slots=True)
class Choice:
    """`kind` is never AUTO; with OFF, `reason` says why."""

    kind: SpeechKind
    reason: str = ""


def choose(options: SpeechOptions, espeak_fault: Callable[[], str], speechd_fault: Callable[[], str]) -> Choice:
    """The rule. The faults tell why a voice cannot be used, empty if it can; they are asked only when they matter."""
    if options.kind is SpeechKind.OFF:
        return Choice(SpeechKind.OFF, "speech is switched off")
    faults = []
    if options.kind in {SpeechKind.AUTO, SpeechKind.ESPEAK}:
        faults.append(espeak_fault())
        if not faults[-1]:
            return Choice(SpeechKind.ESPEAK)
    if options.kind in {SpeechKind.AUTO, SpeechKind.SPEECHD}:
        # It plays where it likes: what is meant for headphones might be heard by the whole lobby.
        faults.append("speech-dispatcher cannot choose a sound output" if options.device else speechd_fault())
        if not faults[-1]:
            return Choice(SpeechKind.SPEECHD)
    return Choice(SpeechKind.OFF, "; ".join(faults))


def choose_voice(options: SpeechOptions) -> Voice:
    """Build the voice that speaks in this process. May take two seconds, and loads QtMultimedia if it is needed."""
    choice = choose(options, espeak_fault, _speechd_import_fault)
    if choice.kind is SpeechKind.ESPEAK:
        return _clip_voice(options)
    if choice.kind is SpeechKind.SPEECHD:
        return _speechd_voice(options)
    return SilentVoice(choice.reason)


def describe_choice(options: SpeechOptions) -> str:
    """One line for the operator: which voice would speak on which output, or why none. Loads QtMultimedia."""
    choice = choose(options, espeak_fault, speechd_fault)
    if choice.kind is SpeechKind.SPEECHD:
        return f"{_SPEECH_DISPATCHER}, on the output of its choice"
    if choice.kind is not SpeechKind.ESPEAK:
        return f"none: {choice.reason}"
    from kiosk.terminal.speech.outputs import device_name, find_output, missing_output  # noqa: PLC0415  # loads QtMultimedia

    device = find_output(options.device)
    if device is None:
        return f"none: {missing_output(options.device)}"
    return f"{ESPEAK}, on '{device_name(device)}'{'' if options.device else ', the output of the system'}"


def espeak_fault() -> str:
    """Why espeak-ng cannot be heard through QtMultimedia, empty if it can as far as is known without trying."""
    if shutil.which(ESPEAK) is None:
        return f"{ESPEAK} is not installed"
    try:
        importlib.import_module("PySide6.QtMultimedia")
    except ImportError as fault:
        return f"QtMultimedia cannot be loaded: {fault}"
    return ""


def speechd_fault() -> str:
    """Why speech-dispatcher cannot be used, empty if it can as far as is known without starting it."""
    if shutil.which(_SPEECH_DISPATCHER) is None:
        return f"{_SPEECH_DISPATCHER} is not installed"
    return _speechd_import_fault()


def _speechd_import_fault() -> str:
    try:
        importlib.import_module("PySide6.QtTextToSpeech")
    except ImportError as fault:
        return f"QtTextToSpeech cannot be loaded: {fault}"
    return ""


# What these import loads libraries that only the chosen voice may need.
def _clip_voice(options: SpeechOptions) -> Voice:
    from kiosk.terminal.speech.clip_voice import ClipVoice  # noqa: PLC0415
    from kiosk.terminal.speech.espeak import EspeakSynthesis  # noqa: PLC0415
    from kiosk.terminal.speech.sink import SinkPlayer  # noqa: PLC0415

    synthesis = EspeakSynthesis(shutil.which(ESPEAK) or ESPEAK, options.words_per_minute)
    return ClipVoice(synthesis, SinkPlayer(options.device, options.volume))


def _speechd_voice(options: SpeechOptions) -> Voice:
    from kiosk.terminal.speech.speechd import SpeechdVoice  # noqa: PLC0415

    voice = SpeechdVoice(options)
    return SilentVoice(voice.fault) if voice.fault else voice
