"""Words: none cut, none spilling over, none off the screen, none on other words, on a drawing or across a button."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from tests.qml.inspecting.sight import Sight, above, place, words_of

_EDGE = 1.0
"""Pixels by which a label may touch what is beside it: places are rounded."""


def faults_of_words(sight: Sight) -> list[str]:
    faults = []
    shown: list[tuple[str, QRectF]] = []
    for item in sight.labels:
        if item.objectName() == "typed":
            continue  # a field shows the end of what is too long for it, as every field does
        where = place(item)
        faults += _faults_of_room(item, where, QRectF(sight.screen))
        shown.append((f"'{words_of(item)}'", where.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)))
    drawn = [(f"the drawing {item.property('source').path()}", place(item)) for item in sight.drawings]
    for (one, first), (other, second) in [*combinations(shown, 2), *((a, b) for a in shown for b in drawn)]:
        if first.intersects(second):
            faults.append(f"{one} lies on {other}")
    for what, where in shown:
        for target in sight.targets:
            rect = QRectF(target.rect)
            if rect.intersects(where) and not rect.contains(where):
                faults.append(f"{what} lies across the edge of '{target.name}'")
    return faults


def _faults_of_room(item: QQuickItem, where: QRectF, screen: QRectF) -> list[str]:
    """What is written against the room that it has: its own, that of what clips it, and the screen."""
    what = f"'{words_of(item)}'"
    faults = []
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    if item.property("truncated") or width > item.width() + 1.5 or height > item.height() + 1.5:
        faults.append(f"{what} is cut: {width:.0f}x{height:.0f} in {item.width():.0f}x{item.height():.0f}")
    if not screen.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).contains(where):
        faults.append(f"{what} leaves the screen: {where.x():.0f},{where.y():.0f}")
    inner = where.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if any(each.clip() and not place(each).contains(inner) for each in above(item)):
        faults.append(f"{what} is clipped by what it lies in")
    return faults
