"""The ink of words and drawings on the picture: what is there with them and is not without them.

One picture is taken as it is and one without any words and drawings. Where the two differ there is ink, and the ground
that it stands on is known for each of its pixels. Ink that ought to be there and is not is covered by something.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.palette import contrast
from tests.qml.inspecting.sight import Sight, picture

Pixels = NDArray[np.uint32]
"""A number each, as `QColor.fromRgb` takes it."""
_FAINTEST = 2
"""A difference of grey levels that still counts; below is nothing but rounding."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What an item draws: around all of it, in pixels of the window, and the contrast of its strongest pixel."""

    extent: QRect
    ratio: float


class Pictures:
    """The screen with its ink and without; the items look afterwards as before."""

    def __init__(self, sight: Sight, inked: Iterable[QQuickItem]) -> None:
        self._shown = sight.picture
        opacities = [(item, item.opacity()) for item in inked]
        for item, _ in opacities:
            item.setOpacity(0)
        self._bare = picture(sight.window)
        for item, opacity in opacities:
            item.setOpacity(opacity)
        self._shown_pixels, self._bare_pixels = pixels(self._shown), pixels(self._bare)

    def ink(self, where: QRect) -> Ink | None:
        """What is drawn within `where`, or None if there is nothing to be seen."""
        where = where.intersected(self._shown.rect())
        if where.isEmpty():
            return None
        piece = slice(where.top(), where.bottom() + 1), slice(where.left(), where.right() + 1)
        shown, bare = self._shown_pixels[piece].ravel(), self._bare_pixels[piece].ravel()
        inked = np.flatnonzero(shown != bare)
        if not len(inked):
            return None
        shown, bare = shown[inked], bare[inked]
        grey = _grey(_difference(shown, bare))
        strongest = int(np.argmax(grey))
        if grey[strongest] < _FAINTEST:
            return None
        rows, columns = np.divmod(inked[grey > 0], where.width())
        first, last = (QPoint(int(end(columns)), int(end(rows))) for end in (np.min, np.max))
        ratio = between(int(shown[strongest]), int(bare[strongest]))
        return Ink(QRect(first, last).translated(where.topLeft()), ratio)


def pixels(whole: QImage) -> Pixels:
    """Those of a picture, by line and column, as long as there is the picture."""
    return np.frombuffer(whole.constBits(), np.uint32).reshape(whole.height(), whole.width())


def _difference(some: Pixels, others: Pixels) -> Pixels:
    """By how much each of `some` differs from its one of `others`, in every colour."""
    one, other = some.view(np.uint8), others.view(np.uint8)
    return (np.maximum(one, other) - np.minimum(one, other)).view(np.uint32)


def _grey(row: Pixels) -> NDArray[np.uint8]:
    """How light each pixel is."""
    data = row.tobytes()
    line = QImage(data, len(row), 1, len(data), QImage.Format.Format_RGB32)
    grey = line.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(grey.constBits(), np.uint8, len(row)).copy()


@cache
def between(one: int, other: int) -> float:
    """The contrast of two pixels."""
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
