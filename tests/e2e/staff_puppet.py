"""A staff's screen as a process, led by the hand: shown and closed, or taken through the system's print dialog.

python -m tests.e2e.staff_puppet show DATA     opens it as `kiosk run --staff` does, closes it after the first frame
python -m tests.e2e.staff_puppet print FILE    accepts the dialog for a file, prints the PDF in FILE, tells where to
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.__main__ import main
from kiosk.terminal.staff import application
from kiosk.terminal.staff.pages import print_pages
from kiosk.terminal.staff.printer_dialog import ask_for_printer

_build = application.build_staff


def show(data: str) -> int:
    application.build_staff = _built  # type: ignore[assignment]  # closed as soon as it was seen
    return main(["run", "--staff", "--data", data, "--size", "1280x720"])


def print_(file: Path) -> int:
    running = application.make_staff_application()
    QLocale.setDefault(QLocale("pl"))  # as the window has done it
    QTimer.singleShot(0, _accept)
    printer = ask_for_printer("REG-01 Numer REGON")
    assert printer is not None
    print(print_pages(file.read_bytes(), printer), printer.outputFileName(), printer.docName(), sep="|", flush=True)
    running.quit()
    return 0


def _built(*arguments: object) -> application.StaffScreen:
    screen = _build(*arguments)  # type: ignore[arg-type]
    screen.window.frameSwapped.connect(screen.window.close, Qt.ConnectionType.SingleShotConnection)
    print(type(QApplication.instance()).__name__, screen.window.title(), len(screen.shelf.cards), flush=True)
    return screen


def _accept() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    print(*(button.text().replace("&", "") for button in dialog.findChildren(QPushButton)), sep="|", flush=True)
    dialog.accept()


if __name__ == "__main__":
    sys.exit(show(sys.argv[2]) if sys.argv[1] == "show" else print_(Path(sys.argv[2])))
