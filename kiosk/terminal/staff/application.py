"""Builds the staff's screen from what is handed in, and runs it: an ordinary window beside whatever else runs here.

The GUI thread has the window and its view-models; one thread makes cards searchable, one reads packs and prints. There
is no idle clock and no lock, and nothing is kept of what is typed. No response can be reached from here.
"""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, fields

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QApplication

from kiosk.domain.clock import Clock
from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.terminal.announcing import Announcer
from kiosk.terminal.codes import Codes
from kiosk.terminal.drawings import Drawings
from kiosk.terminal.palette import readable_colour
from kiosk.terminal.staff.measure import pixels_per_millimetre
from kiosk.terminal.staff.options import StaffOptions
from kiosk.terminal.staff.ports import CardPaper, PackSource, PrinterChoice
from kiosk.terminal.staff.printer_dialog import ask_for_printer
from kiosk.terminal.staff.views import StaffViews, make_views

_FONTS = ("Inter", "DejaVu Sans")
_USUAL_SIZE = (1280, 800)
_OF_THE_SCREEN = 0.9


@dataclass(slots=True, kw_only=True)
class StaffScreen(StaffViews):
    """Every object of a running staff's screen, for tests and pictures to drive. End it with `close`."""

    window: QQuickWindow
    engine: QQmlApplicationEngine
    announcer: Announcer

    def close(self) -> None:
        """Finish what is being printed, take the window down. Not repeatable."""
        self.announcer.stop()
        self.errands.stop()
        self.shelf.stop()
        self.language.stop()
        self.window.close()
        # The engine goes before the view-models, or QML evaluates its bindings against null.
        del self.window
        del self.engine


def run_staff(pack: Pack, source: PackSource, paper: CardPaper, clock: Clock, options: StaffOptions) -> int:
    """Show the window until it is closed; gives the exit status. Raises `EnvironmentFault` if there is no window."""
    application = make_staff_application()
    # There is nothing to put away: without this an interrupt would wait for the next line of Python.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    screen = build_staff(pack, source, paper, ask_for_printer, clock, options)
    status = application.exec()
    screen.close()
    return status


def make_staff_application() -> QApplication:
    """The one Qt application of this process. It has widgets, for the system's print dialog and for nothing else."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QApplication(["okienko"])
    application.setApplicationName("okienko")
    return application


def build_staff(
    pack: Pack,
    source: PackSource,
    paper: CardPaper,
    choose: PrinterChoice,
    clock: Clock,
    options: StaffOptions,
) -> StaffScreen:
    """Wire everything and show the window; the caller runs the event loop."""
    views = make_views(pack, source, paper, choose, clock, options)
    engine, window = _load(views, pack, options)
    views.language.start(engine)
    announcer = Announcer()
    announcer.watch(window)
    return StaffScreen(
        **{field.name: getattr(views, field.name) for field in fields(views)},
        window=window,
        engine=engine,
        announcer=announcer,
    )


def _load(views: StaffViews, pack: Pack, options: StaffOptions) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The window, shown. No translator of ours may be in place yet (see `language.py`)."""
    folder = options.resources / "qml"
    screen = QGuiApplication.primaryScreen()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(folder))
    engine.addImageProvider("drawing", Drawings(folder / "Kiosk" / "drawings"))
    engine.addImageProvider("code", Codes())
    theme = engine.singletonInstance("Kiosk.Controls", "Theme")
    if not isinstance(theme, QObject):
        raise EnvironmentFault(f"the screens are missing in {folder}")
    theme.setProperty("pixelsPerMillimetre", options.pixels_per_millimetre or pixels_per_millimetre(screen))
    theme.setProperty("officeColour", readable_colour(pack.office.colour))
    theme.setProperty("family", next((name for name in _FONTS if QFontDatabase.hasFamily(name)), ""))
    width, height = options.size or _fitting(screen.availableSize().toTuple())
    office = pack.office.name.in_language(options.language)
    engine.setInitialProperties({**views.for_window(), "width": width, "height": height, "officeName": office})
    engine.loadFromModule("Kiosk.Staff", "StaffMain")
    windows = engine.rootObjects()
    if not windows or not isinstance(windows[0], QQuickWindow):
        raise EnvironmentFault("the staff's window could not be made")
    return engine, windows[0]


def _fitting(screen: tuple[int, int]) -> tuple[int, int]:
    """Most of a large screen, all of a small one."""
    width, height = (round(_OF_THE_SCREEN * side) for side in screen)
    return min(max(width, _USUAL_SIZE[0]), screen[0]), min(max(height, _USUAL_SIZE[1]), screen[1])
