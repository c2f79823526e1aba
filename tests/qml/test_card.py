"""A card in plain language, and what else can be done with a card: only what it has, and no room lost for the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.pack import Pack
from kiosk.terminal.scenes import find, find_all, items
from kiosk.terminal.typography import as_spoken
from tests.qml.card_steps import open_card, reach
from tests.qml.conftest import LANDSCAPE, PORTRAIT, Lobby, OpenLobby
from tests.qml.sample_pack import sample_pack

TABLET = ((1280, 800), 5.89)
WITH_PLAIN, WITHOUT_PLAIN = "REG-02", "REG-04"


def words_in_sight(lobby: Lobby) -> str:
    window = lobby.visitor.window
    texts = [item for item in items(window) if item.inherits("QQuickText") and item.isVisible()]
    return as_spoken(" ".join(str(item.property("text")) for item in texts))


def line_height(lobby: Lobby, start: str) -> float:
    """Of the text in sight that begins so, in pixels."""
    texts = (item for item in items(lobby.visitor.window) if item.inherits("QQuickText") and item.isVisible())
    text = next(item for item in texts if as_spoken(str(item.property("text"))).startswith(start))
    return float(text.property("contentHeight")) / int(text.property("lineCount"))


def without_tools() -> Pack:
    """The same office with no web site and no plain language."""
    pack = sample_pack()
    cards = tuple(replace(card, plain=()) for card in pack.catalogue.cards)
    return replace(
        pack,
        office=replace(pack.office, card_address=""),
        catalogue=replace(pack.catalogue, cards=cards),
    )


def test_full_card_comes_first_and_plain_language_is_one_touch_away(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    assert "Krok po kroku" in [row["text"] for row in lobby.terminal.card.blocks.rows]
    lobby.visitor.touch("plain")
    seen = words_in_sight(lobby)
    assert "Wniosek mogą Państwo złożyć w urzędzie albo wysłać pocztą." in seen
    assert "Zaświadczenie o nadanym numerze" in seen, "the name stays"
    assert "Bezpłatnie lub 17 zł" in seen, "the facts stay"
    assert "Krok po kroku" not in [row["text"] for row in lobby.terminal.card.blocks.rows]
    lobby.visitor.touch("plain")
    assert "Kogo dotyczy" in words_in_sight(lobby)


def test_plain_language_begins_on_its_first_page_and_is_written_larger(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("plain")
    assert not find_all(lobby.visitor.window, "nextPage"), "what fits on one page has one"
    thought = line_height(lobby, "Wniosek")
    lobby.visitor.touch("plain")
    lobby.visitor.touch("nextPage")
    assert thought >= 1.2 * line_height(lobby, "Wypełnij")


def test_the_choice_goes_with_the_visitor_from_card_to_card(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    lobby.visitor.touch("plain")
    lobby.visitor.touch("back")
    reach(lobby, f"card-{WITHOUT_PLAIN}")
    assert not lobby.visitor.sees("plain"), "a card without it does not offer it"
    assert not lobby.terminal.card.isPlain
    lobby.visitor.touch("back")
    reach(lobby, f"card-{WITH_PLAIN}")
    assert lobby.terminal.card.isPlain


def test_the_choice_is_forgotten_with_the_visit(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    lobby.visitor.touch("plain")
    lobby.wait(100)
    lobby.wait(100)
    assert lobby.visitor.page == "home"
    open_card(lobby, WITH_PLAIN)
    assert not lobby.terminal.card.isPlain


@pytest.mark.parametrize("mode", [("contrast",), ("textSize", "textSize"), ("lower",)], ids="-".join)
def test_plain_language_is_offered_in_every_mode(lobby: Lobby, mode: tuple[str, ...]) -> None:
    for name in mode:
        lobby.visitor.touch(name)
    open_card(lobby, WITH_PLAIN)
    reach(lobby, "plain")
    assert lobby.terminal.card.isPlain
    assert "Zaświadczenie to dokument." in words_in_sight(lobby)


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, TABLET])
def test_tools_are_there_once_and_only_those_of_the_card(
    open_lobby: OpenLobby, panel: tuple[tuple[int, int], float]
) -> None:
    lobby = open_lobby(*panel)
    open_card(lobby, WITH_PLAIN)
    assert [len(find_all(lobby.visitor.window, name)) for name in ("plain", "code", "signFilm")] == [1, 1, 0]


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, TABLET])
def test_card_without_tools_loses_no_room_to_them(open_lobby: OpenLobby, panel: tuple[tuple[int, int], float]) -> None:
    bare, full = open_lobby(*panel, pack=without_tools()), open_lobby(*panel)
    open_card(bare, WITHOUT_PLAIN)
    assert not any(bare.visitor.sees(name) for name in ("plain", "code", "signFilm"))
    if panel == PORTRAIT:
        # The last line of text may come down to the turner, where the row of tools would be.
        open_card(full, WITHOUT_PLAIN)
        row = find(full.visitor.window, "code").height()
        assert longest_page(bare) - longest_page(full) >= row * 0.5


def longest_page(lobby: Lobby) -> float:
    """How far down text comes on the first page of a card."""
    column = find(lobby.visitor.window, "nextPage").parentItem().parentItem()
    return max(
        item.y() + item.height()
        for item in column.childItems()
        if item.isVisible() and item.property("mark") is not None
    )


def test_a_film_has_its_place_among_the_tools(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    page = next(
        item for item in items(lobby.visitor.window) if item.property("hasFilm") is not None and item.isVisible()
    )
    page.setProperty("hasFilm", True)
    lobby.visitor.touch("contrast")
    names = [item.objectName() for item in items(lobby.visitor.window) if item.isVisible()]
    assert [name for name in names if name in ("plain", "signFilm", "code")] == ["plain", "signFilm", "code"]


def test_what_stands_below_is_heard_after_what_stands_above(lobby: Lobby) -> None:
    open_card(lobby, WITH_PLAIN)
    names = [item.objectName() for item in items(lobby.visitor.window) if item.isVisible()]
    order = ["cardName", "plain", "code", "previousPage", "nextPage", "home"]
    assert [name for name in names if name in order] == order


def test_a_card_opened_again_begins_at_its_beginning(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon", "card-REG-01", "nextPage"):
        lobby.visitor.touch(name)
    assert lobby.visitor.reads("place").startswith("2 ")
    lobby.visitor.touch("contrast")
    assert lobby.visitor.reads("place").startswith("2 ")
    lobby.visitor.touch("back")
    lobby.visitor.touch("card-REG-01")
    assert lobby.visitor.reads("place").startswith("1 ")


def test_a_card_that_nobody_sees_is_set_anew_when_it_is_seen_again(lobby: Lobby) -> None:
    open_card(lobby, WITHOUT_PLAIN)
    before = lobby.terminal.card._page
    lobby.visitor.touch("language")
    lobby.visitor.touch("textSize")
    assert lobby.terminal.card._page == before
    lobby.visitor.touch("language-pl")
    assert lobby.visitor.page == "card"
    assert lobby.terminal.card._page != before
