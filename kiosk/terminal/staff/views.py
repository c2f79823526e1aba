"""The view-models of one staff's screen and what they tell one another; no window is needed for any of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Fault
from kiosk.domain.pack import Pack
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.staff.address import StaffAddressViewModel
from kiosk.terminal.staff.card import StaffCardViewModel
from kiosk.terminal.staff.desk import LIST, DeskViewModel
from kiosk.terminal.staff.errands import Errands
from kiosk.terminal.staff.filters import FiltersViewModel
from kiosk.terminal.staff.options import StaffOptions
from kiosk.terminal.staff.ports import CardPaper, PackSource, PrinterChoice, ReadPack
from kiosk.terminal.staff.printing import StaffPrintingViewModel
from kiosk.terminal.staff.search import StaffSearchViewModel
from kiosk.terminal.staff.shelf import Shelf
from kiosk.terminal.staff.shortcuts import Action

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@dataclass(slots=True, kw_only=True)
class StaffViews:
    """Every view-model, and what stands right behind them. Lives on the GUI thread."""

    errands: Errands
    shelf: Shelf
    language: LanguageViewModel
    desk: DeskViewModel
    filters: FiltersViewModel
    search: StaffSearchViewModel
    card: StaffCardViewModel
    address: StaffAddressViewModel
    printing: StaffPrintingViewModel

    def for_window(self) -> dict[str, object]:
        """By the names under which `StaffMain.qml` requires them."""
        return {
            "desk": self.desk,
            "filters": self.filters,
            "search": self.search,
            "card": self.card,
            "address": self.address,
            "printing": self.printing,
        }


def make_views(
    pack: Pack, source: PackSource, paper: CardPaper, choose: PrinterChoice, clock: Clock, options: StaffOptions
) -> StaffViews:
    """Build them all and connect them."""
    errands = Errands()
    shelf = Shelf(pack, source, errands, lambda: clock.now().date(), options.review_months)
    language = LanguageViewModel(pack.office.languages, options.language, options.resources / "i18n")
    desk = DeskViewModel()
    filters = FiltersViewModel(shelf, language)
    search = StaffSearchViewModel(shelf, filters, language)
    card = StaffCardViewModel(shelf, language, options.place or "")
    views = StaffViews(
        errands=errands,
        shelf=shelf,
        language=language,
        desk=desk,
        filters=filters,
        search=search,
        card=card,
        address=StaffAddressViewModel(shelf, card, desk),
        printing=StaffPrintingViewModel(card, desk, errands, paper, choose),
    )
    search.writing.connect(lambda: desk.enter(LIST))
    search.opened.connect(partial(_open, views))
    language.changed.connect(search.start)
    desk.asked.connect(partial(_perform, _actions(views)))
    return views


def _open(views: StaffViews, code: str) -> None:
    if code != views.card.code:
        views.desk.tell()
    views.card.show(code, views.search.words)


def _perform(actions: dict[str, Callable[[], None]], action: str) -> None:
    actions[action]()


def _actions(views: StaffViews) -> dict[str, Callable[[], None]]:
    return {
        Action.BACK: views.search.clear,
        Action.CLEAR_FILTERS: views.filters.clear,
        Action.OVERDUE: views.filters.toggleOverdue,
        Action.CHANGES: views.card.toggleChanges,
        Action.NEXT_FOUND: partial(views.card.jump_to_found, 1),
        Action.PREVIOUS_FOUND: partial(views.card.jump_to_found, -1),
        Action.NEXT_CHANGE: views.card.jump_to_change,
        Action.LANGUAGE: views.card.nextLanguage,
        Action.PRINT: views.printing.start,
        Action.COPY: views.address.copy,
        Action.CODE: views.address.show,
        Action.RELOAD: partial(_reload, views),
    }


def _reload(views: StaffViews) -> None:
    views.desk.tell(translate("StaffTools", "The cards are being read again …"))
    views.shelf.reload(partial(_reloaded, views.desk))


def _reloaded(desk: DeskViewModel, read: ReadPack | None, fault: Fault | None) -> None:
    if fault is not None:
        desk.complain(translate("StaffTools", "The cards on the disk cannot be read; these are from before."), fault)
    elif read is not None and read.is_last_good:
        desk.tell(
            translate("StaffTools", "The cards on the disk are faulty; the last good ones are shown."), is_fault=True
        )
    else:
        desk.tell(translate("StaffTools", "The cards are as they are on the disk."))
