"""The gate before publication: one spoilt line at a time, exactly what is told and where."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.files import PackFiles
from kiosk.content.publication_checks import publication_faults
from kiosk.content.reader import checked_pack
from tests.unit.content.conftest import CATALOGUE, GOOD_PACK, OFFICE, faults_of

CARD = "karty/REG-01.yaml"
TODAY = date(2026, 11, 28)
READY = """\
kod: REG-01
wersja: 1
status: obowiazujaca
grupa: regon
klienci: [osoba, firma]
stan_prawny: 2026-01-01
data_modyfikacji: 2026-11-20
wytworzyl: Wydział Rejestrów
zatwierdzil: Dyrektor
udostepnil: {pl: Urząd, en: Office}
nazwa: {pl: Wpis do rejestru, en: Entry in the register}
streszczenie: {pl: Jak się wpisać., en: How to register.}
kogo_dotyczy: {pl: Wszystkich, en: Everybody}
kroki:
  - {pl: Złóż go., en: Hand it in.}
oplaty:
  - {za_co: {pl: Wpis, en: Entry}, kwota_gr: 0}
  - za_co: {pl: Odpis, en: Copy}
    kwota_gr: 1700
    zaplata: {pl: W kasie., en: At the desk.}
tryb_odwolawczy: {pl: Nie przysługuje., en: There is none.}
podstawa_prawna:
  - tytul: Ustawa o statystyce publicznej
    dziennik: t.j. Dz.U. 2024 poz. 1799
    eli: https://api.sejm.gov.pl/eli/acts/DU/2024/1799
jednostka: {pl: Wydział Rejestrów, en: Registers Department}
miejsca: [poznan]
kontakt: 61 27 98 301
kanaly:
  - rodzaj: www
    tekst: {pl: Na stronie, en: On the web}
    adres: https://stat.gov.pl/
uwierzytelnianie: {pl: Podpis odręczny., en: A signature by hand.}
dokumenty:
  - nazwa: {pl: Statut, en: Statute}
    rodzaj: wymagany
    postac: {pl: Kopia., en: A copy.}
termin_urzedu:
  tekst: {pl: 7 dni roboczych, en: 7 working days}
  jednostka: dni_robocze
  liczba: 7
