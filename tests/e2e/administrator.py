"""Plays an administrator at a keyboard on the real program, started as `kiosk run` starts it.

    python -m tests.e2e.administrator --data DIR --pin PIN

Opens the area, tells on stdout what it sees, and has the program start again; ends with the program's exit status.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.__main__ import main
from kiosk.terminal.application import make_application
from kiosk.terminal.scenes import find_all, use_offscreen_screen

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_LOOK_MILLISECONDS = 20
_UNHURRIED = 0.6
"""Seconds: the same key so soon after another page came would be a bouncing one, and do nothing."""


def steps(pin: str) -> Iterator[tuple[str, Callable[[QQuickWindow], object]]]:
    """What must be in sight, and what is then done."""
    yield "face-4", lambda window: QTest.keyClick(window, Qt.Key.Key_A, CHORD)
    asked = time.monotonic()
    yield "digit-1", lambda _window: tell("pin", asked)
    for digit in pin:
        key = Qt.Key(Qt.Key.Key_0.value + int(digit))
        yield "digit-1", lambda window, key=key: QTest.keyClick(window, key)  # type: ignore[misc]
    yield "enterPin", lambda window: QTest.keyClick(window, Qt.Key.Key_Return)
    entered = time.monotonic()
    yield "closePanel", lambda _window: tell("inside", entered)
    for name in ("tab-program", "restartProgram", "confirmEnd"):
        yield name, lambda window, name=name: press(window, name)  # type: ignore[misc]


def press(window: QQuickWindow, name: str) -> None:
    time.sleep(_UNHURRIED)
    find_all(window, name)[0].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Return)


def tell(seen: str, since: float) -> None:
    print(json.dumps({"seen": seen, "seconds": round(time.monotonic() - since, 3)}), flush=True)


class Player:
    """Does each step as soon as what it needs is in sight."""

    def __init__(self, pin: str) -> None:
        self._steps = steps(pin)
        self._wanted, self._do = next(self._steps)
        self._timer = QTimer(interval=_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        windows = [window for window in QGuiApplication.topLevelWindows() if isinstance(window, QQuickWindow)]
        if windows and find_all(windows[0], self._wanted):
            self._do(windows[0])
            step = next(self._steps, None)
            if step is None:
                self._timer.stop()
            else:
                self._wanted, self._do = step


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pin", required=True)
    options = parser.parse_args()
    use_offscreen_screen()
    make_application()
    player = Player(options.pin)
    sys.exit(main(["run", "--kiosk", "--data", str(options.data)]))
