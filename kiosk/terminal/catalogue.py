"""The catalogue: its groups, as a visitor thinks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.catalogue import Catalogue
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import GROUP, NavigationViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CatalogueViewModel(QObject):
    """The tiles of the catalogue."""

    changed = Signal()
    groupOpened = Signal(str)

    def __init__(self, catalogue: Catalogue, language: LanguageViewModel, navigation: NavigationViewModel) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._language = language
        self._navigation = navigation
        self._groups = RowModel("key", "name", "description", "drawing", "spokenLanguage", parent=self)
        language.changed.connect(self._fill)
        self._fill()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._language.text(self._catalogue.title)

    @Property(QObject, notify=changed)
    def groups(self) -> RowModel:
        return self._groups

    @Slot(str)
    def open(self, group: str) -> None:
        """Tap a tile."""
        self.groupOpened.emit(group)
        self._navigation.open(GROUP)

    @Slot()
    def _fill(self) -> None:
        self._groups.show(
            [
                {
                    "key": group.id,
                    "name": self._language.text(group.name),
                    "description": self._language.text(group.description),
                    "drawing": group.icon,
                    "spokenLanguage": self._language.shown(group.name),
                }
                for group in self._catalogue.public_groups()
            ]
        )
        self.changed.emit()
