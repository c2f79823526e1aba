"""A point of article 10 is answered by words that say something, in every language."""

from __future__ import annotations

import pytest

from tests.unit.content.test_publication_gate import CARD, DOCUMENTS, PACK, READY, spoilt, told_of

ANSWERS = [
    ("kroki", "{pl: Złóż go.,", 15),
    ("kroki", "en: Hand it in.}", 15),
    ("zaplata", "zaplata: {pl: W kasie.,", 20),
    ("kontakt", "kontakt: 61 27 98 301", 28),
    ("uwierzytelnianie", "uwierzytelnianie: {pl: Podpis odręczny.,", 33),
    ("postac", "postac: {pl: Kopia.,", 37),
    ("postac", "en: A copy.}", 37),
    ("termin_urzedu", "tekst: {pl: 7 dni roboczych,", 39),
    ("brak_odpowiedzi", "brak_odpowiedzi: {pl: Milczenie nie jest zgodą.,", 42),
]


@pytest.mark.parametrize("words", ["'-'", "Brak.", "do uzupełnienia", "TODO", "N.N."])
@pytest.mark.parametrize(("key", "good", "line"), ANSWERS)
def test_answer_that_says_nothing_is_told(key: str, good: str, line: int, words: str) -> None:
    before, _, answer = good.rpartition(": ")
    bad = f"{before}: {words}{answer[-1] if answer[-1] in ',}' else ''}"
    told = f"{CARD}:{line}: '{key}' says nothing: '{words.strip(chr(39))}'; allowed: an answer in words"
    assert told_of(spoilt(good, bad)) == [told]


def test_reason_and_basis_that_say_nothing_are_told() -> None:
    declared = READY.replace(DOCUMENTS, "") + "nie_dotyczy: {d: {pl: nie dotyczy, en: Nothing.}}\n"
    told = "'nie_dotyczy' says nothing: 'nie dotyczy'; allowed: an answer in words"
    assert told_of({**PACK, CARD: declared}) == [f"{CARD}:{READY.count(chr(10)) - 3}: {told}"]
    basis = spoilt("kwota_gr: 1700", "podstawa: '-'")
    assert told_of(basis) == [f"{CARD}:19: 'podstawa' says nothing: '-'; allowed: an answer in words"]


def test_step_that_asks_to_fill_something_in_is_a_step() -> None:
    assert told_of(spoilt("{pl: Złóż go.,", "{pl: Proszę uzupełnić wniosek. Do uzupełnienia mamy wzór.,")) == []
