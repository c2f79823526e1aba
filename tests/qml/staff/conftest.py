"""A whole staff's screen offscreen: the real window and view-models, a made-up printer, somebody at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.card import Card
from kiosk.domain.errors import Fault
from kiosk.domain.pack import Pack
from kiosk.terminal.scenes import find, items, settle_layout, wait_until
from kiosk.terminal.staff.application import StaffScreen, build_staff
from kiosk.terminal.staff.options import StaffOptions
from kiosk.terminal.staff.ports import ReadPack
from kiosk.terminal.typography import as_spoken
from tests.qml.driving import middle
from tests.qml.fakes import FakeClock
from tests.qml.staff.made_up import staff_pack

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FULL_HD = ((1920, 1080), 3.62)
NOTEBOOK = ((1366, 768), 3.73)


@dataclass
class Outside:
    """What the screen is handed: cards on paper, a printer, the pack on the disk. Each can be made to fail."""

    pack: Pack
    printer: QPrinter | None = None
    fault: Fault | None = None
    is_last_good: bool = False
    papers: list[tuple[str, str]] = field(default_factory=list)
    jobs: list[str] = field(default_factory=list)

    def read(self) -> ReadPack:
        if self.fault is not None:
            raise self.fault
        return ReadPack(self.pack, is_last_good=self.is_last_good)

    def paper(self, card: Card, language: str) -> bytes:
        if self.fault is not None:
            raise self.fault
        self.papers.append((card.code, language))
        return two_pages()

    def choose(self, title: str) -> QPrinter | None:
        self.jobs.append(title)
        return self.printer


@dataclass
class Desk:
    """The screen, and somebody who sits before it."""

    screen: StaffScreen
    outside: Outside

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Press a key, wherever the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self.screen.window, key, modifiers)
        self.rest()

    def write(self, words: str) -> None:
        """Type letters, as they come from the keyboard."""
        for letter in words:
            QTest.keyClick(self.screen.window, letter)  # type: ignore[call-overload]  # the stubs forget letters
        wait_until(lambda: self.screen.search.count > 0 or "…" not in self.screen.search.told)
        self.rest()

    def click(self, name: str) -> None:
        """Click the middle of what has this name."""
        QTest.mouseClick(self.screen.window, Qt.MouseButton.LeftButton, pos=self.place(name))
        self.rest()

    def place(self, name: str) -> QPoint:
        return middle(find(self.screen.window, name))

    def rest(self) -> None:
        settle_layout(self.screen.window)

    def settle_errands(self) -> None:
        """Everything sent to the thread is done and told."""
        done: list[bool] = []
        self.screen.errands.send(lambda: None, lambda _result, _fault: done.append(True))
        wait_until(lambda: bool(done))
        self.rest()

    def sees(self, name: str) -> bool:
        return any(item.objectName() == name and item.isVisible() for item in items(self.screen.window))

    def reads(self, name: str) -> str:
        return as_spoken(str(find(self.screen.window, name).property("text")))

    def shown(self, role: str) -> list[Any]:
        """What the rows of the card have in this role."""
        return [row[role] for row in self.screen.card.passages.rows]

    def found(self) -> list[str]:
        """Codes of the cards in the list."""
        return [str(row["code"]) for row in self.screen.search.results.rows]

    def card(self) -> str:
        """The code of the card that is shown."""
        return self.screen.card.code

    def message(self) -> str:
        return as_spoken(self.screen.desk.message)

    def focus(self) -> str:
        """The name of what has the keyboard; of a line of a list, that of the list."""
        item: QQuickItem | None = self.screen.window.activeFocusItem()
        name = item.objectName() if item is not None else ""
        return {"result": "results", "filter": "filters"}.get(name.partition("-")[0], name)


def two_pages() -> bytes:
    """A PDF of two A4 pages with a thick line on each."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for page in range(2):
        if page:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height() // 10, Qt.GlobalColor.black)
    painter.end()
    return bytes(buffer.data().data())


def pdf_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(qapp: QGuiApplication, resources: Path) -> Iterator[OpenDesk]:
    opened: list[Desk] = []

    def opening(
        size: tuple[int, int] = FULL_HD[0],
        pixels_per_millimetre: float = FULL_HD[1],
        *,
        pack: Pack | None = None,
        **others: Any,
    ) -> Desk:
        outside = Outside(pack or staff_pack())
        options = StaffOptions(resources=resources, size=size, pixels_per_millimetre=pixels_per_millimetre, **others)
        screen = build_staff(outside.pack, outside.read, outside.paper, outside.choose, FakeClock(), options)
        opened.append(Desk(screen, outside))
        screen.window.requestActivate()
        wait_until(screen.window.isActive)
        settle_layout(screen.window)
        return opened[-1]

    yield opening
    for desk in opened:
        desk.screen.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()
