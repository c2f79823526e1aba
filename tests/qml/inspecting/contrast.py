"""Contrast as it is drawn: measured on the pixels of the picture, not on the colours of the theme."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from tests.qml.inspecting.ink import Ink, Pictures
from tests.qml.inspecting.sight import Sight, place, words_of

TEXT = 4.5
DRAWING = 3.0
HIGH = 7.0
"""Everything in the high-contrast theme."""
_UNKNOWN = 1.15
"""In sizes of the letters: where a line has no tall letters, or a row ends before the edge."""
_PIXELS = 2.0
_JOINED = "\u0590"
"""From here on come letters that join or change their shape, and whose ink is not known beforehand."""


def faults_of_contrast(sight: Sight, *, is_high: bool) -> list[str]:
    """Text and drawings whose strongest ink stands too little out from what is behind it, or that something covers."""
    pictures = Pictures(sight, [*sight.labels, *sight.drawings])
    faults = []
    for item in sight.labels:
        # What cannot be pressed now need not stand out (WCAG 2.2, 1.4.3); ours still reaches the ratio of a drawing.
        least = DRAWING if not item.isEnabled() else HIGH if is_high else TEXT
        ink = pictures.ink(place(item).toAlignedRect())
        faults += _faults_of_ink(f"'{words_of(item)}'", ink, least)
        if ink is not None and item.objectName() != "typed" and _is_covered(item, ink):
            faults.append(f"'{words_of(item)}' is partly covered: {ink.extent.width()}x{ink.extent.height()} is seen")
    for item in sight.drawings:
        least = HIGH if is_high and item.isEnabled() else DRAWING
        ink = pictures.ink(place(item).toAlignedRect())
        faults += _faults_of_ink(f"the drawing {item.property('source').path()}", ink, least)
    return faults


def _faults_of_ink(what: str, ink: Ink | None, least: float) -> list[str]:
    if ink is None:
        return [f"{what} is there but not seen"]
    return [f"{what} has a contrast of {ink.ratio:.2f}, not {least}"] if ink.ratio < least else []


def _is_covered(item: QQuickItem, ink: Ink) -> bool:
    """Whether less is seen than is written. Of one line of letters it is known to the pixel where its ink is."""
    font, text = item.property("font"), str(item.property("text"))
    if not any(letter.isalnum() for letter in text):
        return False
    if item.property("lineCount") == 1 and max(text) < _JOINED:
        whole = QFontMetricsF(font).tightBoundingRect(text)
        least_width, least_height = whole.width() * 0.97 - _PIXELS, whole.height() * 0.9 - _PIXELS
    else:
        least_width = float(item.property("contentWidth")) - _UNKNOWN * font.pixelSize()
        least_height = float(item.property("contentHeight")) - _UNKNOWN * font.pixelSize()
    return ink.extent.width() < least_width or ink.extent.height() < least_height
