"""Versions of cards that came before are read like cards, checked against them, and change nothing for visitors."""

from __future__ import annotations

import pytest

from kiosk.content.compiled import packed, unpacked
from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.pack import Pack
from tests.unit.content.conftest import CARD, GOOD_PACK, faults_of

NOW = CARD.replace("wersja: 1", "wersja: 4")
OLD = "karty/poprzednie/REG-01-3.yaml"


def version(number: int, **changes: str) -> str:
    text = CARD.replace("wersja: 1", f"wersja: {number}")
    for before, after in changes.items():
        text = text.replace(before, after)
    return text


def texts_with(**previous: str) -> dict[str, str]:
    kept = {f"karty/poprzednie/{name.replace('_', '-')}.yaml": text for name, text in previous.items()}
    return {**GOOD_PACK, "karty/REG-01.yaml": NOW, **kept}


def pack_of(texts: dict[str, str]) -> Pack:
    return checked_pack(PackFiles({name: text.encode() for name, text in texts.items()}))


def test_pack_without_them_reads_as_before() -> None:
    pack = pack_of(dict(GOOD_PACK))
    assert pack.catalogue.previous == {}
    assert pack.digest == "268999dbafb9d605d39a342dd389c044c94d39f4b2452675eb15a4b1f35fb002"


def test_newest_of_each_card_is_kept_and_is_no_card_of_the_catalogue() -> None:
    pack = pack_of(texts_with(REG_01_2=version(2), REG_01_3=version(3, formularz="druk"), REG_01_1=version(1)))
    assert {code: card.version for code, card in pack.catalogue.previous.items()} == {"REG-01": 3}
    assert pack.catalogue.previous["REG-01"].steps[0].in_language("pl") == "Wypełnij druk."
    assert [card.code for card in pack.catalogue.cards] == ["REG-01", "REG-02"]
    assert pack.catalogue.cards[0].version == 4


def test_they_count_for_the_digest_and_stand_in_the_compiled_copy() -> None:
    without, pack = pack_of(texts_with()), pack_of(texts_with(REG_01_3=version(3)))
    assert without.digest != pack.digest
    compiled = unpacked(packed(pack))
    assert compiled is not None
    assert compiled.pack == pack
    assert compiled.pack.catalogue.previous["REG-01"].version == 3


def test_what_they_refer_to_may_be_gone() -> None:
    old = version(3, **{"grupa: regon": "grupa: dawna", "- poznan": "- gniezno", "- REG-02": "- REG-77"})
    old += "nagrania: {pl: media/dawne.wav}\n"
    assert faults_of(texts_with(REG_01_3=old)) == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("REG_01_3", version(2), ":1: code and version are 'REG-01-2', unlike the file's name; allowed: REG-01-3"),
        ("REG_09_3", version(3, **{"REG-01": "REG-09"}), ""),
        ("REG_01_4", version(4), ":2: version 4 did not come before the card's version 4; allowed: 1 to 3"),
        ("REG_01_12", version(12), ":2: version 12 did not come before the card's version 4; allowed: 1 to 3"),
        ("REG_01_3", version(3, osoba="osba"), ""),
        ("REG_01_3", "kod: REG-01\nwersja: 3\n", ""),
    ],
)  # fmt: skip
def test_faults_are_told_with_file_and_line(name: str, text: str, told: str) -> None:
    faults = faults_of(texts_with(**{name: text}))
    file = f"karty/poprzednie/{name.replace('_', '-')}.yaml"
    assert faults
    assert all(fault.startswith(f"{file}:") for fault in faults)
    assert not told or faults == (f"{file}{told}",)


def test_card_in_its_first_version_has_none_before() -> None:
    faults = faults_of({**GOOD_PACK, "karty/poprzednie/REG-02-1.yaml": version(1, **{"kod: REG-01": "kod: REG-02"})})
    assert [fault.partition("; ")[2] for fault in faults] == ["allowed: none, as the card is in its first version"]


def test_number_that_is_none_is_told_once_and_harmless() -> None:
    for wrong in ("9" * 5000, "²", "-3", "03"):
        assert faults_of(texts_with(REG_01_3=NOW.replace("wersja: 4", f"wersja: {wrong}")))
