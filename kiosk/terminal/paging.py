"""How rows of different heights are put into pages: pure arithmetic, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

_TOLERANCE = 0.5
"""Half a pixel is not worth another round."""


def page_starts(
    heights: Sequence[float], stays_with_next: Sequence[bool], room: float, spacing: float = 0.0
) -> list[int]:
    """Index of the first row of each page when rows of `heights` are put into pages of height `room`.

    A row that stays with the next one (a heading) ends a page only if the two do not fit on one. A row higher than
    `room` gets its own page.
    """
    starts, used, first_of_chain = [0], 0.0, 0
    for index, height in enumerate(heights):
        if index == 0 or not stays_with_next[index - 1]:
            first_of_chain = index
        if used + height > room and index > starts[-1]:
            start = first_of_chain if first_of_chain > starts[-1] else index
            starts.append(start)
            used = sum(heights[start:index]) + spacing * (index - start)
            if start < index and used + height > room:
                starts.append(index)
                used = 0.0
        used += height + spacing
    return starts


def stretched(heights: Sequence[float], weights: Sequence[float], limits: Sequence[float], spare: float) -> list[float]:
    """`heights` grown by `spare` in all, each by its weight, none beyond its limit. What nobody takes is left over."""
    grown = list(heights)
    growing = [index for index, weight in enumerate(weights) if weight > 0 and grown[index] < limits[index]]
    while growing and spare > _TOLERANCE:
        total = sum(weights[index] for index in growing)
        shares = {index: min(spare * weights[index] / total, limits[index] - grown[index]) for index in growing}
        for index, share in shares.items():
            grown[index] += share
        spare -= sum(shares.values())
        growing = [index for index in growing if limits[index] - grown[index] > _TOLERANCE]
    return grown


def highest_chain(heights: Sequence[float], stays_with_next: Sequence[bool], spacing: float) -> float:
    """Height of the highest run of rows that belong on one page: each stays with the next but the last."""
    highest = run = 0.0
    for height, stays in zip(heights, stays_with_next, strict=True):
        run += height
        highest = max(highest, run)
        run = run + spacing if stays else 0.0
    return highest
