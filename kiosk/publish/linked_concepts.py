"""Our own code lists, where the European Union has none: each code is a concept with its name in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.publish.vocabulary import ATU, POLAND, ZLOTY, Node, texts


def _names(*by_language: str) -> LocalisedText:
    """In the order of `LANGUAGE_NAMES`: Polish, English, Ukrainian, German."""
    return LocalisedText(dict(zip(LANGUAGE_NAMES, by_language, strict=True)))


APPEAL, NO_REPLY, STEP, CLIENT_DEADLINE = "regula-odwolanie", "regula-brak-odpowiedzi", "regula-krok", "regula-termin"
UNIT_ROLE = "rola-zalatwia"

NAMES: Mapping[str, LocalisedText] = {
    APPEAL: _names("Tryb odwoławczy", "Appeal", "Порядок оскарження", "Rechtsbehelf"),
    NO_REPLY: _names("Brak odpowiedzi urzędu", "No reply", "Відсутність відповіді", "Keine Antwort des Amtes"),
    STEP: _names("Krok", "Step", "Крок", "Schritt"),
    CLIENT_DEADLINE: _names("Termin dla klienta", "Client’s time limit", "Строк для клієнта", "Frist für Sie"),
    UNIT_ROLE: _names("Załatwia sprawę", "Deals with the matter", "Розглядає справу", "Bearbeitet die Sache"),
    "status-obowiazujaca": _names("Obowiązująca", "In force", "Чинна", "Gültig"),
    "kanal-lada": _names("Osobiście w urzędzie", "In person", "Особисто в управлінні", "Persönlich im Amt"),
    "kanal-poczta": _names("Pocztą", "By post", "Поштою", "Per Post"),
    "kanal-elektronicznie": _names("Elektronicznie", "Electronically", "Електронно", "Elektronisch"),
    "kanal-www": _names("Przez internet", "On the web", "Через інтернет", "Im Internet"),
    "kanal-telefon": _names("Telefonicznie", "By telephone", "Телефоном", "Telefonisch"),
    "kanal-email": _names("E-mailem", "By e-mail", "Електронною поштою", "Per E-Mail"),
    "klient-osoba": _names("Osoby prywatne", "Private persons", "Приватні особи", "Privatpersonen"),
    "klient-firma": _names(
        "Firmy i organizacje", "Companies and organisations", "Фірми та організації", "Firmen und Organisationen"
    ),
    "klient-instytucja": _names(
        "Instytucje publiczne", "Public institutions", "Державні установи", "Öffentliche Einrichtungen"
    ),
    "klient-wewnetrzny": _names(
        "Pracownicy urzędu", "Employees of the office", "Працівники управління", "Beschäftigte des Amtes"
    ),
    "dokument-wymagany": _names(
        "Dokument wymagany", "Required document", "Обов’язковий документ", "Erforderliches Dokument"
    ),
    "dokument-do_wgladu": _names(
        "Dokument do wglądu", "Document to show", "Документ для ознайомлення", "Dokument zum Vorzeigen"
    ),
    "dokument-opcjonalny": _names(
        "Dokument opcjonalny", "Optional document", "Необов’язковий документ", "Freiwilliges Dokument"
    ),
    "dokument-warunkowy": _names(
        "Dokument wymagany w niektórych przypadkach",
        "Document required in some cases",
        "Документ, потрібний у деяких випадках",
        "In manchen Fällen erforderliches Dokument",
    ),
    "dokument-formularz": _names("Formularz", "Form", "Бланк", "Formular"),
}


def concept(code: str) -> Node:
    """Where a card uses a code: `okn:kanal-lada`, described by `described`."""
    return {"@id": f"okn:{code}"}


def described(used: Iterable[str]) -> list[Node]:
    """The concepts with these codes; the shapes of CPSV-AP ask that their names stand beside the data."""
    return [
        {"@id": f"okn:{code}", "@type": "skos:Concept", "skos:prefLabel": texts(NAMES[code])} for code in sorted(used)
    ]


def foreign() -> list[Node]:
    """Codes of the European Union that every card uses, with the classes that CPSV-AP asks of them."""
    return [
        {"@id": POLAND, "@type": ["dct:Location", ATU], "skos:prefLabel": texts(_names(*_POLAND))},
        {"@id": ZLOTY, "@type": "skos:Concept", "skos:prefLabel": texts(_names(*_ZLOTY))},
    ]


def used_in(nodes: Iterable[Node]) -> set[str]:
    """The codes that these objects point to."""
    return {code for node in nodes for name in _pointed(node) if (code := name.removeprefix("okn:")) in NAMES}


def _pointed(found: object) -> Iterable[str]:
    if isinstance(found, dict):
        if set(found) == {"@id"}:
            yield found["@id"]
        for value in found.values():
            yield from _pointed(value)
    elif isinstance(found, list):
        for value in found:
            yield from _pointed(value)


_POLAND = ("Polska", "Poland", "Польща", "Polen")
_ZLOTY = ("złoty", "zloty", "злотий", "Złoty")
