"""The way of the focus: by Tab to every target in the order in which one reads, round again, and seen at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.qml.inspecting.ink import Pixels, between, pixels
from tests.qml.inspecting.sight import Sight, Target, picture

RING = 3.0
"""Millimetres that the ring is thick at least, outside what it is around."""
LEAST = 3.0
"""Contrast of the ring with what is there without it (WCAG 2.2, 2.4.13)."""
_ALONG = (0.15, 0.5, 0.85)
"""Where on each side the ring is measured; its corners are round."""
RIGHT_TO_LEFT = "\u0590"
"""The first letter that is written so."""
Place = tuple[str, int, int]
"""What is where."""
Line = tuple[slice, int] | tuple[int, slice]
"""Which pixels of which column or row."""


def faults_of_focus(sight: Sight, pixels_per_millimetre: float) -> list[str]:
    """Presses Tab, which takes a warning away. Rings are measured on one picture with all of them at once."""
    wanted = {target.item: target for target in sight.targets if not target.is_off}
    # From where every visitor begins; also, a ring that is there already would not change the picture.
    _take_focus_away(sight.window)
    faults = _faults_of_rings([*wanted.values()], sight, int(RING * pixels_per_millimetre))
    reached: list[QQuickItem] = []
    for _ in range(len(wanted) + 1):
        _press_tab(sight.window)
        item: QQuickItem | None = sight.window.activeFocusItem()
        if item is None:
            return [*faults, "Tab leads to nothing"]
        if len(wanted) > 1 and reached[-1:] == [item]:
            return [*faults, f"the focus is trapped on '{_name(item)}'"]
        reached.append(item)
        ring = _ring(item)
        if ring is None or not ring.isVisible():
            faults.append(f"no ring is shown at '{_name(item)}'")
    _take_focus_away(sight.window)
    faults += [f"'{target.name}' is not reached by Tab" for item, target in wanted.items() if item not in reached]
    faults += [f"Tab reaches '{_name(item)}', which is no target" for item in reached if item not in wanted]
    if not faults and reached[0] != reached[-1]:
        faults.append("the focus does not come round")
    return faults or _faults_of_order([wanted[item] for item in reached[:-1]])


def places_of_targets(sight: Sight) -> frozenset[Place]:
    """What the focus goes round: where it is the same as before, so is the way."""
    return frozenset((target.name, target.rect.x(), target.rect.y()) for target in sight.targets if not target.is_off)


def _faults_of_rings(targets: Sequence[Target], sight: Sight, thickness: int) -> list[str]:
    """Every ring shown at once: there is a gap between targets, so that each is seen as if it were alone."""
    rings = [ring for ring in (_ring(target.item) for target in targets) if ring is not None and not ring.isVisible()]
    for ring in rings:
        ring.setVisible(True)
    with_rings = picture(sight.window)
    for ring in rings:
        ring.setVisible(False)
    pictures = pixels(sight.picture), pixels(with_rings)
    faults = []
    for target in targets:
        if not sight.screen.contains(target.rect.adjusted(-thickness, -thickness, thickness, thickness)):
            faults.append(f"the ring of '{target.name}' leaves the screen")
            continue
        faults += [f"the ring of '{target.name}' {fault}" for fault in _faults_of_ring(*pictures, target, thickness)]
    return faults


def _faults_of_ring(without: Pixels, with_ring: Pixels, target: Target, thickness: int) -> Iterator[str]:
    """What is wrong with one ring, on the pictures of the screen."""
    for side, places in _sides(target.rect, thickness).items():
        lines = [list(zip(without[line].tolist(), with_ring[line].tolist(), strict=True)) for line in places]
        if not all(one != other for line in lines for one, other in line):
            yield f"is not seen whole at its {side}"
        elif (ratio := min(max(between(one, other) for one, other in line) for line in lines)) < LEAST:
            yield f"has a contrast of {ratio:.2f} at its {side}, not {LEAST}"


def _sides(rect: QRect, thickness: int) -> dict[str, list[Line]]:
    """Lines of pixels that go out from each side of a target, as long as its ring is thick."""
    across = [rect.left() + round(share * rect.width()) for share in _ALONG]
    down = [rect.top() + round(share * rect.height()) for share in _ALONG]
    # Sizes are not always whole pixels: the first beside the target may belong to it.
    return {
        "top": [(slice(rect.top() - thickness, rect.top() - 1), x) for x in across],
        "bottom": [(slice(rect.bottom() + 2, rect.bottom() + thickness + 1), x) for x in across],
        "left": [(y, slice(rect.left() - thickness, rect.left() - 1)) for y in down],
        "right": [(y, slice(rect.right() + 2, rect.right() + thickness + 1)) for y in down],
    }


def _faults_of_order(targets: Sequence[Target]) -> list[str]:
    """The round of the focus may go back to its beginning once, and once from a page's first column to the next."""
    moves = list(zip(targets, [*targets[1:], *targets[:1]], strict=True))
    backwards = [number for number, (before, after) in enumerate(moves) if _is_before(after, before)]
    if len(backwards) <= 1:
        return []
    if len(backwards) == 2:
        one, other = backwards
        if _is_next_column(targets, one, other) or _is_next_column(targets, other, one):
            return []
    return [f"the focus goes back from '{moves[number][0].name}' to '{moves[number][1].name}'" for number in backwards]


def _is_next_column(targets: Sequence[Target], end: int, switch: int) -> bool:
    """With one move back as the end of the round: whether the other leaves all before it to the side of the start."""
    before = [targets[(end + 1 + step) % len(targets)] for step in range((switch - end) % len(targets))]
    other = targets[(switch + 1) % len(targets)].rect
    if _is_mirrored():
        return all(each.rect.left() >= other.right() for each in before)
    return all(each.rect.right() <= other.left() for each in before)


def _is_before(one: Target, other: Target) -> bool:
    """Whether one reads `one` first: it is higher, or in the same row nearer to the start."""
    common = min(one.rect.bottom(), other.rect.bottom()) - max(one.rect.top(), other.rect.top())
    if common < min(one.rect.height(), other.rect.height()) / 2:
        return one.rect.top() < other.rect.top()
    is_further_right = one.rect.center().x() > other.rect.center().x()
    # The keys of a Latin keyboard go from left to right beside whatever words.
    is_mirrored = min(one.name[:1], other.name[:1]) >= RIGHT_TO_LEFT
    return is_further_right if is_mirrored and _is_mirrored() else not is_further_right


def _is_mirrored() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _press_tab(window: QQuickWindow) -> None:
    """Not as QTest does it, which draws a frame after each: the focus moves at once, and no picture is looked at."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t"))


def _take_focus_away(window: QQuickWindow) -> None:
    item: QQuickItem | None = window.activeFocusItem()
    if item is not None:
        item.setFocus(False, Qt.FocusReason.OtherFocusReason)


def _ring(item: QQuickItem) -> QQuickItem | None:
    return next((child for child in item.childItems() if child.objectName() == "focusRing"), None)


def _name(item: QQuickItem) -> str:
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    return interface.text(QAccessible.Text.Name) if interface is not None else item.objectName()
