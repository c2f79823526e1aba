"""`kiosk run --staff` as a process: beside a terminal, without its database, with the system's print dialog."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from kiosk.store.folder import only_terminal
from tests.e2e.poznan import ROOT
from tests.qml.staff.conftest import two_pages

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def puppet(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.e2e.staff_puppet", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env={**os.environ, **OFFSCREEN, "HOME": str(home)},
    )


def test_it_runs_beside_a_terminal_and_touches_neither_its_lock_nor_its_database(tmp_path: Path) -> None:
    subprocess.run(["/bin/sh", ROOT / "packaging" / "translate", "--build"], check=True)
    data = tmp_path / "data"
    with only_terminal(data):
        for _ in range(2):
            ran = puppet("show", str(data), home=tmp_path)
            assert (ran.returncode, ran.stderr) == (0, "")
            assert ran.stdout == "QApplication Okienko – dla pracowników 19\n"
    assert sorted(file.name for file in data.iterdir()) == ["pack.json", "terminal.lock"]


def test_no_library_of_the_store_is_even_loaded() -> None:
    code = (
        "import sys, kiosk.commands.staffing;"
        "print([name for name in sys.modules if name.split('.')[0] in ('sqlalchemy', 'pysqlite3', 'sqlite3')"
        " or name.startswith(('kiosk.store.store', 'kiosk.store.engine', 'kiosk.analysis'))])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_full_screen_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "run", "--staff", "--kiosk", "--data", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "kiosk run: --staff opens an ordinary window: leave out --kiosk\n"


def test_the_systems_dialog_leads_to_paper(tmp_path: Path, qapp: QGuiApplication) -> None:
    (tmp_path / "card.pdf").write_bytes(two_pages())
    ran = puppet("print", str(tmp_path / "card.pdf"), home=tmp_path)
    assert ran.returncode == 0, ran.stderr
    buttons, printed = ran.stdout.splitlines()
    assert {"Wydrukuj", "Anuluj"} <= set(buttons.split("|"))
    pages, file, title = printed.split("|")
    assert (pages, title) == ("2", "REG-01 Numer REGON")
    assert file == str(tmp_path / "REG-01 Numer REGON.pdf")
    document = QPdfDocument()
    document.load(file)
    assert document.pageCount() == 2
    assert document.pagePointSize(0).toSize().toTuple() == (595, 842)
    document.close()
