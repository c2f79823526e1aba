"""A site stays at its address until somebody says that it moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.errors import BadInput
from kiosk.publish.site_address import Base
from kiosk.publish.site_move import settled_base
from tests.publishing import small_pack

OFFICE = replace(small_pack().office, card_address="", website="https://urzad.pl/")
KEPT = Base("https://urzad.pl/katalog/")
CODES = "https://urzad.pl/katalog/{jezyk}/{kod}"


@pytest.mark.parametrize(
    ("card_address", "given", "kept", "may_move", "settled"),
    [
        ("", None, None, False, "https://urzad.pl/"),
        ("", None, KEPT, False, KEPT.url),
        ("", None, KEPT, True, "https://urzad.pl/"),
        ("", "https://urzad.pl/katalog", KEPT, False, KEPT.url),
        ("", "https://urzad.pl/uslugi", KEPT, True, "https://urzad.pl/uslugi/"),
        ("", "https://urzad.pl/uslugi", None, False, "https://urzad.pl/uslugi/"),
        (CODES, None, KEPT, False, KEPT.url),
        (CODES, None, Base("https://urzad.pl/"), False, "https://urzad.pl/"),
        ("https://nowy.pl/{jezyk}/{kod}", None, KEPT, True, "https://nowy.pl/"),
        ("https://nowy.pl/{jezyk}/{kod}", KEPT.url, KEPT, False, KEPT.url),
    ],
)
def test_it_stands_where_it_stood(
    card_address: str, given: str | None, kept: Base | None, *, may_move: bool, settled: str
) -> None:
    office = replace(OFFICE, card_address=card_address)
    assert settled_base(office, given, kept, may_move=may_move) == Base(settled)


def test_office_without_any_address_keeps_that_of_its_site() -> None:
    assert settled_base(replace(OFFICE, website=""), None, KEPT, may_move=False) == KEPT


@pytest.mark.parametrize(
    ("card_address", "given", "told"),
    [
        ("", "https://urzad.pl/uslugi", "published at https://urzad.pl/katalog/, not at https://urzad.pl/uslugi/; "),
        ("https://nowy.pl/{jezyk}/{kod}", None, "'adres_kart' is https://nowy.pl/{jezyk}/{kod}; allowed: --base-url "),
    ],
)
def test_move_is_refused_in_a_sentence_that_says_how(card_address: str, given: str | None, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        settled_base(replace(OFFICE, card_address=card_address), given, KEPT, may_move=False)
    assert told in str(refused.value)
    assert "--new-address" in str(refused.value)
