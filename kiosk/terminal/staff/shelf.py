"""The cards as they are now: the pack, what every card is and needs today, and the cards made searchable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from kiosk.domain.card import Card
from kiosk.domain.card_filter import Need, Traits, traits
from kiosk.domain.errors import Fault
from kiosk.domain.pack import Pack
from kiosk.domain.review import is_overdue
from kiosk.domain.search.staff_fields import staff_fields
from kiosk.terminal.indexing import CardIndexes
from kiosk.terminal.staff.errands import Errands
from kiosk.terminal.staff.ports import PackSource, ReadPack

Reloaded = Callable[[ReadPack | None, Fault | None], None]


class Shelf(QObject):
    """Holds one pack until it is read again. GUI thread only; `today` is asked whenever a pack comes."""

    changed = Signal()
    """Another pack is here."""
    indexed = Signal()
    """The cards can be searched, in one more language."""

    def __init__(
        self, pack: Pack, source: PackSource, errands: Errands, today: Callable[[], date], months: int
    ) -> None:
        super().__init__()
        self._source = source
        self._errands = errands
        self._today = today
        self._months = months
        self._place(pack)

    @property
    def pack(self) -> Pack:
        return self._pack

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, whatever its state, in the order of its group."""
        return self._cards

    @property
    def indexes(self) -> CardIndexes:
        return self._indexes

    def card(self, code: str) -> Card | None:
        return self._pack.catalogue.card(code)

    def previous(self, code: str) -> Card | None:
        """The card with this code in the version before, if the office has kept it."""
        return self._pack.catalogue.previous.get(code)

    def traits(self, card: Card) -> Traits:
        return self._traits[card.code]

    def needs(self, card: Card) -> list[Need]:
        """What somebody should look at, the most urgent first."""
        overdue = is_overdue(card, self._today(), self._months)
        return [
            need
            for need, is_needed in (
                (Need.OVERDUE, overdue),
                (Need.CHANGED, card.code in self._pack.catalogue.previous),
                (Need.TO_CONFIRM, bool(card.to_confirm)),
            )
            if is_needed
        ]

    def reload(self, told: Reloaded) -> None:
        """Read the pack again off the GUI thread; then `told` is called with what was read, or with the fault."""
        self._errands.send(self._source, lambda read, fault: self._read(read, fault, told))

    def stop(self) -> None:
        """End the thread that makes cards searchable."""
        self._indexes.stop()

    def _read(self, read: object, fault: Fault | None, told: Reloaded) -> None:
        if not isinstance(read, ReadPack):
            told(None, fault)
            return
        if read.pack != self._pack:
            self._indexes.stop()
            self._place(read.pack)
            self.changed.emit()
        told(read, fault)

    def _place(self, pack: Pack) -> None:
        self._pack = pack
        order = {group.id: place for place, group in enumerate(pack.catalogue.groups)}
        self._cards = tuple(sorted(pack.catalogue.cards, key=lambda card: order.get(card.group, len(order))))
        self._traits = {card.code: traits(card, self.needs(card)) for card in self._cards}
        self._indexes = CardIndexes(self._cards, staff_fields)
        self._indexes.built.connect(self.indexed)
