"""What article 10(2) of Regulation (EU) 2018/1724 (single digital gateway) asks of the explanation of a procedure.

Points (a) the steps, (e) the means of redress and the fees of (f) are keys that no card can do without; the rest is
asked for here. A point that has no place on a card is declared in `nie_dotyczy`, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.placeholder import in_each_language, says_nothing
from kiosk.content.tree import Node, Table, child, items, line_of, scalar

_POINTS = {
    "b": "the competent authority and how to reach it",
    "c": "accepted authentication and signature",
    "d": "the type and format of evidence",
    "f": "how to pay",
    "g": "the deadlines, or the time that it takes",
    "h": "what it means if the office does not reply",
    "i": "the languages in which the matter can be settled",
}


def gateway_faults(file: str, card: Table) -> Iterator[FaultAt]:
    """Each point that a card neither answers nor declares not to apply, and each that it answers and declares so."""
    yield from _contact_faults(file, card)
    for letter, (keys, near) in _KEYS.items():
        yield from _point_faults(file, card, letter, keys, near)
    yield from _evidence_faults(file, card)
    yield from _payment_faults(file, card)
    yield from _empty_faults(file, card)


_KEYS = {
    "c": (("uwierzytelnianie",), "kanaly"),
    "g": (("termin_urzedu", "termin_klienta"), "kroki"),
    "h": (("brak_odpowiedzi",), "kroki"),
    "i": (("jezyki_obslugi",), "kanaly"),
}
"""By point: the keys that answer it, one is enough, and the key beside which one would be written."""


def _point_faults(file: str, card: Table, letter: str, keys: tuple[str, ...], near: str) -> Iterator[FaultAt]:
    answered = [key for key in keys if key in card.entries]
    if not answered and not _is_declared(card, letter):
        yield _missing(file, line_of(card, (near,)), letter, " or ".join(f"'{key}'" for key in keys))
    elif answered and _is_declared(card, letter):
        yield _contradiction(file, card, letter, answered[0])


def _contact_faults(file: str, card: Table) -> Iterator[FaultAt]:
    kinds = {"telefon", "email"}
    channels = [each for each in items(card, "kanaly") if (kind := scalar(each, "rodzaj")) and kind.text in kinds]
    if "kontakt" not in card.entries and not any(scalar(each, "adres") for each in channels):
        yield fault(
            file, line_of(card, ("jednostka",)), _told("b"), "'kontakt', or a telefon or email channel with 'adres'"
        )


def _evidence_faults(file: str, card: Table) -> Iterator[FaultAt]:
    documents = items(card, "dokumenty")
    if not documents:
        if not _is_declared(card, "d"):
            yield _missing(file, line_of(card, ("kroki",)), "d", "'dokumenty'")
        return
    without = [each for each in documents if child(each, "postac") is None]
    if not _is_declared(card, "d"):
        yield from (_missing(file, each.line, "d", "'postac' of the document") for each in without)
    elif len(without) < len(documents):
        yield _contradiction(file, card, "d", "postac")


def _payment_faults(file: str, card: Table) -> Iterator[FaultAt]:
    """What costs nothing need not be paid."""
    paid = [fee for fee in items(card, "oplaty") if (amount := scalar(fee, "kwota_gr")) is None or amount.text != "0"]
    without = [fee for fee in paid if child(fee, "zaplata") is None]
    if not _is_declared(card, "f"):
        yield from (_missing(file, fee.line, "f", "'zaplata' of the fee") for fee in without)
    elif len(without) < len(paid):
        yield _contradiction(file, card, "f", "zaplata")


def _empty_faults(file: str, card: Table) -> Iterator[FaultAt]:
    """Answers and reasons that are there and say nothing."""
    for step in items(card, "kroki"):
        yield from _says_nothing(file, "kroki", step)
    for key in ("kontakt", "uwierzytelnianie", "brak_odpowiedzi"):
        yield from _says_nothing(file, key, child(card, key))
    for key in ("termin_urzedu", "termin_klienta"):
        yield from _says_nothing(file, key, child(card, key, "tekst"))
    for document in items(card, "dokumenty"):
        yield from _says_nothing(file, "postac", child(document, "postac"))
    for fee in items(card, "oplaty"):
        for key in ("zaplata", "podstawa"):
            yield from _says_nothing(file, key, child(fee, key))
    for letter in _POINTS:
        yield from _says_nothing(file, "nie_dotyczy", child(card, "nie_dotyczy", letter))


def _says_nothing(file: str, key: str, node: Node | None) -> Iterator[FaultAt]:
    for text in in_each_language(node):
        if says_nothing(text.text):
            yield fault(file, text.line, f"{quoted(key)} says nothing: {quoted(text.text)}", "an answer in words")


def _is_declared(card: Table, letter: str) -> bool:
    return child(card, "nie_dotyczy", letter) is not None


def _told(letter: str) -> str:
    return f"point ({letter}) of article 10 of Regulation (EU) 2018/1724 is not answered: {_POINTS[letter]}"


def _missing(file: str, line: int, letter: str, keys: str) -> FaultAt:
    return fault(file, line, _told(letter), f"{keys}, or the reason in 'nie_dotyczy' under '{letter}'")


def _contradiction(file: str, card: Table, letter: str, key: str) -> FaultAt:
    line = line_of(card, ("nie_dotyczy", letter))
    return fault(file, line, f"point ({letter}) is declared not to apply, and '{key}' answers it", "one of the two")
