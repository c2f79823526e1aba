"""The address of a card on the web: copied, or shown to a visitor as a QR code over the whole window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.domain.card_address import card_address
from kiosk.terminal.codes import modules, picture
from kiosk.terminal.properties import Property
from kiosk.terminal.staff.card import StaffCardViewModel
from kiosk.terminal.staff.desk import CODE, DeskViewModel
from kiosk.terminal.staff.shelf import Shelf

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@QmlElement
class StaffAddressViewModel(QObject):
    """Only of cards that visitors may see: the others have no page."""

    changed = Signal()

    def __init__(self, shelf: Shelf, card: StaffCardViewModel, desk: DeskViewModel) -> None:
        super().__init__()
        self._shelf = shelf
        self._card = card
        self._desk = desk
        card.changed.connect(self.changed)
        desk.changed.connect(self.changed)

    @Property(str, notify=changed)
    def address(self) -> str:
        """In the language of the card; empty where it has no page."""
        card = self._card.card
        if card is None or not card.is_public:
            return ""
        return card_address(card, self._shelf.pack.office, self._card.language)

    @Property(str, notify=changed)
    def picture(self) -> str:
        """Where QML finds the code; empty as long as it is not shown."""
        return picture(self.address) if self._is_shown() else ""

    @Property(int, notify=changed)
    def modules(self) -> int:
        """Squares of the code side by side, the quiet zone included; 0 as long as it is not shown."""
        return modules(self.address) if self._is_shown() else 0

    @Slot()
    def copy(self) -> None:
        """Put the address on the clipboard."""
        if self._is_there():
            QGuiApplication.clipboard().setText(self.address)
            self._desk.tell(translate("StaffTools", "Copied: %1").replace("%1", self.address))

    @Slot()
    def show(self) -> None:
        """Show the code, or take it away."""
        if self._desk.overlay == CODE:
            self._desk.cover("")
        elif self._is_there():
            self._desk.tell()
            self._desk.cover(CODE)

    def _is_there(self) -> bool:
        card = self._card.card
        if card is None:
            self._desk.tell(translate("StaffTools", "No card is chosen."), is_fault=True)
        elif not card.is_public:
            self._desk.tell(translate("StaffTools", "Visitors are not shown this card: it has no page."), is_fault=True)
        elif not self.address:
            self._desk.tell(translate("StaffTools", "The office has given no address for its cards."), is_fault=True)
        return bool(self.address)

    def _is_shown(self) -> bool:
        return self._desk.overlay == CODE and bool(self.address)
