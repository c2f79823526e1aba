"""The card page: how to settle one matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office, Place
from kiosk.terminal.card_text import Block, CardText
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.pieces import Paper, pieces
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_LARGER = 1.2
"""How much larger the gist and headings are written than the rest."""
_LINE_HEIGHT = 1.2
_OF_THE_HEADING = 1.4
_OF_THE_MARK = 2.4
"""Sizes of type that a mark and the gap beside it take at most."""
_ROOMY = 2.0
"""Squares of the size of type that a letter takes at most, blanks at the ends of lines included: no need to measure."""
_INDENT = " "
"""Stands in the place of a mark where an item goes on."""


@QmlElement
class CardViewModel(QObject):
    """One card, as blocks of text."""

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
        self._paper = (0.0, 0.0, 0.0, "")
        self._facts = RowModel("icon", "label", "text", parent=self)
        self._blocks = RowModel("kind", "text", "mark", "icon", "staysWithNext", parent=self)
        language.changed.connect(self._write)

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.code if self._card is not None else ""

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
    def hasFacts(self) -> bool:
        return bool(self._facts.rows)

    @Property(QObject, notify=changed)
    def facts(self) -> RowModel:
        return self._facts

    @Property(QObject, notify=changed)
    def blocks(self) -> RowModel:
        return self._blocks

    def show(self, code: str) -> None:
        """Open the card with this code."""
        self._card = self._catalogue.card(code)
        self._write()

    @Slot(float, float, float, str)
    def setPaper(self, width: float, height: float, size: float, family: str) -> None:
        """A page is so wide and high, in pixels, and written in type of `size`: longer paragraphs go on overleaf."""
        if min(width, height, size) > 0 and (width, height, size, family) != self._paper:
            self._paper = (width, height, size, family)
            self._write()

    def _write(self) -> None:
        if self._card is None:
            return
        text = CardText(self._card, self._office, self._here, self._language.code)
        blocks = [piece for block in text.blocks() for piece in self._fitting(block)]
        following = [block.kind for block in blocks[1:]] + [""]
        self._facts.show(
            [{"icon": each.icon, "label": each.label, "text": self._language.set(each.text)} for each in text.facts()]
        )
        self._blocks.show(
            [
                {
                    "kind": block.kind,
                    "text": self._language.set(block.text),
                    "mark": block.mark,
                    "icon": block.icon,
                    "staysWithNext": block.kind == "heading" or (block.kind, kind) == ("paragraph", "item"),
                }
                for block, kind in zip(blocks, following, strict=True)
            ]
        )
        self.changed.emit()

    def _fitting(self, block: Block) -> list[Block]:
        """The block, in pieces where one page cannot hold it; only the first carries the mark."""
        width, height, size, family = self._paper
        if width <= 0:
            return [block]
        is_larger = block.kind in ("lead", "heading")
        font = QFont(family)
        font.setPixelSize(round(size * _LARGER if is_larger else size))
        font.setWeight(QFont.Weight.Medium if is_larger else QFont.Weight.Normal)
        # A heading stays with what it heads: it takes some lines from it.
        lines = height / (QFontMetricsF(font).lineSpacing() * _LINE_HEIGHT) - _OF_THE_HEADING
        paper = Paper(width - (_OF_THE_MARK * size if block.mark else 0), max(1, int(lines)), font)
        if "\n" not in block.text and paper.width * paper.lines > _ROOMY * size * size * len(block.text):
            return [block]
        first, *others = pieces(block.text, paper)
        going_on = replace(block, mark=_INDENT if block.mark else "")
        return [replace(block, text=first), *(replace(going_on, text=other) for other in others)]
