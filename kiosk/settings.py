"""Every setting of the terminal and its agent: one frozen object, read once, every wrong key named at once.

Read from `okienko.toml` in the data folder, then from environment variables `OKIENKO_<KEY>`; the environment wins.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

import platformdirs

from kiosk.domain.errors import BadInput
from kiosk.domain.period import PeriodLength
from kiosk.domain.text import LANGUAGE_NAMES
from kiosk.encryption import Holders, require_public

FILE_NAME = "okienko.toml"
_PREFIX = "OKIENKO_"


class SpeechKind(StrEnum):
    """Who reads the screens aloud: `auto` is the first that works here."""

    AUTO = "auto"
    ESPEAK = "espeak"
    SPEECHD = "speechd"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Lengths are in millimetres, times in seconds."""

    place: str = ""
    """Id of the seat or branch in which this terminal stands; empty is the seat."""
    language: str = "pl"
    """Language of the first screen and after every visit."""
    screen_diagonal_inches: float = 21.5
    """Diagonal of the panel, from which pixels per millimetre follow; a monitor's own word for it is often wrong."""
    bottom_edge_mm: int = 900
    """How far above the floor the lowest line of the picture is; "lower the screen" needs it."""
    reduced_motion: bool = False
    """No movement on the screen at all."""
    keypad: str = ""
    """Keys of a tactile keypad that differ from the usual ones, such as `next=F13 previous=F14`.

    Where it sends keys when a plug goes in or out, `headset_in=F15 headset_out=F16` begin and end reading aloud.
    """
    idle_seconds: int = 60
    """How long nobody touches the screen before the warning."""
    warning_seconds: int = 20
    """How long the warning waits for a touch; at least 20 (WCAG 2.2, 2.2.1)."""
    thanks_seconds: int = 6
    """How long the thank-you stays."""
    double_tap_seconds: float = 0.5
    """A second tap on the same place, or of the same key, so soon after the screen has changed does nothing."""
    attract_seconds: int = 60
    """How long nobody touches the home page before pictures invite; 0 is never, and never before `idle_seconds`."""
    admin_idle_seconds: int = 60
    """How long nobody touches the administrator's area before it locks; the last 20 of them it asks."""
    export_folder: str = ""
    """A folder into which the administrator can export besides sticks, such as a share of the office's server."""
    period: str = PeriodLength.WEEK.value
    """How coarse the time of a response is: `week`, or `day`."""
    batch_rows_min: int = 5
    """Responses that must wait together before they leave the terminal."""
    batch_seconds: int = 3600
    """Least time between two batches, so that an upload does not tell when somebody stood here."""
    start_spread_seconds: int = 300
    """The first contact after a start comes at a random moment within this time."""
    central_ca: str = ""
    """A PEM file with the authority that vouches for the central office; empty: those that this machine trusts."""
    content_root: str = ""
    """A file with the root metadata of the centre's signed content; empty: what came with the enrolment."""
    office_public_key: str = ""
    """With `central_public_key`: answers are encrypted at once, and only the holders of the two private keys read them.

    `kiosk make-key` makes a private key and tells its public one. Without a centre the second key is a spare one.
    """
    central_public_key: str = ""
    """The centre's public key, or that of the office's spare private key: see `office_public_key`."""
    pack: str = ""
    """Folder of the content pack to be shown; empty: the one that the centre has delivered, or the program's own."""
    speech: str = SpeechKind.AUTO.value
    """Who reads the screens aloud: `espeak` (espeak-ng), `speechd` (speech-dispatcher), `off`, or `auto`."""
    audio_device: str = ""
    """Description or id of the sound output for speech; empty is the system's choice. If it is away, nothing sounds."""
    audio_is_headset: bool = False
    """Whether only one person hears the output that `audio_device` names. Reading aloud then begins by itself.

    It does when that output is plugged in, and with the first key of the keypad. Never say so of a computer's own jack:
    its loudspeaker is the same output, and sounds when nothing is plugged in.
    """
    speech_rate: int = 150
    """Words a minute."""
    speech_volume: int = 70
    """Percent, as people hear it, at the beginning of every visit."""

    @property
    def period_length(self) -> PeriodLength:
        return PeriodLength(self.period)

    @property
    def holders(self) -> Holders | None:
        """Who can read what is said here; None where answers are not encrypted."""
        return Holders(self.office_public_key, self.central_public_key) if self.office_public_key else None

    @property
    def speech_kind(self) -> SpeechKind:
        return SpeechKind(self.speech)


