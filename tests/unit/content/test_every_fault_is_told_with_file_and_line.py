"""One spoilt line at a time: exactly which fault is told, and where."""

from __future__ import annotations

import pytest

from tests.unit.content.conftest import faults_of, spoilt

CARD = "karty/REG-01.yaml"
OFFICE = "urzad.yaml"
CATALOGUE = "katalog.yaml"
SURVEY = "ankiety/pilot-1.yaml"

STEPS = """\
kroki:
  - pl: Wypełnij formularz.
    en: Fill in the form.
  - {pl: Złóż go., en: Hand it in.}
"""

SHAPE = [
    (CARD, "kod: REG-01\n", "", "1: 'kod' is missing; allowed: a text"),
    (CARD, "wersja: 1", "wersja: jeden", "2: 'jeden' is not a whole number; allowed: digits only, such as 14"),
    (CARD, "wersja: 1", "wersja: 0", "2: 'wersja' is too small; allowed: at least 1"),
    (CARD, "wersja: 1", "wersja: 01", "2: '01' is not a whole number; allowed: digits only, such as 14"),
    (
        CARD,
        "status: obowiazujaca",
        "status: obowiązująca",
        (
            "3: unknown status 'obowiązująca', perhaps 'obowiazujaca'; "
            "allowed: do_zatwierdzenia, obowiazujaca, projekt, wycofana"
        ),
    ),
    (CARD, "[osoba, firma]", "osoba", "5: 'klienci' is the text 'osoba'; allowed: a list, each item after '- '"),
    (
        CARD,
        "[osoba, firma]",
        "[osoba, ktos]",
        "5: unknown klienci 'ktos'; allowed: firma, instytucja, osoba, wewnetrzny",
    ),
    (
        CARD,
        "2026-01-01",
        "2026-02-30",
        "6: '2026-02-30' is not a day of the calendar; allowed: a day such as 2026-11-23",
    ),
    (CARD, "2026-01-01", "1.01.2026", "6: '1.01.2026' is not a day of the calendar; allowed: a day such as 2026-11-23"),
    (CARD, "2026-01-01", "20260101", "6: '20260101' is not a day of the calendar; allowed: a day such as 2026-11-23"),
    (
        CARD,
        "zatwierdzil: Dyrektor",
        "zatwierdzil:",
        "9: 'zatwierdzil' is empty; allowed: a text, or a text by language: pl, and en, uk, de",
    ),
    (
        CARD,
        "zatwierdzil: Dyrektor",
        "zatwierdzil: |\n  a\n  b",
        "9: the text has more than one line; allowed: one line",
    ),
    (
        CARD,
        "zatwierdzil: Dyrektor",
        f"zatwierdzil: {'a' * 201}",
        "9: 'zatwierdzil' is too long (201 characters); allowed: at most 200 characters",
    ),
    (
        CARD,
        "kogo_dotyczy: {pl: Wszystkich}",
        "kogo_dotyczy: Wszystkich",
        "15: 'kogo_dotyczy' is the text 'Wszystkich'; allowed: a text by language: pl, and en, uk, de",
    ),
    (CARD, "kogo_dotyczy: {pl: Wszystkich}", "kogo_dotyczy: {en: All}", "15: 'pl' is missing; allowed: a text"),
    (
        CARD,
        "kogo_dotyczy: {pl: Wszystkich}",
        "kogo_dotyczy: {pl: a, fr: b}",
        "15: unknown key 'fr'; allowed: de, en, pl, uk",
    ),
    (CARD, STEPS, "kroki: []\n", "16: 'kroki' has only 0 items; allowed: at least 1"),
    (CARD, STEPS, "kroki:\n", "16: 'kroki' is empty; allowed: a list, each item after '- '"),
    (CARD, "kwota_gr: 0", "kwota_gr: 17,00", "22: '17,00' is not a whole number; allowed: digits only, such as 14"),
    (CARD, "kwota_gr: 0", "kwota_gr: -5", "22: '-5' is not a whole number; allowed: digits only, such as 14"),
    (
        CARD,
        "adres: https://stat.gov.pl/",
        "adres: javascript:alert(1)",
        "32: 'adres' of a www channel is not an address; allowed: an address beginning with https://",
    ),
    (CARD, "  liczba: 7\n", "", "35: 'liczba' is missing beside the unit dni_robocze; allowed: a number from 1"),
    (CARD, "dni_robocze", "od_reki", "35: 'liczba' stands beside the unit od_reki; allowed: no 'liczba' with od_reki"),
    (OFFICE, "'#1f4e8c'", "niebieski", "5: 'kolor' is 'niebieski'; allowed: a colour such as #1f4e8c"),
    (OFFICE, "'#1f4e8c'", "#1f4e8c", "5: 'kolor' is empty; allowed: a colour such as #1f4e8c"),
    (
        OFFICE,
        "Europe/Warsaw",
        "Europe/Poznan",
        "6: 'Europe/Poznan' is not a known time zone; allowed: a zone such as Europe/Warsaw",
    ),
    (
        OFFICE,
        "Europe/Warsaw",
        "../../etc/passwd",
        "6: '../../etc/passwd' is not a known time zone; allowed: a zone such as Europe/Warsaw",
    ),
    (OFFICE, "Europe/Warsaw", "Europe", "6: 'Europe' is not a known time zone; allowed: a zone such as Europe/Warsaw"),
    (OFFICE, "  - pl\n", "", "7: Polish is missing from the languages; allowed: pl, and any of en, uk, de"),
    (OFFICE, "  - en\n", "  - ru\n", "7: 'ru' is not a language of the program; allowed: pl, en, uk, de"),
    (OFFICE, "60-624", "60624", "14: 'kod_pocztowy' is '60624'; allowed: a postcode such as 60-624"),
    (
        OFFICE,
        "7:00-18:00",
        "18:00-7:00",
        "18: '18:00-7:00' closes before it opens; allowed: the earlier time first, such as 7:00-15:00",
    ),
    (
        OFFICE,
        "7:00-18:00",
        "7-25",
        "18: '7-25' are not opening hours; allowed: hours such as 7:00-15:00, no key on closed days",
    ),
    (
        OFFICE,
        "  wtorek",
        "  wtork",
        (
            "19: unknown key 'wtork', perhaps 'wtorek'; "
            "allowed: czwartek, niedziela, piatek, poniedzialek, sobota, sroda, wtorek"
        ),
    ),
    (
        CATALOGUE,
        "ikona: data",
        "ikona: chart",
        "10: unknown ikona 'chart'; allowed: codes, complaint, data, register, reports, staff",
    ),
    (
        SURVEY,
        "rodzaj: text\n",
        "rodzaj: text\n    skala: taknie\n",
        "37: a question of the kind text has 'skala'; allowed: no 'skala' with the kind text",
    ),
    (
        SURVEY,
        "    skala: taknie\n",
        "",
        "26: 'skala' is missing beside the kind single; allowed: the id of a scale in 'skale'",
    ),
    (
        SURVEY,
        "rodzaj: single\n",
        "rodzaj: single\n    porownywalne_od: 3\n",
        "26: 'porownywalne_od' is later than 'rewizja'; allowed: 1 to 1",
    ),
]

