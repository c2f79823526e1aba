"""Long words break where a reader expects it, what is copied letter by letter never does, and a number never leaves
its unit."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.typography import SOFT_HYPHEN, as_spoken, held_together, learn_hyphenation, well_set

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "i18n"


def test_long_word_may_break() -> None:
    learn_hyphenation(("pl",))
    assert SOFT_HYPHEN in well_set("niezadowolony", "pl", longest=8)


@pytest.mark.parametrize(
    "address",
    ["SekretariatUSPOZ@stat.gov.pl", "https://portalsprawozdawczy.stat.gov.pl", "portalsprawozdawczy.stat.gov.pl"],
)
def test_address_never_gets_a_hyphen_that_is_not_its_own(address: str) -> None:
    learn_hyphenation(("pl",))
    assert well_set(f"Adres: {address}.", "pl", longest=8) == f"Adres: {address}."


@pytest.mark.parametrize(
    "line",
    [
        "Powrót za 60~sekund",
        "Kosztuje 0,50~zł albo 1700~zł, o~25~% mniej.",
        "Plansza ma 12~mm, a~druk 1,5~mm.",
        "Zob. §~3, art.~12~ust.~2a pkt~1–4 oraz §§~5–12.",
        "Siedziba: ul.~Wojska Polskiego 27/29, tel.~61~27~98~301.",
        "Oddział w~Pile (z~parkingiem), „w~domu”, I~tak w~kółko",
        "W~ciągu 7–14~dni, najpóźniej do końca 2026~r. albo w~2027~roku",
        "Таблиця в~архіві (з~січня), «у~Познані», 1000~злотих, до кінця 2026~року",
        "Вул.~Шевченка 5, ст.~44~ч.~2, тел.~61, поз.~1792",
        "Within 14~days, PLN~17, article~44~and item~1792",
        "Innerhalb von 14~Tagen, Art.~45~Abs.~1, um 15:00~Uhr",
        "Ta strona zamknie się za %n~sekund, tel.~%1, %1~%",
    ],
)
def test_what_belongs_together_stays_on_one_line(line: str) -> None:
    loose, tight = line.replace("~", " "), line.replace("~", "\N{NO-BREAK SPACE}")
    assert held_together(loose) == tight
    assert held_together(tight) == tight, "twice is no different"
    assert as_spoken(tight) == loose


@pytest.mark.parametrize(
    "line",
    [
        "Adres: poznan.stat.gov.pl. Proszę pisać",
        "Katalog usług i",
        "2026 można",
        "Numer 123 ",
        "a\nw",
        "",
        "   ",
        "\ud800 \x00 \u200b",
        "aż do",
    ],
)
def test_nothing_is_held_together_that_is_apart(line: str) -> None:
    assert held_together(line) == line


@given(st.text(alphabet="a w.%§1н»(\n\N{NO-BREAK SPACE}zł ", max_size=200))
def test_only_spaces_change_and_only_once(text: str) -> None:
    once = held_together(text)
    assert as_spoken(once) == as_spoken(text)
    assert held_together(once) == once


def test_a_long_text_takes_no_longer_by_the_letter() -> None:
    started = perf_counter()
    held_together("1 a § 2 art. " * 20_000)
    assert perf_counter() - started < 2


@pytest.mark.parametrize("file", sorted(TRANSLATIONS.glob("kiosk_*.ts")), ids=lambda path: path.stem)
def test_translations_are_held_together(file: Path) -> None:
    """But for what is only said."""
    contexts = ET.parse(file).iter("context")  # noqa: S314  # our own file
    shown = [context for context in contexts if context.findtext("name") != "Spoken"]
    told = [form.text or "" for each in shown for form in each.iter() if form.tag in {"translation", "numerusform"}]
    assert told
    assert [words for words in told if held_together(words) != words] == []
