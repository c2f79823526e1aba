"""The way of the focus: by Tab to every target and round again, and the ring seen at each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.inspecting.sight import targets

Key = tuple[str, tuple[int, int]]
"""A name may be there twice: the place tells which one it is."""


def faults_of_focus(window: QQuickWindow) -> list[str]:
    """Targets that Tab does not reach, and places where it stays for ever. Presses Tab: the warning would go away."""
    wanted = {_key(target.interface) for target in targets(window) if not target.interface.state().disabled}
    reached: list[Key] = []
    faults: list[str] = []
    for _ in range(2 * len(wanted) + 2):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        item = window.activeFocusItem()
        interface = QAccessible.queryAccessibleInterface(item)
        reached.append(_key(interface))
        if len(wanted) > 1 and reached[-2:-1] == reached[-1:]:
            return [f"the focus is trapped on '{reached[-1][0]}'"]
        if not item.property("visualFocus"):
            faults.append(f"no ring is shown at '{reached[-1][0]}'")
    faults += [f"'{name}' is not reached by Tab" for name, _ in sorted(wanted - set(reached))]
    faults += [f"Tab reaches '{name}', which is no target" for name, _ in sorted(set(reached) - wanted)]
    if not faults and reached[: len(wanted)] != reached[len(wanted) : 2 * len(wanted)]:
        faults.append("the focus does not come round")
    return faults


def _key(interface: QAccessibleInterface) -> Key:
    rect = interface.rect()
    return interface.text(QAccessible.Text.Name), (rect.x(), rect.y())