REFERENCES = [
    (CARD, "grupa: regon", "grupa: regn", "4: unknown group 'regn', perhaps 'regon'; allowed: dane, regon"),
    (CARD, "  - poznan", "  - poznn", "30: unknown place 'poznn', perhaps 'poznan'; allowed: poznan"),
    (CARD, "  - REG-02", "  - REG-22", "40: unknown card 'REG-22', perhaps 'REG-02'; allowed: REG-01, REG-02"),
    (CARD, "  - REG-02", "  - REG-01", "40: the card is related to itself; allowed: codes of other cards"),
    (CARD, "kod: REG-01", "kod: REG-07", "1: the code 'REG-07' is not that of the file's name; allowed: REG-01"),
    (
        CARD,
        "[osoba, firma]",
        "[osoba, osoba]",
        "5: the client 'osoba' is here again after line 5; allowed: each client once",
    ),
    (
        CARD,
        "  en: Entry in the register\n",
        "",
        "11: 'nazwa' is not translated into en; allowed: a text in each of pl, en",
    ),
    (
        CARD,
        "    en: Fill in the form.\n",
        "",
        "17: 'kroki' is not translated into en; allowed: a text in each of pl, en",
    ),
    (
        CARD,
        "kogo_dotyczy: {pl: Wszystkich}",
        "kogo_dotyczy: {pl: a, de: b}",
        "15: 'de' is not a language of this office; allowed: pl, en",
    ),
    (OFFICE, "  - en\n", "  - pl\n", "9: the language 'pl' is here again after line 8; allowed: each language once"),
    (CATALOGUE, "id: dane", "id: regon", "7: the group 'regon' is here again after line 3; allowed: each group once"),
    (
        CATALOGUE,
        "opis: {pl: Dane, en: Data}",
        "opis: {pl: Dane}",
        "9: 'opis' is not translated into en; allowed: a text in each of pl, en",
    ),
]

