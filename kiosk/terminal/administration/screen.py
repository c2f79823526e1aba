"""Puts the area's pages into the window when it is opened, and takes them out of it when it is locked.

They are compiled at the first opening, asynchronously: QML's loader thread may want the interpreter's lock (for a
translator or a log message of ours), and a GUI thread that waits for the loader would never give it.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.administration.area import AdministrationViewModel
from kiosk.terminal.comfort import ComfortViewModel
from kiosk.terminal.options import TerminalOptions

_PLACE = "administrationPlace"
_log = logging.getLogger(__name__)


class AreaScreen(QObject):
    """GUI thread only."""

    def __init__(
        self,
        area: AdministrationViewModel,
        comfort: ComfortViewModel,
        engine: QQmlEngine,
        window: QQuickWindow,
        options: TerminalOptions,
    ) -> None:
        super().__init__()
        self._area = area
        self._comfort = comfort
        self._window = window
        self._item: QQuickItem | None = None
        self._is_wanted = False
        self._component = QQmlComponent(engine)
        self._component.statusChanged.connect(self._loaded)
        self._component.loadUrl(
            QUrl.fromLocalFile(str(options.resources / "qml" / "Kiosk" / "Admin" / "AdminArea.qml")),
            QQmlComponent.CompilationMode.Asynchronous,
        )
        area.shown.connect(self._show)
        area.locked.connect(self.hide)

    @Slot()
    def hide(self) -> None:
        """Nothing of the area stays in the window. Safe to repeat."""
        self._is_wanted = False
        if self._item is not None:
            self._item.setVisible(False)
            self._item.deleteLater()
            self._item = None

    @Slot()
    def _show(self) -> None:
        self._is_wanted = True
        self._make()

    @Slot()
    def _loaded(self) -> None:
        if self._component.isError():
            _log.error("the administrator's area cannot be shown: %s", self._component.errorString())
        elif self._is_wanted:
            self._make()

    def _make(self) -> None:
        if not self._component.isReady() or self._item is not None:
            return
        area = self._area
        handed_in = {
            "area": area,
            "pin": area.pin,
            "overview": area.overview,
            "exporting": area.exporting,
            "touchTest": area.touch_test,
            "soundTest": area.sound_test,
            "program": area.program,
            "auditing": area.auditing,
            "comfort": self._comfort,
        }
        item = self._component.createWithInitialProperties(handed_in)
        place = self._window.findChild(QQuickItem, _PLACE)
        if not isinstance(item, QQuickItem) or place is None:
            _log.error("the administrator's area cannot be shown: %s", self._component.errorString())
            return
        item.setParentItem(place)
        self._item = item
