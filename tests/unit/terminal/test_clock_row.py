"""How far the terminal's clock is off, as the administrator reads it."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.terminal.administration.overview import _health
from kiosk.terminal.administration.ports import Health

FINE = ("not compared", "-3 s", "+120 s")


@pytest.mark.parametrize(
    ("off", "told"),
    [
        (None, "not compared"),
        (-3, "-3 s"),
        (120, "+120 s"),
        (86_400, "+86400 s"),
        (-56 * 365.25 * 86_400, "-20454 days"),
    ],
)
def test_clock_that_is_off_is_told_by_seconds_or_by_days(off: float | None, told: str) -> None:
    rows = _health(Health(212, "", off, "0.1.0", "3.53.3", 12, date(2026, 11, 3)))

    (row,) = [one for one in rows if "Clock" in str(one["name"])]
    assert row["value"] == told
    assert row["isBad"] is (told not in FINE)
