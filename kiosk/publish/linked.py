"""The catalogue as linked data: what a page embeds of one card, and one file of all of them.

No request is ever made: every context stands in the data. Only public cards are told of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kiosk.domain.card import Card
from kiosk.domain.card_address import card_address
from kiosk.domain.catalogue import Group
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText
from kiosk.publish import linked_concepts, linked_terms
from kiosk.publish.linked_card import LinkedCard
from kiosk.publish.linked_office import LinkedOffice
from kiosk.publish.schema_org import GovernmentService
from kiosk.publish.site_address import Addresses, Base
from kiosk.publish.vocabulary import CONTEXT, POLAND, Ids, Node, ref, texts, typed

JSON_LD, TURTLE = "katalog.jsonld", "katalog.ttl"
"""Names of the two files of the whole catalogue: the same statements, at the top of the site."""


class LinkedCatalogue:
    """One pack's public cards. `base_url` is where the site stands; without it names lead nowhere, but are stable.

    Raises `BadInput` for an address that is none.
    """

    def __init__(self, pack: Pack, base_url: str = "") -> None:
        self._pack = pack
        self._ids = Ids.under(base_url, pack.office.id)
        self._office = LinkedOffice(pack.office, self._ids)
        self._addresses = Addresses.of(pack.office, Base.fit(base_url))

    def structured(self, card: Card, language: str) -> list[Node]:
        """What a page of `card` in `language` embeds: schema.org for search engines, and the CPSV-AP description.

        That is in the page's language and in Polish, which is the official one; `whole` has every language. Raises
        `BadInput` for a card that visitors may not see.
        """
        if not card.is_public:
            raise BadInput(f"the card {card.code} is not public")
        service = GovernmentService(card, self._pack, language, self._address(card, language)).node()
        return [service, _only_in({language, DEFAULT_LANGUAGE}, self._graph([card]))]

    def whole(self) -> Mapping[str, bytes]:
        """Files by name. The same pack gives the same bytes on every machine."""
        # Imported here: rdflib takes a quarter of a second, which pages that embed one card need not wait for.
        from kiosk.publish.linked_graph import graph_of  # noqa: PLC0415

        written = self._graph(self._public_cards())
        written["@graph"] += linked_terms.described({key for node in written["@graph"] for key in node})
        turtle = graph_of(written["@graph"]).serialize(format="turtle")
        return {JSON_LD: _json(written).encode(), TURTLE: turtle.encode()}

    def _address(self, card: Card, language: str) -> str:
        """What the office's codes tell, else where the page stands; empty where neither is known."""
        told = card_address(card, self._pack.office, language)
        return told or self._addresses.address(self._addresses.card(card.code, language))

    def _public_cards(self) -> list[Card]:
        return [card for card in self._pack.catalogue.cards if card.is_public]

    def _graph(self, cards: Sequence[Card]) -> Node:
        office, catalogue = self._pack.office, self._pack.catalogue
        nodes = [self._dataset(cards), self._publisher(), *self._office.nodes()]
        for card in cards:
            pages = [self._address(card, language) for language in office.languages]
            nodes += LinkedCard(card, office, catalogue, self._ids, pages).nodes()
        groups = {card.group for card in cards}
        nodes += [self._group(group) for group in catalogue.groups if group.id in groups]
        nodes += _languages(nodes)
        nodes += linked_concepts.described(linked_concepts.used_in(nodes)) + linked_concepts.foreign()
        return {"@context": dict(CONTEXT), "@graph": _each_once(nodes)}

    def _dataset(self, cards: Sequence[Card]) -> Node:
        """The catalogue itself, with those of its services that are described beside it."""
        office, title = self._pack.office, self._pack.catalogue.title
        described = {name: f"{title.in_language(name)}: {office.name.in_language(name)}" for name in office.languages}
        return {
            "@id": self._ids.of("katalog"),
            "@type": "dcat:Dataset",
            "dct:identifier": f"{office.id}-katalog",
            "dct:title": texts(title),
            "dct:description": texts(LocalisedText(described)),
            "dct:publisher": ref(self._ids.of("wydawca")),
            "dct:spatial": ref(POLAND),
            "dct:modified": typed(max(card.modified for card in cards).isoformat(), "date"),
            "dcat:version": str(self._pack.version),
            "dct:hasPart": [ref(self._ids.of(card.code)) for card in cards],
            **({"foaf:homepage": ref(self._ids.site)} if self._ids.site else {}),
        }

    def _publisher(self) -> Node:
        office = self._pack.office
        return {
            "@id": self._ids.of("wydawca"),
            "@type": "foaf:Agent",
            "dct:identifier": office.id,
            "dct:title": texts(office.name),
        }

    def _group(self, group: Group) -> Node:
        return {
            "@id": self._ids.of("grupa", group.id),
            "@type": "skos:Concept",
            "skos:prefLabel": texts(group.name),
            "skos:definition": texts(group.description),
        }


def embedded(objects: Sequence[Node]) -> str:
    """JSON that may stand between script tags: no text of a card can end the element or begin a comment in it."""
    return _json(list(objects), indent=None).translate({ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"})


def _json(found: object, indent: int | None = 1) -> str:
    return json.dumps(found, ensure_ascii=False, indent=indent)


def _languages(nodes: Iterable[Node]) -> list[Node]:
    names = sorted({each["@id"] for node in nodes for each in node.get("dct:language", [])})
    return [{"@id": name, "@type": "dct:LinguisticSystem"} for name in names]


def _only_in(languages: set[str], found: Any) -> Any:
    """The same without texts in other languages."""
    match found:
        case dict():
            return {key: value if key == "@context" else _only_in(languages, value) for key, value in found.items()}
        case list():
            kept = (
                each for each in found if not isinstance(each, dict) or each.get("@language", "") in {"", *languages}
            )
            return [_only_in(languages, each) for each in kept]
        case _:
            return found


def _each_once(nodes: Iterable[Node]) -> list[Node]:
    """Two cards may rest on one act: it is described where it is named first."""
    known: dict[str, Node] = {}
    for node in nodes:
        known.setdefault(node["@id"], node)
    return list(known.values())
