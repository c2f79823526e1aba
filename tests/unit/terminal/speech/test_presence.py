"""A headset that comes or goes is told once; what only may have happened is not."""

from __future__ import annotations

import pytest

from kiosk.terminal.speech.presence import Presence
from kiosk.terminal.speech.voice import Trouble

THERE, AWAY, DEAF = None, Trouble("not connected"), Trouble("a sound output went away", is_deaf=True)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ([THERE], []),
        ([AWAY], []),
        ([AWAY, THERE], [True]),
        ([AWAY, THERE, THERE, AWAY, AWAY, THERE], [True, False, True]),
        # Another output goes while ours stays, or stays away.
        ([THERE, DEAF, THERE, DEAF, THERE], []),
        ([AWAY, DEAF, AWAY, DEAF, THERE], [True]),
        ([THERE, DEAF, AWAY, THERE], [False, True]),
        # It was the only one: nobody sees anything any more.
        ([THERE, DEAF, DEAF, DEAF, THERE], [False, True]),
        # At boot the sound server comes after the terminal.
        ([DEAF, DEAF, DEAF, THERE, AWAY], [False]),
    ],
)
def test_what_has_changed_for_certain_is_told_once(reports: list[Trouble | None], told: list[bool]) -> None:
    presence = Presence()
    changes = [presence.hear(report) for report in reports]
    assert [change for change in changes if change is not None] == told
