"""The office in linked data: an authority, its seat and branches, their hours and how to reach them."""

from __future__ import annotations

from kiosk.domain.office import Office, Place
from kiosk.domain.text import LocalisedText
from kiosk.publish.paper_hours import week_text
from kiosk.publish.vocabulary import POLAND, Ids, Node, polish, ref, texts, typed

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class LinkedOffice:
    """Objects that all cards of an office share."""

    def __init__(self, office: Office, ids: Ids) -> None:
        self._office = office
        self._ids = ids

    @property
    def id(self) -> str:
        return self._ids.of("urzad")

    def nodes(self) -> list[Node]:
        """The authority, every place of it, and the hours of each."""
        return [self._authority(), *(node for place in self._office.places for node in self._place(place))]

    def site(self, place: Place) -> str:
        return self._ids.of("miejsce", place.id)

    def contact(self, place: Place) -> str:
        return self._ids.of("kontakt", place.id)

    def hours(self, place: Place) -> list[Node]:
        """References to the hours of one place."""
        return [ref(self._ids.of("godziny", place.id))] if place.hours else []

    def _authority(self) -> Node:
        office = self._office
        seat = office.places[0]
        node: Node = authority(self.id, office.id, office.name)
        node |= {
            "org:hasSite": [ref(self.site(place)) for place in office.places],
            "cv:contactPoint": [ref(self.contact(place)) for place in office.places],
            "locn:address": ref(self._ids.of("adres", seat.id)),
            "okn:head": texts(office.authority),
        }
        if office.website:
            node["foaf:homepage"] = ref(office.website)
        if office.infoline:
            node["cv:telephone"] = office.infoline
        return node

    def _place(self, place: Place) -> list[Node]:
        address = self._ids.of("adres", place.id)
        contact: Node = {
            "@id": self.contact(place),
            "@type": "cv:ContactPoint",
            "cv:telephone": place.telephone,
            "cv:openingHours": self.hours(place),
        }
        if place.email:
            contact["cv:email"] = place.email
        site: Node = {
            "@id": self.site(place),
            "@type": "org:Site",
            "dct:title": texts(place.name),
            "locn:address": ref(address),
            "cv:contactPoint": ref(contact["@id"]),
        }
        if place.to_confirm:
            site["okn:toConfirm"] = [value for each in place.to_confirm for value in texts(each)]
        where: Node = {
            "@id": address,
            "@type": "locn:Address",
            "locn:thoroughfare": polish(place.street),
            "locn:postCode": place.postcode,
            "locn:postName": polish(place.town),
            "locn:fullAddress": polish(place.address),
        }
        return [site, where, contact, *self._week(place)]

    def _week(self, place: Place) -> list[Node]:
        if not place.hours:
            return []
        words = LocalisedText({language: week_text(place.hours, language) for language in self._office.languages})
        days: list[Node] = [
            {
                "@id": self._ids.of("godziny", place.id, each.weekday, number),
                "@type": "schema:OpeningHoursSpecification",
                "schema:dayOfWeek": ref(f"schema:{_WEEKDAYS[each.weekday - 1]}"),
                "schema:opens": typed(each.opens.isoformat(), "time"),
                "schema:closes": typed(each.closes.isoformat(), "time"),
            }
            for number, each in enumerate(place.hours, start=1)
        ]
        week: Node = {
            "@id": self._ids.of("godziny", place.id),
            "@type": "time:TemporalEntity",
            "dct:description": texts(words),
            "okn:day": [ref(day["@id"]) for day in days],
        }
        return [week, *days]


def authority(name: str, identifier: str, label: LocalisedText) -> Node:
    """A public organisation with all that CPSV-AP asks of it; it is a foaf:Agent too, and an org:Organization."""
    return {
        "@id": name,
        "@type": ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"],
        "dct:identifier": identifier,
        "dct:title": texts(label),
        "skos:prefLabel": texts(label),
        "dct:spatial": ref(POLAND),
    }
