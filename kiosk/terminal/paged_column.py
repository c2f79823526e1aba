"""A column that pages instead of scrolling: what does not fit goes to the next page, behind two large buttons.

One layout serves every panel, size of text and lowered screen: a page of the terminal is a column of blocks, and
where there is room for all of them it shows one page.
"""

from __future__ import annotations

import logging
import math

from PySide6.QtCore import SIGNAL, SLOT, QMetaObject, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.page_rows import Row, height_of, own_height, rows_of
from kiosk.terminal.paging import highest_chain, page_starts, stretched
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)

_TOLD_BY_BLOCKS = (
    "implicitHeight",
    "isWanted",
    "isPinned",
    "staysWithNext",
    "stretch",
    "highest",
    "isCell",
    "beside",
    "isForOnePage",
    "goesOn",
    "widest",
)
_TOLERANCE = 0.5
"""Heights are sums of rounded pixels: half of one too much still fits."""
_MOST_COMPACT = 2
"""How far blocks draw together: 1 takes the most natural room away, 2 all that can be spared."""
_MOST_ROUNDS, _MOST_TURNS = 50, 3
"""How often a page is laid out in one turn of the event loop, and in how many turns one after another.

Blocks that never agree must neither stop the terminal nor keep it busy."""
_MOST_PINNED = 0.55
"""Share of a page that a pinned head may take; a higher one is shown on the first page only."""


