"""The catalogue's two lists: groups as a visitor thinks, and the cards of one group."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.catalogue import Catalogue
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import GROUP, NavigationViewModel
from kiosk.terminal.pager import Pager
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import Row, RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_TILES = 8
"""Groups a page: as many as fit on a 15.6" panel at 20 mm each."""


class PagedRows:
    """Rows of which `page_size` are shown at a time."""

    def __init__(self, parent: QObject, page_size: int, *roles: str) -> None:
        self.model = RowModel(*roles, parent=parent)
        self.pager = Pager(parent)
        self._page_size = page_size
        self._rows: list[Row] = []
        self.pager.changed.connect(self._fill)

    def show(self, rows: list[Row], *, from_start: bool = False) -> None:
        """Offer `rows`, on the same page as before unless `from_start`."""
        self._rows = rows
        self.pager.show(1 if from_start else self.pager.page, -(-len(rows) // self._page_size))
        self._fill()

    def _fill(self) -> None:
        first = (self.pager.page - 1) * self._page_size
        self.model.show(self._rows[first : first + self._page_size])


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
        self._paged = PagedRows(self, _TILES, "key", "name", "description", "drawing")
        language.changed.connect(self._fill)
        self._fill()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._language.text(self._catalogue.title)

    @Property(QObject, notify=changed)
    def groups(self) -> RowModel:
        return self._paged.model

    @Property(Pager, notify=changed)
    def pager(self) -> Pager:
        return self._paged.pager

    @Slot(str)
    def open(self, group: str) -> None:
        """Tap a tile."""
        self.groupOpened.emit(group)
        self._navigation.open(GROUP)

    def _fill(self) -> None:
        self._paged.show(
            [
                {
                    "key": group.id,
                    "name": self._language.text(group.name),
                    "description": self._language.text(group.description),
                    "drawing": group.icon,
                }
                for group in self._catalogue.public_groups()
            ]
        )
        self.changed.emit()
