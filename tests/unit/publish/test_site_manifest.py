"""What was once public is never forgotten, what never was is never told, and nothing but our own record is believed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.card import Card, CardStatus, Client
from kiosk.domain.errors import BadInput
from kiosk.publish.site_address import Base
from kiosk.publish.site_manifest import (
    Change,
    Kept,
    Manifest,
    PageKind,
    Record,
    Standing,
    brought_up,
    digest_of,
)
from tests.builders import text
from tests.publishing import FIRST, LATER, small_pack

CARD = small_pack().catalogue.cards[0]
WITHDRAWN = replace(CARD, status=CardStatus.WITHDRAWN, name=text("Nazwa wycofana"))
BEFORE = {CARD.code: Record.of(CARD)}


def later(*cards: Card) -> Record | None:
    return brought_up(BEFORE, cards, LATER, is_first=False).get(CARD.code)


def test_first_publication_tells_of_no_change() -> None:
    assert brought_up({}, (CARD,), FIRST, is_first=True) == BEFORE
    assert brought_up({}, (CARD,), LATER, is_first=False)[CARD.code].change == (Change.NEW, LATER)


def test_card_that_stays_the_same_stays_the_same() -> None:
    assert later(CARD) == BEFORE[CARD.code]
    assert later(replace(CARD, internal_notes="tylko dla pracowników")) == BEFORE[CARD.code]


def test_card_that_differs_is_told_once() -> None:
    changed = later(replace(CARD, contact="112"))
    assert changed is not None
    assert changed.change == (Change.CHANGED, LATER)
    again = brought_up({CARD.code: changed}, (replace(CARD, contact="112"),), date(2027, 1, 1), is_first=False)
    assert again[CARD.code] == changed


def test_withdrawn_card_is_told_with_the_day_on_which_the_site_saw_it() -> None:
    found = later(WITHDRAWN)
    assert found is not None
    assert (found.standing, found.since, found.change) == (Standing.WITHDRAWN, LATER, (Change.WITHDRAWN, LATER))


def test_card_withdrawn_before_the_site_is_told_with_its_own_day() -> None:
    found = brought_up({}, (WITHDRAWN,), LATER, is_first=True)[CARD.code]
    assert (found.standing, found.since) == (Standing.WITHDRAWN, CARD.modified)


@pytest.mark.parametrize(
    "cards",
    [
        (),
        (replace(CARD, status=CardStatus.DRAFT, name=text("Tajny projekt")),),
        (replace(CARD, status=CardStatus.TO_APPROVE, name=text("Tajny projekt")),),
        (replace(CARD, clients=(Client.INTERNAL,), name=text("Tajny projekt")),),
        (replace(WITHDRAWN, clients=(Client.INTERNAL,), name=text("Tajny projekt")),),
    ],
    ids=["deleted", "draft", "to approve", "internal", "withdrawn internal"],
)
def test_card_that_is_not_public_any_more_is_gone_under_its_old_name(cards: tuple[Card, ...]) -> None:
    found = later(*cards)
    assert found is not None
    assert (found.standing, found.since, found.name) == (Standing.GONE, LATER, CARD.name)
    for_ever = brought_up({CARD.code: found}, cards, date(2036, 1, 1), is_first=False)
    assert for_ever[CARD.code] == found


@pytest.mark.parametrize("status", [CardStatus.DRAFT, CardStatus.TO_APPROVE])
def test_what_never_was_public_is_not_told(status: CardStatus) -> None:
    assert brought_up({}, (replace(CARD, status=status),), FIRST, is_first=True) == {}
    internal = replace(CARD, clients=(Client.INTERNAL,))
    assert brought_up({}, (internal, replace(internal, status=CardStatus.WITHDRAWN)), FIRST, is_first=True) == {}


def test_card_that_comes_back_is_public_again() -> None:
    gone = later()
    assert gone is not None
    found = brought_up({CARD.code: gone}, (CARD,), date(2027, 1, 1), is_first=False)[CARD.code]
    assert (found.standing, found.since, found.change) == (Standing.PUBLIC, None, (Change.BACK, date(2027, 1, 1)))


def test_related_cards_that_visitors_may_not_know_are_not_told() -> None:
    other = replace(CARD, code="WEW-01", clients=(Client.INTERNAL,), related=())
    card = replace(CARD, related=("WEW-01", "REG-02"))
    shown = replace(CARD, code="REG-02", related=())
    assert brought_up({}, (card, other, shown), FIRST, is_first=True)[CARD.code].related == ("REG-02",)


def test_digest_is_over_what_visitors_read() -> None:
    assert digest_of(replace(CARD, internal_notes="x")) == digest_of(CARD)
    assert digest_of(replace(CARD, version=2)) != digest_of(CARD)


NAMES = st.from_regex(r"[A-Za-z0-9]{1,9}(/[a-z]{1,9})?\.html", fullmatch=True)
RECORDS = st.builds(
    Record,
    name=st.text(min_size=1).map(text),
    group=st.text(),
    related=st.lists(st.text(), max_size=3).map(tuple),
    digest=st.text(),
    standing=st.sampled_from(Standing),
    since=st.none() | st.dates(),
    change=st.none() | st.tuples(st.sampled_from(Change), st.dates()),
)
MANIFESTS = st.builds(
    Manifest,
    office=st.text(),
    published=st.dates(),
    pack_version=st.integers(1, 9999),
    files=st.lists(NAMES, unique=True).map(lambda names: tuple(sorted(names))),
    addresses=st.dictionaries(NAMES, st.builds(Kept, st.sampled_from(PageKind), st.text(), st.text())),
    records=st.dictionaries(st.text(), RECORDS, max_size=4),
    base=st.none() | st.sampled_from(["https://urzad.pl/", "http://urzad.pl:8080/katalog/"]).map(Base),
)


@given(MANIFESTS)
def test_what_is_written_is_read_again(manifest: Manifest) -> None:
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest


@given(st.binary(max_size=60) | st.recursive(st.none() | st.text(), st.lists).map(lambda x: json.dumps(x).encode()))
def test_anything_else_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(BadInput, match="was changed or is broken"):
        Manifest.from_bytes(content)


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", ".htaccess", "a/../../b"])
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    good = json.loads(Manifest("urzad", FIRST, 1, ("a.html",)).to_bytes())
    for key, value in (("files", [path]), ("addresses", {path: ["card", "A", "pl"]})):
        with pytest.raises(BadInput, match="was changed or is broken"):
            Manifest.from_bytes(json.dumps({**good, key: value}).encode())


def test_manifest_of_a_program_that_kept_no_address_is_read() -> None:
    written = json.loads(Manifest("urzad", FIRST, 1, base=Base("https://urzad.pl/")).to_bytes())
    del written["base_url"]
    assert Manifest.from_bytes(json.dumps(written).encode()) == Manifest("urzad", FIRST, 1)


@pytest.mark.parametrize("address", ["", "urzad.pl", "https://urzad.pl", "file:///etc/", "https://urzad.pl/?a", 7, []])
def test_kept_address_that_is_none_is_refused(address: object) -> None:
    written = json.loads(Manifest("urzad", FIRST, 1).to_bytes()) | {"base_url": address}
    with pytest.raises(BadInput, match="was changed or is broken"):
        Manifest.from_bytes(json.dumps(written).encode())


def test_format_of_a_newer_program_is_refused_as_such() -> None:
    newer = json.loads(Manifest("urzad", FIRST, 1).to_bytes()) | {"format": 2}
    with pytest.raises(BadInput, match="newer program"):
        Manifest.from_bytes(json.dumps(newer).encode())