QUESTIONS = [
    (
        SURVEY,
        "wersja: 1",
        "wersja: 2",
        (
            "1: id and version are not those of the file's name; "
            "allowed: the file name 'pilot-2.yaml', or its id and version"
        ),
    ),
    (SURVEY, "kod: tak", "kod: nie", "19: the code 'nie' is here again after line 18; allowed: each code once"),
    (SURVEY, "klucz: uwagi", "klucz: wynik", "37: the key 'wynik' is here again after line 26; allowed: each key once"),
    (
        SURVEY,
        "klucz: uwagi",
        "klucz: period",
        (
            "37: the key 'period' is that of another column of the data; "
            "allowed: any but id, questionnaire, version, language, period, channel, complete"
        ),
    ),
    (SURVEY, "rodzaj: rating5", "rodzaj: single", "23: the first question is of the kind 'single'; allowed: rating5"),
    (
        SURVEY,
        "kod: 4",
        "kod: 6",
        (
            "24: the scale 'skala5' of a rating5 question has the codes '1, 2, 3, 6, 5'; "
            "allowed: 1, 2, 3, 4, 5 in this order, and one for nie_dotyczy"
        ),
    ),
    (
        SURVEY,
        "skala: skala5",
        "skala: skala",
        "24: unknown scale 'skala', perhaps 'skala5'; allowed: skala5, taknie",
    ),
    (
        SURVEY,
        "${wynik}",
        "${wyniki}",
        "36: unknown question 'wyniki', perhaps 'wynik'; allowed: ogolem, wynik",
    ),
    (
        SURVEY,
        "${wynik}",
        "${uwagi}",
        "36: the condition asks for 'uwagi', which is not asked before; allowed: ogolem, wynik",
    ),
    (
        SURVEY,
        "${wynik}",
        "${powod}",
        "36: the condition asks for 'powod', which is not asked before; allowed: ogolem, wynik",
    ),
    (SURVEY, "= 'nie'", "= 'ne'", "36: unknown code of 'wynik': 'ne', perhaps 'nie'; allowed: nie, tak"),
    (SURVEY, "= 'nie'", "== 'nie'", "36: the condition cannot be read at character 11; allowed: a code such as 'tak'"),
    (
        SURVEY,
        "or ${ogolem} = '1'",
        "and ${wynik} = 'tak'",
        "36: the condition can never hold; allowed: one that some visitor meets",
    ),
]


def test_a_good_pack_has_no_faults(texts: dict[str, str]) -> None:
    assert faults_of(texts) == ()


@pytest.mark.parametrize(("file", "good", "bad", "told"), SHAPE + REFERENCES + QUESTIONS)
def test_fault_is_told_once_where_it_stands(texts: dict[str, str], file: str, good: str, bad: str, told: str) -> None:
    assert faults_of(spoilt(texts, file, good, bad)) == (f"{file}:{told}",)


def test_misspelt_key_is_told_with_the_nearest_one(texts: dict[str, str]) -> None:
    missing, unknown = faults_of(spoilt(texts, CARD, "zatwierdzil:", "zatwierdzi:"))

    assert (
        missing
        == "karty/REG-01.yaml:1: 'zatwierdzil' is missing; allowed: a text, or a text by language: pl, and en, uk, de"
    )
    assert unknown.startswith("karty/REG-01.yaml:9: unknown key 'zatwierdzi', perhaps 'zatwierdzil'; allowed: ")


def test_code_outside_its_character_set_is_told(texts: dict[str, str]) -> None:
    assert faults_of(spoilt(texts, CARD, "kod: REG-01", "kod: reg/01")) == (
        "karty/REG-01.yaml:1: 'kod' is 'reg/01'; allowed: capital letters A to Z, digits and hyphens, such as REG-01",
        "karty/REG-01.yaml:1: the code 'reg/01' is not that of the file's name; allowed: REG-01",
    )


def test_code_of_another_card_is_told(texts: dict[str, str]) -> None:
    assert faults_of(spoilt(texts, "karty/REG-02.yaml", "kod: REG-02\n", "kod: REG-01\n")) == (
        "karty/REG-02.yaml:1: the code 'REG-01' is not that of the file's name; allowed: REG-02",
        "karty/REG-02.yaml:1: the code 'REG-01' is that of karty/REG-01.yaml:1; allowed: each code once",
        "karty/REG-02.yaml:40: the card is related to itself; allowed: codes of other cards",
    )


