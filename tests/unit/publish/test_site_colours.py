"""Whatever colour an office has, what is written in it or on it can be read."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.publish.site_colours import DARK, contrast, office_colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
@example("#ffffff")
@example("#000000")
@example("#ffff00")
def test_every_colour_is_made_readable(colour: str) -> None:
    found = office_colours(colour)
    assert contrast(found["office"], "#ffffff") >= 5.4
    assert contrast(found["office-deep"], "#ffffff") >= 5.4
    assert contrast(found["office"], found["office-tint"]) >= 4.5
    assert contrast("#4b5766", found["office-tint"]) >= 4.5
    assert contrast(found["office-light"], DARK) >= 7.3
    assert contrast("#ffffff", found["office-night"]) >= 4.5


def test_a_colour_that_is_dark_enough_stays_the_office_s_own() -> None:
    assert office_colours("#1f4e8c")["office"] == "#1f4e8c"
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
