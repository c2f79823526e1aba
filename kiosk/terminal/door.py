"""The door of the administrator's area: hears the knock and the chord, and builds the area when it is first needed.

Visitors pay nothing for it: until somebody knocks, no module of the area is imported, no page compiled, no thread
started.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QEventPoint, QGuiApplication, QKeyEvent, QPointerEvent
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.clock import Clock
from kiosk.terminal.knocking import Knock
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.signs import Place
from kiosk.terminal.view_models import ViewModels

if TYPE_CHECKING:
    from kiosk.terminal.administration.area import AdministrationViewModel
    from kiosk.terminal.administration.ports import Ending, OpenAdministration, ProgramControl
    from kiosk.terminal.administration.screen import AreaScreen

CLOSED, RESTART = 0, 75
"""Exit status of a terminal that its administrator has closed, or wants started again (EX_TEMPFAIL of sysexits.h)."""
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.Key.Key_A
"""Ctrl+Alt+Shift+A: a keypad has none of these, and Qt, X11 and Wayland leave it to the program."""


class Door(QObject):
    """GUI thread only. Without an `opening` there is no area, and nothing leads to it."""

    def __init__(
        self,
        opening: OpenAdministration | None,
        views: ViewModels,
        clock: Clock,
        options: TerminalOptions,
        program: ProgramControl | None = None,
    ) -> None:
        super().__init__()
        self._opening = opening
        self._views = views
        self._clock = clock
        self._options = options
        self._program = program or _Application()
        self._knock = Knock()
        self._engine: QQmlEngine | None = None
        self._window: QQuickWindow | None = None
        self._screen: AreaScreen | None = None
        self.area: AdministrationViewModel | None = None
        """Once somebody has asked to be let in."""

    def lead_into(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        """The area is to be shown in this window."""
        self._engine, self._window = engine, window

    @property
    def page(self) -> str:
        """The page of the area that is shown, or nothing."""
        return self.area.page if self.area is not None else ""

    def notice(self, event: QPointerEvent) -> None:
        """A touch or click, before anybody else does anything with it."""
        points = event.points()
        if self._opening is None or self.page or self._window is None:
            return
        if len(points) != 1 or event.type() == event.Type.TouchCancel:
            self._knock.break_off()
            return
        scale, now = self._options.pixels_per_millimetre, self._clock.monotonic()
        self._knock.panel_width = self._window.width() / scale
        place: Place = (points[0].position().x() / scale, points[0].position().y() / scale)
        if points[0].state() == QEventPoint.State.Pressed:
            self._knock.land(place, now)
        elif points[0].state() == QEventPoint.State.Released and self._knock.lift(place, now):
            self._ask()

    def takes(self, event: QKeyEvent) -> bool:
        """A key that is pressed; tells whether it was for the area."""
        self._knock.break_off()
        if self._opening is None:
            return False
        if event.key() == _KEY and event.modifiers() == _CHORD:
            self._ask()
            return True
        return self.area is not None and self.area.takes(event)

    def stop(self) -> None:
        """The window goes."""
        if self.area is not None and self._screen is not None:
            self.area.stop()
            self._screen.hide()
        self._screen = self._window = self._engine = None

    def _ask(self) -> None:
        if self.area is None:
            self._build()
        if self.area is not None:
            self.area.ask()

    def _build(self) -> None:
        from kiosk.terminal.administration.area import AdministrationViewModel, Lobby  # noqa: PLC0415  # see above
        from kiosk.terminal.administration.screen import AreaScreen  # noqa: PLC0415

        if self._opening is None or self._engine is None or self._window is None:
            return
        views = self._views
        lobby = Lobby(views.navigation, views.language, views.idle, views.reading.mouth, self._clock, self._options)
        self.area = AdministrationViewModel(self._opening, lobby, self._program)
        self._screen = AreaScreen(self.area, views.comfort, self._engine, self._window, self._options)


class _Application:
    """Ends this process as it was asked to: see `CLOSED` and `RESTART`."""

    def end(self, how: Ending) -> None:
        # Not `quit`, which asks the window first: a kiosk's window refuses.
        QGuiApplication.exit(RESTART if how.value == "restart" else CLOSED)
