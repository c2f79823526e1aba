"""Contrast as it is drawn: measured on the pixels of the picture, not on the colours of the theme."""

from __future__ import annotations

from collections import Counter
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.terminal.palette import contrast
from tests.qml.inspecting.sight import drawings, is_off, labels, place

TEXT = 4.5
DRAWING = 3.0
HIGH = 7.0
"""Everything in the high-contrast theme."""
_OF_THE_DRAWING = 0.01
"""Share of a picture's pixels that a colour must have to count: fewer are the blur of an edge."""


def faults_of_contrast(window: QQuickWindow, *, is_high: bool) -> list[str]:
    """Text and drawings whose strongest ink stands too little out from what is behind it."""
    picture = window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    faults = []
    for item in labels(window):
        # What cannot be pressed now need not stand out (WCAG 2.2, 1.4.3); ours still reaches the ratio of a drawing.
        least = DRAWING if is_off(item) else HIGH if is_high else TEXT
        ratio = _ratio(picture, place(item).toRect())
        if ratio < least:
            faults.append(f"'{str(item.property('text'))[:40]}' has a contrast of {ratio:.2f}, not {least}")
    for item in drawings(window):
        least = HIGH if is_high and not is_off(item) else DRAWING
        ratio = _ratio(picture, place(item).toRect())
        if ratio < least:
            faults.append(f"the drawing {item.property('source').path()} has a contrast of {ratio:.2f}, not {least}")
    return faults


def _ratio(picture: QImage, rect: QRect) -> float:
    part = picture.copy(rect.intersected(picture.rect()))
    if part.isNull():
        return 21.0
    # Row by row: a line of a QImage is padded to four bytes, which these pixels are anyway.
    counted = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    (ground, _), *others = counted.most_common()
    enough = max(2, _OF_THE_DRAWING * len(others))
    return max((_between(ground, ink) for ink, number in others if number >= enough), default=21.0)


@cache
def _between(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
