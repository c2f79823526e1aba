"""The cards of one group."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.catalogue import Catalogue, Group
from kiosk.terminal.catalogue import PagedRows
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CARD, NavigationViewModel
from kiosk.terminal.pager import Pager
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_CARDS = 6
"""Cards a page: as many as fit with two lines of name each on a 15.6" panel."""


@QmlElement
class GroupViewModel(QObject):
    """A list of matters to choose from."""

    changed = Signal()
    cardOpened = Signal(str)

    def __init__(self, catalogue: Catalogue, language: LanguageViewModel, navigation: NavigationViewModel) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._language = language
        self._navigation = navigation
        self._group: Group | None = None
        self._paged = PagedRows(self, _CARDS, "code", "name", "summary")
        language.changed.connect(self._fill)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._language.text(self._group.name) if self._group is not None else ""

    @Property(str, notify=changed)
    def description(self) -> str:
        return self._language.text(self._group.description) if self._group is not None else ""

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._group.icon if self._group is not None else ""

    @Property(QObject, notify=changed)
    def cards(self) -> RowModel:
        return self._paged.model

    @Property(Pager, notify=changed)
    def pager(self) -> Pager:
        return self._paged.pager

    def show(self, group: str) -> None:
        """List the cards of the group with this id."""
        self._group = next((each for each in self._catalogue.groups if each.id == group), None)
        self._fill(from_start=True)

    @Slot(str)
    def open(self, code: str) -> None:
        """Tap a card."""
        self.cardOpened.emit(code)
        self._navigation.open(CARD)

    def _fill(self, *, from_start: bool = False) -> None:
        cards = self._catalogue.public_cards(self._group.id) if self._group is not None else ()
        self._paged.show(
            [
                {
                    "code": card.code,
                    "name": self._language.text(card.name),
                    "summary": self._language.text(card.summary),
                }
                for card in cards
            ],
            from_start=from_start,
        )
        self.changed.emit()
