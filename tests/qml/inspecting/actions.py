"""Actions that screen readers are offered: each does something that is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtQuick import QQuickWindow

from kiosk.terminal.scenes import settle_layout
from tests.qml.inspecting.sight import Sight, picture

PRESS = "Press"


def faults_of_actions(window: QQuickWindow, open_page: Callable[[], object]) -> list[str]:
    """Presses every target as a screen reader does, each on the page opened afresh by `open_page`."""
    faults = []
    open_page()
    settle_layout(window)
    for number in range(len(Sight(window).targets)):
        open_page()
        settle_layout(window)
        target = Sight(window).targets[number]
        if target.is_off:
            continue
        before = picture(window)
        target.interface.actionInterface().doAction(PRESS)
        settle_layout(window)
        if picture(window) == before:
            faults.append(f"'{target.name}' says that it was pressed and does nothing")
    return faults
