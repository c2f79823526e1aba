"""Dates are written as each language writes them, and none is torn at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from kiosk.terminal.administration.figures import day_text, span_text
from kiosk.terminal.typography import as_spoken


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("code", "written"), [("pl", "2 lis 2026"), ("en", "2 Nov 2026"), ("uk", "2 лист. 2026"), ("de", "2. Nov. 2026")]
)
def test_day_is_written_as_in_its_language(code: str, written: str) -> None:
    QLocale.setDefault(QLocale(code))
    assert as_spoken(day_text(date(2026, 11, 2))) == written


def test_line_may_end_between_two_dates_only() -> None:
    QLocale.setDefault(QLocale("pl"))
    assert [as_spoken(part) for part in span_text(date(2026, 9, 28), date(2026, 11, 1)).split(" ")] == [
        "28 wrz 2026 –",
        "1 lis 2026",
    ]
