"""An office's colour on paper white and on a dark screen: as light or as dark as it takes to be read easily."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ON_WHITE = 5.5
"""Contrast to white: above the 4.5 of WCAG 2.2, 1.4.3, so that tints of it still pass. As on the terminal."""
_ON_DARK = 7.5
DARK = "#11161d"
"""The page where somebody prefers a dark one."""
_Rgb = tuple[float, float, float]


def office_colours(colour: str) -> Mapping[str, str]:
    """`colour` (RGB hex) as the style sheet needs it, by the names of its custom properties."""
    strong = _until(_parts(colour), lambda found: contrast(_hex(found), "#ffffff") >= _ON_WHITE, (0.0, 0.0, 0.0))
    light = _until(_parts(colour), lambda found: contrast(_hex(found), DARK) >= _ON_DARK, (1.0, 1.0, 1.0))
    return {
        "office": _hex(strong),
        "office-deep": _hex(_mixed(strong, (0.0, 0.0, 0.0), 0.28)),
        "office-tint": _hex(_mixed(strong, (1.0, 1.0, 1.0), 0.92)),
        "office-soft": _hex(_mixed(strong, (1.0, 1.0, 1.0), 0.80)),
        "office-light": _hex(light),
        "office-night": _hex(_mixed(strong, _parts(DARK), 0.55)),
    }


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two RGB hex colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(_parts(one)), _luminance(_parts(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _until(colour: _Rgb, is_enough: Callable[[_Rgb], bool], towards: _Rgb) -> _Rgb:
    return next(found for step in range(51) if is_enough(found := _mixed(colour, towards, step / 50)))


def _mixed(colour: _Rgb, other: _Rgb, share: float) -> _Rgb:
    one, two, three = (mine + (its - mine) * share for mine, its in zip(colour, other, strict=True))
    return one, two, three


def _parts(colour: str) -> _Rgb:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: _Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
