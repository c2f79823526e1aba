"""The on-screen keyboard: the keys of the language shown, as the panel has room for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSizeF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.keyboard import layout_for
from kiosk.domain.keyboard_room import Page, arranged
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MORE = "more"
"""The code of the key that shows the other keys; every other code is what the key types."""
_OF_THE_FIELD = 1
"""Rows of the height of a key that the field above takes."""


@QmlElement
class KeyboardViewModel(QObject):
    """Keys with their places, counted in keys from the top left one; a row shorter than the longest is centred."""

    changed = Signal()
    typed = Signal(str)
    """A key was pressed that writes this."""

    def __init__(self, language: LanguageViewModel, *, has_space: bool = True) -> None:
        """`has_space`: it finds a place for the space key; otherwise the page has one in a place of its own."""
        super().__init__()
        self._has_space = has_space
        self._language = language
        self._keys = RowModel("code", "label", "row", "column", parent=self)
        self._columns, self._rows = 11, 7
        self._room = (0.0, 0.0, 0.0)
        self._pages: tuple[Page, ...] = ()
        self._page = 0
        self._has_space_below = True
        language.changed.connect(self._speak)
        self._speak()

    @Property(QObject, notify=changed)
    def keys(self) -> RowModel:
        return self._keys

    @Property(int, notify=changed)
    def keysInARow(self) -> int:
        """Of the longest row."""
        return max(len(row) for row in self._pages[0])

    @Property(int, notify=changed)
    def keyRows(self) -> int:
        """Of the page with most of them: the keyboard keeps its height when it turns."""
        return max(len(self._with_more(number)) for number in range(len(self._pages)))

    @Property(bool, notify=changed)
    def hasSpaceBelow(self) -> bool:
        """Whether there is a row for the space key below the letters; otherwise it stands beside the field."""
        return self._has_space_below

    @Property(bool, notify=changed)
    def hasPreviews(self) -> bool:
        """Whether results are seen between the field and the keys."""
        height, row, tile = self._room
        return tile > 0 and height - (_OF_THE_FIELD + self.keyRows + self._has_space_below) * row >= tile

    @Slot(QSizeF, QSizeF, float, float)
    def setRoom(self, room: QSizeF, key: QSizeF, gap: float, tile: float) -> None:
        """There is so much room for field, results and keys; a key, a gap and a result are so large, in pixels."""
        if min(room.width(), room.height(), key.width(), key.height()) <= 0:
            return
        self._columns = int((room.width() + gap) // (key.width() + gap))
        self._rows = int((room.height() + gap) // (key.height() + gap))
        self._room = (room.height(), key.height() + gap, tile)
        self._arrange()

    @Slot(str)
    def press(self, code: str) -> None:
        """A key was touched."""
        if code == MORE:
            self._page = (self._page + 1) % len(self._pages)
            self._show()
        else:
            self.typed.emit(code)

    def reset(self) -> None:
        """The first keys are shown again."""
        self._page = 0
        self._show()

    @Slot()
    def _speak(self) -> None:
        self._page = 0
        self._arrange()

    def _arrange(self) -> None:
        """Whole rows as people know them, then few pages, then a space key in its usual place, in this order."""
        layout = layout_for(self._language.code)
        both = [
            (below, arranged(layout, self._columns, self._rows - _OF_THE_FIELD - below))
            for below in self._places_of_space()
        ]
        self._has_space_below, self._pages = min(both, key=lambda one: (one[1] != (layout.rows,), len(one[1])))
        self._page = min(self._page, len(self._pages) - 1)
        self._show()

    def _places_of_space(self) -> tuple[bool, ...]:
        """Whether there is a row for it below the letters, what is preferred first."""
        return (True, False) if self._has_space else (False,)

    def _with_more(self, number: int) -> Page:
        """A page, and the key that leads to the next one where there is one."""
        page = self._pages[number]
        if len(self._pages) == 1:
            return page
        *others, last = page
        return (*others, (*last, MORE)) if len(last) < self.keysInARow else (*page, (MORE,))

    def _show(self) -> None:
        widest = self.keysInARow
        following = self._pages[(self._page + 1) % len(self._pages)][0]
        self._keys.show(
            [
                {
                    "code": key,
                    "label": "".join(following[:2]) + "…" if key == MORE else key,
                    "row": number,
                    "column": (widest - len(row)) / 2 + place,
                }
                for number, row in enumerate(self._with_more(self._page))
                for place, key in enumerate(row)
            ]
        )
        self.changed.emit()
