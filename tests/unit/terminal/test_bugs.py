"""What the log tells of a bug: everything that helps to find it, and no answer."""

from __future__ import annotations

import subprocess
import sys

from kiosk.terminal.bugs import OUR_BUG, without_words

ANSWER = "bardzo źle"


def fall() -> None:
    raise KeyError(ANSWER)


def test_kinds_and_places_are_told_and_no_words() -> None:
    try:
        try:
            fall()
        except KeyError as first:
            raise ValueError(ANSWER) from first
    except ValueError as bug:
        told = without_words(bug)
    assert ANSWER not in told
    assert (
        told.index("in fall") < told.index("builtins.KeyError") < told.index("which led to") < told.index("ValueError")
    )


def test_a_bug_that_hides_what_led_to_it_is_told_alone() -> None:
    try:
        try:
            fall()
        except KeyError:
            raise ValueError(ANSWER) from None
    except ValueError as bug:
        told = without_words(bug)
    assert "KeyError" not in told


def test_an_end_that_breaks_writes_no_words_either() -> None:
    program = (
        "from kiosk.terminal.bugs import end_on_bugs\n"
        f"words = bytes.fromhex('{ANSWER.encode().hex()}').decode()\n"  # lines of the program may be written
        "def end(): raise KeyError(words)\n"
        "end_on_bugs(end)\nraise ValueError(words)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == OUR_BUG
    assert ANSWER not in ended.stderr
    assert "ValueError" in ended.stderr
    assert "KeyError" in ended.stderr
