"""The middle pane: what is typed, the cards that have it and pass the filters, and which of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card
from kiosk.domain.review import in_review_order
from kiosk.domain.search.highlights import TypedWords
from kiosk.domain.search.in_languages import Found, found_in_languages
from kiosk.domain.search.index import LONGEST_TYPED, Match
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.staff.filters import FiltersViewModel
from kiosk.terminal.staff.results import ROLES, ResultLine
from kiosk.terminal.staff.sections import sections
from kiosk.terminal.staff.shelf import Shelf

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""
_ERASED = "\b"
_DATES = ("legal_state", "modified")
"""What a list of overdue cards tells of each."""
_PAGE, _ALL = 8, 1_000_000
"""Lines that a page key and Home or End go."""


@QmlElement
class StaffSearchViewModel(QObject):
    """Searches in the program's language; in the others where that finds nothing, as for a foreign word spelt out."""

    changed = Signal()
    opened = Signal(str)
    """The card with this code is chosen; an empty one if there is none."""
    writing = Signal()
    """Letters were typed elsewhere in the window: the keyboard belongs to the field."""

    def __init__(self, shelf: Shelf, filters: FiltersViewModel, language: LanguageViewModel) -> None:
        super().__init__()
        self._shelf = shelf
        self._filters = filters
        self._language = language
        self._typed = ""
        self._cards: tuple[Card, ...] = ()
        self._best = Found(language.code)
        self._current = 0
        self._results = RowModel(*ROLES, parent=self)
        filters.turned.connect(self._find)
        shelf.indexed.connect(self._find)
        shelf.changed.connect(self.start)

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._typed

    @Property(QObject, notify=changed)
    def results(self) -> RowModel:
        return self._results

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._cards)

    @Property(int, notify=changed)
    def current(self) -> int:
        """Which line is chosen, from 0; -1 if there is none."""
        return self._current if self._cards else -1

    @Property(str, notify=changed)
    def told(self) -> str:
        """How many cards there are, and whether they have all the words."""
        if not self._best.is_ready:
            return translate("StaffSearch", "The cards are being made searchable …")
        if not self._best.is_complete and self._cards:
            return translate("StaffSearch", "No card has all these words. These have some of them:")
        return self.tr("%n card(s)", "", len(self._cards))

    @property
    def words(self) -> TypedWords:
        """What is typed, to be marked in a card."""
        return TypedWords(self._typed)

    @Slot()
    def start(self) -> None:
        """Make the cards searchable, and list all of them."""
        self._shelf.indexes.prepare(self._language.code)
        self._find()

    @Slot(str)
    def write(self, typed: str) -> None:
        """Search for `typed` from now on."""
        if typed != self._typed:
            self._typed = typed[:LONGEST_TYPED]
            self._current = -1  # the best hit is wanted, not the card that was chosen before
            self._find()

    @Slot(str, bool, result=bool)
    def typeOn(self, letters: str, is_new: bool) -> bool:  # noqa: FBT001  # QML has no keyword arguments
        """Write a letter typed elsewhere in the window, or take the last away; tells whether it was one.

        Whoever `is_new` has read a card meanwhile: the next letter begins the next search.
        """
        if letters == _ERASED and not is_new:
            typed = self._typed[:-1]
        elif letters.isprintable() and letters.strip():
            typed = letters if is_new else self._typed + letters
        else:
            return False
        self.write(typed)
        self.writing.emit()
        return True

    @Slot()
    def clear(self) -> None:
        """Nothing is typed any more."""
        self.write("")

    @Slot(int)
    def step(self, lines: int) -> None:
        """Choose the card so many lines below, as far as there are any."""
        self.choose(self._current + lines)

    @Slot(int)
    def choose(self, line: int) -> None:
        """Choose a line; the nearest there is."""
        line = min(max(line, 0), max(0, len(self._cards) - 1))
        if line != self._current:
            self._current = line
            self.changed.emit()
            self._open()

    @Slot(int, bool, result=bool)
    def travel(self, key: int, is_in_list: bool) -> bool:  # noqa: FBT001  # QML has no keyword arguments
        """Choose a card far up or down the list, and tell whether `key` is one that does that; in the field few do."""
        far = {Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}
        if is_in_list:
            far |= {Qt.Key.Key_Home: -_ALL, Qt.Key.Key_End: _ALL}
        if key not in far:
            return False
        self.step(far[Qt.Key(key)])
        return True

    @Slot(str)
    def goTo(self, code: str) -> None:
        """Choose a card that may be hidden: filters and words then go."""
        if all(card.code != code for card in self._cards):
            self._typed = ""
            self._filters.clear()
            self._find()
        line = next((place for place, card in enumerate(self._cards) if card.code == code), None)
        if line is not None:
            self.choose(line)

    @Slot()
    def _find(self) -> None:
        kept = self._cards[self._current].code if 0 <= self._current < len(self._cards) else ""
        found = self._found()
        wanted, traits = self._filters.filter, self._shelf.traits
        cards = (card for card in found if wanted.passes(traits(card)))
        is_review = wanted.is_for_review and not self.words
        self._cards = in_review_order(cards) if is_review else tuple(cards)
        self._current = next((place for place, card in enumerate(self._cards) if card.code == kept), 0)
        typed, told = self.words, sections()
        pack = self._shelf.pack
        writer = CardWriter(pack.office, pack.catalogue, CardWords(self._language, self._best.language))
        self._results.show(
            [ResultLine(card, typed, self._shelf, writer, told, _DATES if is_review else ()) for card in self._cards]
        )
        self._filters.count(traits(card) for card in found)
        self.changed.emit()
        self._open()

    def _found(self) -> tuple[Card, ...]:
        """Those that have the words, best first, before any filter."""
        home = self._language.code
        if not self._typed.strip():
            self._best = Found(home)
            return self._shelf.cards
        self._best = found_in_languages(self._found_in, home, self._shelf.pack.office.languages)
        return tuple(match.card for match in self._best.matches)

    def _found_in(self, language: str) -> Sequence[Match] | None:
        indexes = self._shelf.indexes
        indexes.prepare(language)
        return indexes.find(language, self._typed, len(self._shelf.cards))

    def _open(self) -> None:
        self.opened.emit(self._cards[self._current].code if self._cards else "")
