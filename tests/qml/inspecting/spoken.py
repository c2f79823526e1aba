"""What is said against what is shown: nothing seen is kept from the ear, nothing is said that is not there."""

from __future__ import annotations

import re

from PySide6.QtQuick import QQuickItem

from kiosk.terminal.spoken import screen
from kiosk.terminal.typography import as_spoken
from tests.qml.inspecting.sight import Sight, above

_DIGIT = re.compile(r"^\d\. ")
"""Which key of the keypad answers so; the ear is told the number with the words "of 5"."""


def faults_of_speech(sight: Sight) -> list[str]:
    """Compared with the labels that are drawn and with the targets of the accessibility tree, found without the code
    that speaks. What is written on a target is part of its name (WCAG 2.2, 2.5.3), so it is said with it."""
    said = [each.words.casefold() for each in screen(sight.window)]
    shown = [_DIGIT.sub("", as_spoken(str(label.property("text")))) for label in sight.labels]
    names = [as_spoken(target.name) for target in sight.targets]
    faults = [f"'{words[:50]}' is shown but not said" for words in shown if not _is_in(words, said)]
    faults += [f"the target '{name[:50]}' is not said" for name in names if not _is_in(name, said)]
    known = [words.casefold() for words in (*shown, *names)]
    faults += [f"'{words[:50]}' is said but not shown" for words in said if not any(each in words for each in known)]
    once = [as_spoken(str(label.property("text"))) for label in _outside(sight)] + names
    for words in sorted({words for words in said if said.count(words) > 1}):
        if said.count(words) > max(1, sum(each.casefold() in words for each in once)):
            faults.append(f"'{words[:50]}' is said {said.count(words)} times")
    return faults


def _outside(sight: Sight) -> list[QQuickItem]:
    """Labels that lie on no target: what is written on one is said with it."""
    targets = {target.item for target in sight.targets}
    return [label for label in sight.labels if not any(each in targets for each in above(label))]


def _is_in(words: str, said: list[str]) -> bool:
    words = words.strip().casefold()
    return any(words in each for each in said)
