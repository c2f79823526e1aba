"""The binding keeps its books: a wheel that loses references to None and True ends the terminal after some taps."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication


class _Sender(QObject):
    told = Signal()


def test_calls_take_no_reference_to_none_or_true(qapp: QGuiApplication) -> None:
    sender = _Sender()
    calls = 100
    before = (sys.getrefcount(None), sys.getrefcount(True))
    for _ in range(calls):
        QCoreApplication.processEvents()
        sender.setObjectName("name")
        sender.told.emit()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    assert all(now - then > -calls // 2 for now, then in zip(after, before, strict=True))
