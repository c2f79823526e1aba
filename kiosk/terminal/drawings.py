"""Faces and icons: SVG drawings in any size and colour, rendered once by Qt's image cache.

QML asks for `image://drawing/NAME` or `image://drawing/NAME/RRGGBB`; a colour takes the place of `currentColor`.
The software renderer shows such images antialiased and as cheaply as any picture.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_log = logging.getLogger(__name__)
_UNKNOWN = "document"


class Drawings(QQuickImageProvider):
    """Draws the SVG files of one folder. Unknown names are drawn as a document and logged."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawings = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))}

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803  # Qt's names
        name, _, colour = id.partition("/")
        if name not in self._drawings:
            _log.error("there is no drawing named '%s'", name)
        drawing = self._drawings.get(name, self._drawings[_UNKNOWN])
        if colour:
            drawing = drawing.replace("currentColor", f"#{colour}")
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        wanted = requestedSize if requestedSize.width() > 0 else renderer.defaultSize()
        image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return image
