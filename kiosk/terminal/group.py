"""The cards of one group."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.catalogue import Catalogue, Group
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CARD, NavigationViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


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
        self._cards = RowModel("code", "name", "summary", "spokenLanguage", parent=self)
        language.changed.connect(self._fill)

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._group.id if self._group is not None else ""

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
        return self._cards

    @Slot(str)
    def show(self, group: str) -> None:
        """List the cards of the group with this id."""
        self._group = next((each for each in self._catalogue.groups if each.id == group), None)
        self._fill()

    @Slot(str)
    def open(self, code: str) -> None:
        """Tap a card."""
        self.cardOpened.emit(code)
        self._navigation.open(CARD)

    @Slot()
    def _fill(self) -> None:
        cards = self._catalogue.public_cards(self._group.id) if self._group is not None else ()
        self._cards.show(
            [
                {
                    "code": card.code,
                    "name": self._language.text(card.name),
                    "summary": self._language.text(card.summary),
                    "spokenLanguage": self._language.shown(card.name),
                }
                for card in cards
            ]
        )
        self.changed.emit()
