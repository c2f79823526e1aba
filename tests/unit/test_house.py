"""The house stays small: no file grows past what one person holds in the head, and no page takes up rules."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_MODULE, LONGEST_PAGE = 400, 150
FUNCTION = re.compile(r"^\s*function\s", re.MULTILINE)


def too_long(pattern: str, folders: tuple[str, ...], most: int) -> list[str]:
    files = [file for folder in folders for file in (ROOT / folder).rglob(pattern)]
    assert len(files) > 20
    return [str(file) for file in files if len(file.read_text("utf-8").splitlines()) > most]


def test_no_module_is_two_modules() -> None:
    assert too_long("*.py", ("kiosk", "sync", "tests"), LONGEST_MODULE) == []


def test_no_page_is_two_pages() -> None:
    assert too_long("*.qml", ("resources/qml",), LONGEST_PAGE) == []


def test_no_page_has_a_function() -> None:
    pages = (ROOT / "resources" / "qml").rglob("*.qml")
    assert [str(page) for page in pages if FUNCTION.search(page.read_text("utf-8"))] == []