_ALLOWED: Mapping[str, tuple[float, float]] = {
    "screen_diagonal_inches": (5, 100),
    "bottom_edge_mm": (0, 1060),
    "idle_seconds": (10, 3600),
    "warning_seconds": (20, 600),
    "thanks_seconds": (2, 60),
    "double_tap_seconds": (0, 3),
    "attract_seconds": (0, 3600),
    "admin_idle_seconds": (40, 600),
    "batch_rows_min": (5, 500),
    "batch_seconds": (0, 7 * 24 * 3600),
    "start_spread_seconds": (0, 3600),
    "speech_rate": (80, 450),
    "speech_volume": (10, 100),
}
_TRUTHS = {"true": True, "false": False}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": tuple(LANGUAGE_NAMES),
    "period": tuple(PeriodLength),
    "speech": tuple(SpeechKind),
}


def data_folder(given: Path | None) -> Path:
    """Where this terminal keeps its data: `given`, or the platform's place for user data."""
    return given if given is not None else Path(platformdirs.user_data_dir("okienko", appauthor=False))


def read_settings(data: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force; raises `BadInput` naming every wrong key and value."""
    file = data / FILE_NAME
    found: list[tuple[str, str, object]] = []
    faults: list[str] = []
    try:
        found += [(f"{file}: {key}", key, value) for key, value in _written(file).items()]
    except BadInput as fault:
        faults.append(str(fault))
    for name, text in (os.environ if environment is None else environment).items():
        if name.startswith(_PREFIX):
            found.append((f"environment {name}", name.removeprefix(_PREFIX).lower(), text))
    values: dict[str, object] = {}
    for where, key, raw in found:
        try:
            values[key] = _value(key, raw)
        except BadInput as fault:
            faults.append(f"{where}: {fault}")
    faults += _key_faults(values)
    if faults:
        raise BadInput(faults)
    return Settings(**values)  # type: ignore[arg-type]  # each value has been made of its field's type


def _written(file: Path) -> Mapping[str, object]:
    """What stands in the file, nothing where there is none; raises `BadInput`."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except NotADirectoryError:
        raise BadInput(f"{file.parent} is no folder; name one with --data") from None
    except OSError as fault:
        raise BadInput(f"{file}: cannot be read: {fault.strerror}; let this user read it, or be another") from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadInput(f"{file}: cannot be read: {fault}") from fault


def _key_faults(values: Mapping[str, object]) -> list[str]:
    """What is wrong with the keys for encryption: none must be taken for "not encrypted" by mistake."""
    office, central = (str(values.get(f"{who}_public_key", "")) for who in ("office", "central"))
    if not office and not central:
        return []
    if not office or not central or office == central:
        return ["office_public_key, central_public_key: two different keys are needed, so that one can be lost"]
    faults: list[str] = []
    for name, key in (("office_public_key", office), ("central_public_key", central)):
        try:
            require_public(key)
        except BadInput as fault:
            faults.append(f"{name}: {fault}")
    return faults


_TYPES: Mapping[str, type[str] | type[int] | type[float]] = get_type_hints(Settings)


def _value(key: str, raw: object) -> object:
    kind = _TYPES.get(key)
    if kind is None:
        near = get_close_matches(key, _TYPES, 1)
        hint = f"did you mean {near[0]}?" if near else f"allowed: {', '.join(sorted(_TYPES))}"
        raise BadInput(f"there is no such setting; {hint}")
    if kind is bool:
        if str(raw).lower() not in _TRUTHS:
            raise BadInput(f"'{raw}' is not allowed; allowed: true, false")
        return _TRUTHS[str(raw).lower()]
    if issubclass(kind, str):
        text = str(raw)
        if key in _CHOICES and text not in _CHOICES[key]:
            raise BadInput(f"'{text}' is not allowed; allowed: {', '.join(_CHOICES[key])}")
        return text
    low, high = _ALLOWED[key]
    try:
        number = None if isinstance(raw, bool) else kind(str(raw))
    except ValueError:
        number = None
    if number is None or not low <= number <= high:
        raise BadInput(f"'{raw}' is not allowed; allowed: a number from {low:g} to {high:g}")
    return number
