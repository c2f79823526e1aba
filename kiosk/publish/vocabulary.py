"""The words of linked data: namespaces, codes of the European Union's lists, and how values of a card are written.

Everything is written with prefixes alone, so that one context serves every file and stands in it: nobody who reads the
data has to ask another server. The shape is CPSV-AP 3.2.0 (SEMIC, https://semiceu.github.io/CPSV-AP/releases/3.2.0/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.card import Deadline, DeadlineUnit
from kiosk.domain.errors import BadInput
from kiosk.domain.text import DEFAULT_LANGUAGE, LANGUAGE_NAMES, LocalisedText

Node = dict[str, Any]
"""A JSON-LD object."""

OWN = "urn:okienko:pojecia#"
"""Terms that no vocabulary has: what an office owes its readers by Polish law, and our own code lists."""

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "okn": OWN,
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

ATU = "http://data.europa.eu/88u/dataset/atu-type"
"""The class that CPSV-AP 3.2.0 asks of the area of an authority."""
_AUTHORITY = "http://publications.europa.eu/resource/authority"
POLAND = f"{_AUTHORITY}/country/POL"
ZLOTY = f"{_AUTHORITY}/currency/PLN"
_LANGUAGES: Mapping[str, str] = {
    "be": "BEL", "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA",
    "et": "EST", "fi": "FIN", "fr": "FRA", "ga": "GLE", "hr": "HRV", "hu": "HUN", "it": "ITA", "lt": "LIT",
    "lv": "LAV", "mt": "MLT", "nl": "NLD", "pl": "POL", "pt": "POR", "ro": "RON", "ru": "RUS", "sk": "SLK",
    "sl": "SLV", "sv": "SWE", "uk": "UKR",
}  # fmt: skip
"""The Publications Office's code by ISO 639-1."""
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ids:
    """Names of things: fragments of the file that describes them, so that whoever follows a name finds the data.

    `site` is the address of the published site, or empty: names are then stable, but lead nowhere.
    """

    document: str
    site: str

    @classmethod
    def under(cls, base_url: str, office: str) -> Ids:
        """Raises `BadInput` for an address that is none."""
        if not base_url:
            return cls(f"urn:okienko:{office}", "")
        if not _BASE.fullmatch(base_url):
            raise BadInput(f"'{base_url}' is not an address; allowed: such as https://urzad.pl/karty")
        site = base_url.rstrip("/")
        return cls(f"{site}/katalog.ttl", site)

    def of(self, *parts: str | int) -> str:
        """The name of a thing, or of a part of it: `REG-01`, `REG-01-oplata-1`."""
        return f"{self.document}#{'-'.join(map(str, parts))}"


def ref(name: str) -> Node:
    return {"@id": name}


def texts(text: LocalisedText) -> list[Node]:
    """The text in each language in which it exists, and in no other."""
    return [
        {"@value": text.texts[language], "@language": language}
        for language in LANGUAGE_NAMES
        if text.texts.get(language)
    ]


def polish(words: str) -> list[Node]:
    """What is Polish for everybody: titles of acts, names of streets."""
    return [{"@value": words, "@language": DEFAULT_LANGUAGE}]


def typed(value: object, kind: str) -> Node:
    """A literal of a type of XML Schema: `typed("2026-11-23", "date")`."""
    return {"@value": str(value), "@type": f"xsd:{kind}"}


def language(code: str) -> str | None:
    """The European Union's name of a language, or None for one that we have no code of."""
    return f"{_AUTHORITY}/language/{_LANGUAGES[code]}" if code in _LANGUAGES else None


def duration(deadline: Deadline) -> str | None:
    """ISO 8601, such as `P14D`; None where there is no such duration: nobody can write a working day."""
    match deadline.unit:
        case DeadlineUnit.AT_ONCE:
            return "P0D"
        case DeadlineUnit.DAYS:
            return f"P{deadline.number}D"
        case DeadlineUnit.MONTHS:
            return f"P{deadline.number}M"
        case DeadlineUnit.WORKING_DAYS:
            return None
