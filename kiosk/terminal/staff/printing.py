"""A card on paper: made off the GUI thread, then the system's dialog, then printed off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtQml import QmlElement

from kiosk.domain.errors import Fault
from kiosk.terminal.properties import Property
from kiosk.terminal.staff.card import StaffCardViewModel
from kiosk.terminal.staff.desk import DeskViewModel
from kiosk.terminal.staff.errands import Errands
from kiosk.terminal.staff.pages import print_pages, printer_name
from kiosk.terminal.staff.ports import CardPaper, PrinterChoice

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@QmlElement
class StaffPrintingViewModel(QObject):
    """One job at a time."""

    changed = Signal()

    def __init__(
        self, card: StaffCardViewModel, desk: DeskViewModel, errands: Errands, paper: CardPaper, choose: PrinterChoice
    ) -> None:
        super().__init__()
        self._card = card
        self._desk = desk
        self._errands = errands
        self._paper = paper
        self._choose = choose
        self._is_busy = False

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """Whether a card is being printed."""
        return self._is_busy

    @Slot()
    def start(self) -> None:
        """Print the card that is shown, in the language in which it is shown."""
        card = self._card.card
        if card is None:
            self._desk.tell(translate("StaffTools", "No card is chosen."), is_fault=True)
        elif not self._is_busy:
            self._turn(is_busy=True)
            self._desk.tell(translate("StaffTools", "The card is being put on paper …"))
            make = partial(self._paper, card, self._card.language)
            self._errands.send(make, partial(self._made, f"{card.code} {self._card.name}"))

    def _made(self, title: str, pdf: object, fault: Fault | None) -> None:
        if fault is not None:
            self._turn(is_busy=False)
            self._desk.complain(translate("StaffTools", "This card cannot be put on paper now."), fault)
            return
        printer = self._choose(title)
        if printer is None or not isinstance(pdf, bytes):
            self._turn(is_busy=False)
            self._desk.tell()
            return
        self._desk.tell(translate("StaffTools", "The card is being printed …"))
        self._errands.send(partial(print_pages, pdf, printer), partial(self._printed, printer))

    def _printed(self, printer: QPrinter, pages: object, fault: Fault | None) -> None:
        self._turn(is_busy=False)
        if isinstance(pages, int):
            self._desk.tell(self.tr("%n page(s) sent to the printer.", "", pages))
        elif fault is not None:
            sentence = translate("StaffTools", "The printer %1 did not take the card. Is it on, and has it paper?")
            self._desk.complain(sentence.replace("%1", printer_name(printer)), fault)

    def _turn(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.changed.emit()
