"""What is in sight: labels with their places, targets as a screen reader is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.scenes import items

ROLES = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pressed."""

    name: str
    rect: QRect
    interface: QAccessibleInterface

    @property
    def actions(self) -> list[str]:
        actions: QAccessibleActionInterface | None = self.interface.actionInterface()
        return list(actions.actionNames()) if actions is not None else []


def accessibles(window: QQuickWindow) -> Iterator[QAccessibleInterface]:
    root = QAccessible.queryAccessibleInterface(window)
    waiting = [root]
    while waiting:
        interface = waiting.pop()
        yield interface
        waiting.extend(interface.child(number) for number in range(interface.childCount() - 1, -1, -1))


def targets(window: QQuickWindow) -> list[Target]:
    """Everything that can be pressed now, in the order in which a screen reader meets it."""
    found = []
    for interface in accessibles(window):
        state = interface.state()
        is_veiled = state.disabled and window.property("isVeiled")
        if interface.role() in ROLES and not state.invisible and not is_veiled:
            found.append(Target(interface.text(QAccessible.Text.Name), interface.rect(), interface))
    return found


def labels(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every label with words that is in sight, those under the warning's veil left out."""
    for item in items(window):
        if item.inherits("QQuickText") and item.property("text") and item.isVisible() and not _is_veiled(item, window):
            yield item


def drawings(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every drawing in sight."""
    for item in items(window):
        source = item.property("source")
        is_drawing = source is not None and str(source.toString()).startswith("image://drawing/")
        if item.inherits("QQuickImage") and is_drawing and item.isVisible() and not _is_veiled(item, window):
            yield item


def place(item: QQuickItem) -> QRectF:
    """Where an item is in the window."""
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def is_off(item: QQuickItem) -> bool:
    """Whether it belongs to something that cannot be pressed now."""
    return not item.isEnabled()


def _is_veiled(item: QQuickItem, window: QQuickWindow) -> bool:
    """Whether the item is under the warning's veil: everything is disabled there."""
    return bool(window.property("isVeiled")) and not item.isEnabled()
