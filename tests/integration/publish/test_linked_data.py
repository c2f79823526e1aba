"""The catalogue as linked data: it conforms to our profile, and each thing that the profile asks for is missed."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kiosk.domain.card import CardStatus, Client, Deadline, DeadlineUnit, Fee
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.publish.linked import JSON_LD, TURTLE, LinkedCatalogue, embedded
from kiosk.publish.vocabulary import CONTEXT
from tests.integration.publish.conftest import POZNAN, card, in_polish, public

# WORKAROUND: rdflib 7.6 reads JSON-LD by way of a class that it warns against itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

PROFILE = POZNAN.parents[1] / "linked" / "okienko-profile.ttl"
SITE = "https://urzad.example/katalog"
CV, CPSV, DCT = (Namespace(CONTEXT[prefix]) for prefix in ("cv", "cpsv", "dct"))
OKN = Namespace(CONTEXT["okn"])

CPSV_AP = """
cpsv:PublicService dct:identifier | cpsv:PublicService dct:title | cpsv:PublicService dct:description
cpsv:PublicService cv:hasCompetentAuthority | cv:PublicOrganisation skos:prefLabel | cv:PublicOrganisation dct:spatial
cv:Cost dct:identifier | cv:Channel dct:identifier | cv:Evidence dct:identifier | cv:Evidence dct:title
cv:Output dct:identifier | cv:Output dct:title | cv:Requirement dct:identifier | cv:Requirement dct:title
cv:Event dct:identifier | cv:Event dct:title | cpsv:Rule dct:identifier | cpsv:Rule dct:title
cpsv:Rule dct:description | dcat:Dataset dct:title | dcat:Dataset dct:description | dcat:Dataset dct:publisher
foaf:Agent dct:identifier | foaf:Agent dct:title | cv:Participation dct:identifier | cv:Participation dct:description
cv:Participation cv:role | cv:Participation cv:hasParticipant
"""
"""Class and property that CPSV-AP 3.2.0 makes mandatory, as its release says, for the classes that we write."""
OWN = """
cpsv:PublicService cv:hasCost | cpsv:PublicService cv:hasChannel | cpsv:PublicService cv:hasLegalResource
cpsv:PublicService cpsv:follows | cpsv:PublicService dct:modified | cpsv:PublicService adms:status
cpsv:PublicService dcat:version | cpsv:PublicService okn:legalState | cpsv:PublicService okn:producedBy
cpsv:PublicService okn:publishedBy | eli:LegalResource dct:title
"""
MANDATORY = [
    pair.strip() for pairs in (CPSV_AP, OWN) for line in pairs.splitlines() for pair in line.split("|") if pair
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(PROFILE)


@pytest.fixture(scope="module")
def graph(full: Pack) -> Graph:
    """One card with everything, as a page embeds it."""
    return page_graph(full, "REG-01")


def page_graph(pack: Pack, code: str, language: str = "en") -> Graph:
    return parsed(LinkedCatalogue(pack, SITE).structured(card(pack, code), language)[1])


def parsed(node: object) -> Graph:
    return Graph().parse(data=json.dumps(node), format="json-ld")


def whole(pack: Pack, base_url: str = SITE) -> Graph:
    return Graph().parse(data=LinkedCatalogue(pack, base_url).whole()[TURTLE], format="turtle")


def faults(graph: Graph, shapes: Graph) -> list[str]:
    """What the profile says is wrong: its messages."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return sorted({str(message) for message in report.objects(None, SH.resultMessage)})


def named(short: str) -> URIRef:
    prefix, _, rest = short.partition(":")
    return URIRef(CONTEXT[prefix] + rest)


def changed(graph: Graph) -> Graph:
    copy = Graph()
    for triple in graph:
        copy.add(triple)
    return copy


@pytest.mark.parametrize("base_url", [SITE, ""])
def test_whole_catalogue_conforms(poznan: Pack, shapes: Graph, base_url: str) -> None:
    graph = whole(poznan, base_url)

    assert faults(graph, shapes) == []
    services = {str(name) for name in graph.objects(None, DCT.hasPart)}
    assert len(services) == len(public(poznan)) == 16


def test_each_card_conforms_by_itself_in_every_language(full: Pack, shapes: Graph) -> None:
    for each in public(full):
        for language in full.office.languages:
            assert faults(page_graph(full, each.code, language), shapes) == [], (each.code, language)


@pytest.mark.parametrize("pair", MANDATORY)
def test_missing_mandatory_property_is_caught_and_named(graph: Graph, shapes: Graph, pair: str) -> None:
    kind, prop = pair.split()
    spoilt = changed(graph)
    focus = min(graph.subjects(RDF.type, named(kind)), key=str)
    removed = list(graph.triples((focus, named(prop), None)))
    assert removed, "the card with everything lacks it"
    for triple in removed:
        spoilt.remove(triple)

    told = faults(spoilt, shapes)
    assert any(message.startswith(f"{pair}: ") for message in told), told


