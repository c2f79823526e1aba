"""The way of the focus: by Tab to every target in the order in which one reads, round again, and seen at each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.inspecting.ink import as_image, between, pixels
from tests.qml.inspecting.sight import Sight, Target, picture

RING = 3.0
"""Millimetres that the ring is thick at least, outside what it is around."""
LEAST = 3.0
"""Contrast of the ring with what is there without it (WCAG 2.2, 2.4.13)."""
_ALONG = (0.15, 0.5, 0.85)
"""Where on each side the ring is measured; its corners are round."""
Key = tuple[str, int, int]
"""A name may be there twice: the place tells which one it is."""


def faults_of_focus(sight: Sight, pixels_per_millimetre: float) -> list[str]:
    """Presses Tab, which takes a warning away. Rings are measured on one picture with all of them at once."""
    wanted = _wanted(sight)
    # From where every visitor begins; also, a ring that is there already would not change the picture.
    _take_focus_away(sight.window)
    faults = _faults_of_rings([*wanted.values()], sight, int(RING * pixels_per_millimetre))
    reached: list[Key] = []
    for _ in range(len(wanted) + 1):
        QTest.keyClick(sight.window, Qt.Key.Key_Tab)
        item = sight.window.activeFocusItem()
        interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
        if interface is None:
            return [*faults, "Tab leads to nothing"]
        reached.append(_key(interface))
        if len(wanted) > 1 and reached[-2:-1] == reached[-1:]:
            return [f"the focus is trapped on '{reached[-1][0]}'"]
        ring = _ring(item)
        if ring is None or not ring.isVisible():
            faults.append(f"no ring is shown at '{reached[-1][0]}'")
    strange = set(reached) - set(wanted)
    faults += [f"'{name}' is not reached by Tab" for name, *_ in sorted(set(wanted) - set(reached))]
    faults += [f"Tab reaches '{name}', which is no target" for name, *_ in sorted(strange)]
    _take_focus_away(sight.window)
    if faults:
        return faults
    if reached[0] != reached[-1]:
        return ["the focus does not come round"]
    return _faults_of_order([wanted[key] for key in reached[:-1]])


def places_of_targets(sight: Sight) -> frozenset[Key]:
    """What the focus goes round: where it is the same as before, so is the way."""
    return frozenset(_wanted(sight))


def _wanted(sight: Sight) -> dict[Key, Target]:
    return {_key(target.interface): target for target in sight.targets if not target.is_off}


def _faults_of_rings(targets: Sequence[Target], sight: Sight, thickness: int) -> list[str]:
    """Every ring shown at once: there is a gap between targets, so that each is seen as if it were alone."""
    rings = [ring for ring in (_ring(target.item) for target in targets) if ring is not None and not ring.isVisible()]
    for ring in rings:
        ring.setVisible(True)
    with_rings = picture(sight.window)
    for ring in rings:
        ring.setVisible(False)
    faults = []
    for target in targets:
        around = target.rect.adjusted(-thickness, -thickness, thickness, thickness)
        if not sight.screen.contains(around):
            faults.append(f"the ring of '{target.name}' leaves the screen")
            continue
        pieces = (pixels(image, around) for image in (sight.picture, with_rings))
        faults += [
            f"the ring of '{target.name}' {fault}" for fault in _faults_of_ring(*pieces, around.width(), thickness)
        ]
    return faults


@lru_cache(maxsize=100)
def _faults_of_ring(without: bytes, with_ring: bytes, width: int, thickness: int) -> list[str]:
    """What is wrong with one ring, on the pictures of its target and what is around it."""
    one, other = as_image(without, width), as_image(with_ring, width)
    faults = []
    for side, lines in _sides(one.rect().adjusted(thickness, thickness, -thickness, -thickness), thickness).items():
        if not all(one.pixel(point) != other.pixel(point) for line in lines for point in line):
            faults.append(f"is not seen whole at its {side}")
        elif (ratio := min(max(between(one, other, point) for point in line) for line in lines)) < LEAST:
            faults.append(f"has a contrast of {ratio:.2f} at its {side}, not {LEAST}")
    return faults


def _sides(rect: QRect, thickness: int) -> dict[str, list[list[QPoint]]]:
    """Lines of pixels that go out from each side of a target, as long as its ring is thick."""
    across = [rect.left() + round(share * rect.width()) for share in _ALONG]
    down = [rect.top() + round(share * rect.height()) for share in _ALONG]
    out = range(2, thickness + 1)  # sizes are not always whole pixels: the first may belong to the target
    return {
        "top": [[QPoint(x, rect.top() - step) for step in out] for x in across],
        "bottom": [[QPoint(x, rect.bottom() + step) for step in out] for x in across],
        "left": [[QPoint(rect.left() - step, y) for step in out] for y in down],
        "right": [[QPoint(rect.right() + step, y) for step in out] for y in down],
    }


def _faults_of_order(targets: Sequence[Target]) -> list[str]:
    """The round of the focus may go back to the beginning once."""
    backwards = [
        (one, other)
        for one, other in zip(targets, [*targets[1:], *targets[:1]], strict=True)
        if _is_before(other.rect, one.rect)
    ]
    if len(backwards) <= 1:
        return []
    return [f"the focus goes back from '{one.name}' to '{other.name}'" for one, other in backwards]


def _is_before(one: QRect, other: QRect) -> bool:
    """Whether one reads `one` first: it is higher, or in the same row nearer to the start."""
    common = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if common < min(one.height(), other.height()) / 2:
        return one.top() < other.top()
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return (one.center().x() > other.center().x()) if is_mirrored else (one.center().x() < other.center().x())


def _take_focus_away(window: QQuickWindow) -> None:
    item: QQuickItem | None = window.activeFocusItem()
    if item is not None:
        item.setFocus(False, Qt.FocusReason.OtherFocusReason)


def _ring(item: QQuickItem) -> QQuickItem | None:
    return next((child for child in item.childItems() if child.objectName() == "focusRing"), None)


def _key(interface: QAccessibleInterface) -> Key:
    rect = interface.rect()
    return interface.text(QAccessible.Text.Name), rect.x(), rect.y()
