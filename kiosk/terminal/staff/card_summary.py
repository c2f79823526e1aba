"""What somebody on the telephone asks first: the fee, the time, the place, whom to call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.domain.card import Card
from kiosk.domain.office import Office
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.written import as_sentence

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""
_ELSEWHERE = " · "


def summary(card: Card, office: Office, here: str, writer: CardWriter, words: CardWords) -> Sequence[dict[str, str]]:
    """Rows of `icon`, `label` (the program's language) and `text`. `here` is the place of this desk, or empty."""
    deadline = card.office_deadline or card.client_deadline
    is_ours = card.office_deadline is not None
    limit = (
        translate("StaffCard", "The office’s time limit")
        if is_ours
        else translate("StaffCard", "The client’s time limit")
    )
    rows = (
        ("coin", translate("StaffCard", "Fee"), _fees(card, words)),
        ("clock", limit, writer.written("deadline", deadline.text).text if deadline is not None else "–"),
        ("pin", translate("StaffCard", "Where"), _where(card, office, here)),
        ("telephone", translate("StaffCard", "Contact"), _contact(card, office, here, writer)),
    )
    return [{"icon": icon, "label": label, "text": text} for icon, label, text in rows]


def _fees(card: Card, words: CardWords) -> str:
    amounts = dict.fromkeys(words.amount(fee) for fee in card.fees)
    return as_sentence(" / ".join(amounts))


def _where(card: Card, office: Office, here: str) -> str:
    if card.unit_address:
        return card.unit_address
    places = office.places_of(card.places, here)
    return places[0].address if len(places) == 1 else ", ".join(place.town for place in places)


def _contact(card: Card, office: Office, here: str, writer: CardWriter) -> str:
    """The card's own, else the telephone of the nearest place that settles the matter."""
    unit = writer.written("unit", card.unit).text
    if card.contact:
        return f"{unit}\n{card.contact}"
    number = next((place.telephone for place in office.places_of(card.places, here) if place.telephone), "")
    return f"{unit}\n{number}" if number and not card.unit_address else unit
