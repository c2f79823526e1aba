"""The left pane: what the list can be narrowed to, and how many cards there would be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import CardStatus, Client
from kiosk.domain.card_filter import CardFilter, Dimension, Need, Traits
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.staff.shelf import Shelf

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""
_STATES = (CardStatus.IN_FORCE, CardStatus.TO_APPROVE, CardStatus.DRAFT, CardStatus.WITHDRAWN)
Choices = Sequence[tuple[str, str]]
"""Trait and words of each."""


@QmlElement
class FiltersViewModel(QObject):
    """One trait at most in each dimension; choosing it again gives it up."""

    changed = Signal()
    turned = Signal()
    """Something else is wanted: the list must be made anew."""

    def __init__(self, shelf: Shelf, language: LanguageViewModel) -> None:
        super().__init__()
        self._shelf = shelf
        self._language = language
        self._filter = CardFilter()
        self._traits: Sequence[Traits] = ()
        self._rows = RowModel("dimension", "trait", "words", "count", "isChosen", "isHeading", parent=self)
        shelf.changed.connect(self._renew)

    @Property(QObject, notify=changed)
    def rows(self) -> RowModel:
        """Headings, and the traits under them."""
        return self._rows

    @Property(bool, notify=changed)
    def isSet(self) -> bool:
        return bool(self._filter.chosen)

    @Property(str, notify=changed)
    def summary(self) -> str:
        """What is chosen, in words."""
        chosen = self._filter.chosen
        return " · ".join(
            words
            for dimension, _, choices in self._dimensions()
            for trait, words in choices
            if chosen.get(dimension) == trait
        )

    @property
    def filter(self) -> CardFilter:
        return self._filter

    @Slot(int)
    def turnRow(self, row: int) -> None:
        """Choose the trait of a row, or give it up. Headings have none."""
        if 0 <= row < len(self._rows.rows) and (trait := str(self._rows.rows[row]["trait"])):
            self._set(self._filter.turned(Dimension(str(self._rows.rows[row]["dimension"])), trait))

    @Slot(int, int, result=int)
    def beside(self, row: int, step: int) -> int:
        """The next row above or below that can be chosen; the same where there is none."""
        rows = self._rows.rows
        near = row + step
        while 0 <= near < len(rows) and rows[near]["isHeading"]:
            near += step
        return near if 0 <= near < len(rows) else row

    @Slot()
    def clear(self) -> None:
        """All cards are wanted again."""
        self._set(CardFilter())

    @Slot()
    def toggleOverdue(self) -> None:
        """Only the cards due for a review, or no longer only those."""
        self._set(self._filter.turned(Dimension.NEED, Need.OVERDUE))

    def count(self, found: Iterable[Traits]) -> None:
        """Show how many of the cards `found` by words there would be with each trait."""
        self._traits = tuple(found)
        self._show()

    def _set(self, wanted: CardFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self.turned.emit()

    @Slot()
    def _renew(self) -> None:
        """Another pack: what it does not have cannot be chosen."""
        known = {(dimension, trait) for dimension, _, choices in self._dimensions() for trait, _ in choices}
        self._filter = CardFilter(
            {each: trait for each, trait in self._filter.chosen.items() if (each, trait) in known}
        )

    def _show(self) -> None:
        counts = self._filter.counts(self._traits)
        rows = []
        for dimension, heading, choices in self._dimensions():
            rows.append(self._row(dimension, "", heading, 0))
            rows += [self._row(dimension, trait, words, counts.get((dimension, trait), 0)) for trait, words in choices]
        self._rows.show(rows)
        self.changed.emit()

    def _row(self, dimension: Dimension, trait: str, words: str, count: int) -> dict[str, object]:
        return {
            "dimension": str(dimension),
            "trait": trait,
            "words": words,
            "count": count,
            "isChosen": bool(trait) and self._filter.chosen.get(dimension) == trait,
            "isHeading": not trait,
        }

    def _dimensions(self) -> Sequence[tuple[Dimension, str, Choices]]:
        office, catalogue, text = self._shelf.pack.office, self._shelf.pack.catalogue, self._language.text
        words = CardWords(self._language, self._language.code)
        return (
            (
                Dimension.GROUP,
                translate("StaffCard", "Group"),
                [(each.id, text(each.name)) for each in catalogue.groups],
            ),
            (
                Dimension.CLIENT,
                translate("StaffCard", "Client"),
                [(str(each), words.client(each)) for each in Client],
            ),
            (Dimension.PLACE, translate("StaffCard", "Place"), [(each.id, text(each.name)) for each in office.places]),
            (
                Dimension.STATUS,
                translate("StaffCard", "State"),
                [(str(each), words.status(each)) for each in _STATES],
            ),
            (
                Dimension.NEED,
                translate("StaffCard", "To look at"),
                [
                    (str(Need.OVERDUE), translate("StaffCard", "Review overdue")),
                    (str(Need.CHANGED), translate("StaffCard", "Changed")),
                    (str(Need.TO_CONFIRM), translate("StaffCard", "To be confirmed")),
                ],
            ),
        )
