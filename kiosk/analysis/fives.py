"""How many responses there are by now, told so coarsely that nobody sees a single one come in."""

from __future__ import annotations

from kiosk.analysis.disclosure import THRESHOLD


def in_fives(number: int) -> str:
    """The range of five in which `number` lies: `0`, `1-4`, `5-9`, `10-14`. Before a visit and after it is the same.

    One visit in five moves it on, which tells that somebody answered, as does standing beside; it never tells what.
    """
    if number == 0:
        return "0"
    low = number // THRESHOLD * THRESHOLD
    return f"{max(low, 1)}-{low + THRESHOLD - 1}"
