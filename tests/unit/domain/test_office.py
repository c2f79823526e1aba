"""An office knows which of its places a terminal stands in, and what to write on a letter to it."""

from __future__ import annotations

import pytest

from kiosk.domain.office import Office, Place
from kiosk.domain.text import LocalisedText


def _place(identity: str, town: str) -> Place:
    return Place(identity, LocalisedText({"pl": town}), "ul. Długa 1", "60-624", town, "", ())


OFFICE = Office(
    id="office",
    name=LocalisedText({"pl": "Urząd"}),
    authority=LocalisedText({"pl": "Urząd"}),
    colour="#1f4e8c",
    time_zone="Europe/Warsaw",
    languages=("pl",),
    places=(_place("seat", "Poznań"), _place("branch", "Piła")),
)


@pytest.mark.parametrize(
    ("named", "found"), [("seat", "seat"), ("branch", "branch"), (None, "seat"), ("closed-down", "seat")]
)
def test_place_is_the_one_that_is_named_else_the_seat(named: str | None, found: str) -> None:
    assert OFFICE.place(named).id == found


@pytest.mark.parametrize(
    ("ids", "here", "found"),
    [
        (("branch", "seat"), "", ["seat", "branch"]),
        (("branch", "seat"), "branch", ["branch", "seat"]),
        (("branch", "seat"), "closed-down", ["seat", "branch"]),
        (("seat",), "branch", ["seat"]),
        (("closed-down",), "", []),
    ],
)
def test_places_of_a_card_begin_with_the_nearest(ids: tuple[str, ...], here: str, found: list[str]) -> None:
    assert [place.id for place in OFFICE.places_of(ids, here)] == found


def test_address_is_one_line() -> None:
    assert OFFICE.places[1].address == "ul. Długa 1, 60-624 Piła"
