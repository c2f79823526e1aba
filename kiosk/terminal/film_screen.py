"""Where a film is drawn: the software renderer shows nothing for Qt's own `VideoOutput`."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.terminal.film_player import FilmPlayer
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmScreen(QQuickPaintedItem):
    """Draws the pictures of its `player` in their own proportions, in the middle; draws when there is another one."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._player: FilmPlayer | None = None
        self.widthChanged.connect(self._measure)
        self.heightChanged.connect(self._measure)

    @Property(QObject)
    def player(self) -> QObject | None:
        """A `FilmPlayer`."""
        return self._player

    @player.setter  # type: ignore[no-redef]
    def player(self, player: QObject | None) -> None:
        if self._player is not None:
            self._player.drawn.disconnect(self._refresh)
        self._player = player if isinstance(player, FilmPlayer) else None
        if self._player is not None:
            self._player.drawn.connect(self._refresh)
        self._measure()

    def paint(self, painter: QPainter) -> None:
        picture = self._player.picture if self._player is not None else None
        if picture is None:
            return
        room = self.boundingRect()
        # Pictures come as large as they are drawn, but for the first after the room has changed.
        fitting = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if abs(fitting.width() - picture.width()) < 2 and abs(fitting.height() - picture.height()) < 2:
            fitting = QSizeF(picture.size())
        target = QRectF(0, 0, round(fitting.width()), round(fitting.height()))
        target.moveTo(round((room.width() - target.width()) / 2), round((room.height() - target.height()) / 2))
        painter.drawImage(target, picture)

    @Slot()
    def _refresh(self) -> None:
        self.update()

    @Slot()
    def _measure(self) -> None:
        if self._player is not None and self.width() > 0 and self.height() > 0:
            self._player.set_room(QSize(round(self.width()), round(self.height())))
