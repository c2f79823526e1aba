"""From a card to those that go with it, and back the same way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.pack import Pack
from kiosk.terminal.related import MOST_STEPS
from kiosk.terminal.scenes import items
from tests.qml.card_steps import open_card, reach, turn_page
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.sample_pack import FILM, sample_pack
from tests.qml.test_card import words_in_sight
from tests.qml.test_search import open_search, write


def circle() -> Pack:
    """Seven cards, each with the next as its related one, the last with the first."""
    pack = sample_pack()
    codes = [f"REG-{number:02}" for number in range(1, 8)]
    following = dict(zip(codes, [*codes[1:], codes[0]], strict=True))
    cards = tuple(
        replace(card, related=(following[card.code],) if card.code in following else ())
        for card in pack.catalogue.cards
    )
    return replace(pack, catalogue=Catalogue(pack.catalogue.title, pack.catalogue.groups, cards))


def test_only_public_cards_are_related_in_the_order_of_the_card(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    assert [row["code"] for row in lobby.terminal.related.cards.rows] == ["REG-01", "SKA-01", "REG-03"]
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("nextPage")
    shown = [item.objectName() for item in items(lobby.visitor.window) if item.isVisible()]
    assert [name for name in shown if name.startswith("related-")] == [
        "related-REG-01",
        "related-SKA-01",
        "related-REG-03",
    ]


def test_card_without_related_ones_has_no_heading_for_them(lobby: Lobby) -> None:
    open_card(lobby, "REG-04")
    seen = words_in_sight(lobby)
    while turn_page(lobby):
        seen += words_in_sight(lobby)
    assert "Kto odpowiada za tę kartę" in seen
    assert "Powiązane sprawy" not in seen


def test_back_leads_through_the_cards_and_then_to_the_group(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    reach(lobby, "related-REG-03")
    assert lobby.terminal.card.code == "REG-03"
    reach(lobby, "related-REG-02")
    assert lobby.terminal.card.code == "REG-02"
    lobby.visitor.touch("back")
    assert (lobby.visitor.page, lobby.terminal.card.code) == ("card", "REG-03")
    lobby.visitor.touch("back")
    assert (lobby.visitor.page, lobby.terminal.card.code) == ("card", "REG-02")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "group"


def test_back_leads_to_the_search_that_found_the_first_card(lobby: Lobby) -> None:
    open_search(lobby)
    write(lobby, "regon")
    lobby.visitor.touch("showResults")
    reach(lobby, "result-REG-02")
    reach(lobby, "related-REG-03")
    lobby.visitor.touch("back")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "search"
    assert lobby.terminal.search.typed == "regon"


def test_related_card_begins_on_its_first_page(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    reach(lobby, "related-REG-03")
    assert lobby.visitor.reads("place").startswith("1 ")


def test_choosing_a_language_and_looking_at_the_code_keep_the_way_back(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    reach(lobby, "related-REG-03")
    lobby.visitor.choose_language("de")
    lobby.visitor.touch("code")
    lobby.visitor.touch("back")
    lobby.visitor.touch("back")
    assert (lobby.visitor.page, lobby.terminal.card.code) == ("card", "REG-02")


@pytest.mark.parametrize("way", ["film", "help"])
def test_looking_at_the_film_or_for_help_keeps_the_way_back(open_lobby: OpenLobby, tmp_path: Path, way: str) -> None:
    lobby = open_lobby(media={FILM: tmp_path / "gone.mp4"})
    open_card(lobby, "REG-02")
    reach(lobby, "related-REG-01")
    if way == "film":
        reach(lobby, "signFilm")
    else:
        lobby.visitor.touch("language")
        reach(lobby, "help")
    lobby.visitor.touch("back")
    assert (lobby.visitor.page, lobby.terminal.card.code) == ("card", "REG-01")
    lobby.visitor.touch("back")
    assert (lobby.visitor.page, lobby.terminal.card.code) == ("card", "REG-02")


def test_a_chain_of_cards_does_not_grow_without_bound(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(pack=circle())
    open_card(lobby, "REG-01")
    for _ in range(3 * MOST_STEPS):
        lobby.terminal.related.open(str(lobby.terminal.related.cards.rows[0]["code"]))
    steps = 0
    while lobby.visitor.page == "card":
        lobby.terminal.navigation.goBack()
        steps += 1
    assert steps == MOST_STEPS + 1
    assert lobby.visitor.page == "group"


def test_home_forgets_the_way(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    reach(lobby, "related-REG-03")
    lobby.visitor.touch("home")
    assert not lobby.terminal.related._trail
    open_card(lobby, "REG-04")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "group"
