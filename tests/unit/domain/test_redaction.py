"""What a visitor wrote loses every long number, and what else points at a person, before it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.comment import MOST_CHARACTERS
from kiosk.domain.given_names import GIVEN_NAMES
from kiosk.domain.redaction import LABELS, redact

ALPHABETS = (
    "0123456789",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "०१२३४५६७८९",
    "０１２３４５６７８９",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "⓿❶❷❸❹❺❻❼❽❾",
)
BETWEEN = (
    " ",
    "-",
    ".",
    "–",
    "/",
    "  ",
    ", ",
    "_",
    "\u200b",
    "\u202e",
    "\n",
    "[",
    "]",
    "(",
    "\u20e3",
    "...",
    "\u0301",
    "😀",
)


def redacted(text: str) -> str:
    return redact(text, GIVEN_NAMES)


def longest_run(text: str) -> int:
    """Digits of any script that no letter parts, at most."""
    longest = here = 0
    for char in text:
        here = 0 if char.isalpha() else here + char.isdigit()
        longest = max(longest, here)
    return longest


@st.composite
def written_numbers(draw: st.DrawFn) -> str:
    """Seven digits or more, in any script, parted by anything but letters."""
    digits = draw(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(ALPHABETS)), min_size=7, max_size=30))
    signs = st.lists(st.sampled_from(BETWEEN), max_size=2).map("".join)
    return "".join(script[digit] + draw(signs) for digit, script in digits)


_WORDS = """
    pan Pani pani Kowalska jan kowalski ul. kwiatowa 5 12 7/8 www. stat.gov.pl @ małpa kropka pl at [ ] PESEL [NIP]
    POZ- ABC 123456 PO 12345 ur. 1980 maja 12.05.1980 o O l I czekałem minut, 0048 + 501 Frau herr Mr. пані
