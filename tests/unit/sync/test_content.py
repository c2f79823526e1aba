"""What the list says of releases, and which one a terminal shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sync.protocol import Enrolment, Malformed, Release, lot, release_for, releases

RELEASE = Release("us_poznan", 7, 3, date(2026, 11, 28), 50)


def test_what_is_written_is_read() -> None:
    assert Release.read("us_poznan/7.pack", RELEASE.custom()) == RELEASE
    again = replace(RELEASE, was=4)
    assert Release.read("us_poznan/7.pack", again.custom()) == again
    assert "was" not in RELEASE.custom()


@pytest.mark.parametrize(
    "changed",
    [
        {"fmt": 2},
        {"pack": "../x"},
        {"release": 8},
        {"release": "7"},
        {"release": 0},
        {"version": 0},
        {"version": 10**12},
        {"date": "yesterday"},
        {"share": 1001},
        {"share": -1},
        {"share": 0.5},
        {"share": None},
        {"was": 7},
        {"was": -1},
        {"was": "4"},
    ],
)
def test_anything_else_is_passed_over(changed: dict[str, object]) -> None:
    custom = RELEASE.custom() | changed
    with pytest.raises(Malformed):
        Release.read("us_poznan/7.pack", custom)
    assert releases({"us_poznan/7.pack": custom, "other": None, "more": []}) == []


def test_a_share_of_all_terminals_and_not_always_the_same_ones() -> None:
    terminals = [f"00000000-0000-4000-8000-{number:012}" for number in range(10_000)]
    first = {one for one in terminals if lot(one, RELEASE) < RELEASE.share}
    assert 420 <= len(first) <= 580  # 5 %, four standard deviations
    wider = {one for one in terminals if lot(one, RELEASE) < 500}
    assert first < wider
    next_release = Release("us_poznan", 8, 4, date(2026, 11, 29), 50)
    second = {one for one in terminals if lot(one, next_release) < 50}
    assert len(first & second) < 60


def test_the_newest_release_that_is_for_this_terminal() -> None:
    day = date(2026, 11, 28)
    offered = [Release("a", 1, 1, day), Release("a", 2, 2, day), Release("a", 3, 3, day, 0), Release("b", 9, 9, day)]
    assert release_for("t", "a", offered) == offered[1]
    assert release_for("t", "c", offered) is None


def test_an_enrolment_may_bring_the_root() -> None:
    assert Enrolment.read(Enrolment("t", "o").encode()) == Enrolment("t", "o")
    assert b"root" not in Enrolment("t", "o").encode()  # what older terminals have always got
    long = "{" + "x" * 5000 + "}\n"
    assert Enrolment.read(Enrolment("t", "o", root=long).encode()).root == long
    for root in ("x" * 40_000, 5, None):
        with pytest.raises(Malformed, match="root"):
            Enrolment.read(
                b'{"terminal":"t","office":"o","root":'
                + repr(root).replace("'", '"').replace("None", "null").encode()
                + b"}"
            )
    assert long not in repr(Enrolment("t", "o", root=long))