brak_odpowiedzi: {pl: Milczenie nie jest zgodą., en: Silence is no consent.}
jezyki_obslugi: [pl, en]
uwagi:
  - {pl: Zob. https://stat.gov.pl/regon., en: See https://stat.gov.pl/regon.}
"""
PACK = {
    "ankiety/pilot-1.yaml": GOOD_PACK["ankiety/pilot-1.yaml"],
    CARD: READY,
    "katalog.yaml": CATALOGUE,
    "urzad.yaml": OFFICE + "www: https://urzad.pl\nadres_kart: https://urzad.pl/{jezyk}/{kod}\n",
}
LINK = "an address such as https://urzad.pl/karta, mailto:sekretariat@urzad.pl or tel:+48612798301"
ELI = "an ELI such as https://eli.gov.pl/eli/DU/2024/1799 or https://api.sejm.gov.pl/eli/acts/DU/2024/1799"
ACT = "https://api.sejm.gov.pl/eli/acts/DU/2024/1799"
APPEAL = "the means, the body and the time limit, or that there is no appeal and why"
FEE = "'kwota_gr' (0 where it is free), or 'podstawa' with the act or the price list that decides"
MISSING = "of article 10 of Regulation (EU) 2018/1724 is not answered:"
DOCUMENTS = """\
dokumenty:
  - nazwa: {pl: Statut, en: Statute}
    rodzaj: wymagany
    postac: {pl: Kopia., en: A copy.}
"""
DEADLINE = """\
termin_urzedu:
  tekst: {pl: 7 dni roboczych, en: 7 working days}
  jednostka: dni_robocze
  liczba: 7
"""
PLACEHOLDERS = ["'-'", "brak", "'?'", "xxx", "nie dotyczy", "do uzupełnienia przez wydział", "n/d", "TODO", "…"]


def told_of(texts: dict[str, str], today: date = TODAY) -> list[str]:
    files = PackFiles({name: text.encode() for name, text in texts.items()})
    return [str(fault) for fault in publication_faults(files, today)]


def spoilt(good: str, bad: str, file: str = CARD) -> dict[str, str]:
    assert good in PACK[file], "the test no longer fits the pack"
    return {**PACK, file: PACK[file].replace(good, bad, 1)}


def test_pack_that_is_ready_has_no_faults() -> None:
    assert faults_of(PACK) == ()
    assert told_of(PACK) == []


FAULTS = [
    (
        "stan_prawny: 2026-01-01",
        "stan_prawny: 2024-11-27",
        (
            "6: the legal state 2024-11-27 is too old; allowed: 2024-11-28 or later "
            "(24 months, stan_prawny_najwyzej_miesiecy in urzad.yaml)"
        ),
    ),
    (
        "stan_prawny: 2026-01-01",
        "stan_prawny: 2026-11-29",
        "6: the legal state 2026-11-29 has not come yet; allowed: up to 2026-11-28",
    ),
    (
        "data_modyfikacji: 2026-11-20",
        "data_modyfikacji: 2026-11-29",
        "7: the day of the last change 2026-11-29 has not come yet; allowed: up to 2026-11-28",
    ),
    (
        "udostepnil: {pl: Urząd, en: Office}",
        "udostepnil: {pl: Urząd, en: TBD}",
        "10: 'udostepnil' names nobody: 'TBD'; allowed: a unit or a function",
    ),
    (
        "wytworzyl: Wydział Rejestrów",
        "wytworzyl: xxx",
        "8: 'wytworzyl' names nobody: 'xxx'; allowed: a unit or a function",
    ),
    (
        "zatwierdzil: Dyrektor",
        "zatwierdzil: do uzupełnienia",
        "9: 'zatwierdzil' names nobody: 'do uzupełnienia'; allowed: a unit or a function",
    ),
    (
        "udostepnil: {pl: Urząd, en: Office}",
        "udostepnil: {pl: brak, en: none}",
        "10: 'udostepnil' names nobody: 'brak'; allowed: a unit or a function",
    ),
    (
        "jednostka: {pl: Wydział Rejestrów,",
        "jednostka: {pl: n/d,",
        "26: 'jednostka' names nobody: 'n/d'; allowed: a unit or a function",
    ),
    (
        "kwota_gr: 0}",
        "zaplata: {pl: W kasie., en: At the desk.}}",
        f"17: the fee has neither an amount nor a basis; allowed: {FEE}",
    ),
    (
        "kogo_dotyczy: {pl: Wszystkich, en: Everybody}",
        "kogo_dotyczy: {pl: Wszystkich}",
        (
            "13: 'kogo_dotyczy' is not translated into en; "
            "allowed: a text in each of pl, en, or en in jezyki_zastepcze of urzad.yaml"
        ),
    ),
    (
        "{pl: Odpis, en: Copy}",
        "{pl: Odpis}",
        (
            "18: 'za_co' is not translated into en; "
            "allowed: a text in each of pl, en, or en in jezyki_zastepcze of urzad.yaml"
        ),
    ),
    (
        ACT,
        "https://eli.gov.pl/eli/DU/2024/1798",
        (
            "25: the ELI 'https://eli.gov.pl/eli/DU/2024/1798' is not that of 't.j. Dz.U. 2024 poz. 1799'; "
            "allowed: …/DU/2024/1799"
        ),
    ),
    (
        "kontakt: 61 27 98 301\n",
        "",
        (
            f"26: point (b) {MISSING} the competent authority and how to reach it; "
            "allowed: 'kontakt', or a telefon or email channel with 'adres'"
        ),
    ),
    (
        "uwierzytelnianie: {pl: Podpis odręczny., en: A signature by hand.}\n",
        "",
        (
            f"29: point (c) {MISSING} accepted authentication and signature; "
            "allowed: 'uwierzytelnianie', or the reason in 'nie_dotyczy' under 'c'"
        ),
    ),
    (
        "    postac: {pl: Kopia., en: A copy.}\n",
        "",
        (
            f"35: point (d) {MISSING} the type and format of evidence; "
            "allowed: 'postac' of the document, or the reason in 'nie_dotyczy' under 'd'"
        ),
    ),
    (
        DOCUMENTS,
        "",
        (
            f"14: point (d) {MISSING} the type and format of evidence; "
            "allowed: 'dokumenty', or the reason in 'nie_dotyczy' under 'd'"
        ),
    ),
    (
        "    zaplata: {pl: W kasie., en: At the desk.}\n",
        "",
        f"18: point (f) {MISSING} how to pay; allowed: 'zaplata' of the fee, or the reason in 'nie_dotyczy' under 'f'",
    ),
    (
        DEADLINE,
        "",
        (
            f"14: point (g) {MISSING} the deadlines, or the time that it takes; "
            "allowed: 'termin_urzedu' or 'termin_klienta', or the reason in 'nie_dotyczy' under 'g'"
        ),
    ),
    (
        "brak_odpowiedzi: {pl: Milczenie nie jest zgodą., en: Silence is no consent.}\n",
        "",
        (
            f"14: point (h) {MISSING} what it means if the office does not reply; "
            "allowed: 'brak_odpowiedzi', or the reason in 'nie_dotyczy' under 'h'"
        ),
    ),
    (
        "jezyki_obslugi: [pl, en]\n",
        "",
        (
            f"29: point (i) {MISSING} the languages in which the matter can be settled; "
            "allowed: 'jezyki_obslugi', or the reason in 'nie_dotyczy' under 'i'"
        ),
    ),
]

LINKS = [
    ("http://stat.gov.pl/", "begins with http:"),
    ("ftp://stat.gov.pl/a", "begins with ftp:"),
    ("https://localhost/", "has no whole host"),
    ("https://", "has no whole host"),
    ("https://u@stat.gov.pl/", "holds a user's name"),
    ("https://stat.gov.pl:x/", "cannot be read"),
    ("mailto:biuro", "has no e-mail address"),
    ("tel:abc", "has no telephone number"),
]


@pytest.mark.parametrize(("link", "wrong"), LINKS)
def test_link_that_leads_nowhere_is_told(link: str, wrong: str) -> None:
    told = f"the link '{link}' {wrong}; allowed: {LINK}"
    assert told_of(spoilt("adres: https://stat.gov.pl/\n", f"adres: '{link}'\n")) == [f"{CARD}:32: {told}"]
    assert told_of(spoilt("See https://stat.gov.pl/regon.", f"See {link} .")) == [f"{CARD}:45: {told}"]


@pytest.mark.parametrize(
    "eli", ["https://stat.gov.pl/eli/acts/DU/2024/1799", "https://eli.gov.pl/DU/2024/1799", "https://eli.gov.pl/eli/DU"]
)
def test_address_that_is_no_eli_is_told(eli: str) -> None:
    assert told_of(spoilt(ACT, eli)) == [f"{CARD}:25: '{eli}' is not an ELI; allowed: {ELI}"]


@pytest.mark.parametrize(("good", "bad", "told"), FAULTS)
def test_fault_is_told_once_where_it_stands(good: str, bad: str, told: str) -> None:
    assert told_of(spoilt(good, bad)) == [f"{CARD}:{told}"]


@pytest.mark.parametrize("words", PLACEHOLDERS)
def test_appeal_that_says_nothing_is_told(words: str) -> None:
    shown = words.strip("'")
    bad = spoilt("tryb_odwolawczy: {pl: Nie przysługuje.", f"tryb_odwolawczy: {{pl: {words}")
    assert told_of(bad) == [f"{CARD}:21: 'tryb_odwolawczy' says nothing: '{shown}'; allowed: {APPEAL}"]


def test_missing_translation_of_a_name_is_told_by_the_ordinary_check_and_only_there() -> None:
    texts = spoilt("nazwa: {pl: Wpis do rejestru, en: Entry in the register}", "nazwa: {pl: Wpis do rejestru}")
    assert [fault.partition(";")[0] for fault in faults_of(texts)] == [f"{CARD}:11: 'nazwa' is not translated into en"]
    assert told_of(texts) == []


@pytest.mark.parametrize("key", ["oplaty", "tryb_odwolawczy", "kroki", "jednostka"])
def test_what_no_card_can_do_without_is_told_by_the_ordinary_check_and_only_there(key: str) -> None:
    lines = READY.splitlines(keepends=True)
    start = next(at for at, text in enumerate(lines) if text.startswith(f"{key}:"))
    end = next((at for at in range(start + 1, len(lines)) if not lines[at].startswith(" ")), len(lines))
    texts = {**PACK, CARD: "".join(lines[:start] + lines[end:])}
    assert [fault for fault in faults_of(texts) if f"'{key}' is missing" in fault]
    assert not [fault for fault in told_of(texts) if f"'{key}'" in fault.partition(";")[0]]


@pytest.mark.parametrize(
    ("letter", "removed", "answering"),
    [
        ("c", "uwierzytelnianie: {pl: Podpis odręczny., en: A signature by hand.}\n", "uwierzytelnianie"),
        ("d", "    postac: {pl: Kopia., en: A copy.}\n", "postac"),
        ("f", "    zaplata: {pl: W kasie., en: At the desk.}\n", "zaplata"),
        ("g", DEADLINE, "termin_urzedu"),
        ("h", "brak_odpowiedzi: {pl: Milczenie nie jest zgodą., en: Silence is no consent.}\n", "brak_odpowiedzi"),
        ("i", "jezyki_obslugi: [pl, en]\n", "jezyki_obslugi"),
    ],
)
def test_point_is_declared_not_to_apply_or_answered_never_both(letter: str, removed: str, answering: str) -> None:
    declared = f"nie_dotyczy:\n  {letter}: {{pl: Tak jest., en: So it is.}}\n"
    without = READY.replace(removed, "") + declared
    assert told_of({**PACK, CARD: without}) == []
    assert faults_of({**PACK, CARD: without}) == ()
    files = PackFiles({name: text.encode() for name, text in {**PACK, CARD: without}.items()})
    assert checked_pack(files).catalogue.cards[0].not_applicable[letter].in_language("en") == "So it is."

    line = READY.count("\n") + 2
    wrong = f"point ({letter}) is declared not to apply, and '{answering}' answers it; allowed: one of the two"
    assert told_of({**PACK, CARD: READY + declared}) == [f"{CARD}:{line}: {wrong}"]


def test_evidence_that_there_is_none_of_is_declared() -> None:
    declared = READY.replace(DOCUMENTS, "") + "nie_dotyczy: {d: {pl: Nic nie trzeba., en: Nothing.}}\n"
    assert told_of({**PACK, CARD: declared}) == []


def test_office_sets_how_old_the_law_may_be() -> None:
    old = spoilt("stan_prawny: 2026-01-01", "stan_prawny: 2024-01-31")
    assert len(told_of(old)) == 1
    longer = {**old, "urzad.yaml": old["urzad.yaml"] + "stan_prawny_najwyzej_miesiecy: 36\n"}
    assert faults_of(longer) == ()
    assert told_of(longer) == []
    shorter = {**PACK, "urzad.yaml": PACK["urzad.yaml"] + "stan_prawny_najwyzej_miesiecy: 10\n"}
    assert "2026-01-28 or later (10 months" in told_of(shorter)[0]


@pytest.mark.parametrize("months", ["0", "241", "24312", "9" * 5000, "-1", "x"])
def test_number_of_months_that_cannot_be_is_left_to_the_ordinary_check(months: str) -> None:
    texts = {**PACK, "urzad.yaml": PACK["urzad.yaml"] + f"stan_prawny_najwyzej_miesiecy: {months}\n"}
    assert len(faults_of(texts)) == 1
    assert told_of(texts) == []


@pytest.mark.parametrize(
    ("today", "oldest"),
    [(date(2026, 3, 31), "2024-03-31"), (date(2026, 2, 28), "2024-02-28"), (date(2028, 2, 29), "2026-02-28")],
)
def test_months_are_counted_by_the_calendar(today: date, oldest: str) -> None:
    texts = spoilt("stan_prawny: 2026-01-01", "stan_prawny: 2020-01-01")
    assert f"allowed: {oldest} or later" in told_of(texts, today)[0]
    assert not [
        told for told in told_of(spoilt("stan_prawny: 2026-01-01", f"stan_prawny: {oldest}"), today) if oldest in told
    ]


def test_polish_may_stand_in_where_the_office_says_so() -> None:
    polish = spoilt("kogo_dotyczy: {pl: Wszystkich, en: Everybody}", "kogo_dotyczy: {pl: Wszystkich}")
    declared = {**polish, "urzad.yaml": polish["urzad.yaml"] + "jezyki_zastepcze: [en]\n"}
    assert faults_of(declared) == ()
    assert told_of(declared) == []


@pytest.mark.parametrize("language", ["pl", "de"])
def test_language_that_cannot_be_stood_in_for_is_told(language: str) -> None:
    texts = {**PACK, "urzad.yaml": PACK["urzad.yaml"] + f"jezyki_zastepcze: [{language}]\n"}
    assert faults_of(texts) == (f"urzad.yaml:22: unknown language '{language}'; allowed: en",)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("www: https://urzad.pl", "www: http://urzad.pl", "20: the link 'http://urzad.pl' begins with http:"),
        ("https://urzad.pl/{jezyk}", "http://urzad.pl/{jezyk}", "21: the link 'http://urzad.pl/{jezyk}/{kod}' begins"),
    ],
)
def test_links_of_the_office_are_checked_too(good: str, bad: str, told: str) -> None:
    (fault,) = told_of(spoilt(good, bad, "urzad.yaml"))
    assert fault.startswith(f"urzad.yaml:{told}")


@pytest.mark.parametrize(
    ("good", "bad"),
    [("status: obowiazujaca", "status: projekt"), ("klienci: [osoba, firma]", "klienci: [wewnetrzny]")],
)
def test_only_public_cards_are_asked(good: str, bad: str) -> None:
    spoilt_card = READY.replace("kontakt: 61 27 98 301\n", "").replace(good, bad)
    assert told_of({**PACK, CARD: spoilt_card}) == []


def test_european_act_and_links_that_are_fine_are_taken() -> None:
    european = READY.replace(ACT, "https://data.europa.eu/eli/reg/2018/1724/oj").replace(
        "See https://stat.gov.pl/regon.", "See mailto:biuro@stat.gov.pl, tel:+48-61-2798301 (https://stat.gov.pl)."
    )
    assert told_of({**PACK, CARD: european}) == []


def test_broken_files_are_left_to_the_ordinary_check() -> None:
    for name, text in PACK.items():
        assert isinstance(told_of({**PACK, name: "{{"}), list)
        assert isinstance(told_of({**PACK, name: "a: 1\n"}), list)
        assert isinstance(told_of({**PACK, name: "pl: Nazwa\n" + text}), list)
    assert told_of({}) == []
