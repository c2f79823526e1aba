"""The card page: how to settle one matter, in full or in plain language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office, Place
from kiosk.terminal.card_paper import fitting
from kiosk.terminal.card_text import Block, CardText
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.page_measures import PageMeasures
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardViewModel(QObject):
    """One card, as blocks of text. Whether plain language is wanted goes with the visitor from card to card."""

    changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        office: Office,
        here: Place,
        language: LanguageViewModel,
        media: Mapping[str, Path],
    ) -> None:
        super().__init__()
        self._media = media
        self._catalogue = catalogue
        self._office = office
        self._here = here
        self._language = language
        self._card: Card | None = None
        self._openings = 0
        self._page: PageMeasures | None = None
        self._wants_plain = False
        self._facts = RowModel("icon", "label", "text", "spokenLanguage", parent=self)
        self._blocks = RowModel(
            "kind", "text", "mark", "icon", "spokenLanguage", "staysWithNext", "goesOn", parent=self
        )
        language.changed.connect(self._write)

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.code if self._card is not None else ""

    @Property(int, notify=changed)
    def openings(self) -> int:
        """How many times a card was opened: each is read from its beginning."""
        return self._openings

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._language.text(self._card.name) if self._card is not None else ""

    @Property(bool, notify=changed)
    def isToConfirm(self) -> bool:
        """Whether the office still has to confirm something on this card."""
        return self._card is not None and bool(self._card.to_confirm)

    @Property(str, notify=changed)
    def recording(self) -> str:
        """Path of the card read aloud in the language shown; empty if there is none."""
        name = self._card.recordings.get(self._language.code) if self._card is not None else None
        return str(self._media.get(name, "")) if name is not None else ""

    @Property(bool, notify=changed)
    def hasPlain(self) -> bool:
        """Whether the office has written this card in plain language too."""
        return self._card is not None and bool(self._card.plain)

    @Property(bool, notify=changed)
    def isPlain(self) -> bool:
        """Whether it is shown so."""
        return self._wants_plain and self._card is not None and bool(self._card.plain)

    @Property(QObject, notify=changed)
    def facts(self) -> RowModel:
        return self._facts

    @Property(QObject, notify=changed)
    def blocks(self) -> RowModel:
        return self._blocks

    @Slot(str)
    def show(self, code: str) -> None:
        """Open the card with this code."""
        self._openings += 1
        self._card = self._catalogue.card(code)
        self._write()

    @Slot()
    def togglePlain(self) -> None:
        """From the full card to plain language and back; the next card is shown the same way."""
        self._wants_plain = not self._wants_plain
        self._write()

    @Slot(float, float, float, str)
    def setPaper(self, width: float, height: float, size: float, family: str) -> None:
        """A page is so wide and high, in pixels, and written in type of `size`: longer paragraphs go on overleaf."""
        page = PageMeasures(width, height, size, family)
        if page.has_room and page != self._page:
            self._page = page
            # Without `changed`: what else the page shows is the same, and its room may have changed because of that.
            self._fill()

    def forget(self) -> None:
        """The next visitor finds full cards."""
        if self._wants_plain:
            self.togglePlain()

    @Slot()
    def _write(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        if self._card is None:
            return
        text = CardText(self._card, self._office, self._here, self._language.code)
        written = text.plain_blocks() if self.isPlain else text.blocks()
        as_shown = [replace(block, text=self._language.set(block.text, block.language)) for block in written]
        blocks = [
            piece
            for before, block in zip([None, *as_shown], as_shown, strict=False)
            for piece in self._fitting(block, before)
        ]
        following = [block.kind for block in blocks[1:]] + [""]
        self._facts.show(
            [
                {
                    "icon": each.icon,
                    "label": each.label,
                    "text": self._language.set(each.text, each.language),
                    "spokenLanguage": each.language,
                }
                for each in text.facts()
            ]
        )
        self._blocks.show(
            [
                {
                    "kind": block.kind,
                    "text": block.text,
                    "mark": block.mark,
                    "icon": block.icon,
                    "spokenLanguage": block.language,
                    "staysWithNext": block.kind == "heading" or (block.kind, kind) == ("paragraph", "item"),
                    "goesOn": block.goes_on,
                }
                for block, kind in zip(blocks, following, strict=True)
            ]
        )

    def _fitting(self, block: Block, before: Block | None) -> list[Block]:
        return fitting(block, self._page, before) if self._page is not None else [block]
