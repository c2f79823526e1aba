"""A terminal sees how far an export is; a file or a pipe sees nothing of it."""

from __future__ import annotations

import io

from kiosk.export.progress_line import ProgressLine


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_is_taken_away_at_the_end() -> None:
    screen = Screen()
    line = ProgressLine(screen)
    for share in (0, 0.25, 0.254, 1):
        line(share)
    line.end()
    told = screen.getvalue().split("\r")
    assert told[1:4] == ["   0 %", "  25 %", " 100 %"]
    assert told[-2].strip() == ""


def test_a_file_sees_nothing() -> None:
    file = io.StringIO()
    line = ProgressLine(file)
    line(0.5)
    line.end()
    assert file.getvalue() == ""
