"""Spellings, endings and slips of one word are taken for the same word, and different words are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search.endings import stem
from kiosk.domain.search.folding import chunks, fold, fold_chunk
from kiosk.domain.text import LocalisedText
from tests.builders import text
from tests.unit.domain.test_search import EMPTY, codes


@pytest.mark.parametrize(
    ("language", "spellings"),
    [
        ("pl", ["łódź", "lodz", "ŁÓDŹ", "lo\u0301dz\u0301", "Лодз"]),
        ("de", ["Änderung", "aenderung", "anderung", "A\u0308nderung"]),
        ("de", ["Straße", "STRASSE", "strasse"]),
        ("uk", ["довідка", "dovidka", "dowidka", "ДОВІДКА"]),
        ("uk", ["щорічник", "shchorichnyk", "szczoricznyk"]),
        ("uk", ["їжа", "i\u0308жа", "yizha"]),
        ("uk", ["ґміна", "гміна", "gmina", "hmina"]),
        ("uk", ["єдність", "yednist", "іедність"]),
        ("uk", ["об’єднання", "об'єднання", "обєднання", "об\u02bcєднання"]),
    ],
)
def test_every_spelling_finds_the_word(language: str, spellings: list[str]) -> None:
    assert len({fold_chunk(chunk, language).word for spelling in spellings for chunk in chunks(spelling)}) == 1
    card = replace(EMPTY, name=LocalisedText({"pl": "-", language: spellings[0]}))
    assert [typed for typed in spellings if not codes([card], typed, language)] == []


def test_different_words_stay_different() -> None:
    assert len({fold(word, "uk") for word in ("адреса", "дані", "код", "щит", "шит", "чит", "цит", "жит", "хит")}) == 9
    assert fold("kąt", "pl") != fold("kot", "pl")


WORD = "zaswiadczenie"


@given(st.data())
def test_one_slip_anywhere_is_forgiven(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WORD) - 1))
    start, rest = WORD[:place], WORD[place:]
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    swapped = start + rest[1:2] + rest[0] + rest[2:]
    card = replace(EMPTY, name=text("Zaświadczenie z rejestru i kody qxfbghklmpuvy"))
    for typed in (start + rest[1:], start + letter + rest, start + letter + rest[1:], start + rest[0] + rest, swapped):
        assert codes([card], typed) == ["X-00"]
        assert codes([card], f"{typed} rejestr") == ["X-00"]


def test_slip_and_another_ending_together_are_forgiven() -> None:
    assert codes([replace(EMPTY, name=text("Skarga"))], "skrgi") == ["X-00"]


@pytest.mark.parametrize("typed", ["xaswiaxczenie", "kot", "kodx", "kodyx", "kiux", "rejesttrru"])
def test_two_slips_and_slips_in_short_words_are_not(typed: str) -> None:
    assert codes([replace(EMPTY, name=text("Zaświadczenie, kody, rejestr, kitu"))], typed) == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("pl", "zaświadczenie zaświadczenia zaświadczeniem zaświadczeniu zaświadczeń zaświadczeniami"),
        ("pl", "rejestr rejestru rejestrze rejestrem rejestry rejestrów rejestrami"),
        ("pl", "skarga skargi skargę skargą skarg skargami"),
        ("pl", "rolniczy rolnicza rolniczego rolniczej rolniczych"),
        ("pl", "skreślić skreślenie skreślenia"),
        ("en", "certificate certificates"),
        ("en", "company companies"),
        ("en", "delete deleted deletion deleting"),
        ("de", "Bescheinigung Bescheinigungen bescheinigen"),
        ("de", "Filiale Filialen"),
        ("de", "Amt Amtes Ämter Ämtern"),
        ("uk", "довідка довідки довідку довідкою"),
        ("uk", "реєстр реєстру реєстром реєстри реєстрів"),
        ("uk", "статистичний статистична статистичного статистичних"),
        ("uk", "ліквідація ліквідації ліквідацію ліквідацією"),
    ],
)
def test_endings_leave_one_stem(language: str, forms: str) -> None:
    stems = {form: stem(fold(form.casefold(), language), language) for form in forms.split()}
    assert len(set(stems.values())) == 1, stems
