"""The system's own dialog for choosing a printer; it needs an application with widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

_NOT_IN_A_NAME = re.compile(r"[^\w .,()-]+")


def ask_for_printer(title: str) -> QPrinter | None:
    """The printer that somebody chose, set to A4 paper; None if they cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    if not QPrinterInfo.availablePrinterNames():
        # The dialog then offers a file; left to itself it names only a folder, unless it runs under X11.
        printer.setOutputFileName(str(Path.home() / f"{_NOT_IN_A_NAME.sub('_', title).strip()[:80]}.pdf"))
    with _in_its_language():
        dialog = QPrintDialog(printer)
        dialog.setWindowTitle(title)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        return printer if dialog.exec() else None


@contextmanager
def _in_its_language() -> Iterator[None]:
    """Qt's own words in the program's language, as long as its dialog is open."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
