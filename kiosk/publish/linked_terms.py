"""What our own terms mean: nobody can look up a name that leads nowhere, so the catalogue describes those it uses."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.text import LocalisedText
from kiosk.publish.vocabulary import Node, texts

TERMS: Mapping[str, tuple[str, str]] = {
    "act": ("akt prawny, z którego są przepisy", "the act that the articles are of"),
    "address": (
        "adres kanału, inny niż strona, e-mail i telefon",
        "address of a channel that is no page, e-mail or telephone",
    ),
    "approvedBy": ("kto zatwierdził kartę", "who approved the card"),
    "articles": ("artykuły aktu prawnego", "articles of an act"),
    "atPlace": ("miejsce, w którym załatwia się sprawę", "place where the matter is settled"),
    "authentication": (
        "przyjmowane uwierzytelnienie i podpis (rozporządzenie (UE) 2018/1724, art. 10 ust. 2 lit. c)",
        "accepted authentication and signature (Regulation (EU) 2018/1724, art. 10(2)(c))",
    ),
    "basis": ("przepis albo cennik, z którego wynika opłata", "provision or price list that the fee follows from"),
    "contact": ("kontakt tak, jak podał go urząd", "contact as the office wrote it"),
    "day": ("godziny jednego dnia tygodnia", "hours of one weekday"),
    "deadlineUnit": (
        "jednostka terminu urzędu: od_reki, dni, dni_robocze albo miesiace",
        "unit of the office’s time limit: at once, days, working days or months",
    ),
    "easyToRead": ("karta tekstem łatwym do czytania", "the card in easy-to-read language"),
    "exemptions": ("kto nie płaci", "who does not pay"),
    "head": ("organ urzędu", "the authority that the office is headed by"),
    "legalBasis": ("przepisy, na których opiera się usługa", "provisions that the service rests on"),
    "legalState": ("dzień, którego prawo opisuje karta", "day whose law the card describes"),
    "officeDeadline": ("termin urzędu słowami", "the office’s time limit in words"),
    "order": ("numer kroku, od 1", "number of a step, from 1"),
    "payment": ("jak zapłacić", "how to pay"),
    "privacy": ("informacja o danych osobowych", "notice on personal data"),
    "producedBy": (
        "kto wytworzył informację (ustawa o dostępie do informacji publicznej, art. 12)",
        "who produced the information (act on access to public information, art. 12)",
    ),
    "publishedBy": (
        "kto udostępnił informację (ustawa o dostępie do informacji publicznej, art. 12)",
        "who published the information (act on access to public information, art. 12)",
    ),
    "symbol": ("symbol urzędowy formularza", "official symbol of a form"),
    "toConfirm": ("co urząd musi jeszcze potwierdzić", "what the office still has to confirm"),
    "workingDays": ("termin urzędu w dniach roboczych", "the office’s time limit in working days"),
}
"""Polish and English name of each property under `okn:`."""


def described(used: set[str]) -> list[Node]:
    """The properties among `used` names that are ours."""
    return [
        {
            "@id": f"okn:{term}",
            "@type": "rdf:Property",
            "rdfs:label": texts(LocalisedText({"pl": polish, "en": english})),
        }
        for term, (polish, english) in TERMS.items()
        if f"okn:{term}" in used
    ]
