"""What is in sight at one moment, looked up once: items, labels, drawings, and targets as a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.scenes import items_in_sight

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
    is_off: bool

    @property
    def actions(self) -> list[str]:
        actions: QAccessibleActionInterface | None = self.interface.actionInterface()
        return list(actions.actionNames()) if actions is not None else []

    @property
    def item(self) -> QQuickItem:
        item = self.interface.object()
        assert isinstance(item, QQuickItem)
        return item


class Sight:
    """One look at a window. What lies under the warning's veil is left out: everything is disabled there."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self.screen = QRect(0, 0, window.width(), window.height())
        self.is_veiled = bool(window.property("isVeiled"))
        self.is_asleep = bool(window.property("isAsleep"))
        self._shown = list(items_in_sight(window))
        self.items = [item for item in self._shown if item.isEnabled() or not self.is_veiled]

    @cached_property
    def picture(self) -> QImage:
        """What the window shows."""
        return picture(self.window)

    @cached_property
    def labels(self) -> list[QQuickItem]:
        """Every label with words."""
        return [item for item in self.items if item.inherits("QQuickText") and str(item.property("text")).strip()]

    @cached_property
    def drawings(self) -> list[QQuickItem]:
        """Every drawing of the program's own."""
        return [item for item in self.items if item.inherits("QQuickImage") and _is_drawn(item)]

    @cached_property
    def targets(self) -> list[Target]:
        """Everything that can be pressed now, in the order in which a screen reader meets it."""
        found = []
        origin = self.window.position()  # screen readers are told places on the desktop
        for interface in _accessibles(self.window, self._shown):
            if interface.role() not in ROLES:
                continue
            is_off = bool(interface.state().disabled)
            if not (is_off and self.is_veiled):
                found.append(
                    Target(
                        interface.text(QAccessible.Text.Name), interface.rect().translated(-origin), interface, is_off
                    )
                )
        return found


def picture(window: QQuickWindow) -> QImage:
    """What a window shows now."""
    return window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)


def place(item: QQuickItem) -> QRectF:
    """Where an item is in the window, in pixels."""
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height()))).normalized()


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items that an item lies in, the nearest first."""
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def words_of(item: QQuickItem) -> str:
    """The beginning of what is written there, to tell which one it is."""
    return str(item.property("text"))[:40]


def _accessibles(window: QQuickWindow, shown: Iterable[QQuickItem]) -> Iterator[QAccessibleInterface]:
    """What a screen reader meets; what is hidden hides what is in it."""
    waiting = _children_of(window, shown)[::-1]
    while waiting:
        interface = waiting.pop()
        if not interface.state().invisible:
            yield interface
            waiting.extend(interface.child(number) for number in range(interface.childCount() - 1, -1, -1))


def _children_of(window: QQuickWindow, shown: Iterable[QQuickItem]) -> list[QAccessibleInterface]:
    """Those of the window's children that are shown, in its order.

    Not asked for one by one: it has hundreds of hidden ones, and looks for all of them anew each time.
    """
    root = QAccessible.queryAccessibleInterface(window)
    found: dict[int, QAccessibleInterface] = {}
    for item in shown:
        interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
        if interface is not None:
            found[root.indexOfChild(interface)] = interface
    found.pop(-1, None)  # it lies in another one
    return [found[number] for number in sorted(found)]


def _is_drawn(item: QQuickItem) -> bool:
    source = item.property("source")
    return source is not None and str(source.toString()).startswith("image://drawing/")
