"""The sample office as its staff see it: cards in every state, one of them in a version that came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.card import Card, CardStatus, LegalBasis
from kiosk.domain.pack import Pack
from tests.qml.sample_pack import sample_pack, text

FOR_STAFF = "Zadzwonić do pani z okienka numer osiem."
HOSTILE = 'Kwota < 5 & "więcej" <img src="file:///etc/passwd"><b>zł</b>'


def staff_pack() -> Pack:
    """REG-02 has changed, REG-03 is a draft, REG-04 to be approved, REG-05 withdrawn, REG-06 old, WEW-01 internal."""
    pack = sample_pack()
    changes: dict[str, dict[str, object]] = {
        "REG-01": {"internal_notes": FOR_STAFF},
        "REG-02": {"version": 4, "steps": (text("Złóż wniosek w ciągu 7 dni."), text("Zapłać w kasie."))},
        "REG-03": {"status": CardStatus.DRAFT},
        "REG-04": {"status": CardStatus.TO_APPROVE, "legal_state": date(2021, 5, 5)},
        "REG-05": {"status": CardStatus.WITHDRAWN, "legal_state": date(2001, 1, 1)},
        "REG-06": {"legal_state": date(2019, 2, 3), "places": ("pila",)},
        "REG-07": {"contact": HOSTILE},
        "DAN-01": {"legal_basis": (LegalBasis("ustawa o wodociągach", "Dz.U. 2001 poz. 747", "art. 99"),)},
    }
    cards = tuple(_changed(card, changes.get(card.code, {})) for card in pack.catalogue.cards)
    now = next(card for card in cards if card.code == "REG-02")
    before = replace(
        now,
        version=3,
        steps=(text("Złóż wniosek w ciągu 14 dni."), text("Przystaw pieczątkę zakładową.")),
        contact="dawny telefon 61 000 00 00",
    )
    return replace(pack, catalogue=replace(pack.catalogue, cards=cards, previous={"REG-02": before}))


def _changed(card: Card, changes: dict[str, object]) -> Card:
    return replace(card, **changes)  # type: ignore[arg-type]
