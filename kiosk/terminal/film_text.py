"""The text of a film: all that is signed, in words, on a card's page with its film."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card, SignVideo
from kiosk.domain.catalogue import Catalogue
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.page_measures import PageMeasures
from kiosk.terminal.pieces import pieces
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmTextViewModel(QObject):
    """What is read of the film of the card that was opened last, and whether the visitor wants to read it."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue, language: LanguageViewModel) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._language = language
        self._card: Card | None = None
        self._page: PageMeasures | None = None
        self._is_shown = False
        self._captions = RowModel("text", "language", parent=self)
        language.changed.connect(self._write)

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.code if self._card is not None else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """Of the card."""
        return self._language.text(self._card.name) if self._card is not None else ""

    @Property(bool, notify=changed)
    def isShown(self) -> bool:
        """Whether the visitor wants the words, and maybe less of the film for it."""
        return self._is_shown

    @Property(QObject, notify=changed)
    def captions(self) -> RowModel:
        """All that is signed, a paragraph a row; `language` is the one that it is written in."""
        return self._captions

    @property
    def video(self) -> SignVideo | None:
        """The film whose text this is, if the card has one."""
        return self._card.sign_video if self._card is not None else None

    def show(self, code: str) -> None:
        """From now on the film is that of the card with this code. Safe to repeat."""
        if code and code != self.code:
            self._card = self._catalogue.card(code)
            self._is_shown = False
            self._write()

    def want(self, *, is_shown: bool) -> None:
        """The words are wanted, or not, whatever was before."""
        if is_shown != self._is_shown:
            self.toggle()

    def forget(self) -> None:
        """The next visitor begins with the film alone."""
        self.want(is_shown=False)

    @Slot()
    def toggle(self) -> None:
        self._is_shown = not self._is_shown
        self.changed.emit()

    @Slot(float, float, float, str)
    def setPaper(self, width: float, height: float, size: float, family: str) -> None:
        """A page of the words is so wide and high, in pixels, and written in type of `size`."""
        page = PageMeasures(width, height, size, family)
        if page.has_room and page != self._page:
            self._page = page
            self._write_captions()

    @Slot()
    def _write(self) -> None:
        self._write_captions()
        self.changed.emit()

    def _write_captions(self) -> None:
        if self.video is not None:
            shown = self.video.captions.language_shown(self._language.code)
            text = self.video.captions.in_language(self._language.code)
            words = [self._language.set(line, shown) for line in text.split("\n") if line.strip()]
            self._captions.show([{"text": part, "language": shown} for each in words for part in self._fitting(each)])

    def _fitting(self, words: str) -> list[str]:
        """The paragraph, in pieces where one page cannot hold it."""
        return pieces(words, self._page.paper()) if self._page is not None else [words]
