"""Long words break where a reader expects it, and what is copied letter by letter never does."""

from __future__ import annotations

import pytest

from kiosk.terminal.typography import SOFT_HYPHEN, learn_hyphenation, well_set


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
