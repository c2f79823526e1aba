"""The shape of `urzad.yaml`: the office, its places and their hours."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from kiosk.content.shape import (
    Briefs,
    Colour,
    Counting,
    Day,
    DrawingName,
    Email,
    Language,
    Line,
    Name,
    Names,
    Number,
    PageTemplate,
    Postcode,
    Shape,
    Telephone,
    Texts,
    Titles,
    Url,
    all_in_domain,
    wrong,
)
from kiosk.domain.office import LEGAL_STATE_MONTHS, MOST_LEGAL_STATE_MONTHS, Office, OpeningHours, Place
from kiosk.domain.text import LANGUAGE_NAMES

_HOURS = re.compile(r"([0-9]{1,2}):([0-9]{2}) ?[-–] ?([0-9]{1,2}):([0-9]{2})", re.ASCII)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", re.ASCII)


def _hours(found: object) -> object:
    if not isinstance(found, str):
        return found
    match = _HOURS.fullmatch(found)
    try:
        if match is None:
            raise ValueError
        opens, closes = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise wrong(
            f"'{found[:40]}' are not opening hours", "hours such as 7:00-15:00, no key on closed days"
        ) from None
    if closes <= opens:
        raise wrong(f"'{found[:40]}' closes before it opens", "the earlier time first, such as 7:00-15:00")
    return opens, closes


def _zone(found: str) -> str:
    try:
        # zoneinfo looks into the system's files first, then into the PyPI package tzdata.
        if _ZONE.fullmatch(found) and ZoneInfo(found).key:
            return found
    except (OSError, ValueError, KeyError):
        pass  # told below; OSError is what a folder of zones such as "Europe" gives
    raise wrong(f"'{found[:40]}' is not a known time zone", "a zone such as Europe/Warsaw")


def _languages(found: tuple[str, ...]) -> tuple[str, ...]:
    for language in found:
        if language not in LANGUAGE_NAMES:
            raise wrong(f"'{language[:40]}' is not a language of the program", ", ".join(LANGUAGE_NAMES))
    if "pl" not in found:
        raise wrong("Polish is missing from the languages", "pl, and any of en, uk, de")
    return found


Span = Annotated[
    tuple[time, time],
    BeforeValidator(_hours),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2} ?[-–] ?[0-9]{1,2}:[0-9]{2}$"}),
]
Months = Annotated[Number, Field(ge=1, le=MOST_LEGAL_STATE_MONTHS)]
Zone = Annotated[str, Field(max_length=60), AfterValidator(_zone)]
Languages = Annotated[
    tuple[str, ...],
    AfterValidator(_languages),
    WithJsonSchema({"type": "array", "items": {"type": "string", "enum": list(LANGUAGE_NAMES)}, "uniqueItems": True}),
]


class HoursShape(Shape):
    """Godziny otwarcia, np. 7:00-15:00; dni nieczynnych się nie wpisuje."""

    monday: Span | None = Field(default=None, alias="poniedzialek", description="Poniedziałek.")
    tuesday: Span | None = Field(default=None, alias="wtorek", description="Wtorek.")
    wednesday: Span | None = Field(default=None, alias="sroda", description="Środa.")
    thursday: Span | None = Field(default=None, alias="czwartek", description="Czwartek.")
    friday: Span | None = Field(default=None, alias="piatek", description="Piątek.")
    saturday: Span | None = Field(default=None, alias="sobota", description="Sobota.")
    sunday: Span | None = Field(default=None, alias="niedziela", description="Niedziela.")

    def to_domain(self) -> tuple[OpeningHours, ...]:
        week = (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday)
        return tuple(OpeningHours(weekday, *span) for weekday, span in enumerate(week, start=1) if span)


class PlaceShape(Shape):
    """Siedziba albo oddział."""

    id: Name = Field(description="Identyfikator, którym karty wskazują to miejsce, np. poznan.")
    name: Titles = Field(alias="nazwa", description="Nazwa miejsca.")
    street: Line = Field(alias="ulica", description="Ulica i numer.")
    postcode: Postcode = Field(alias="kod_pocztowy", description="Kod pocztowy, np. 60-624.")
    town: Line = Field(alias="miejscowosc", description="Miejscowość.")
    telephone: Telephone = Field(alias="telefon", description="Telefon główny.")
    email: Email | None = Field(default=None, description="Adres e-mail.")
    hours: HoursShape = Field(alias="godziny", description="Godziny otwarcia w każdym dniu tygodnia.")
    to_confirm: tuple[Texts, ...] = Field(
        default=(), alias="do_potwierdzenia", min_length=1, max_length=20, description="Co trzeba jeszcze potwierdzić."
    )

    def to_domain(self) -> Place:
        return Place(
            id=self.id,
            name=self.name.to_domain(),
            street=self.street,
            postcode=self.postcode,
            town=self.town,
            telephone=self.telephone,
            hours=self.hours.to_domain(),
            email=self.email or "",
            to_confirm=all_in_domain(self.to_confirm),
        )


class OfficeShape(Shape):
    """Urząd, jego miejsca i godziny, oraz numer wersji całego pakietu treści."""

    pack_version: Counting = Field(
        alias="wersja_pakietu", description="Numer wersji pakietu, zwiększany przy każdej zmianie."
    )
    id: Name = Field(description="Identyfikator urzędu, np. us_poznan. Nie zmienia się.")
    name: Titles = Field(alias="nazwa", description="Pełna nazwa urzędu.")
    authority: Names = Field(alias="organ", description="Organ, np. Dyrektor Urzędu Statystycznego w Poznaniu.")
    colour: Colour = Field(alias="kolor", description="Kolor urzędu, np. '#1f4e8c' (w cudzysłowie).")
    time_zone: Zone = Field(alias="strefa_czasowa", description="Strefa czasowa, np. Europe/Warsaw.")
    languages: Languages = Field(
        alias="jezyki", min_length=1, max_length=4, description="Języki terminala; polski zawsze."
    )
    website: Url | None = Field(default=None, alias="www", description="Strona internetowa urzędu.")
    infoline: Telephone | None = Field(default=None, alias="infolinia", description="Numer infolinii.")
    improvements: tuple[Briefs, ...] = Field(
        default=(),
        alias="zmienilismy",
        min_length=1,
        max_length=20,
        description="Co urząd zmienił, z datą; tylko to, co się stało.",
    )
    card_address: PageTemplate | None = Field(
        default=None,
        alias="adres_kart",
        description="Wzór adresów kart w internecie, np. https://urzad.pl/karty/{kod}?jezyk={jezyk}, do kodów QR.",
    )
    logo: DrawingName | None = Field(
        default=None, description="Plik SVG albo PNG w folderze media/ (do 1 MB); brak = rysunek budynku."
    )
    closed: tuple[Day, ...] = Field(
        default=(),
        alias="zamkniete",
        min_length=1,
        max_length=100,
        description="Dni, w których urząd jest zamknięty, np. 2026-05-02. Świąt ustawowych się nie wpisuje.",
    )
    legal_state_months: Months = Field(
        default=LEGAL_STATE_MONTHS,
        alias="stan_prawny_najwyzej_miesiecy",
        description="Ile miesięcy może mieć stan prawny karty, którą publikujemy (24, jeżeli nie podano).",
    )
    fallback_languages: tuple[Language, ...] = Field(
        default=(),
        alias="jezyki_zastepcze",
        min_length=1,
        max_length=3,
        description="Języki, w których zamiast brakującego tłumaczenia wolno opublikować tekst polski.",
    )
    places: tuple[PlaceShape, ...] = Field(
        alias="miejsca", min_length=1, max_length=100, description="Miejsca; pierwsze jest siedzibą."
    )

    def to_domain(self) -> Office:
        return Office(
            id=self.id,
            name=self.name.to_domain(),
            authority=self.authority.to_domain(),
            colour=self.colour,
            time_zone=self.time_zone,
            languages=self.languages,
            places=tuple(place.to_domain() for place in self.places),
            website=self.website or "",
            infoline=self.infoline or "",
            improvements=all_in_domain(self.improvements),
            card_address=self.card_address or "",
            logo=self.logo or "",
            closed=self.closed,
            legal_state_months=self.legal_state_months,
            fallback_languages=self.fallback_languages,
        )
