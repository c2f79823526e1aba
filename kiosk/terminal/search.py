"""The search of the catalogue: what is typed, and the cards that it finds, at every letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.search.index import Match
from kiosk.terminal.indexing import CardIndexes
from kiosk.terminal.keyboard import KeyboardViewModel
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CARD, CATALOGUE, GROUP, HOME, OUT_OF_SERVICE, SEARCH, NavigationViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_LETTERS = 60
MOST_RESULTS = 12
_PREVIEWS = 3
"""Results made ready while letters are typed: more are not seen above the keys, and each costs time at every letter."""
_NEEDING_THE_INDEX = (CATALOGUE, GROUP, SEARCH)
_BETWEEN_VISITORS = (HOME, OUT_OF_SERVICE)


@QmlElement
class SearchViewModel(QObject):
    """Either the words are being typed, or all results are shown. Forgotten when the visitor leaves."""

    changed = Signal()
    cardOpened = Signal(str)

    def __init__(
        self,
        indexes: CardIndexes,
        keyboard: KeyboardViewModel,
        language: LanguageViewModel,
        navigation: NavigationViewModel,
    ) -> None:
        super().__init__()
        self._indexes = indexes
        self._keyboard = keyboard
        self._language = language
        self._navigation = navigation
        self._typed = ""
        self._matches: tuple[Match, ...] | None = ()
        self._is_showing_results = False
        self._results = RowModel("code", "name", "summary", "spokenLanguage", parent=self)
        keyboard.typed.connect(self.press)
        indexes.built.connect(self._find)
        language.changed.connect(self._speak)
        navigation.changed.connect(self._page_changed)

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._typed

    @Property(bool, notify=changed)
    def isReady(self) -> bool:
        """Whether the cards can be searched; if not, results come by themselves."""
        return self._matches is not None

    @Property(bool, notify=changed)
    def isComplete(self) -> bool:
        """Whether every card found has all the words."""
        return bool(self._matches) and all(match.is_complete for match in self._matches or ())

    @Property(int, notify=changed)
    def count(self) -> int:
        """Cards found, at most `MOST_RESULTS`."""
        return len(self._matches or ())

    @Property(bool, notify=changed)
    def isShowingResults(self) -> bool:
        """All of them, in place of the keyboard."""
        return self._is_showing_results

    @Property(QObject, notify=changed)
    def results(self) -> RowModel:
        """Every card found, best first; while letters are typed only the first few."""
        return self._results

    @Slot(str)
    def press(self, key: str) -> None:
        """Write a letter or a space. What would be too long, or one space too many, is ignored."""
        is_needless = key == " " and self._typed[-1:] in ("", " ")
        if len(self._typed) + len(key) <= MOST_LETTERS and not is_needless:
            self._write(self._typed + key)

    @Slot()
    def erase(self) -> None:
        """Take the last letter away."""
        self._write(self._typed[:-1])

    @Slot()
    def eraseAll(self) -> None:
        self._write("")

    @Slot()
    def showResults(self) -> None:
        self._turn(to_results=True)

    @Slot()
    def changeWords(self) -> None:
        """Show the keyboard again."""
        self._turn(to_results=False)

    @Slot(str)
    def open(self, code: str) -> None:
        """Tap a result."""
        self.cardOpened.emit(code)
        self._navigation.open(CARD)

    def _write(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self._find()

    def _turn(self, *, to_results: bool) -> None:
        self._is_showing_results = to_results
        self._show()

    @Slot()
    def _find(self) -> None:
        is_asked = bool(self._typed.strip())
        self._matches = self._indexes.find(self._language.code, self._typed, MOST_RESULTS) if is_asked else ()
        self._show()

    def _show(self) -> None:
        shown = (self._matches or ())[: MOST_RESULTS if self._is_showing_results else _PREVIEWS]
        self._results.show(
            [
                {
                    "code": match.card.code,
                    "name": self._language.text(match.card.name),
                    "summary": self._language.text(match.card.summary),
                    "spokenLanguage": self._language.shown(match.card.name),
                }
                for match in shown
            ]
        )
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        self._prepare()
        self._find()

    @Slot()
    def _page_changed(self) -> None:
        self._prepare()
        if self._navigation.page in _BETWEEN_VISITORS:
            self._forget()

    def _prepare(self) -> None:
        if self._navigation.page in _NEEDING_THE_INDEX or self._typed:
            self._indexes.prepare(self._language.code)

    def _forget(self) -> None:
        """What one visitor looked for is nobody else's business."""
        if self._typed or self._is_showing_results:
            self._typed, self._matches, self._is_showing_results = "", (), False
            self._show()
        self._keyboard.reset()
