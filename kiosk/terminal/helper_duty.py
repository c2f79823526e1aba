"""The other end of `HelperProcess`: a process takes orders on its standard input, reports on its output, and ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from kiosk.terminal.json_lines import Lines, line

_INPUT, _OUTPUT = 0, 1
_CHUNK = 2**16
_OVER_A_BUG = 70


def begin_duty(name: str) -> QCoreApplication:
    """Make this process one that lives for the terminal: a bug ends it, a Ctrl+C does not."""
    sys.excepthook = _break
    # Whoever started this process ends it; a Ctrl+C goes to both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return QCoreApplication([name])


class Orders(QObject):
    """Reads orders from the standard input, and has them obeyed one after another; leaves when it ends."""

    def __init__(self, kind: object, obey: Callable[[Any], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._obey = obey
        self._leave = leave
        self._lines: Lines[object] = Lines(kind)
        self._notifier = QSocketNotifier(_INPUT, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        content = os.read(_INPUT, _CHUNK)
        if not content:
            self._notifier.setEnabled(False)
            self._leave()
        for order in self._lines.add(content):
            self._obey(order)


class Reports:
    """Writes reports to the standard output; leaves when nobody reads them any more."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave

    def tell(self, report: msgspec.Struct) -> None:
        try:
            os.write(_OUTPUT, line(report))
        except BrokenPipeError:
            self._leave()


def _break(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """End over a bug: Qt would go on after it, and the terminal would wait for reports that never come."""
    sys.__excepthook__(kind, fault, trace)
    os._exit(_OVER_A_BUG)