def test_profile_asks_for_nothing_that_is_not_tried_here(shapes: Graph) -> None:
    asked = set()
    for shape in set(shapes.subjects(SH.targetClass, None)):
        kind = shapes.value(shape, SH.targetClass)
        for prop in shapes.objects(shape, SH.property):
            if (prop, SH.minCount, None) in shapes or (prop, SH.qualifiedMinCount, None) in shapes:
                asked.add((kind, shapes.value(prop, SH.path)))
    tried = {tuple(named(word) for word in pair.split()) for pair in MANDATORY}
    assert asked - tried == {(CV.EvidenceType, DCT.identifier)}, "we write no evidence types"


@pytest.mark.parametrize(
    ("prop", "value", "told"),
    [
        (DCT.title, Literal("No language"), "cpsv:PublicService dct:title: at least one"),
        (DCT.title, Literal("Jeszcze raz", lang="pl"), "cpsv:PublicService dct:title: at least one"),
        (CV.processingTime, Literal("7 dni"), "cpsv:PublicService cv:processingTime: at most one xsd:duration"),
        (DCT.modified, Literal("wczoraj"), "cpsv:PublicService dct:modified: exactly one xsd:date"),
        (CV.hasCost, URIRef("urn:nothing"), "cpsv:PublicService cv:hasCost: at least one"),
    ],
)
def test_wrong_value_is_caught(graph: Graph, shapes: Graph, prop: URIRef, value: Literal, told: str) -> None:
    spoilt = changed(graph)
    spoilt.add((next(graph.subjects(RDF.type, CPSV.PublicService)), prop, value))

    assert any(message.startswith(told) for message in faults(spoilt, shapes))


def test_title_without_polish_is_caught(graph: Graph, shapes: Graph) -> None:
    spoilt = changed(graph)
    service = next(graph.subjects(RDF.type, CPSV.PublicService))
    for title in list(graph.objects(service, DCT.title)):
        if isinstance(title, Literal) and title.language == "pl":
            spoilt.remove((service, DCT.title, title))

    assert faults(spoilt, shapes) == ["cpsv:PublicService dct:title: one in Polish"]


def test_both_files_say_the_same_and_two_machines_write_the_same_bytes(poznan: Pack) -> None:
    files = LinkedCatalogue(poznan, SITE).whole()
    assert isomorphic(
        Graph().parse(data=files[JSON_LD], format="json-ld"), Graph().parse(data=files[TURTLE], format="turtle")
    )
    write = (
        "import sys; from pathlib import Path; from kiosk.content.reader import read_pack;"
        "from kiosk.publish.linked import LinkedCatalogue;"
        "whole = LinkedCatalogue(read_pack(Path(sys.argv[1])), sys.argv[2]).whole();"
        "sys.stdout.buffer.write(b''.join(whole.values()))"
    )
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-c", write, str(POZNAN), SITE],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert again.stdout == b"".join(files.values())


def test_every_term_of_ours_says_what_it_means(full: Pack) -> None:
    graph = whole(full)
    used = {prop for prop in graph.predicates() if str(prop).startswith(str(OKN))}
    named_terms = set(graph.subjects(RDF.type, RDF.Property))
    assert used == named_terms
    assert len(used) > 20
    assert all(len(list(graph.objects(prop, RDFS.label))) == 2 for prop in used)
    own = {value for value in graph.objects() if str(value).startswith(str(OKN))}
    assert own <= set(graph.subjects(RDF.type, SKOS.Concept)), "codes of ours have names"


