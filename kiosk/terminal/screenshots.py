"""Pictures of every page and state, drawn offscreen: for the office's approval, the manual and our own eyes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.terminal.application import make_application
from kiosk.terminal.options import TerminalOptions, pixels_per_millimetre
from kiosk.terminal.scenes import use_offscreen_screen
from kiosk.terminal.tour import MODES, Mode, Tour
from kiosk.terminal.typography import learn_hyphenation


@dataclass(frozen=True, slots=True)
class Panel:
    """A screen in pixels, how many of them make a millimetre, and how far above the floor it hangs (millimetres)."""

    width: int
    height: int
    pixels_per_millimetre: float
    bottom_edge_mm: float = 900.0

    @classmethod
    def of_diagonal(cls, size: tuple[int, int], inches: float) -> Panel:
        """So many pixels (width and height) on a panel of so many inches."""
        return cls(*size, pixels_per_millimetre(size, inches))

    @property
    def name(self) -> str:
        """Pixels and the diagonal in inches."""
        diagonal = math.hypot(self.width, self.height) / self.pixels_per_millimetre / 25.4
        return f"{self.width}x{self.height}-{diagonal:.1f}in"


PORTRAIT = Panel(1080, 1920, 4.03)
"""21.5 inches, standing."""
LANDSCAPE = Panel(1920, 1080, 5.56, bottom_edge_mm=1030.0)
"""15.6 inches, lying, its middle 1,127 mm above the floor."""
TABLET = Panel(1280, 800, 5.89)
"""10.1 inches, lying: low enough to be in reach as it is."""
LARGE = Panel(1080, 1920, 2.71, bottom_edge_mm=996.0)
"""32 inches, standing, its middle 1,350 mm above the floor."""
PANELS = (TABLET, LANDSCAPE, PORTRAIT, LARGE)


def take_screenshots(
    out: Path,
    pack: Pack,
    resources: Path,
    now: datetime,
    panels: Sequence[Panel] = PANELS,
    languages: Sequence[str] = ("pl", "en", "uk", "de"),
    modes: Sequence[Mode] = MODES,
    progress: Callable[[str], None] = lambda _told: None,
    media: Mapping[str, Path] | None = None,
) -> list[Path]:
    """Draw every page and state as PNG files in `out`, named like `pl_1080x1920_plain_03_survey-klient.png`."""
    learn_hyphenation(languages)
    if QCoreApplication.instance() is None:
        use_offscreen_screen()
    make_application()
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for panel in panels:
        for language, mode in product(languages, modes):
            options = TerminalOptions(
                resources=resources,
                size=(panel.width, panel.height),
                pixels_per_millimetre=panel.pixels_per_millimetre,
                bottom_edge_mm=panel.bottom_edge_mm,
                language=language,
                media=media or {},
            )
            progress(f"{language} {panel.name} {mode.name}")
            tour = Tour(pack, options, now, mode)
            for number, scene in enumerate(tour.walk(), start=1):
                path = out / f"{language}_{panel.name}_{mode.name}_{number:02}_{scene}.png"
                if not tour.terminal.window.grabWindow().save(str(path)):
                    raise EnvironmentFault(f"the picture {path} could not be written")
                written.append(path)
    return written
