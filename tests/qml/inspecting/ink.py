"""The ink of words and drawings on the picture: what is there with them and is not without them.

One picture is taken as it is and one without any words and drawings. Where the two differ there is ink, and the ground
that it stands on is known for each of its pixels. Ink that ought to be there and is not is covered by something.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.palette import contrast
from tests.qml.inspecting.sight import Sight, picture

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

    def ink(self, where: QRect) -> Ink | None:
        """What is drawn within `where`, or None if there is nothing to be seen."""
        where = where.intersected(self._shown.rect())
        if where.isEmpty():
            return None
        found = _measured(pixels(self._shown, where), pixels(self._bare, where), where.width())
        return None if found is None else Ink(found.extent.translated(where.topLeft()), found.ratio)


@lru_cache(maxsize=100)
def _measured(shown: bytes, bare: bytes, width: int) -> Ink | None:
    """The ink of one piece of the pictures. What stands on every page, such as the strip, is measured once."""
    grey = _difference(shown, bare, width)
    level = max(grey, default=0)
    if level < _FAINTEST:
        return None
    lines = [grey[start : start + width] for start in range(0, len(grey), width)]
    inked = [number for number, line in enumerate(lines) if line.strip(b"\0")]
    left = min(width - len(lines[number].lstrip(b"\0")) for number in inked)
    right = max(len(lines[number].rstrip(b"\0")) for number in inked)
    strongest = 4 * grey.index(level)
    ratio = _contrast(*(int.from_bytes(each[strongest : strongest + 4], sys.byteorder) for each in (shown, bare)))
    return Ink(QRect(QPoint(left, inked[0]), QPoint(right - 1, inked[-1])), ratio)


def between(one: QImage, other: QImage, point: QPoint) -> float:
    """The contrast of two pictures at one pixel."""
    return _contrast(one.pixel(point), other.pixel(point))


def pixels(whole: QImage, where: QRect) -> bytes:
    """Four bytes a pixel, line after line."""
    piece = whole.copy(where)  # a name for it: the memory goes with the picture
    return bytes(piece.constBits())


def as_image(pixels: bytes, width: int) -> QImage:
    """A picture of what `pixels` gave; it holds no copy of them."""
    return QImage(pixels, width, len(pixels) // (4 * width), 4 * width, QImage.Format.Format_RGB32)


def _difference(one: bytes, other: bytes, width: int) -> bytes:
    """Levels of grey by which two pictures differ, a byte a pixel, line after line."""
    differing, second = as_image(one, width).copy(), as_image(other, width)
    painter = QPainter(differing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(QPoint(0, 0), second)
    painter.end()
    grey = differing.convertToFormat(QImage.Format.Format_Grayscale8)
    padded, line = bytes(grey.constBits()), grey.bytesPerLine()
    if line == width:
        return padded
    return b"".join(padded[start : start + width] for start in range(0, len(padded), line))


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
