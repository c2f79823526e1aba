"""The office's logo: read once, on a thread of its own, and shown at any size in its own proportions.

QML asks for `image://logo/office` once `OfficeLogo.arrived` has come. A file that cannot be drawn is told in the log;
the program's neutral building stays in its place.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_log = logging.getLogger(__name__)
_SIDE = 1024
"""Pixels of the longer side of what is kept: more than any panel shows of a logo."""
_PATIENCE = 1.0
"""Seconds that the end waits for the file to be read."""
_LONGEST = 8.0
"""Times as wide as high, or as high as wide: something longer is a line, not a logo."""


class OfficeLogo(QObject):
    """What the file holds. Create, start and use it on the GUI thread."""

    arrived = Signal()
    """It can be drawn from now on."""
    _drawn = Signal(QImage)

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self._file = file
        self._image = QImage()
        self._is_awaited, self._is_stopped = file is not None, False
        self._drawn.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._read, name="logo", daemon=True)

    @property
    def image(self) -> QImage:
        """Null as long as there is nothing to show."""
        return self._image

    @property
    def shape(self) -> float:
        """Its width by its height; 0 as long as there is nothing to show."""
        return self._image.width() / self._image.height() if not self._image.isNull() else 0.0

    @property
    def is_awaited(self) -> bool:
        """Whether it is still unknown what the file holds."""
        return self._is_awaited

    @Slot()
    def start(self) -> None:
        """Begin to read, once."""
        if self._file is not None and self._thread.ident is None:
            self._thread.start()

    def stop(self) -> None:
        """The window goes: say no more. A disk that gives nothing is not waited for. Safe to repeat."""
        self._is_stopped = True
        if self._thread.ident is not None:
            self._thread.join(_PATIENCE)

    def _read(self) -> None:
        image = QImage()
        try:
            if self._file is not None:
                image = _picture(self._file.read_bytes(), is_vector=self._file.suffix == ".svg")
        except OSError as problem:
            _log.error("the office's logo cannot be read; a building is shown instead: %s", problem)
        else:
            if not _is_shown(image):
                _log.error("the office's logo %s cannot be drawn; a building is shown instead", self._file)
        self._drawn.emit(image)

    @Slot(QImage)
    def _keep(self, image: QImage) -> None:
        self._is_awaited = False
        if _is_shown(image) and not self._is_stopped:
            self._image = image
            self.arrived.emit()


class LogoPictures(QQuickImageProvider):
    """Gives QML the logo, as large as fits into the size asked for and never distorted."""

    def __init__(self, logo: OfficeLogo) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._logo = logo

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N803  # Qt's names
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = self._logo.image
        if requestedSize.isValid() and not requestedSize.isEmpty() and not image.isNull():
            image = image.scaled(requestedSize, keep, smooth)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _is_shown(image: QImage) -> bool:
    return not image.isNull() and max(image.width(), image.height()) <= _LONGEST * min(image.width(), image.height())


def _picture(content: bytes, *, is_vector: bool) -> QImage:
    """The drawing, at most `_SIDE` pixels wide and high; null where it is none."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    if not is_vector:
        picture = QImage.fromData(QByteArray(content))
        if max(picture.width(), picture.height()) > _SIDE:
            picture = picture.scaled(_SIDE, _SIDE, keep, Qt.TransformationMode.SmoothTransformation)
        return picture
    renderer = QSvgRenderer(QByteArray(content))
    natural = renderer.defaultSize()
    if not renderer.isValid() or natural.isEmpty():
        return QImage()
    image = QImage(natural.scaled(_SIDE, _SIDE, keep), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
