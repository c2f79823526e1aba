"""Knows when the output that was named is plugged in and pulled out, from reports of which some are mere doubts."""

from __future__ import annotations

from kiosk.terminal.speech.voice import Trouble

_CERTAIN = 2
"""So many doubts in a row are one certainty: a new process has looked, and there is nothing to sound on at all."""


class Presence:
    """Whether the output is there: at first unknown, and what is found then is no change.

    A process for sound that is deaf tells nothing of our output: another may have gone, and the next process sees ours.
    """

    def __init__(self) -> None:
        self._is_there: bool | None = None
        self._doubts = 0

    def hear(self, trouble: Trouble | None) -> bool | None:
        """Take a report of `DeviceChanged`; gives whether the output has come or gone by it, None if neither."""
        if trouble is not None and trouble.is_deaf:
            self._doubts += 1
            if self._is_there is None or self._doubts < _CERTAIN:
                return None
        else:
            self._doubts = 0
        before, self._is_there = self._is_there, trouble is None
        return self._is_there if before not in {None, self._is_there} else None
