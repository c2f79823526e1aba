"""A terminal sees how far an export is; a file or a pipe sees nothing of it."""

from __future__ import annotations

import io

import pytest

from kiosk.export.progress_line import ProgressLine
from tests.screens import Screen


def test_a_terminal_sees_one_line_that_is_taken_away_at_the_end() -> None:
    screen = Screen()
    line = ProgressLine(screen)
    for share in (0, 0.25, 0.254, 1):
        line(share)
    line.end()
    told = screen.getvalue().split("\r")
    assert told[1:4] == ["   0 %", "  25 %", " 100 %"]
    assert told[-2].strip() == ""


def test_shorter_words_leave_nothing_of_longer_ones_and_a_fault_ends_the_line() -> None:
    screen = Screen()

    def work() -> None:
        with ProgressLine(screen) as line:
            line.tell("  setting the catalogue …")
            line(0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    told = screen.getvalue().split("\r")
    assert told[1:] == ["  setting the catalogue …", "   0 %".ljust(25), " " * 6, ""]


def test_a_file_sees_nothing() -> None:
    file = io.StringIO()
    line = ProgressLine(file)
    line(0.5)
    line.end()
    assert file.getvalue() == ""
