"""`kiosk run --kiosk` as a process that is led by lines on stdin: touched by a visitor's finger, and broken on purpose.

Each line is a JSON object and is answered by one on stdout: `{"touch": NAME}`, `{"look": true}`, `{"break": WAY}`. It
says `{"ready": ...}` by itself, once home is on the screen.

    python -m tests.e2e.puppet --data DIR --pack DIR
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QPointF, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlContext, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.__main__ import main
from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.response import Response
from kiosk.terminal.application import make_application
from kiosk.terminal.scenes import find, items, settle_layout, use_offscreen_screen
from kiosk.terminal.typography import SOFT_HYPHEN

WORDS = "osoba-98-tak"
"""Stands for an answer in the words of an exception; nowhere may it be written."""
_STDIN = 0


class _Broken(QObject):
    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:  # noqa: N802  # Qt's name
        raise RuntimeError  # without words: PySide itself writes what an override of Qt's raises


def raise_bug() -> None:
    raise RuntimeError(WORDS)


def in_a_slot() -> None:
    QTimer.singleShot(0, raise_bug)


def at_every_tick() -> None:
    timer = QTimer(QGuiApplication.instance())
    timer.timeout.connect(raise_bug)
    timer.start(20)


def in_a_filter() -> None:
    filter_ = _Broken(QGuiApplication.instance())
    window().installEventFilter(filter_)


def too_deep() -> None:
    def deeper() -> None:
        deeper()

    QTimer.singleShot(0, deeper)


def out_of_memory() -> None:
    with Path("/proc/self/statm").open() as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 2**25, resource.RLIM_INFINITY))
    QTimer.singleShot(0, lambda: bytearray(2**30))


def in_a_thread() -> None:
    threading.Thread(target=raise_bug, name="extra").start()


def in_the_store() -> None:
    kept = OpeningKeeper.keep

    def broken(_keeper: OpeningKeeper, _response: Response) -> None:
        OpeningKeeper.keep = kept  # type: ignore[method-assign]
        raise RuntimeError(WORDS)

    OpeningKeeper.keep = broken  # type: ignore[method-assign, assignment]


def in_a_page() -> None:
    context = QQmlEngine.contextForObject(window())
    assert isinstance(context, QQmlContext)
    component = QQmlComponent(context.engine())
    component.setData(b"import QtQml; QtObject { function fall() { nothing.there() } }", "")
    broken = component.create()
    QMetaObject.invokeMethod(broken, "fall")


def full_disk() -> None:
    """From now on no file grows, until a minute after the visit that meets it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    QTimer.singleShot(3000, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2))


WAYS: dict[str, Callable[[], object]] = {
    "slot": in_a_slot,
    "tick": at_every_tick,
    "filter": in_a_filter,
    "deep": too_deep,
    "memory": out_of_memory,
    "thread": in_a_thread,
    "store": in_the_store,
    "page": in_a_page,
    "disk": full_disk,
    "pointer": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(3),
}


def window() -> QQuickWindow:
    (only,) = [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow)]
    return only


def words() -> list[str]:
    """Every text in sight, and the colour behind them: what a visitor could find of another."""
    seen = [str(item.property("text")) for item in items(window()) if item.isVisible() and item.property("text")]
    return [*(text.replace(SOFT_HYPHEN, "") for text in seen), window().color().name()]


def look() -> dict[str, object]:
    names = [item.objectName() for item in items(window()) if item.isVisible() and item.objectName()]
    return {"names": names, "words": words(), "visible": window().isVisible(), "state": window().windowState().name}


class Strings(QObject):
    """Reads the lines and does what they say, between two turns of the terminal's own event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._device = QTest.createTouchDevice()
        self._notifier = QSocketNotifier(_STDIN, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._waiting = QTimer(self)
        self._waiting.timeout.connect(self._look_for_home)
        self._waiting.start(10)

    def _look_for_home(self) -> None:
        windows = [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow)]
        if windows and any(item.objectName() == "face-1" and item.isVisible() for item in items(windows[0])):
            self._waiting.stop()
            settle_layout(windows[0])
            tell({"ready": look()})

    def _read(self) -> None:
        for line in os.read(_STDIN, 65536).decode().splitlines():
            order = json.loads(line)
            if "touch" in order:
                self._touch(find(window(), order["touch"]))
            elif "break" in order:
                WAYS[order["break"]]()
            tell(look())

    def _touch(self, item: QQuickItem) -> None:
        settle_layout(window())
        point: QPoint = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.touchEvent(window(), self._device).press(0, point, window()).commit()
        QTest.touchEvent(window(), self._device).release(0, point, window()).commit()
        settle_layout(window())


def tell(fact: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(fact) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    use_offscreen_screen(1080, 1920)
    make_application()
    strings = Strings()
    sys.exit(main(["run", "--kiosk", "--size", "1080x1920", *sys.argv[1:]]))
