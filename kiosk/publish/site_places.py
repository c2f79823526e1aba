"""The office's places as the site writes them: address, telephone, hours."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.office import Office, Place
from kiosk.publish.site_words import Words
from kiosk.publish.site_written import Passage, Reader, mail_address, telephone_address


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place. `hours` holds days and times; `to_confirm` is what the office still has to confirm of it."""

    id: str
    name: Passage
    street: Passage
    town: Passage
    telephone: Passage
    email: Passage
    hours: tuple[tuple[str, str], ...]
    to_confirm: tuple[Passage, ...]


def place_view(place: Place, words: Words) -> PlaceView:
    reader = Reader(words.language)
    return PlaceView(
        id=place.id,
        name=reader.reads(place.name),
        street=reader.in_polish(place.street),
        town=reader.in_polish(f"{place.postcode} {place.town}"),
        telephone=Passage(place.telephone, href=telephone_address(place.telephone)),
        email=Passage(place.email, href=mail_address(place.email)),
        hours=tuple(words.week(place.hours)),
        to_confirm=tuple(reader.reads(each) for each in place.to_confirm),
    )


def places_of(office: Office, ids: tuple[str, ...], words: Words) -> tuple[PlaceView, ...]:
    """The named ones, in the office's order."""
    return tuple(place_view(place, words) for place in office.places_of(ids))
