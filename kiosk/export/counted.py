"""Numbers of things, as commands tell them."""

from __future__ import annotations


def counted(number: int, what: str, plural: str = "s") -> str:
    """So many of `what`, in words: "1 batch", "2 batches"; `plural` is what is added to more than one, and to none."""
    return f"{number} {what}{'' if number == 1 else plural}"
