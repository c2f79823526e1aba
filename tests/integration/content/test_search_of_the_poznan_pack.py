"""What visitors type at the real catalogue finds the card they mean: first, or among the first three."""

from __future__ import annotations

import functools
import unicodedata

import pytest

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.card import Card
from kiosk.domain.search.index import CardIndex

FIRST = {
    "pl": """
        REG-06: zaswiadczenia regon | zaświadczeniem | ZAŚWIADCZENIE | zaswiadczneie | zaswadczenie | zasw
        REG-06: zaświiadczenie | regon do banku | odpis regon | jak dostać regon dla banku
        SKA-01: skarge | skargę | skardze | skagra | skrga | skrgi | złożyć skargę na urzędnika | reklamacja | zażalenie
        REG-01: wpisu do rejestru | reg-01 | REG-01 | RG-OP | rgop | wspólnoty mieszkaniowej | spółce cywilnej | s.c.
        REG-01: regno | nowa firma | stowarzyszeń
        REG-02: zgloszenie | danych | zmiana adresu | zglosic zmiane adresu | przeprowadzka | zmiana nazwy
        REG-03: zamknac firme | zlikwidować spółkę | skreslenia | wyrejestrować firmę
        REG-04: rolnikow | RG-OF | reg 04
        REG-05: filii | regon 14 cyfr
        REG-07: lista firm | kontrahenta
        INF-01: ile osób | inflacji | bezrobocie | praca dyplomowa
        INF-02: zamówienie danych | cennik
        INF-03: informacji publicznej | bip
        INF-04: otwarte dane | ponowne
        KLA-01: kody pkd | pkd 2025 | vat
        TER-01: teryt | kod gminy | ulice
        SPR-01: sprawozdanie gus | sprawozdań | haslo | grzywny
        ANK-01: ankieterka | oszustow | rachmistrz dzwoni | gus dzwoni
    """,
    "en": """
        REG-06: certificates regon | regon certifcate | certi | zaswiadczenia | REG-06
        SKA-01: complaints | how do I complain | suggestion | skarga
        REG-01: new company | homeowners association | rg-op
        REG-02: change adress | address changed | update address
        REG-03: delete company | closing a company
        REG-04: farmers | RG-OF | rolnika
        REG-05: branches | shop
        REG-07: list of companies | check a company
        INF-01: population | unemployement | yearbooks
        INF-02: order data | price list
        INF-03: freedom of information
        INF-04: reuse | re-use | licenses
        KLA-01: PKD code | classification codes
        TER-01: municipality codes | streets
        SPR-01: password | reporting portal
        ANK-01: is the interviewer real | scam
    """,
    "uk": """
        REG-06: довідку регон | довідкою | довідк | dovidka rehon | dovidka regon | копія довідки | zaswiadczenie
        SKA-01: скарги | скаргу | скарзі | skarha
        REG-01: реєстрація | нова фірма | обєднання | РГ-ОП | RG-OP
        REG-02: змінити адресу | переїзд
        REG-03: закрити фірму | ліквідації
        REG-04: фермерів | фермерське господарство
        REG-05: філії | магазин
        REG-07: список фірм | перевірити фірму
        INF-01: населення | безробитя | інфляції
        INF-02: замовити дані
        INF-03: публічної інформації
        INF-04: ліцензія | повторне використання
        KLA-01: пкд | код PKD | квед
        TER-01: терит | вулиць | гміни
        SPR-01: звіти | звітність | пароль
        ANK-01: інтервюер | інтерв'юер | шахраїв | анкетер
    """,
    "de": """
        REG-06: bescheinigung regon | Bescheinigungen | Beschenigung | zaświadczenie | Kopie
        SKA-01: Beschwerden | beschweren | anregung
        REG-01: neue Firma | Firma gruenden | Verein | GbR
        REG-02: Adressaenderung | adressanderung | Adressänderungen | Umzug | Änderung der Daten
        REG-03: schliessen | firma löschen | loeschung
        REG-04: Landwirte | Bauernhöfe | RG-OF
        REG-05: Filialen | laden
        REG-07: Firmenliste | Liste von Firmen
        INF-01: Bevoelkerung | Jahrbuch | Statistiken
        INF-02: Daten bestellen | Preisliste
        INF-03: öffentliche Information | Ausschreibung
        INF-04: offene Daten | Lizenzen
        KLA-01: PKD code | Klassifikationen
        TER-01: Strassen | Straße | Ortscode
        SPR-01: meldungen | Passwort | bussgeld
        ANK-01: Betrüger | Interviewer
    """,
}

AMONG_THREE = {
    "pl": "REG-06: numer regon\nREG-02: zmiana pkd | zmienić adres firmy\nREG-01: zgubiłem regon",
    "en": "REG-01: register a company\nREG-06: regon number",
    "uk": "REG-06: номер регон",
    "de": "REG-02: Adresse ändern\nREG-06: Nummer",
}


def rows(table: dict[str, str]) -> list[tuple[str, str, str]]:
    """Language, query and code of every query of a table."""
    return [
        (language, typed.strip(), line.split(":")[0].strip())
        for language, lines in table.items()
        for line in lines.strip().splitlines()
        for typed in line.split(":")[1].split("|")
    ]


@functools.cache
def public_cards() -> tuple[Card, ...]:
    pack = read_pack(resources() / "offices" / "poznan")
    return tuple(card for card in pack.catalogue.cards if card.is_public)


@functools.cache
def index(language: str) -> CardIndex:
    return CardIndex(public_cards(), language)


def codes(language: str, typed: str) -> list[str]:
    return [match.card.code for match in index(language).find(typed)]


@pytest.mark.parametrize(("language", "typed", "code"), rows(FIRST))
def test_meant_card_is_first(language: str, typed: str, code: str) -> None:
    assert codes(language, typed)[:1] == [code]


@pytest.mark.parametrize(("language", "typed", "code"), rows(AMONG_THREE))
def test_meant_card_is_among_the_first_three(language: str, typed: str, code: str) -> None:
    assert code in codes(language, typed)[:3]


@pytest.mark.parametrize(("language", "typed", "code"), rows(FIRST))
def test_decomposed_letters_and_capitals_find_the_same(language: str, typed: str, code: str) -> None:
    assert codes(language, unicodedata.normalize("NFD", typed.upper())) == codes(language, typed)


@pytest.mark.parametrize("language", FIRST)
def test_every_name_finds_its_card_first(language: str) -> None:
    for card in public_cards():
        assert codes(language, card.name.in_language(language))[0] == card.code
        assert codes(language, card.code)[0] == card.code


@pytest.mark.parametrize("language", FIRST)
@pytest.mark.parametrize("typed", ["Piła", "pila", "Піла"])
def test_place_finds_the_cards_settled_there_and_only_those(language: str, typed: str) -> None:
    assert set(codes(language, typed)) == {card.code for card in public_cards() if "pila" in card.places}


@pytest.mark.parametrize("language", FIRST)
def test_card_stays_in_sight_while_its_word_is_typed(language: str) -> None:
    word = {"pl": "zaświadczenie", "en": "certificate", "uk": "довідка", "de": "Bescheinigung"}[language]
    for length in range(4, len(word) + 1):
        assert codes(language, word[:length])[0] == "REG-06"


def test_cards_with_most_of_the_words_are_found_and_said_to_lack_some() -> None:
    matches = index("pl").find("kod pkd fryzjerstwo")
    assert (matches[0].card.code, matches[0].is_complete) == ("KLA-01", False)
    assert all(match.is_complete for match in index("pl").find("kod pkd"))
