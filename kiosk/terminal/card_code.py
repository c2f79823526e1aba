"""The page that lets a visitor take a card along: its address on the web, in letters and as a QR code."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card_address import card_address
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office
from kiosk.terminal.card import CardViewModel
from kiosk.terminal.codes import modules, picture
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CARD_CODE, NavigationViewModel
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardCodeViewModel(QObject):
    """The address of the open card. The code is made only when somebody asks for it."""

    changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        office: Office,
        card: CardViewModel,
        language: LanguageViewModel,
        navigation: NavigationViewModel,
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._office = office
        self._card = card
        self._language = language
        self._navigation = navigation
        card.changed.connect(self.changed)
        navigation.changed.connect(self.changed)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._card.name

    @Property(str, notify=changed)
    def address(self) -> str:
        """In the language shown, where the office's web site has one; empty where the card is not there."""
        card = self._catalogue.card(self._card.code)
        return card_address(card, self._office, self._language.code) if card is not None else ""

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        return bool(self.address)

    @Property(str, notify=changed)
    def picture(self) -> str:
        """Where QML finds the code; empty as long as nobody looks at it."""
        return picture(self.address) if self._is_open() else ""

    @Property(int, notify=changed)
    def modules(self) -> int:
        """Squares of the code side by side, the quiet zone included; 0 as long as nobody looks at it."""
        return modules(self.address) if self._is_open() else 0

    @Slot()
    def open(self) -> None:
        """Show the page."""
        if self.isOffered:
            self._navigation.open(CARD_CODE)

    def _is_open(self) -> bool:
        return self._navigation.page == CARD_CODE and self.isOffered