"""
WORDS = st.sampled_from(_WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=700),
    st.lists(st.one_of(WORDS, st.text(max_size=4), written_numbers()), max_size=60).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=2)), max_size=60).map("".join),
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("PL61109010140000071219812874", "[NUMER KONTA]"),
        ("61 1090 1014 0000 0712 1981 2874", "[NUMER KONTA]"),
        ("PL61109010140000071219812875", "[LICZBA]"),
        ("mój PESEL to 44051401359", "mój PESEL to [PESEL]"),
        ("02070803628", "[PESEL]"),
        ("44051401358", "[LICZBA]"),
        ("12345678512347", "[REGON]"),
        ("526-104-08-28", "[NIP]"),
        ("8567346215", "[NIP]"),
        ("8567346216", "[LICZBA]"),
        ("000331501, 192598184; 123456785", "[REGON], [REGON]; [REGON]"),
        ("61 27 98 320", "[TELEFON]"),
        ("501 123 457", "[TELEFON]"),
        ("+48 501-123-457", "[TELEFON]"),
        ("0048501123457", "[TELEFON]"),
        ("+49 30 901820", "[TELEFON]"),
        ("tel501123457", "tel[TELEFON]"),
        ("tel. 5O1 l23 457", "tel. [TELEFON]"),
        ("44O5l4OI359", "[PESEL]"),
        ("12 34 567", "[LICZBA]"),
    ],
)
def test_checksum_chooses_the_label_and_nothing_else(text: str, kept: str) -> None:
    assert redacted(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("piszcie na jan.kowalski+1@poczta.pl!", "piszcie na [E-MAIL]!"),
        ("jan małpa poczta kropka pl", "[E-MAIL]"),
        ("jan (at) poczta (kropka) pl", "[E-MAIL]"),
        ("jan at gmail.com", "[E-MAIL]"),
        ("jan44051401359@poczta.pl", "[E-MAIL]"),
        ("https://a.example/b?c=1 i www.moja.pl", "[ADRES WWW] i [ADRES WWW]"),
        ("strona stat.gov.pl nie działa", "strona [ADRES WWW] nie działa"),
        ("jestem @janek na forum", "jestem [NICK] na forum"),
        ("dowód ABC 123456, paszport AA1234567", "dowód [DOKUMENT], paszport [DOKUMENT]"),
        ("auto PO 1A234 stało", "auto [TABLICA] stało"),
        ("mieszkam: ul. Kwiatowa 5/7, 60-001 Poznań", "mieszkam: [ADRES]"),
        ("os. bolesława chrobrego 12 m. 3", "[ADRES]"),
        ("al. Niepodległości 10a", "[ADRES]"),
        ("вул. Шевченка 5", "[ADRES]"),
        ("Hauptstraße 5", "[ADRES]"),
        ("urodzona 12.05.1980", "urodzona [DATA]"),
        ("urodzona 1980-05-12, 12.5.80", "urodzona [DATA], [DATA]"),
        ("jan @ gmail.com", "[E-MAIL]"),
        ("12 maja 1980", "[DATA]"),
        ("12 травня 1980", "[DATA]"),
        ("sprawa POZ-OKI.123.2025", "sprawa [NUMER SPRAWY]"),
        ("poz-123/25 leży", "[NUMER SPRAWY] leży"),
        ("NIP 525 000 07 09", "[DOKUMENT]"),
        ("konto w ING 1050 1234", "konto w [TABLICA]"),
        ("auto po 1ab23 i pwl 4k56", "auto [TABLICA] i [TABLICA]"),
        ("mieszkam na głogowskiej 45", "mieszkam na [ADRES]"),
        ("Głogowska 45/6 m. 2, przy Górczyńskiej 7a", "[ADRES] m. 2, przy [ADRES]"),
    ],
)
def test_what_points_at_a_person_is_taken_out(text: str, kept: str) -> None:
    assert redacted(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Pani Kowalska była niemiła", "Pani [NAZWISKO] była niemiła"),
        ("pani kowalska była niemiła", "pani [NAZWISKO] była niemiła"),
        ("o panu Janie Nowaku", "o panu [NAZWISKO]"),
        ("pan dyrektor jan nowak", "pan dyrektor [NAZWISKO]"),
        ("rozmawiałam z panią Anną Kowalską-Nowak.", "rozmawiałam z panią [NAZWISKO]."),
        ("p. Wójcik", "p. [NAZWISKO]"),
        ("p.wójcik i p.Kowalska", "p.[NAZWISKO] i p.[NAZWISKO]"),
        ("z janem, od Jana Nowaka, dzięki Janowi", "z [NAZWISKO], od [NAZWISKO], dzięki [NAZWISKO]"),
        ("u ewy i o Ewie", "u [NAZWISKO] i o [NAZWISKO]"),
        ("Kowalski Jan, zielińska zofia i Nowak Anna Maria", "[NAZWISKO], [NAZWISKO] i [NAZWISKO]"),
        ("Коваленко Олена", "[NAZWISKO]"),
        ("Annie dziękuję, katarzyna kowalska pomogła", "[NAZWISKO] dziękuję, [NAZWISKO] pomogła"),
        ("Herr Müller war nett", "Herr [NAZWISKO] war nett"),
        ("frau schmidt war nett", "frau [NAZWISKO] war nett"),
        ("Mrs. Smith was rude", "Mrs. [NAZWISKO] was rude"),
        ("пані Олена Шевченко", "пані [NAZWISKO]"),
    ],
)
def test_names_behind_titles_and_given_names_are_taken_out(text: str, kept: str) -> None:
    assert redacted(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "czekałem 40 minut, pokój 12, 2 razy",
        "Otwarte od 8 do 15, dlaczego nie od 7?",
        "Pani z okienka była bardzo miła, panowie też.",
        "PANI BYŁA NIEMIŁA",
        "Państwo nie odpowiadają na listy od 2 tygodni.",
        "Ale kolejka! Ole!",
        "Kod PKD 6201Z i 2025 rok; formularz F-01/dk, 15000 zł.",
        "I waited at office 3. Then I left.",
        "Die Frau am Schalter war nett, 10 Punkte von 10.",
        "Пані за віконцем була дуже мила, чекала 40 хвилин.",
        "proszę dodać 1. windę 2. ławkę 3. wodę",
        "Byłem o 8, po 12 minutach w polskiej kolejce 3 osoby. Za 200zl, od 10tej.",
        "jak to się ma do nas",
    ],
)
def test_ordinary_sentences_stay_as_they_are(text: str) -> None:
    assert redacted(text) == text


@given(written_numbers())
def test_no_long_number_is_kept_however_it_is_written(number: str) -> None:
    kept = redacted(f"numer {number} koniec")
    assert longest_run(kept) == 0, kept


@given(
    st.sampled_from(("NIP", "nip", "tel", "nr", "id", "ING", "się")),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(("", "", " ", "-", "/"))), min_size=7, max_size=14).map(
        lambda digits: "".join(f"{digit}{sign}" for digit, sign in digits)
    ),
)
def test_nothing_of_a_long_number_is_kept_behind_letters_that_look_like_a_document(word: str, number: str) -> None:
    kept = redacted(f"{word} {number} koniec")
    assert longest_run(kept) == 0, kept


@given(TEXTS)
def test_no_text_keeps_seven_digits_in_a_row(text: str) -> None:
    assert longest_run(redacted(text)) < 7


@given(TEXTS)
def test_redacting_again_changes_nothing_and_it_never_grows_too_long(text: str) -> None:
    kept = redacted(text)
    assert redacted(kept) == kept
    assert len(kept) <= MOST_CHARACTERS


@given(TEXTS)
def test_one_line_is_kept_with_nothing_that_is_not_seen(text: str) -> None:
    kept = redacted(text)
    assert kept == kept.strip()
    assert all(char.isprintable() for char in kept)


def test_line_breaks_become_spaces_and_nothing_is_left_of_what_is_not_seen() -> None:
    assert redacted(" długa\n\n kolejka \t i\u202e ścisk\x00 ") == "długa kolejka i ścisk"
    assert redacted("\u200b \n\u202e\ud800") == ""


def test_digits_of_every_script_are_kept_as_ours() -> None:
    assert redacted("pokój ١٢, ❷ razy") == "pokój 12, 2 razy"


def test_own_brackets_of_a_visitor_part_no_number_and_make_no_label() -> None:
    assert redacted("[uwaga] [5]0[1]1[2]3[4]5[7]") == "(uwaga) ([TELEFON])"
    assert redacted("[PESEL") == "(PESEL"


def test_long_comment_is_cut_without_half_a_label() -> None:
    kept = redacted("@a " * 300)
    assert kept.endswith("[NICK]")
    assert len(kept) <= MOST_CHARACTERS


@pytest.mark.parametrize("label", LABELS)
def test_label_is_no_personal_data_itself(label: str) -> None:
    assert redacted(f"Pan [{label}] i [{label}]5") == f"Pan [{label}] i [{label}]5"
