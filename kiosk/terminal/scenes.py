"""Finding and pressing things on the visitor's screen from a program: for screenshots and tests."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

_PATIENCE = 5.0
"""Seconds of real time given to the store worker and the renderer."""
_HEARTBEAT = 20
"""Milliseconds after which is looked again, if nothing happens meanwhile."""
_FRAMES = 3
"""Heights of text decide pages, pages decide what is visible, and that decides heights once more."""


def use_offscreen_screen(width: int = 3840, height: int = 3840) -> None:
    """Draw into memory, on a pretended screen of this size. Call it before there is an application.

    Without it the offscreen platform pretends 800x800 pixels, and windows are cut to that.
    """
    screen = {"name": "memory", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    folder = Path(tempfile.mkdtemp(prefix="okienko-"))
    configuration = folder / "screen.json"
    configuration.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={configuration}"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item in the window, parents first, repeaters' delegates included."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.childItems()))


def items_in_sight(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is shown, in the order of `items`; one that is hidden hides what is in it."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(reversed(item.childItems()))


def find(window: QQuickWindow, name: str) -> QQuickItem:
    """The visible item with this objectName; raises `LookupError` if there is none."""
    if found := find_all(window, name):
        return found[0]
    raise LookupError(f"there is no visible item named '{name}'")


def find_all(window: QQuickWindow, name: str) -> list[QQuickItem]:
    """Every visible item with this objectName."""
    return [item for item in items_in_sight(window) if item.objectName() == name]


def wait_until(holds: Callable[[], bool]) -> None:
    """Run the event loop until `holds`; raises `TimeoutError` after some seconds."""
    heartbeat = QTimer(interval=_HEARTBEAT)
    heartbeat.start()
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the screen did not come to rest")
        # Not a loop of its own: that would also delete what is to be deleted later, in the middle of a test's step.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def settle_layout(window: QQuickWindow) -> None:
    """Let bindings, layouts and pages of text come to rest: they do so when frames are drawn."""
    drawn: list[bool] = []
    connection = window.frameSwapped.connect(lambda: drawn.append(True))
    for frame in range(_FRAMES):
        window.update()
        wait_until(lambda frame=frame: len(drawn) > frame)  # type: ignore[misc]
    QObject.disconnect(connection)
