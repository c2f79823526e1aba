"""How one terminal behaves: plain values handed in by the composition root."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.period import PeriodLength
from kiosk.domain.text import DEFAULT_LANGUAGE
from kiosk.terminal.keys import KeyAction, key_map
from kiosk.terminal.speech.options import SpeechOptions

_MILLIMETRES_PER_INCH = 25.4


def pixels_per_millimetre(size: tuple[int, int], diagonal_inches: float) -> float:
    """Pixels per millimetre of a panel that shows `size` (width and height) on `diagonal_inches`."""
    return math.hypot(*size) / (diagonal_inches * _MILLIMETRES_PER_INCH)


@dataclass(frozen=True, slots=True)
class TerminalOptions:
    """Lengths of time are in seconds. `size` is width and height of the window in pixels, ignored in full screen.

    `pixels_per_millimetre` is 4.03 for 21.5" at 1920x1080, 5.56 for 15.6". In full screen it follows from the pixels of
    the screen and its `diagonal_inches`, measured on the panel (what it says of itself is often wrong).
    `bottom_edge_mm` is how far above the floor the lowest line of the picture is; it decides how far the screen lowers.
    After `attract_seconds` without a touch on the home page the attract loop begins, at the earliest after
    `idle_seconds`, when everything of the last visit is forgotten; 0 is never.
    The administrator's area locks after `admin_idle_seconds` without a touch, the last 20 of them with a warning.
    `media` tells where the pack's sounds, films and drawings lie, by their path within the pack.
    `resources` holds `qml/` and `i18n/`. `place` is where this terminal stands; the office's seat if it is None.
    """

    resources: Path
    full_screen: bool = False
    size: tuple[int, int] | None = None
    pixels_per_millimetre: float = 4.03
    diagonal_inches: float = 21.5
    bottom_edge_mm: float = 900.0
    reduced_motion: bool = False
    idle_seconds: float = 60.0
    warning_seconds: float = 20.0
    thanks_seconds: float = 6.0
    double_tap_seconds: float = 0.5
    attract_seconds: float = 60.0
    admin_idle_seconds: float = 60.0
    recovery_seconds: float = 15.0
    language: str = DEFAULT_LANGUAGE
    period_length: PeriodLength = PeriodLength.WEEK
    place: str | None = None
    keys: Mapping[int, KeyAction] = field(default_factory=key_map)
    speech: SpeechOptions = field(default_factory=SpeechOptions)
    media: Mapping[str, Path] = field(default_factory=dict)
