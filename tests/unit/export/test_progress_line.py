"""A terminal sees how far an export is; a file or a pipe sees nothing of it."""

from __future__ import annotations

import io

from kiosk.export.progress_line import ProgressLine


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_is_taken_away_at_the_end() -> None:
    screen = Screen()
    line = ProgressLine(screen, 2000)
    for done in (0, 500, 500, 2000, 3000):
        line(done)
    line.end()
    told = screen.getvalue().split("\r")
    assert told[1:5] == [
        "   0 %  0 of 2 000",
        "  25 %  500 of 2 000",
        " 100 %  2 000 of 2 000",
        " 100 %  3 000 of 2 000",
    ]
    assert told[-2].strip() == ""


def test_nothing_to_do_is_done() -> None:
    screen = Screen()
    ProgressLine(screen, 0)(0)
    assert " 100 %" in screen.getvalue()


def test_a_file_sees_nothing() -> None:
    file = io.StringIO()
    line = ProgressLine(file, 10)
    line(5)
    line.end()
    assert file.getvalue() == ""
