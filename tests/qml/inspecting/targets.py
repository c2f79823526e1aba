"""Targets: large enough, far enough apart, on the screen, within reach, with a name and something to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from tests.qml.inspecting.sight import Sight, Target, place

PRESSING = {"Press", "Toggle"}
LEAST = 20.0
LEAST_FACE = 30.0
LEAST_GAP = 3.0


def faults_of_targets(sight: Sight, pixels_per_millimetre: float, low_zone: float | None = None) -> list[str]:
    """Sizes and gaps in millimetres on the panel; `low_zone` is the height in pixels within which all must lie."""
    found = sight.targets
    return [
        *_faults_of_names(found),
        *_faults_of_roles(sight),
        *_faults_of_sizes(found, pixels_per_millimetre),
        *_faults_of_places(found, sight.screen, low_zone),
        *_faults_of_gaps(found, pixels_per_millimetre),
        *_faults_of_faces(sight, pixels_per_millimetre),
    ]


def _faults_of_names(found: Sequence[Target]) -> list[str]:
    faults = []
    for target in found:
        if not target.name.strip():
            faults.append(f"a target without a name at {_written(target.rect)}")
        if not PRESSING & {*target.actions}:
            faults.append(f"'{target.name}' has no action for a screen reader")
    return faults


def _faults_of_roles(sight: Sight) -> list[str]:
    """What takes a finger and is not told to a screen reader as something to press."""
    faults = []
    told = {target.item for target in sight.targets}
    for item in sight.items:  # parents come first
        if item in told or item.parentItem() in told or _is_alert(item):
            told.add(item)
        elif _is_pressable(item):
            faults.append(f"what can be pressed at {_written(place(item).toRect())} is no target for a screen reader")
    return faults


def _is_pressable(item: QQuickItem) -> bool:
    if not item.isEnabled() or item.inherits("QQuickText"):  # a text takes the finger for its links: ours has none
        return False
    has_handler = any(child.inherits("QQuickSinglePointHandler") for child in item.children())
    return has_handler or item.acceptedMouseButtons() != Qt.MouseButton.NoButton


def _is_alert(item: QQuickItem) -> bool:
    """A warning that any touch takes away has a button for those who look for one."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    return interface is not None and interface.role() == QAccessible.Role.AlertMessage


def _faults_of_sizes(found: Sequence[Target], pixels_per_millimetre: float) -> list[str]:
    return [
        f"'{target.name}' is too small: {_written(target.rect)}"
        for target in found
        if min(target.rect.width(), target.rect.height()) < LEAST * pixels_per_millimetre - 1
    ]


def _faults_of_places(found: Sequence[Target], screen: QRect, low_zone: float | None) -> list[str]:
    faults = []
    for target in found:
        if not screen.contains(target.rect):
            faults.append(f"'{target.name}' is not wholly on the screen: {_written(target.rect)}")
        if low_zone is not None and target.rect.top() < screen.height() - low_zone - 1:
            faults.append(f"'{target.name}' is out of reach: {_written(target.rect)}")
    return faults


def _faults_of_gaps(found: Sequence[Target], pixels_per_millimetre: float) -> list[str]:
    gap = round(LEAST_GAP * pixels_per_millimetre) - 1
    return [
        f"'{one.name}' and '{other.name}' are too close: {_written(one.rect)} {_written(other.rect)}"
        for one, other in combinations(found, 2)
        if one.rect.adjusted(-gap, -gap, gap, gap).intersects(other.rect)
    ]


def _faults_of_faces(sight: Sight, pixels_per_millimetre: float) -> list[str]:
    return [
        f"{item.objectName()}: the face is too small"
        for item in sight.items
        if item.property("step") is not None
        and item.property("faceExtent") is not None
        and float(item.property("faceExtent")) < LEAST_FACE * pixels_per_millimetre - 1
    ]


def _written(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()} at {rect.x()},{rect.y()}"
