"""What must hold between the office, its catalogue and its cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.references import Known, Steps, language_faults, repeated_faults, unknown_faults
from kiosk.content.tree import Table, items, scalar, scalars
from kiosk.domain.text import DEFAULT_LANGUAGE

ALWAYS_TRANSLATED = {"nazwa", "streszczenie", "kroki", "prosty_opis"}
"""Without these a visitor who reads no Polish cannot use a card; the rest falls back to Polish.

Easy-to-read text with a foreign sentence in it is not easy to read."""


def office_faults(file: str, office: Table, known: Known) -> Iterator[FaultAt]:
    """Repeated places, languages and days, and texts in foreign languages."""
    yield from repeated_faults(file, "language", scalars(office, "jezyki"))
    yield from repeated_faults(file, "day", scalars(office, "zamkniete"))
    yield from repeated_faults(file, "language", scalars(office, "jezyki_zastepcze"))
    if known.languages is not None:
        translated = frozenset(known.languages) - {DEFAULT_LANGUAGE}
        yield from unknown_faults(file, "language", scalars(office, "jezyki_zastepcze"), translated)
    ids = [found for place in items(office, "miejsca") if (found := scalar(place, "id"))]
    yield from repeated_faults(file, "place", ids)
    yield from language_faults(file, office, known.languages, lambda steps: steps[0] in {"nazwa", "organ"})


def catalogue_faults(file: str, catalogue: Table, known: Known) -> Iterator[FaultAt]:
    """Repeated groups, and texts that are not in every language of the office."""
    ids = [found for group in items(catalogue, "grupy") if (found := scalar(group, "id"))]
    yield from repeated_faults(file, "group", ids)
    yield from language_faults(file, catalogue, known.languages, lambda _: True)


def card_faults(cards: Mapping[str, Table], known: Known) -> Iterator[FaultAt]:
    """Everything in which a card disagrees with its file name, the office, the catalogue or another card."""
    taken: dict[str, tuple[str, int]] = {}
    for file, card in cards.items():
        yield from _code_faults(file, card, taken)
        yield from _reference_faults(file, card, known)
        yield from language_faults(file, card, known.languages, _is_translated)


def _is_translated(steps: Steps) -> bool:
    return steps[0] in ALWAYS_TRANSLATED


def _code_faults(file: str, card: Table, taken: dict[str, tuple[str, int]]) -> Iterator[FaultAt]:
    code = scalar(card, "kod")
    if code is None:
        return
    name = PurePosixPath(file).stem
    if code.text != name:
        yield fault(file, code.line, f"the code {quoted(code.text)} is not that of the file's name", name)
    if code.text in taken:
        other, line = taken[code.text]
        yield fault(file, code.line, f"the code {quoted(code.text)} is that of {other}:{line}", "each code once")
    taken.setdefault(code.text, (file, code.line))


def _reference_faults(file: str, card: Table, known: Known) -> Iterator[FaultAt]:
    if group := scalar(card, "grupa"):
        yield from unknown_faults(file, "group", [group], known.groups)
    yield from unknown_faults(file, "place", scalars(card, "miejsca"), known.places)
    yield from unknown_faults(file, "card", scalars(card, "powiazane"), known.codes)
    for key, kind in (
        ("miejsca", "place"),
        ("powiazane", "card"),
        ("klienci", "client"),
        ("jezyki_obslugi", "language"),
    ):
        yield from repeated_faults(file, kind, scalars(card, key))
    code = scalar(card, "kod")
    for related in scalars(card, "powiazane"):
        if code is not None and related.text == code.text:
            yield fault(file, related.line, "the card is related to itself", "codes of other cards")
