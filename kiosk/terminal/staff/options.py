"""How one staff's screen behaves: plain values handed in by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.review import USUAL_MONTHS
from kiosk.domain.text import DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class StaffOptions:
    """`size` is width and height of the window in pixels; without it the window fills most of its screen.

    `pixels_per_millimetre` follows from the screen if it is None (`measure.py`). `language` is that of the program's
    words, `place` where this desk stands: its address comes first. A card is due for a review `review_months` after
    its legal state. `resources` holds `qml/` and `i18n/`.
    """

    resources: Path
    size: tuple[int, int] | None = None
    pixels_per_millimetre: float | None = None
    language: str = DEFAULT_LANGUAGE
    place: str | None = None
    review_months: int = USUAL_MONTHS
