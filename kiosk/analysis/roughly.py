"""How many responses there are by now, told so roughly that hardly one is seen to come in: the first, the hundredth."""

from __future__ import annotations

_STEPS = (10_000, 1_000, 100, 1)


def at_least(number: int) -> int:
    """0, 1, 100, 1,000 or 10,000: the largest that is not more than `number`.

    Finer steps beside exact figures of periods that are over would give the running week away.
    """
    return next((step for step in _STEPS if number >= step), 0)


def roughly(number: int) -> str:
    """The same as people read it: `0`, `1+`, `100+`."""
    step = at_least(number)
    return f"{step}+" if step else "0"
