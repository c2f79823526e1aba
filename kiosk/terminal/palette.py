"""An office's colour, made dark enough to carry white text."""

from __future__ import annotations

from PySide6.QtGui import QColor

_ENOUGH = 5.5
"""Contrast to white: above the 4.5 of WCAG 2.2, 1.4.3, so that tints of it still pass."""


def readable_colour(colour: str) -> QColor:
    """`colour` (RGB hex), darkened until white on it is easy to read."""
    readable = QColor(colour)
    while contrast(readable, QColor("white")) < _ENOUGH:
        readable = readable.darker(106)
    return readable


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
