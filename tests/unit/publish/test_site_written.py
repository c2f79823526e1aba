"""Links are only what a browser may follow; passages know their language; lists are in the language's own order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text import LocalisedText
from kiosk.publish.site_sorting import initial, sort_key
from kiosk.publish.site_written import (
    Passage,
    Reader,
    glued,
    mail_address,
    telephone_address,
    web_address,
    with_contacts,
)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://urzad.pl/a?b=c#d", "https://urzad.pl/a?b=c#d"),
        ("javascript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//urzad.pl", ""),
        ("https:", ""),
        ("http://[", ""),
        ("www.urzad.pl", ""),
    ],
)
def test_only_the_web_is_linked(address: str, link: str) -> None:
    assert web_address(address) == link


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("61 27 98 301", "tel:+48612798301"),
        ("+49 (30) 123-456", "tel:+4930123456"),
        ("112", "tel:112"),
        ("٣٤٥", ""),
        ("brak", ""),
    ],
)
def test_polish_numbers_can_be_called_from_abroad(number: str, link: str) -> None:
    assert telephone_address(number) == link


def test_contacts_within_a_text_are_links_and_dates_are_not() -> None:
    pieces = with_contacts("Tel. 61 27 98 301 (pokój 12), a.b@urzad.pl, od 2026-11-23.")
    assert [(piece.text, piece.href) for piece in pieces if piece.href] == [
        ("61 27 98 301", "tel:+48612798301"),
        ("a.b@urzad.pl", "mailto:a.b@urzad.pl"),
    ]
    assert mail_address("a@b.pl?subject=x") == ""


@given(st.text(max_size=300) | st.from_regex(r"[0-9 ()/@.a-c+-]{0,200}", fullmatch=True))
def test_no_text_is_lost_between_contacts(text: str) -> None:
    assert "".join(piece.text for piece in with_contacts(text)) == text


@given(st.text(max_size=200))
def test_glue_changes_spaces_only(text: str) -> None:
    assert glued(text, "pl").replace("\N{NO-BREAK SPACE}", " ") == text.replace("\N{NO-BREAK SPACE}", " ")
    assert glued(text, "de") == text


def test_words_of_one_letter_stand_at_no_end_of_a_line() -> None:
    assert glued("A to w i z domu (o tym)", "pl") == "A~to w~i~z~domu (o~tym)".replace("~", "\N{NO-BREAK SPACE}")


def test_passage_in_another_language_says_so() -> None:
    both = LocalisedText({"pl": "Wpis", "de": "Eintrag"})
    assert Reader("de").reads(both) == Passage("Eintrag")
    assert Reader("uk").reads(both) == Passage("Wpis", "pl")
    assert Reader("pl").reads(both) == Passage("Wpis")


def test_alphabets() -> None:
    assert sorted(["Żaba", "Zebra", "Łódź", "Lato", "Ćma", "Cytryna", "3 dni"], key=lambda t: sort_key(t, "pl")) == [
        "3 dni", "Cytryna", "Ćma", "Lato", "Łódź", "Zebra", "Żaba",
    ]  # fmt: skip
    assert sorted(["Ямa", "Їжак", "Іній", "REGON", "Ґанок", "Година"], key=lambda t: sort_key(t, "uk")) == [
        "Година", "Ґанок", "Іній", "Їжак", "Ямa", "REGON",
    ]  # fmt: skip
    assert [initial(name, "de") for name in ("Änderung", "„Zitat“", "14 Tage")] == ["A", "Z", "0–9"]
    assert [initial(name, "pl") for name in ("Łódź", "źródło")] == ["Ł", "Ź"]


@given(st.text(max_size=50))
def test_every_name_has_a_place(name: str) -> None:
    for language in ("pl", "en", "uk", "de"):
        assert initial(name, language)
        assert sort_key(name, language) == sort_key(name, language)
