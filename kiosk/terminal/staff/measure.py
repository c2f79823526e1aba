"""How large a millimetre is drawn on a desk, where people sit nearer to a smaller screen."""

from __future__ import annotations

import math

from PySide6.QtGui import QScreen

_MILLIMETRES_PER_INCH = 25.4
_USUAL_DOTS = 96.0
_CREDIBLE = (70.0, 400.0)
"""Dots per inch; what a projector or a virtual machine says of itself is often nonsense."""
_NOTEBOOK, _DESK = 13.0, 24.0
"""Diagonals in inches: of a small notebook, and of the screen for which the sizes are made."""
_NEARER = 0.8
"""The size of everything on the notebook: it is looked at from 50 cm instead of 65."""


def pixels_per_millimetre(screen: QScreen) -> float:
    """Pixels (of the window system, before its own scaling) for a millimetre of the theme on this screen."""
    dots: float = screen.physicalDotsPerInch()
    if not _CREDIBLE[0] <= dots <= _CREDIBLE[1]:
        return _USUAL_DOTS / _MILLIMETRES_PER_INCH
    size = screen.physicalSize()
    inches = math.hypot(size.width(), size.height()) / _MILLIMETRES_PER_INCH
    share = min(max((inches - _NOTEBOOK) / (_DESK - _NOTEBOOK), 0.0), 1.0)
    return dots / _MILLIMETRES_PER_INCH * (_NEARER + share * (1.0 - _NEARER))
