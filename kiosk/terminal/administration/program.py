"""Closing and restarting the program, each only after it was asked whether that is meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.terminal.administration.ports import Ending
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ProgramViewModel(QObject):
    """`asked` is what waits for a yes: `close`, `restart` or nothing."""

    changed = Signal()

    def __init__(self, end: Callable[[Ending], None]) -> None:
        super().__init__()
        self._end = end
        self._asked: Ending | None = None

    @Property(str, notify=changed)
    def asked(self) -> str:
        return self._asked.value if self._asked is not None else ""

    @Slot(str)
    def ask(self, how: str) -> None:
        """Ask whether this is meant."""
        self._asked = Ending(how)
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """It is meant."""
        how, self._asked = self._asked, None
        self.changed.emit()
        if how is not None:
            self._end(how)

    @Slot()
    def forget(self) -> None:
        """It was not meant."""
        self._asked = None
        self.changed.emit()