def test_no_request_is_made(poznan: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("somebody asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    LinkedCatalogue(poznan, SITE).whole()
    for node in LinkedCatalogue(poznan, SITE).structured(card(poznan, "REG-01"), "pl"):
        parsed(node)
        assert isinstance(node["@context"], dict)


def test_only_public_cards_are_told_of(poznan: Pack) -> None:
    hidden = card(poznan, "REG-02")
    for other in (replace(hidden, status=CardStatus.DRAFT), replace(hidden, clients=(Client.INTERNAL,))):
        cards = tuple(other if each is hidden else each for each in poznan.catalogue.cards)
        pack = replace(poznan, catalogue=replace(poznan.catalogue, cards=cards))
        written = b"".join(LinkedCatalogue(pack, SITE).whole().values()).decode()
        assert "REG-02" not in written.replace("REG-02)", "")
        with pytest.raises(BadInput, match="not public"):
            LinkedCatalogue(pack, SITE).structured(other, "pl")


def test_internal_notes_are_nowhere(poznan: Pack) -> None:
    written = b"".join(LinkedCatalogue(poznan, SITE).whole().values()).decode()
    noted = [each for each in public(poznan) if each.internal_notes]
    assert noted
    for each in noted:
        assert each.internal_notes[:40] not in written
        assert each.internal_notes[:40] not in embedded(LinkedCatalogue(poznan).structured(each, "pl"))


def test_texts_are_only_in_languages_that_exist(full: Pack) -> None:
    graph = whole(full)
    privacy = set(graph.objects(None, OKN.privacy))
    assert privacy == {Literal("Klauzula stoi w korytarzu.", lang="pl")}
    untold = {
        str(prop)
        for _, prop, value in graph
        if isinstance(value, Literal) and not value.language and not value.datatype
    }
    allowed = ("dct:identifier", "dcat:version", "cv:telephone", "cv:email", "locn:postCode")
    own = ("okn:symbol", "okn:contact", "okn:deadlineUnit", "okn:address")
    assert untold <= {str(named(short)) for short in (*allowed, *own)}


def test_page_has_its_own_language_and_polish(full: Pack) -> None:
    graph = page_graph(full, "REG-02", "de")
    languages = {value.language for value in graph.objects() if isinstance(value, Literal) and value.language}
    assert languages == {"pl", "de"}


@pytest.mark.parametrize(
    ("deadline", "length", "working_days"),
    [
        (Deadline(in_polish("od ręki"), DeadlineUnit.AT_ONCE), "P0D", None),
        (Deadline(in_polish("14 dni"), DeadlineUnit.DAYS, 14), "P14D", None),
        (Deadline(in_polish("miesiąc"), DeadlineUnit.MONTHS, 1), "P1M", None),
        (Deadline(in_polish("7 dni roboczych"), DeadlineUnit.WORKING_DAYS, 7), None, "7"),
        (None, None, None),
    ],
)
def test_time_is_a_duration_only_where_there_is_one(
    poznan: Pack, deadline: Deadline | None, length: str | None, working_days: str | None
) -> None:
    timed = replace(card(poznan, "REG-01"), office_deadline=deadline)
    graph = parsed(LinkedCatalogue(poznan).structured(timed, "pl")[1])
    assert [str(value) for value in graph.objects(None, CV.processingTime)] == ([length] if length else [])
    assert [str(value) for value in graph.objects(None, OKN.workingDays)] == ([working_days] if working_days else [])


def test_costs_are_in_zloty_and_an_estimate_has_no_value(poznan: Pack) -> None:
    fees = (Fee(in_polish("a"), 0), Fee(in_polish("b"), 1705), Fee(in_polish("c"), None))
    priced = replace(card(poznan, "REG-01"), fees=fees)
    schema_org, node = LinkedCatalogue(poznan).structured(priced, "pl")
    values = sorted(value.toPython() for value in parsed(node).objects(None, CV.hasValue) if isinstance(value, Literal))
    assert values == [0.0, 17.05]
    assert [offer.get("price") for offer in schema_org["offers"]] == ["0.00", "17.05", None]
    assert len(list(parsed(node).objects(None, CV.currency))) == 3


def test_card_of_another_office_names_that_office(poznan: Pack) -> None:
    graph = page_graph(poznan, "KLA-01", "pl")
    (authority,) = graph.objects(None, CV.hasCompetentAuthority)
    assert "Łodzi" in str(graph.value(authority, DCT.title))
    service, _ = LinkedCatalogue(poznan).structured(card(poznan, "KLA-01"), "en")
    assert "Łódź" in service["provider"]["name"]["@value"]
    assert "hoursAvailable" not in service, "our hours are not theirs"


def texts_in(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from texts_in(list(node.values()))
    elif isinstance(node, list):
        for each in node:
            yield from texts_in(each)
    else:
        yield str(node)


def test_schema_org_says_what_the_card_says(full: Pack) -> None:
    for each in public(full):
        for language in full.office.languages:
            service, _ = LinkedCatalogue(full, SITE).structured(each, language)
            assert service["@type"] == "GovernmentService"
            said = set(texts_in(service))
            fields = (each.name, each.summary, *each.results, *(fee.what_for for fee in each.fees))
            for text in (*fields, *(channel.text for channel in each.channels), each.unit):
                assert text.in_language(language) in said, (each.code, language)
            assert service["url"] == f"https://urzad.example/{language}/karty/{each.code}"


@pytest.mark.parametrize("site", [SITE, f"{SITE}/"])
def test_address_of_a_page_is_told_where_only_the_site_knows_it(site: str, poznan: Pack) -> None:
    assert not poznan.office.card_address
    linked = LinkedCatalogue(poznan, site)
    service, described = linked.structured(card(poznan, "REG-01"), "de")
    assert service["url"] == f"{SITE}/de/REG-01.html"
    [node] = [node for node in described["@graph"] if node.get("dct:identifier") == "REG-01"]
    assert {"@id": f"{SITE}/de/REG-01.html"} in node["foaf:page"]
    service, _ = LinkedCatalogue(poznan).structured(card(poznan, "REG-01"), "de")
    assert "url" not in service


def test_embedded_text_cannot_leave_its_element(poznan: Pack) -> None:
    bad = replace(card(poznan, "REG-01"), name=in_polish("</script><!--<script>&amp;"))
    written = embedded(LinkedCatalogue(poznan).structured(bad, "pl"))
    assert not set("<>&") & set(written)
    assert json.loads(written)[0]["name"]["@value"] == "</script><!--<script>&amp;"


@pytest.mark.parametrize("bad", ["urzad.pl", "ftp://urzad.pl", "https://urzad.pl/a b", "https://", "https://u.pl/#a"])
def test_address_that_is_none_is_refused(poznan: Pack, bad: str) -> None:
    with pytest.raises(BadInput, match="is not an address"):
        LinkedCatalogue(poznan, bad)
