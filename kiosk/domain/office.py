"""The office: who it is, where it is, when it is open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from kiosk.domain.text import LocalisedText

LEGAL_STATE_MONTHS, MOST_LEGAL_STATE_MONTHS = 24, 240
"""How old the legal state of a published card may be where the office does not say it, and at most."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """One weekday's hours. `weekday` is ISO: 1 is Monday, 7 is Sunday. Local time of the office."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Place:
    """The seat of the office or one of its branches (oddział)."""

    id: str
    name: LocalisedText
    street: str
    postcode: str
    town: str
    telephone: str
    hours: tuple[OpeningHours, ...]
    email: str = ""
    to_confirm: tuple[LocalisedText, ...] = ()

    @property
    def address(self) -> str:
        """Street, postcode and town, on one line."""
        return f"{self.street}, {self.postcode} {self.town}"


@dataclass(frozen=True, slots=True)
class Office:
    """One public office. `places[0]` is its seat. `colour` is an RGB hex such as `#1f4e8c`.

    `improvements` are what the office itself says it has changed, newest first. `closed` are days on which all its
    places are closed besides the statutory days off, which nobody lists (`opening.py`). `card_address` is a template
    of the addresses of its cards on the web (`card_address.py`). `logo` is the path of a drawing within the pack
    (`media/logo.svg`); where it is empty or the file is gone, the program's neutral building is shown.

    A card whose legal state is older than `legal_state_months` is not published. `fallback_languages` are those of
    `languages` in which the office lets Polish stand where it has no translation.
    """

    id: str
    name: LocalisedText
    authority: LocalisedText
    colour: str
    time_zone: str
    languages: tuple[str, ...]
    places: tuple[Place, ...]
    website: str = ""
    infoline: str = ""
    improvements: tuple[LocalisedText, ...] = ()
    card_address: str = ""
    logo: str = ""
    closed: tuple[date, ...] = ()
    legal_state_months: int = LEGAL_STATE_MONTHS
    fallback_languages: tuple[str, ...] = ()

    def place(self, place_id: str | None) -> Place:
        """The one with this id; the seat if none is named, or none has it."""
        return next((place for place in self.places if place.id == place_id), self.places[0])

    def places_of(self, ids: Collection[str], here: str = "") -> tuple[Place, ...]:
        """Those that a card names, in the order of the office; that of `here` first, for it is the nearest."""
        named = (place for place in self.places if place.id in ids)
        return tuple(sorted(named, key=lambda place: place.id != here))
