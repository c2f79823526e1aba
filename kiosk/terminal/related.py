"""The related cards at the end of a card, and the way back through those that were read."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.catalogue import Catalogue
from kiosk.terminal.card import CardViewModel
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CARD, CARD_CODE, FILM, HELP, LANGUAGES, NavigationViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_STEPS = 20
"""Cards that back leads through; before the first of them it leads to where the visitor came from."""
_STILL_READING = (CARD, CARD_CODE, FILM, LANGUAGES, HELP)
"""Pages from which one comes back to the card; everywhere else the way is forgotten."""


@QmlElement
class RelatedViewModel(QObject):
    """Cards that the open card names. Only public ones: a visitor never sees the others."""

    changed = Signal()

    def __init__(
        self, catalogue: Catalogue, card: CardViewModel, language: LanguageViewModel, navigation: NavigationViewModel
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._card = card
        self._language = language
        self._navigation = navigation
        self._trail: deque[str] = deque(maxlen=MOST_STEPS)
        self._cards = RowModel("code", "name", "spokenLanguage", parent=self)
        card.changed.connect(self._fill)
        navigation.changed.connect(self._page_changed)
        navigation.steps_back(CARD, self._step_back)

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        """Whether there is any."""
        return bool(self._cards.rows)

    @Property(QObject, notify=changed)
    def cards(self) -> RowModel:
        return self._cards

    @Slot(str)
    def open(self, code: str) -> None:
        """Tap one of them."""
        self._trail.append(self._card.code)
        self._card.show(code)

    def _step_back(self) -> bool:
        if not self._trail:
            return False
        self._card.show(self._trail.pop())
        return True

    @Slot()
    def _page_changed(self) -> None:
        if self._navigation.page not in _STILL_READING:
            self._trail.clear()

    @Slot()
    def _fill(self) -> None:
        card = self._catalogue.card(self._card.code)
        self._cards.show(
            [
                {
                    "code": each.code,
                    "name": self._language.text(each.name),
                    "spokenLanguage": self._language.shown(each.name),
                }
                for each in (self._catalogue.related_cards(card) if card is not None else ())
            ]
        )
        self.changed.emit()
