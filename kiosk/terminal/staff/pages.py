"""Puts the pages of a PDF onto a printer, in stripes: a whole page at 1200 dots per inch would take half a gigabyte."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from kiosk.domain.errors import EnvironmentFault

FINEST = 600
"""Dots per inch that are drawn: more cannot be seen on paper, and take their time."""
_STRIPE = 1024
"""Rows drawn at once."""
_POINTS_PER_INCH = 72.0


def printer_name(printer: QPrinter) -> str:
    """What a person calls it: its name, or the file it writes."""
    return printer.printerName() or printer.outputFileName() or "?"


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print every page that `printer` was asked for, and tell how many. Any thread, the same one for all of it.

    Raises `EnvironmentFault` if the PDF cannot be read or the printer does not take it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready or not document.pageCount():
        raise EnvironmentFault("the card on paper cannot be read")
    try:
        return _print(document, printer)
    finally:
        document.close()


def _print(document: QPdfDocument, printer: QPrinter) -> int:
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    wanted = range(max(first, 1) - 1, min(last, document.pageCount()))
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), FINEST))
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentFault(f"the printer {printer_name(printer)} does not take the job")
    try:
        for number in wanted:
            if number != wanted.start and not printer.newPage():
                raise EnvironmentFault(f"the printer {printer_name(printer)} has stopped")
            _draw(document, number, painter, printer)
    finally:
        is_done = painter.end()
    if not is_done or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise EnvironmentFault(f"the printer {printer_name(printer)} has stopped")
    return len(wanted)


def _draw(document: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    """In its own size, or smaller where the paper is smaller, in the middle of it."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel).size()
    natural = document.pagePointSize(number) * (printer.resolution() / _POINTS_PER_INCH)
    shrink = min(1.0, paper.width() / natural.width(), paper.height() / natural.height())
    size = QSizeF(natural * shrink).toSize()
    left, top = round((paper.width() - size.width()) / 2), round((paper.height() - size.height()) / 2)
    for row in range(0, size.height(), _STRIPE):
        stripe = QRect(0, row, size.width(), min(_STRIPE, size.height() - row))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(stripe)
        painter.drawImage(left, top + row, _on_white(document.render(number, stripe.size(), options)))


def _on_white(image: QImage) -> QImage:
    """Without transparency, which printers are slow or wrong at."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
