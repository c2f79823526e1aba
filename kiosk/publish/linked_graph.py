"""JSON-LD of ours as statements of rdflib: every name is whole or has a prefix, so that no context is ever asked for.

WORKAROUND: rdflib 7.6 reads JSON-LD by way of a class that it warns against itself (`ConjunctiveGraph`, in
`rdflib/plugins/parsers/jsonld.py`); and ours is simple enough to be read in a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node as Term

from kiosk.publish.vocabulary import CONTEXT, Node

_Statement = tuple[URIRef, URIRef, Term]


def graph_of(nodes: Iterable[Node]) -> Graph:
    """A graph with our prefixes and the statements of these objects."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in CONTEXT.items():
        graph.bind(prefix, namespace)
    for node in nodes:
        for statement in _statements(node):
            graph.add(statement)
    return graph


def _statements(node: Node) -> Iterator[_Statement]:
    subject = _name(node["@id"])
    for key, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if key == "@type":
                yield subject, RDF.type, _name(each)
            elif key != "@id":
                yield subject, _name(key), _term(each)
                if isinstance(each, dict) and "@id" in each:
                    yield from _statements(each)


def _term(found: Node | str) -> Term:
    if isinstance(found, str):
        return Literal(found)
    if "@id" in found:
        return _name(found["@id"])
    if "@language" in found:
        return Literal(found["@value"], lang=found["@language"])
    return Literal(found["@value"], datatype=_name(found["@type"]))


def _name(short: str) -> URIRef:
    prefix, _, rest = short.partition(":")
    return URIRef(CONTEXT[prefix] + rest if prefix in CONTEXT else short)
