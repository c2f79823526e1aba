"""Loads the screens: the engine with its pictures and theme, and the window that `Main.qml` describes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.errors import EnvironmentFault
from kiosk.terminal.codes import Codes
from kiosk.terminal.drawings import Drawings
from kiosk.terminal.film_screen import FilmScreen  # noqa: F401  # QML must know it
from kiosk.terminal.logo import LogoPictures, OfficeLogo
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.palette import readable_colour

_FONTS = ("Inter", "DejaVu Sans")


def load(
    pages: Mapping[str, object], colour: str, logo: OfficeLogo, options: TerminalOptions
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The window with every page, shown. Raises `EnvironmentFault` if it cannot be made.

    No translator and no message handler of ours may be in place yet: QML's loader thread would wait for the
    interpreter's lock, and we for the loader.
    """
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(options.resources / "qml"))
    engine.addImageProvider("drawing", Drawings(options.resources / "qml" / "Kiosk" / "drawings"))
    engine.addImageProvider("code", Codes())
    engine.addImageProvider("logo", LogoPictures(logo))
    theme = singleton(engine, "Theme", options)
    theme.setProperty("pixelsPerMillimetre", options.pixels_per_millimetre)
    theme.setProperty("isReducedMotion", options.reduced_motion)
    theme.setProperty("officeColour", readable_colour(colour))
    theme.setProperty("family", next((name for name in _FONTS if QFontDatabase.hasFamily(name)), ""))
    logo.arrived.connect(lambda: theme.setProperty("logoShape", logo.shape))
    width, height = options.size or (1080, 1920)
    engine.setInitialProperties({**dict(pages), "width": width, "height": height, "isFullScreen": options.full_screen})
    engine.load(QUrl.fromLocalFile(str(options.resources / "qml" / "Kiosk" / "Main.qml")))
    windows = engine.rootObjects()
    if not windows or not isinstance(windows[0], QQuickWindow):
        raise EnvironmentFault("the terminal's window could not be made")
    return engine, windows[0]


def singleton(engine: QQmlApplicationEngine, name: str, options: TerminalOptions) -> QObject:
    """The one object of this name in `Kiosk.Controls`: `Theme`, `Clicks`."""
    found = engine.singletonInstance("Kiosk.Controls", name)
    if not isinstance(found, QObject):
        raise EnvironmentFault(f"the screens are missing in {options.resources / 'qml'}")
    return found
