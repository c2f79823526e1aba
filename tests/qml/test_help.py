"""How to use the screen can be looked up from everywhere, and leads back to where one was."""

from __future__ import annotations

from tests.qml.card_steps import open_card, reach
from tests.qml.conftest import Lobby


def test_help_is_offered_at_once_and_leads_home(lobby: Lobby) -> None:
    lobby.visitor.touch("help")
    assert lobby.visitor.page == "help"
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "home"


def test_help_found_by_way_of_the_languages_leads_back_to_the_card(lobby: Lobby) -> None:
    open_card(lobby, "REG-02")
    lobby.visitor.touch("language")
    reach(lobby, "help")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "card"


def test_help_leads_back_in_the_middle_of_the_questions(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.visitor.touch("language")
    reach(lobby, "help")
    lobby.visitor.touch("back")
    lobby.visitor.touch("answer-firma")
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",), "klient": ("firma",)}


def test_looking_for_help_twice_is_no_circle(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogueShortcut")
    for _ in range(2):
        lobby.visitor.touch("language")
        reach(lobby, "help")
    lobby.visitor.choose_language("de")
    assert lobby.visitor.page == "help"
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "catalogue"
