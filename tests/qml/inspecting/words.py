"""Words: none cut, none spilling over, none off the screen, none on other words."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickWindow

from tests.qml.inspecting.sight import labels, place


def faults_of_words(window: QQuickWindow) -> list[str]:
    faults = []
    shown: list[tuple[str, QRectF]] = []
    screen = QRectF(0, 0, window.width(), window.height())
    for item in labels(window):
        if item.objectName() == "typed":
            continue  # a field shows the end of what is too long for it, as every field does
        words = str(item.property("text"))[:40]
        width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
        if item.property("truncated") or width > item.width() + 1.5 or height > item.height() + 1.5:
            faults.append(f"'{words}' is cut: {width:.0f}x{height:.0f} in {item.width():.0f}x{item.height():.0f}")
        where = place(item)
        if not screen.adjusted(-1, -1, 1, 1).contains(where):
            faults.append(f"'{words}' leaves the screen: {where.x():.0f},{where.y():.0f}")
        shown.append((words, where.adjusted(1, 1, -1, -1)))
    for (one, first), (other, second) in combinations(shown, 2):
        if first.intersects(second):
            faults.append(f"'{one}' lies on '{other}'")
    return faults
