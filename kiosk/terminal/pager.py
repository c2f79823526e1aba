"""Pages instead of scrolling: what does not fit goes to the next page, behind two large buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


def page_starts(heights: Sequence[float], stays_with_next: Sequence[bool], room: float) -> list[int]:
    """Index of the first block of each page when blocks of `heights` are put into pages of height `room`.

    A block that stays with the next one (a heading) never ends a page. A block higher than `room` gets its own page.
    """
    starts, used, first_of_chain = [0], 0.0, 0
    for index, height in enumerate(heights):
        if index == 0 or not stays_with_next[index - 1]:
            first_of_chain = index
        if used + height > room and index > starts[-1]:
            start = first_of_chain if first_of_chain > starts[-1] else index
            starts.append(start)
            used = sum(heights[start:index])
        used += height
    return starts


@QmlElement
class Pager(QObject):
    """Which of `pages` pages is shown, counted from 1."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page = self._pages = 1

    @Property(int, notify=changed)
    def page(self) -> int:
        return self._page

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages

    @Slot()
    def next(self) -> None:
        self.show(self._page + 1, self._pages)

    @Slot()
    def previous(self) -> None:
        self.show(self._page - 1, self._pages)

    def show(self, page: int, pages: int) -> None:
        """Show `page` of `pages`, or the nearest there is."""
        shown = (max(1, min(page, pages)), max(1, pages))
        if shown != (self._page, self._pages):
            self._page, self._pages = shown
            self.changed.emit()
