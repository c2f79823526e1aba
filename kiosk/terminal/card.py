"""The card page: how to settle one matter, in pages instead of a scroll."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office, Place
from kiosk.terminal.card_text import CardText
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.pager import Pager, page_starts
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.typography import well_set

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardViewModel(QObject):
    """One card. The page reports how high each block is drawn; whole blocks are then put into pages."""

    changed = Signal()
    pageChanged = Signal()

    def __init__(self, catalogue: Catalogue, office: Office, here: Place, language: LanguageViewModel) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._office = office
        self._here = here
        self._language = language
        self._card: Card | None = None
        self._facts = RowModel("icon", "label", "text", parent=self)
        self._blocks = RowModel("kind", "text", "mark", "icon", "isEnding", parent=self)
        self._pager = Pager(self)
        self._heights: list[float] = []
        self._stays_with_next: list[bool] = []
        self._starts = [0]
        self._room = 0.0
        self._reading = 0
        self._pager.changed.connect(self._turned)
        language.changed.connect(self._write)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._language.text(self._card.name) if self._card is not None else ""

    @Property(bool, notify=changed)
    def isToConfirm(self) -> bool:
        """Whether the office still has to confirm something on this card."""
        return self._card is not None and bool(self._card.to_confirm)

    @Property(QObject, notify=changed)
    def facts(self) -> RowModel:
        return self._facts

    @Property(QObject, notify=changed)
    def blocks(self) -> RowModel:
        return self._blocks

    @Property(Pager, notify=changed)
    def pager(self) -> Pager:
        return self._pager

    @Property(int, notify=pageChanged)
    def firstBlock(self) -> int:
        """The first block on the page shown."""
        return self._starts[min(self._pager.page, len(self._starts)) - 1]

    @Property(int, notify=pageChanged)
    def lastBlock(self) -> int:
        """The last block on the page shown."""
        page = min(self._pager.page, len(self._starts))
        return (self._starts[page] if page < len(self._starts) else len(self._heights)) - 1

    def show(self, code: str) -> None:
        """Open the card with this code on its first page."""
        self._card = self._catalogue.card(code)
        self._pager.show(1, 1)
        self._reading = 0
        self._write()

    @Slot(float)
    def setRoom(self, height: float) -> None:
        """The page has `height` pixels for blocks."""
        self._room = height
        self._turn()

    @Slot(int, float)
    def setBlockHeight(self, index: int, height: float) -> None:
        """Block `index` is drawn `height` pixels high."""
        if index < len(self._heights) and self._heights[index] != height:
            self._heights[index] = height
            self._turn()

    def _write(self) -> None:
        if self._card is None:
            return
        text = CardText(self._card, self._office, self._here, self._language.code)
        blocks = text.blocks()
        self._stays_with_next = [
            block.kind == "heading" or (block.kind, following.kind if following else "") == ("paragraph", "item")
            for block, following in zip_longest(blocks, blocks[1:])
        ]
        self._heights = [*self._heights[: len(blocks)], *[0.0] * (len(blocks) - len(self._heights))]
        self._facts.show(
            [{"icon": each.icon, "label": each.label, "text": well_set(each.text)} for each in text.facts()]
        )
        self._blocks.show(
            [
                {
                    "kind": block.kind,
                    "text": well_set(block.text),
                    "mark": block.mark,
                    "icon": block.icon,
                    "isEnding": following is not None and following.kind == "heading",
                }
                for block, following in zip_longest(blocks, blocks[1:])
            ]
        )
        self.changed.emit()
        self._turn()

    def _turned(self) -> None:
        self._reading = self.firstBlock
        self.pageChanged.emit()

    def _turn(self) -> None:
        if not self._heights or self._room <= 0.0:
            return
        reading = self._reading
        self._starts = page_starts(self._heights, self._stays_with_next, self._room)
        self._pager.show(sum(1 for start in self._starts if start <= reading), len(self._starts))
        # New pages of the same text: the visitor still reads the block that was first when they turned the page.
        self._reading = reading
        self.pageChanged.emit()
