"""One card as a `cpsv:PublicService` of CPSV-AP 3.2.0, with everything it points to.

What that profile has no property for is kept beside it under `okn:`, because its shapes are open: who made the card
and when (art. 12 of the act on access to public information), the day whose law it describes, what is still to be
confirmed, and time limits in working days. An appeal is a `cpsv:Rule` of its own type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kiosk.domain.card import Card, Channel, ChannelKind, Deadline, Fee, LegalBasis
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office
from kiosk.domain.text import LocalisedText
from kiosk.publish import linked_concepts as concepts
from kiosk.publish.linked_concepts import NAMES, concept
from kiosk.publish.linked_office import LinkedOffice, authority
from kiosk.publish.vocabulary import POLAND, ZLOTY, Ids, Node, duration, language, polish, ref, texts, typed

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()/-]{5,}[0-9]")


class LinkedCard:
    """Writes one card, with the `addresses` of its pages. Related cards are named only where they are public too."""

    def __init__(self, card: Card, office: Office, catalogue: Catalogue, ids: Ids, addresses: Sequence[str]) -> None:
        self._card = card
        self._office = office
        self._catalogue = catalogue
        self._ids = ids
        self._addresses = list(dict.fromkeys(address for address in addresses if address))
        self._linked_office = LinkedOffice(office, ids)

    @property
    def id(self) -> str:
        return self._ids.of(self._card.code)

    def nodes(self) -> list[Node]:
        """The service first, then its parts; codes and the office are described elsewhere."""
        groups: dict[str, list[Node]] = {
            "cv:hasCost": list(self._costs()),
            "cv:hasChannel": list(self._channels()),
            "cpsv:follows": list(self._rules()),
            "cpsv:hasInput": list(self._inputs()),
            "cpsv:produces": list(self._outputs()),
            "cv:holdsRequirement": [self._titled("cv:Requirement", self._card.applies_to, "warunek")],
            "cv:isGroupedBy": list(self._events()),
            "cv:hasLegalResource": list(self._acts()),
            "cv:contactPoint": list(self._contacts()),
            "okn:legalBasis": list(self._articles()),
        }
        service = self._service()
        for link, parts in groups.items():
            if parts:
                service[link] = [ref(part["@id"]) for part in parts]
        return [service, *(part for parts in groups.values() for part in parts), *self._people(), *self._pages()]

    def _service(self) -> Node:
        card = self._card
        places = self._office.places_of(card.places)
        service: Node = {
            "@id": self.id,
            "@type": "cpsv:PublicService",
            "dct:identifier": card.code,
            "dct:title": texts(card.name),
            "dct:description": texts(card.summary),
            "dct:modified": typed(card.modified.isoformat(), "date"),
            "dct:language": [ref(name) for code in card.service_languages if (name := language(code))],
            "dct:spatial": ref(POLAND),
            "dct:audience": [concept(f"klient-{client.value}") for client in card.clients],
            "dct:isPartOf": ref(self._ids.of("katalog")),
            "adms:status": concept(f"status-{card.status.value}"),
            "dcat:version": str(card.version),
            "cv:thematicArea": ref(self._ids.of("grupa", card.group)),
            "cv:hasCompetentAuthority": ref(self._authority_id()),
            "cv:hasParticipation": ref(self._ids.of(card.code, "udzial")),
            "cv:relatedService": [
                ref(self._ids.of(other.code)) for other in self._catalogue.related_cards(card) if other is not card
            ],
            "okn:atPlace": [ref(self._linked_office.site(place)) for place in places],
            "okn:legalState": typed(card.legal_state.isoformat(), "date"),
            "okn:producedBy": texts(card.produced_by),
            "okn:approvedBy": texts(card.approved_by),
            "okn:publishedBy": texts(card.published_by),
            "dcat:keyword": self._keywords(),
            "skos:note": [value for note in card.notes for value in texts(note)],
            "okn:privacy": texts(card.privacy) if card.privacy is not None else [],
            "okn:easyToRead": self._easy_to_read(),
            "okn:authentication": texts(card.authentication) if card.authentication is not None else [],
            "okn:toConfirm": [value for each in card.to_confirm for value in texts(each)],
            "foaf:page": [ref(page) for page in self._addresses],
        }
        service |= self._time(card.office_deadline)
        return {key: value for key, value in service.items() if value != []}

    def _time(self, deadline: Deadline | None) -> Node:
        """A duration where there is one; the words that a person reads in any case."""
        if deadline is None:
            return {}
        written: Node = {"okn:officeDeadline": texts(deadline.text), "okn:deadlineUnit": deadline.unit.value}
        if (length := duration(deadline)) is not None:
            written["cv:processingTime"] = typed(length, "duration")
        else:
            written["okn:workingDays"] = typed(deadline.number, "integer")
        return written

    def _keywords(self) -> list[Node]:
        by_language = self._card.keywords.texts if self._card.keywords is not None else {}
        words = {name: dict.fromkeys(word.strip() for word in text.split(",")) for name, text in by_language.items()}
        return [{"@value": word, "@language": name} for name, listed in words.items() for word in listed if word]

    def _easy_to_read(self) -> list[Node]:
        """All thoughts in one text a language: what is not whole in a language is not easy to read in it."""
        thoughts = self._card.plain
        whole = [name for name in self._office.languages if thoughts and all(each.texts.get(name) for each in thoughts)]
        return texts(LocalisedText({name: "\n".join(each.texts[name] for each in thoughts) for name in whole}))

    def _pages(self) -> Iterator[Node]:
        forms = [form.address for form in self._card.forms if form.address]
        for page in dict.fromkeys((*self._addresses, *forms)):
            yield {"@id": page, "@type": "foaf:Document"}

    def _authority_id(self) -> str:
        """Another office's own, where a card says what another office does."""
        return self._ids.of(self._card.code, "organ") if self._card.unit_address else self._linked_office.id

    def _people(self) -> Iterator[Node]:
        """The unit that deals with the matter, and its office where that is not ours."""
        card = self._card
        unit = self._ids.of(card.code, "jednostka")
        yield {
            "@id": self._ids.of(card.code, "udzial"),
            "@type": "cv:Participation",
            "dct:identifier": f"{card.code}-udzial",
            "dct:description": texts(card.unit),
            "cv:role": concept(concepts.UNIT_ROLE),
            "cv:hasParticipant": ref(unit),
        }
        yield {
            "@id": unit,
            "@type": "foaf:Agent",
            "dct:identifier": f"{card.code}-jednostka",
            "dct:title": texts(card.unit),
        }
        if card.unit_address:
            address = self._ids.of(card.code, "adres")
            other = authority(self._authority_id(), f"{card.code}-organ", card.unit)
            yield {**other, "locn:address": ref(address)}
            yield {"@id": address, "@type": "locn:Address", "locn:fullAddress": polish(card.unit_address)}

    def _part(self, kind: str, *name: str | int) -> Node:
        identifier = "-".join(map(str, (self._card.code, *name)))
        return {"@id": self._ids.of(identifier), "@type": kind, "dct:identifier": identifier}

    def _titled(self, kind: str, title: LocalisedText, *name: str | int) -> Node:
        return {**self._part(kind, *name), "dct:title": texts(title)}

    def _costs(self) -> Iterator[Node]:
        for number, fee in enumerate(self._card.fees, start=1):
            yield {**self._part("cv:Cost", "oplata", number), **_cost(fee)}

    def _channels(self) -> Iterator[Node]:
        places = self._office.places_of(self._card.places)
        for number, channel in enumerate(self._card.channels, start=1):
            node = self._part("cv:Channel", "kanal", number)
            node["dct:type"] = concept(f"kanal-{channel.kind.value}")
            node["dct:description"] = texts(channel.text)
            node["cv:ownedBy"] = ref(self._authority_id())
            node |= _reached(channel)
            if channel.kind is ChannelKind.COUNTER and not self._card.unit_address:
                node["cv:openingHours"] = [hours for place in places for hours in self._linked_office.hours(place)]
            yield node

    def _rules(self) -> Iterator[Node]:
        card = self._card
        for number, step in enumerate(card.steps, start=1):
            yield {**self._rule(concepts.STEP, step, "krok", number), "okn:order": typed(number, "integer")}
        if card.client_deadline is not None:
            yield self._rule(concepts.CLIENT_DEADLINE, card.client_deadline.text, "termin")
        if card.no_reply is not None:
            yield self._rule(concepts.NO_REPLY, card.no_reply, "brak-odpowiedzi")
        yield self._rule(concepts.APPEAL, card.appeal, "odwolanie")

    def _rule(self, kind: str, text: LocalisedText, *name: str | int) -> Node:
        """Its title is in the languages of the text: a heading over nothing would promise a translation."""
        number = f" {name[-1]}" if kind == concepts.STEP else ""
        title = LocalisedText({code: f"{NAMES[kind].in_language(code)}{number}" for code in text.texts})
        rule = self._titled("cpsv:Rule", title, *name)
        return {**rule, "dct:description": texts(text), "dct:type": concept(kind)}

    def _inputs(self) -> Iterator[Node]:
        for number, document in enumerate(self._card.documents, start=1):
            node = self._titled("cv:Evidence", document.name, "dokument", number)
            if document.format is not None:
                node["dct:description"] = texts(document.format)
            yield {**node, "dct:type": concept(f"dokument-{document.kind.value}")}
        for number, form in enumerate(self._card.forms, start=1):
            node = self._titled("cv:Evidence", form.name, "formularz", number)
            node["dct:type"] = concept("dokument-formularz")
            if form.symbol:
                node["okn:symbol"] = form.symbol
            if form.address:
                node["foaf:page"] = ref(form.address)
            yield node

    def _outputs(self) -> Iterator[Node]:
        for number, result in enumerate(self._card.results, start=1):
            yield self._titled("cv:Output", result, "wynik", number)

    def _events(self) -> Iterator[Node]:
        if self._card.life_event is not None:
            event = self._titled("cv:Event", self._card.life_event, "zdarzenie")
            yield {**event, "cv:hasRelatedService": ref(self.id)}

    def _contacts(self) -> Iterator[Node]:
        contact = self._card.contact
        if not contact:
            return
        emails = _EMAIL.findall(contact)
        node = {"@id": self._ids.of(self._card.code, "kontakt"), "@type": "cv:ContactPoint"}
        yield {
            **node,
            **_if_any("cv:telephone", _TELEPHONE.findall(_EMAIL.sub(" ", contact))),
            **_if_any("cv:email", emails),
            "okn:contact": contact,
        }

    def _acts(self) -> Iterator[Node]:
        """Acts by their ELI, so that cards of all offices name the same act alike."""
        for number, act in enumerate(self._card.legal_basis, start=1):
            yield {
                "@id": self._act_id(number, act),
                "@type": "eli:LegalResource",
                "dct:title": polish(act.title),
                "dct:identifier": act.journal,
            }

    def _articles(self) -> Iterator[Node]:
        for number, act in enumerate(self._card.legal_basis, start=1):
            if act.articles:
                name = self._ids.of(self._card.code, "przepisy", number)
                yield {"@id": name, "okn:act": ref(self._act_id(number, act)), "okn:articles": polish(act.articles)}

    def _act_id(self, number: int, act: LegalBasis) -> str:
        return act.eli or self._ids.of(self._card.code, "akt", number)


def _cost(fee: Fee) -> Node:
    """Zloty and grosze as `xsd:double`, as CPSV-AP asks; no value where a price list or an estimate decides."""
    node: Node = {"dct:description": texts(fee.what_for), "cv:currency": ref(ZLOTY)}
    if fee.amount is not None:
        node["cv:hasValue"] = typed(f"{fee.amount / 100:.2f}", "double")
    if fee.basis:
        node["okn:basis"] = polish(fee.basis)
    if fee.exemptions is not None:
        node["okn:exemptions"] = texts(fee.exemptions)
    if fee.payment is not None:
        node["okn:payment"] = texts(fee.payment)
    return node


def _reached(channel: Channel) -> Node:
    match channel.kind:
        case _ if not channel.address:
            return {}
        case ChannelKind.TELEPHONE:
            return {"cv:telephone": channel.address}
        case ChannelKind.EMAIL:
            return {"cv:email": channel.address}
        case ChannelKind.WEB:
            return {"foaf:page": [{"@id": channel.address, "@type": "foaf:Document"}]}
        case _:
            return {"okn:address": channel.address}


def _if_any(key: str, values: Sequence[str]) -> Node:
    return {key: list(values)} if values else {}
