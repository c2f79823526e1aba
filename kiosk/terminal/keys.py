"""Which key does what: a tactile keypad is a USB keyboard, and each maker has keys of its own.

Written in settings as `next=F13 previous=F14 headset_in=F15`, with Qt's names of keys; what is not named keeps its
usual keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from kiosk.domain.errors import BadInput


class KeyAction(StrEnum):
    """What a key of the keypad does. Digits answer by the number of the face or the choice; they are not listed."""

    NEXT = "next"
    PREVIOUS = "previous"
    PRESS = "press"
    HOME = "home"
    BACK = "back"
    REPEAT = "repeat"
    LOUDER = "louder"
    QUIETER = "quieter"
    SPEECH = "speech"
    TEXT = "text"
    CONTRAST = "contrast"
    LOWER = "lower"
    LANGUAGE = "language"
    HEADSET_IN = "headset_in"
    HEADSET_OUT = "headset_out"


PLUGS = frozenset({KeyAction.HEADSET_IN, KeyAction.HEADSET_OUT})
"""What some keypads send when a plug goes in or out: no key that anybody pressed, and mapped to none unless told."""
USUAL: Mapping[KeyAction, tuple[str, ...]] = {
    KeyAction.NEXT: ("Tab", "Down", "Right"),
    KeyAction.PREVIOUS: ("Backtab", "Up", "Left"),
    KeyAction.PRESS: ("Return", "Enter", "Space"),
    KeyAction.HOME: ("Home",),
    KeyAction.BACK: ("Backspace", "Escape"),
    KeyAction.REPEAT: ("F1", "Help"),
    KeyAction.LOUDER: ("VolumeUp", "Plus"),
    KeyAction.QUIETER: ("VolumeDown", "Minus"),
    KeyAction.SPEECH: ("F2",),
    KeyAction.TEXT: ("F3",),
    KeyAction.CONTRAST: ("F4",),
    KeyAction.LOWER: ("F5",),
    KeyAction.LANGUAGE: ("F6",),
}
DIGITS: Mapping[int, int] = {Qt.Key.Key_0.value + number: number for number in range(1, 10)}
_NO_KEYS = frozenset(
    key.value
    for key in (
        Qt.Key.Key_0,
        Qt.Key.Key_unknown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
    )
) | frozenset(DIGITS)
"""What no action can have: digits answer, and modifiers are part of other keys."""


def key_map(written: str = "") -> dict[int, KeyAction]:
    """Key code to action, with `written` in place of the usual keys; raises `BadInput` naming every fault."""
    chosen: dict[KeyAction, tuple[str, ...]] = dict(USUAL)
    faults = []
    written_actions: set[str] = set()
    for part in written.split():
        name, _, keys = part.partition("=")
        if name not in list(KeyAction) or not keys:
            faults.append(f"keypad: '{part}' is not understood; write ACTION=KEY,KEY with {', '.join(KeyAction)}")
        elif name in written_actions:
            faults.append(f"keypad: {name} is there twice; write all its keys after one {name}=")
        else:
            written_actions.add(name)
            chosen[KeyAction(name)] = tuple(keys.split(","))
    codes: dict[int, KeyAction] = {}
    for action, names in chosen.items():
        for name in names:
            code = _code(name)
            if code is None:
                faults.append(f"keypad: there is no key '{name}' for {action}")
            elif code in _NO_KEYS:
                faults.append(f"keypad: the key '{name}' cannot be {action}: digits answer, modifiers press nothing")
            elif code in codes:
                faults.append(f"keypad: the key '{name}' is both {codes[code]} and {action}")
            else:
                codes[code] = action
    if faults:
        raise BadInput(faults)
    return codes


def _code(name: str) -> int | None:
    key = Qt.Key.__members__.get(f"Key_{name}")
    return key.value if key is not None else None
