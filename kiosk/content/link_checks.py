"""Links that a pack publishes: each leads somewhere by a safe road, and an act's address is that of its journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.shape import matches_email
from kiosk.content.tree import Items, Node, Scalar, Table, items, scalar

_LINK = re.compile(r"(?<![\w.])(?:[a-z][a-z0-9+.-]*://|mailto:|tel:)\S*", re.IGNORECASE)
_TAIL = ".,;:!?)]”’\"'»"
"""Signs of the sentence around a link."""
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE | re.ASCII)
_TELEPHONE = re.compile(r"\+?[0-9][0-9-]{2,20}", re.ASCII)
_ALLOWED = "an address such as https://urzad.pl/karta, mailto:sekretariat@urzad.pl or tel:+48612798301"
_POLISH_ACT = re.compile(r"/eli/(?:acts/)?(DU|MP)/([0-9]{4})/([0-9]+)(?:/[a-z0-9/]*)?", re.ASCII)
_POLISH_HOSTS = {"eli.gov.pl", "api.sejm.gov.pl", "dziennikustaw.gov.pl", "monitorpolski.gov.pl"}
_EUROPEAN_HOST = "data.europa.eu"
_JOURNAL = re.compile(r"(Dz\. ?U\.|M\. ?P\.)(?: z)? ?([0-9]{4})(?: r\.)?(?:,? nr [0-9]+,?)?,? poz\. ([0-9]+)")
_ELI = "an ELI such as https://eli.gov.pl/eli/DU/2024/1799 or https://api.sejm.gov.pl/eli/acts/DU/2024/1799"


def link_faults(file: str, tree: Node) -> Iterator[FaultAt]:
    """Every link in every text of a file, and the ELI of every act."""
    for text in _scalars(tree):
        for found in _LINK.finditer(text.text):
            link = found[0].rstrip(_TAIL)
            if wrong := _wrong(link):
                yield fault(file, text.line, f"the link {quoted(link)} {wrong}", _ALLOWED)
    for act in items(tree, "podstawa_prawna"):
        if eli := scalar(act, "eli"):
            yield from _act_faults(file, eli, scalar(act, "dziennik"))


def _wrong(link: str) -> str:
    """What is wrong with a link, or nothing. `{kod}` and `{jezyk}` stand in the office's template of addresses."""
    scheme, _, rest = link.partition(":")
    match scheme.lower():
        case "https":
            return _wrong_address(link)
        case "mailto":
            return "" if matches_email(rest) else "has no e-mail address"
        case "tel":
            return "" if _TELEPHONE.fullmatch(rest) else "has no telephone number"
        case _:
            return f"begins with {scheme}:"


def _wrong_address(link: str) -> str:
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "cannot be read"
    if parts.username is not None:
        return "holds a user's name"
    return "" if host and _HOST.fullmatch(host) else "has no whole host"


def _act_faults(file: str, eli: Scalar, journal: Scalar | None) -> Iterator[FaultAt]:
    parts = urlsplit(eli.text)
    if parts.hostname == _EUROPEAN_HOST and parts.path.startswith("/eli/"):
        return
    act = _POLISH_ACT.fullmatch(parts.path)
    if act is None or (parts.hostname or "").removeprefix("www.") not in _POLISH_HOSTS:
        yield fault(file, eli.line, f"{quoted(eli.text)} is not an ELI", _ELI)
        return
    told = _JOURNAL.search(journal.text) if journal is not None else None
    if journal is None or told is None:
        return
    kind = "DU" if told[1].startswith("Dz") else "MP"
    if (kind, told[2], told[3]) != act.groups():
        wrong = f"the ELI {quoted(eli.text)} is not that of {quoted(journal.text)}"
        yield fault(file, eli.line, wrong, f"…/{kind}/{told[2]}/{told[3]}")


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Items():
            for item in node.items:
                yield from _scalars(item)
        case Table():
            for value in node.entries.values():
                yield from _scalars(value)
