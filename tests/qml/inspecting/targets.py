"""Targets: large enough, far enough apart, on the screen, within reach, with a name and something to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtQuick import QQuickWindow

from kiosk.terminal.scenes import items
from tests.qml.inspecting.sight import Target, targets

LEAST = 20.0
LEAST_FACE = 30.0
LEAST_GAP = 3.0


def faults_of_targets(window: QQuickWindow, pixels_per_millimetre: float, low_zone: float | None = None) -> list[str]:
    """Sizes and gaps in millimetres on the panel; `low_zone` is the height in pixels within which all must lie."""
    found = targets(window)
    return [
        *_faults_of_names(found),
        *_faults_of_sizes(found, pixels_per_millimetre),
        *_faults_of_places(found, window, low_zone),
        *_faults_of_gaps(found, pixels_per_millimetre),
        *_faults_of_faces(window, pixels_per_millimetre),
    ]


def _faults_of_names(found: Sequence[Target]) -> list[str]:
    faults = []
    for target in found:
        if not target.name.strip():
            faults.append(f"a target without a name at {_written(target.rect)}")
        if not target.actions:
            faults.append(f"'{target.name}' has no action for a screen reader")
    return faults


def _faults_of_sizes(found: Sequence[Target], pixels_per_millimetre: float) -> list[str]:
    return [
        f"'{target.name}' is too small: {_written(target.rect)}"
        for target in found
        if min(target.rect.width(), target.rect.height()) < LEAST * pixels_per_millimetre - 1
    ]


def _faults_of_places(found: Sequence[Target], window: QQuickWindow, low_zone: float | None) -> list[str]:
    faults = []
    # Accessibility tells places on the screen, and the window may stand a little off its corner.
    screen = QRect(window.position(), window.size())
    for target in found:
        if not screen.contains(target.rect):
            faults.append(f"'{target.name}' is not wholly on the screen: {_written(target.rect)}")
        if low_zone is not None and target.rect.top() < window.height() - low_zone - 1:
            faults.append(f"'{target.name}' is out of reach: {_written(target.rect)}")
    return faults


def _faults_of_gaps(found: Sequence[Target], pixels_per_millimetre: float) -> list[str]:
    gap = round(LEAST_GAP * pixels_per_millimetre) - 1
    return [
        f"'{one.name}' and '{other.name}' are too close: {_written(one.rect)} {_written(other.rect)}"
        for one, other in combinations(found, 2)
        if one.rect.adjusted(-gap, -gap, gap, gap).intersects(other.rect)
    ]


def _faults_of_faces(window: QQuickWindow, pixels_per_millimetre: float) -> list[str]:
    return [
        f"{item.objectName()}: the face is too small"
        for item in items(window)
        if item.property("step") is not None
        and item.property("faceExtent") is not None
        and item.isVisible()
        and float(item.property("faceExtent")) < LEAST_FACE * pixels_per_millimetre - 1
    ]


def _written(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()} at {rect.x()},{rect.y()}"