def test_place_and_scale_that_are_here_twice_are_told(texts: dict[str, str]) -> None:
    place = texts[OFFICE][texts[OFFICE].index("  - id: poznan") :]
    scale = "  - id: taknie\n    odpowiedzi: [{kod: a, nazwa: {pl: a, en: a}}, {kod: b, nazwa: {pl: b, en: b}}]\n"

    assert faults_of({**texts, OFFICE: texts[OFFICE] + place}) == (
        "urzad.yaml:20: the place 'poznan' is here again after line 11; allowed: each place once",
    )
    assert faults_of(spoilt(texts, SURVEY, "pytania:", scale + "pytania:")) == (
        "ankiety/pilot-1.yaml:20: the scale 'taknie' is here again after line 16; allowed: each scale once",
    )


def test_not_applicable_must_be_one_of_the_codes(texts: dict[str, str]) -> None:
    assert "ankiety/pilot-1.yaml:8: unknown code '99'; allowed: 1, 2, 3, 4, 5, 98" in faults_of(
        spoilt(texts, SURVEY, "nie_dotyczy: 98", "nie_dotyczy: 99")
    )


def test_endless_condition_is_told_and_never_parsed(texts: dict[str, str]) -> None:
    endless = "pokaz_gdy: " + "${wynik} = 'nie' or " * 40_000 + "x"

    assert faults_of(spoilt(texts, SURVEY, "pokaz_gdy: ${wynik} = 'nie' or ${ogolem} = '1'", endless)) == (
        "ankiety/pilot-1.yaml:36: 'pokaz_gdy' is too long (800001 characters); allowed: at most 300 characters",
    )


def test_first_question_is_asked_of_everybody(texts: dict[str, str]) -> None:
    spoilt_texts = spoilt(texts, SURVEY, "rodzaj: rating5\n", "rodzaj: rating5\n    pokaz_gdy: ${ogolem} = '1'\n")

    assert "ankiety/pilot-1.yaml:24: the first question has a condition; allowed: no 'pokaz_gdy' here" in faults_of(
        spoilt_texts
    )


def test_all_faults_of_all_files_are_told_at_once_in_order(texts: dict[str, str]) -> None:
    texts = spoilt(texts, CARD, "grupa: regon", "grupa: regn")
    texts = spoilt(texts, CARD, "status: obowiazujaca", "status: nowa")
    texts = spoilt(texts, "karty/REG-02.yaml", "wersja: 1", "wersja: 1\nwersja: 2")
    texts = spoilt(texts, SURVEY, "${wynik}", "${wyniki}")
    texts = spoilt(texts, OFFICE, "7:00-18:00", "18:00-7:00")
    texts = spoilt(texts, CATALOGUE, "ikona: data", "ikona: dat")

    places = [":".join(fault.split(":")[:2]) for fault in faults_of(texts)]

    assert places == [
        "ankiety/pilot-1.yaml:36",
        "karty/REG-01.yaml:3",
        "karty/REG-01.yaml:4",
        "karty/REG-02.yaml:3",
        "katalog.yaml:10",
        "urzad.yaml:18",
    ]


def test_unreadable_office_costs_no_faults_in_other_files(texts: dict[str, str]) -> None:
    assert faults_of({**texts, OFFICE: "- a\n"}) == (
        "urzad.yaml:1: the file is not a mapping; allowed: keys with their values",
    )


def test_changed_question_needs_a_new_revision(texts: dict[str, str]) -> None:
    second = texts[SURVEY].replace("wersja: 1", "wersja: 2").replace("Jak było?", "Jak poszło?")
    renumbered = second.replace(
        "    rodzaj: rating5\n", "    rodzaj: rating5\n    rewizja: 2\n    porownywalne_od: 1\n"
    )

    assert faults_of({**texts, "ankiety/pilot-2.yaml": second}) == (
        (
            "ankiety/pilot-2.yaml:21: 'ogolem' differs from revision 1 in ankiety/pilot-1.yaml; "
            "allowed: the same text, kind and codes, or a higher 'rewizja'"
        ),
    )
    assert faults_of({**texts, "ankiety/pilot-2.yaml": renumbered}) == ()


def test_two_questionnaires_of_one_version_are_told_because_only_the_newest_is_asked(texts: dict[str, str]) -> None:
    other = texts[SURVEY].replace("id: pilot", "id: druga")

    assert faults_of({**texts, "ankiety/druga-1.yaml": other}) == (
        (
            "ankiety/pilot-1.yaml:2: the version '1' is that of ankiety/druga-1.yaml; "
            "allowed: a higher number for each questionnaire: the highest is asked"
        ),
    )
