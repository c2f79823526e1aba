"""A small faultless pack in memory, to be spoilt one line at a time."""

from __future__ import annotations

import pytest

from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput

OFFICE = """\
wersja_pakietu: 3
id: urzad
nazwa: {pl: Urząd, en: Office}
organ: {pl: Dyrektor, en: Director}
kolor: '#1f4e8c'
strefa_czasowa: Europe/Warsaw
jezyki:
  - pl
  - en
miejsca:
  - id: poznan
    nazwa: {pl: Siedziba}
    ulica: ul. Długa 1
    kod_pocztowy: 60-624
    miejscowosc: Poznań
    telefon: 61 27 98 301
    godziny:
      poniedzialek: 7:00-18:00
      wtorek: 7:00-15:00
"""

CATALOGUE = """\
tytul: {pl: Katalog usług, en: Service catalogue}
grupy:
  - id: regon
    nazwa: {pl: Numer REGON, en: REGON number}
    opis: {pl: Rejestr, en: Register}
    ikona: register
  - id: dane
    nazwa: {pl: Dane, en: Data}
    opis: {pl: Dane, en: Data}
    ikona: data
"""

CARD = """\
kod: REG-01
wersja: 1
status: obowiazujaca
grupa: regon
klienci: [osoba, firma]
stan_prawny: 2026-01-01
data_modyfikacji: 2026-11-20
wytworzyl: Wydział Rejestrów
zatwierdzil: Dyrektor
udostepnil: Wydział Administracyjny
nazwa:
  pl: Wpis do rejestru
  en: Entry in the register
streszczenie: {pl: Jak się wpisać., en: How to register.}
kogo_dotyczy: {pl: Wszystkich}
kroki:
  - pl: Wypełnij formularz.
    en: Fill in the form.
  - {pl: Złóż go., en: Hand it in.}
oplaty:
  - za_co: {pl: Wpis}
    kwota_gr: 0
tryb_odwolawczy: {pl: Nie przysługuje.}
podstawa_prawna:
  - tytul: Ustawa o statystyce publicznej
    dziennik: Dz.U. 2024 poz. 1799
    artykuly: art. 42
jednostka: {pl: Wydział Rejestrów}
miejsca:
  - poznan
kanaly:
  - rodzaj: www
    tekst: {pl: Na stronie}
    adres: https://stat.gov.pl/
termin_urzedu:
  tekst: {pl: 7 dni roboczych}
  jednostka: dni_robocze
  liczba: 7
powiazane:
  - REG-02
"""

SECOND_CARD = CARD.replace("kod: REG-01", "kod: REG-02").replace("  - REG-02", "  - REG-01")

QUESTIONNAIRE = """\
id: pilot
wersja: 1
tytul: {pl: Ankieta, en: Survey}
wstep: {pl: Anonimowa., en: Anonymous.}
podziekowanie: {pl: Dziękujemy., en: Thank you.}
skale:
  - id: skala5
    nie_dotyczy: 98
    odpowiedzi:
      - {kod: 1, nazwa: {pl: bardzo źle, en: very bad}}
      - {kod: 2, nazwa: {pl: źle, en: bad}}
      - {kod: 3, nazwa: {pl: średnio, en: so so}}
      - {kod: 4, nazwa: {pl: dobrze, en: good}}
      - {kod: 5, nazwa: {pl: bardzo dobrze, en: very good}}
      - {kod: 98, nazwa: {pl: nie dotyczy, en: not applicable}}
  - id: taknie
    odpowiedzi:
      - {kod: tak, nazwa: {pl: tak, en: yes}}
      - {kod: nie, nazwa: {pl: nie, en: no}}
pytania:
  - klucz: ogolem
    pojecie: zadowolenie
    rodzaj: rating5
    skala: skala5
    tresc: {pl: Jak było?, en: How was it?}
  - klucz: wynik
    pojecie: wynik
    rodzaj: single
    skala: taknie
    tresc: {pl: Załatwione?, en: Settled?}
  - klucz: powod
    pojecie: wynik
    rodzaj: multiple
    skala: taknie
    tresc: {pl: Dlaczego?, en: Why?}
    pokaz_gdy: ${wynik} = 'nie' or ${ogolem} = '1'
  - klucz: uwagi
    pojecie: uwagi
    rodzaj: text
    tresc: {pl: Uwagi, en: Comments}
"""


GOOD_PACK = {
    "ankiety/pilot-1.yaml": QUESTIONNAIRE,
    "karty/REG-01.yaml": CARD,
    "karty/REG-02.yaml": SECOND_CARD,
    "katalog.yaml": CATALOGUE,
    "urzad.yaml": OFFICE,
}
"""File name and text of a pack without a fault."""


@pytest.fixture
def texts() -> dict[str, str]:
    """The good pack, to be spoilt by the test."""
    return dict(GOOD_PACK)


def faults_of(texts: dict[str, str]) -> tuple[str, ...]:
    """Every fault of a pack with these files; empty for a good one."""
    try:
        checked_pack(PackFiles({name: text.encode() for name, text in texts.items()}))
    except BadInput as problem:
        return problem.faults
    return ()


def spoilt(texts: dict[str, str], file: str, good: str, bad: str) -> dict[str, str]:
    assert good in texts[file], "the test no longer fits the pack"
    return {**texts, file: texts[file].replace(good, bad, 1)}