@QmlElement
class PagedColumn(QQuickItem):
    """Lays out its children one below another and shows one page of them; GUI thread only.

    A child may say of itself, by properties of these names: `isWanted` (false leaves it out; the column owns its
    `visible`), `isPinned` (on top of every page, as long as that leaves room), `staysWithNext`, `stretch` (its share
    of the room left on a page) up to `highest`, `isCell` (side by side with its neighbours, in `columns` or in as many
    as it has `beside`), `widest`, `goesOn` (with the block above, as one paragraph), `isForOnePage` (left out where
    there are more: the turner has it on the last).
    One that can draw together has a `compactness`, which the column sets: 0 where everything fits on one page, else 1
    or 2, the least that makes it fit or, where nothing does, that leaves the pinned head on every page.
    The `foot` stays at the bottom of every page, unless its `isWanted` is false. The `turner` is shown below it when
    there are more pages than one. `subject` says what is shown: when it changes, the first page is shown; otherwise
    what was being read stays in sight.
    """

    changed = Signal()
    """The page, or how many there are."""
    subjectChanged = Signal()
    columnsChanged = Signal()
    spacingChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._columns = 1
        self._spacing = self._foot_spacing = 0.0
        self._is_uniform = False
        self._turner: QQuickItem | None = None
        self._foot: QQuickItem | None = None
        self._subject = ""
        self._page = self._pages = 1
        self._reading = 0
        self._firsts = [0]
        self._is_trying = self._is_due = False
        self._rounds = self._turns = 0
        for signal in (self.childrenChanged, self.widthChanged, self.heightChanged):
            signal.connect(self.arrange)

    @Property(int, notify=changed)
    def page(self) -> int:
        """The page shown, counted from 1."""
        return self._page

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages

    @Property(int, notify=columnsChanged)
    def columns(self) -> int:
        """Cells side by side."""
        return self._columns

    @columns.setter  # type: ignore[no-redef]
    def columns(self, columns: int) -> None:
        if (columns := max(1, columns)) != self._columns:
            self._columns = columns
            self.columnsChanged.emit()
            self.arrange()

    @Property(bool)
    def isUniform(self) -> bool:
        """Whether every row of cells is as high as the highest."""
        return self._is_uniform

    @isUniform.setter  # type: ignore[no-redef]
    def isUniform(self, uniform: bool) -> None:
        self._is_uniform = uniform
        self.arrange()

    @Property(float, notify=spacingChanged)
    def spacing(self) -> float:
        """Between rows, and between cells, in pixels."""
        return self._spacing

    @spacing.setter  # type: ignore[no-redef]
    def spacing(self, spacing: float) -> None:
        if spacing != self._spacing:
            self._spacing = spacing
            self.spacingChanged.emit()
            self.arrange()

    @Property(float)
    def footSpacing(self) -> float:
        """Least space above foot and turner, in pixels: targets stand further apart than lines of text."""
        return self._foot_spacing

    @footSpacing.setter  # type: ignore[no-redef]
    def footSpacing(self, spacing: float) -> None:
        self._foot_spacing = spacing
        self.arrange()

    @Property(QQuickItem)
    def turner(self) -> QQuickItem | None:
        return self._turner

    @turner.setter  # type: ignore[no-redef]
    def turner(self, turner: QQuickItem | None) -> None:
        self._turner = turner
        if turner is not None:
            turner.setParentItem(self)
            self._watch(turner)
        self.arrange()

    @Property(QQuickItem)
    def foot(self) -> QQuickItem | None:
        return self._foot

    @foot.setter  # type: ignore[no-redef]
    def foot(self, foot: QQuickItem | None) -> None:
        self._foot = foot
        if foot is not None:
            foot.setParentItem(self)
            self._watch(foot)
        self.arrange()

    @Property(str, notify=subjectChanged)
    def subject(self) -> str:
        return self._subject

    @subject.setter  # type: ignore[no-redef]
    def subject(self, subject: str) -> None:
        if subject != self._subject:
            self._subject = subject
            self._reading = 0
            self.subjectChanged.emit()
            self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Lay out again before the next frame. What blocks tell while it is tried how close they must be is heeded."""
        if self._is_trying:
            return
        if self._rounds < _MOST_ROUNDS:
            self.polish()
        else:
            self._is_due = True

    @Slot()
    def beginAnew(self) -> None:
        """A turn of the event loop has passed."""
        self._rounds = 0
        if not self._is_due:
            self._turns = 0
            return
        self._is_due = False
        self._turns += 1
        if self._turns < _MOST_TURNS:
            self.polish()
        elif self._turns == _MOST_TURNS:
            _log.warning("a page of '%s' does not come to rest", self._subject)

    def rewind(self) -> None:
        """Show the first page again."""
        self._reading = 0
        self.arrange()

    @Slot()
    def next(self) -> None:
        self._turn(self._page + 1)

    @Slot()
    def previous(self) -> None:
        self._turn(self._page - 1)

    def updatePolish(self) -> None:
        if self.width() <= 0 or self.height() <= 0:
            return
        if not self._rounds:
            QMetaObject.invokeMethod(self, "beginAnew", Qt.ConnectionType.QueuedConnection)
        self._rounds += 1
        shown = self._lay_out()
        if shown != (self._page, self._pages):
            self._page, self._pages = shown
            self.changed.emit()

    def _lay_out(self) -> tuple[int, int]:
        """Tells the page shown, and how many there are."""
        for block in self._blocks():
            self._watch(block)
        self._is_trying = True
        try:
            rows, is_paged, has_pinned = self._fitted()
        finally:
            self._is_trying = False
        room = self.height() - self._foot_height()
        if is_paged:
            room -= self._turner_height() + self._apart()
        pinned = [row for row in rows if row.is_pinned] if has_pinned else []
        flowing = rows[len(pinned) :]
        for_flow = room - sum(row.height + self._spacing for row in pinned) + _TOLERANCE if is_paged else math.inf
        starts = page_starts(
            [row.height for row in flowing],
            [row.stays_with_next for row in flowing],
            for_flow + _TOLERANCE,
            self._spacing,
        )
        self._firsts = [flowing[start].first if flowing else 0 for start in starts]
        page = max(1, sum(1 for first in self._firsts if first <= self._reading))
        shown = flowing[starts[page - 1] : [*starts[1:], len(flowing)][page - 1]]
        # One page is like the other: only what is empty takes the room that is left.
        for row in [*pinned, *shown] if is_paged else ():
            if row.is_pinned or row.blocks[0].property("isCell"):
                row.stretch = 0.0
        self._place([*pinned, *shown], room)
        self._place_foot(is_paged=is_paged)
        self._place_turner(is_shown=is_paged)
        self._order()
        return page, len(starts)

    def _fitted(self) -> tuple[list[Row], bool, bool]:
        """The rows, as close as they must be; whether they go on pages; whether the pinned ones go on each."""
        compact = [child for child in self.childItems() if child.property("compactness") is not None]
        pinnable, whole = [], []
        for compactness in range(_MOST_COMPACT + 1 if compact else 1):
            for block in compact:
                block.setProperty("compactness", compactness)
            rows = self._rows()
            room = self.height() - self._foot_height()
            if self._turner is None or height_of(rows, self._spacing) <= room + _TOLERANCE:
                return rows, False, False
            room -= self._turner_height() + self._apart()
            rows = _of_several_pages(rows)
            pinnable.append(self._can_pin(rows, room))
            whole.append(all(row.height <= room + _TOLERANCE for row in rows))
        # On pages anyway: no closer than the head needs, or else the highest block.
        has_head = any(row.is_pinned for row in rows)
        good = pinnable if any(pinnable) else whole
        least = good.index(True) if has_head and any(good) else len(good) - 1
        if least != len(good) - 1:
            for block in compact:
                block.setProperty("compactness", least)
            rows = _of_several_pages(self._rows())
        return rows, True, has_head and pinnable[least]

    def _can_pin(self, rows: list[Row], room: float) -> bool:
        pinned = [row for row in rows if row.is_pinned]
        rest = rows[len(pinned) :]
        head = sum(row.height + self._spacing for row in pinned)
        highest = highest_chain([row.height for row in rest], [row.stays_with_next for row in rest], self._spacing)
        return head <= room * _MOST_PINNED and head + highest <= room + _TOLERANCE

    def _turn(self, page: int) -> None:
        if 1 <= page <= self._pages:
            self._reading = self._firsts[page - 1]
            self.arrange()

    def _rows(self) -> list[Row]:
        wanted = [block for block in self._blocks() if block.property("isWanted") is not False]
        return rows_of(wanted, self.width(), self._columns, self._spacing, is_uniform=self._is_uniform)

    def _blocks(self) -> list[QQuickItem]:
        """Every child that may be laid out, wanted or not."""
        return [
            child
            for child in self.childItems()
            if child not in (self._turner, self._foot) and not child.inherits("QQuickRepeater")
        ]

    def _watch(self, child: QQuickItem) -> None:
        if child.property("_watched"):
            return
        child.setProperty("_watched", True)
        # Not by way of metaObject(): PySide keeps that wrapper when QML frees the thing, and then finds it again for
        # another object at the same address.
        for name in _TOLD_BY_BLOCKS:
            if child.property(name) is not None:
                QObject.connect(child, SIGNAL(f"{name}Changed()"), self, SLOT("arrange()"))

    def _place(self, shown: list[Row], room: float) -> None:
        heights = stretched(
            [row.height for row in shown],
            [row.stretch for row in shown],
            [max(row.highest, row.height) for row in shown],
            room - height_of(shown, self._spacing),
        )
        top = 0.0
        is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number_of_row, (row, height) in enumerate(zip(shown, heights, strict=True)):
            if number_of_row and not shown[number_of_row - 1].is_pinned and row.blocks[0].property("goesOn"):
                top -= self._spacing
            for number, block in enumerate(row.blocks):
                left = number * (block.width() + self._spacing)
                if not block.property("isCell"):
                    left = (self.width() - block.width()) / 2
                elif is_mirrored:
                    left = self.width() - block.width() - left
                block.setPosition(_whole(left, top))
                block.setHeight(round(height))
                block.setVisible(True)
            top += height + self._spacing
        seen = {id(block) for row in shown for block in row.blocks}
        for block in self._blocks():
            if id(block) not in seen:
                block.setVisible(False)

    def _turner_height(self) -> float:
        return self._turner.implicitHeight() if self._turner is not None else 0.0

    def _foot_height(self) -> float:
        """With the space above it."""
        if self._foot is None or self._foot.property("isWanted") is False:
            return 0.0
        self._foot.setWidth(self.width())
        return own_height(self._foot) + self._apart()

    def _apart(self) -> float:
        return max(self._spacing, self._foot_spacing)

    def _place_foot(self, *, is_paged: bool) -> None:
        if self._foot is None:
            return
        self._foot.setVisible(self._foot.property("isWanted") is not False)
        self._foot.setHeight(own_height(self._foot))
        below = self._turner_height() + self._apart() if is_paged else 0.0
        self._foot.setY(round(self.height() - below - own_height(self._foot)))

    def _place_turner(self, *, is_shown: bool) -> None:
        if self._turner is not None:
            self._turner.setVisible(is_shown)
            self._turner.setWidth(self.width())
            self._turner.setHeight(self._turner_height())
            self._turner.setY(self.height() - self._turner_height())

    def _order(self) -> None:
        """For those who hear the page or go by keys, what stands below comes after what stands above."""
        below = [item for item in (self._foot, self._turner) if item is not None]
        if self.childItems()[-len(below) :] != below:
            for item in below:
                if (last := self.childItems()[-1]) is not item:
                    item.stackAfter(last)


def _of_several_pages(rows: list[Row]) -> list[Row]:
    for row in rows:
        row.blocks = [block for block in row.blocks if not block.property("isForOnePage")]
    return [row for row in rows if row.blocks]


def _whole(left: float, top: float) -> QPointF:
    """Whole pixels: text between two of them is blurred."""
    return QPointF(round(left), round(top))
