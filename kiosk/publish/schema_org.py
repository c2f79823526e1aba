"""One card as schema.org's `GovernmentService`, in the language of the page that embeds it, for search engines.

The context names a vocabulary and no file, so that no reader asks schema.org for one (https://schema.org/GovernmentService).
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.card import Card, Channel, ChannelKind, Fee
from kiosk.domain.office import Place
from kiosk.domain.pack import Pack
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText
from kiosk.publish.linked_concepts import NAMES
from kiosk.publish.vocabulary import Node, duration

CONTEXT = {"@vocab": "https://schema.org/"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class GovernmentService:
    """Writes one card; a text without a translation is Polish and says so. `address` is that of the page, or empty."""

    def __init__(self, card: Card, pack: Pack, language: str, address: str) -> None:
        self._card = card
        self._office = pack.office
        self._group = next((group for group in pack.catalogue.groups if group.id == card.group), None)
        self._language = language
        self._address = address

    def node(self) -> Node:
        card = self._card
        organisation = self._organisation()
        node: Node = {
            "@context": CONTEXT,
            "@type": "GovernmentService",
            "identifier": card.code,
            "name": self._text(card.name),
            "description": self._text(card.summary),
            "serviceOperator": organisation,
            "provider": organisation,
            "areaServed": {"@type": "Country", "name": "PL"},
            "audience": [
                {"@type": "Audience", "audienceType": self._text(NAMES[f"klient-{client.value}"])}
                for client in card.clients
            ],
            "availableChannel": [self._channel(channel) for channel in card.channels],
            "offers": [self._offer(fee) for fee in card.fees],
            "serviceOutput": [{"@type": "Thing", "name": self._text(result)} for result in card.results],
            "hoursAvailable": [hours for place in self._places()[:1] for hours in _hours(place)],
        }
        if self._group is not None:
            node["serviceType"] = self._text(self._group.name)
        if self._address:
            node["url"] = self._address
        return {key: value for key, value in node.items() if value != []}

    def _text(self, text: LocalisedText) -> Node:
        return {"@value": text.in_language(self._language), "@language": text.language_shown(self._language)}

    def _places(self) -> tuple[Place, ...]:
        """Where this office does it; nowhere, if another one does."""
        if self._card.unit_address:
            return ()
        return self._office.places_of(self._card.places)

    def _organisation(self) -> Node:
        """The office, or the other one that a card speaks of."""
        card, office = self._card, self._office
        if card.unit_address:
            named = {"@type": "GovernmentOrganization", "name": self._text(card.unit)}
            return {**named, "address": {"@value": card.unit_address, "@language": DEFAULT_LANGUAGE}}
        seat = office.places[0]
        node: Node = {
            "@type": "GovernmentOrganization",
            "name": self._text(office.name),
            "telephone": seat.telephone,
            "address": _address(seat),
            "department": {"@type": "GovernmentOrganization", "name": self._text(card.unit)},
        }
        if office.website:
            node["url"] = office.website
        if seat.email:
            node["email"] = seat.email
        return node

    def _channel(self, channel: Channel) -> Node:
        node: Node = {
            "@type": "ServiceChannel",
            "name": self._text(NAMES[f"kanal-{channel.kind.value}"]),
            "description": self._text(channel.text),
            "availableLanguage": list(self._card.service_languages),
        }
        deadline = self._card.office_deadline
        if deadline is not None and (length := duration(deadline)) is not None:
            node["processingTime"] = length
        match channel.kind:
            case ChannelKind.COUNTER:
                node["serviceLocation"] = [self._place(place) for place in self._places()]
            case ChannelKind.POST if not self._card.unit_address:
                node["servicePostalAddress"] = _address(self._office.places[0])
            case ChannelKind.TELEPHONE if channel.address:
                node["servicePhone"] = {"@type": "ContactPoint", "telephone": channel.address}
            case ChannelKind.EMAIL if channel.address:
                node["serviceUrl"] = f"mailto:{channel.address}"
            case ChannelKind.WEB if channel.address:
                node["serviceUrl"] = channel.address
            case _:
                pass
        return {key: value for key, value in node.items() if value != []}

    def _place(self, place: Place) -> Node:
        node: Node = {
            "@type": "GovernmentOffice",
            "name": self._text(place.name),
            "address": _address(place),
            "telephone": place.telephone,
            "openingHoursSpecification": list(_hours(place)),
        }
        return {key: value for key, value in node.items() if value != []}

    def _offer(self, fee: Fee) -> Node:
        """No price where a price list or an estimate decides: 0 would be a promise."""
        node: Node = {"@type": "Offer", "name": self._text(fee.what_for)}
        if fee.amount is not None:
            node |= {"price": f"{fee.amount / 100:.2f}", "priceCurrency": "PLN"}
        if fee.exemptions is not None:
            node["description"] = self._text(fee.exemptions)
        return node


def _address(place: Place) -> Node:
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.town,
        "addressCountry": "PL",
    }


def _hours(place: Place) -> Iterator[Node]:
    for each in place.hours:
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _WEEKDAYS[each.weekday - 1],
            "opens": each.opens.isoformat("minutes"),
            "closes": each.closes.isoformat("minutes"),
        }
