"""When the store fails the visitor hears so calmly, is never thanked, and nothing that was tapped is forgotten."""

from __future__ import annotations

import pytest

from tests.qml.conftest import Lobby

ANSWERS = ("face-4", "answer-firma", "answer-5", "answer-tak")


@pytest.mark.parametrize("step", range(len(ANSWERS)))
def test_store_fault_shows_out_of_service_and_never_a_thank_you(lobby: Lobby, step: int) -> None:
    pages: list[str] = []
    lobby.terminal.navigation.changed.connect(lambda: pages.append(lobby.visitor.page))
    for name in ANSWERS[:step]:
        lobby.visitor.touch(name)
    lobby.keeper.is_broken = True
    lobby.visitor.touch(ANSWERS[step])
    assert lobby.visitor.page == "outOfService"
    assert lobby.visitor.sees("outOfService")
    assert "thanks" not in pages


def test_the_terminal_recovers_by_itself_and_keeps_what_was_tapped(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.keeper.is_broken = True
    lobby.visitor.touch("answer-firma")
    lobby.wait(16)
    lobby.rest()
    assert lobby.visitor.page == "outOfService"
    lobby.keeper.is_broken = False
    lobby.wait(16)
    lobby.rest()
    assert lobby.visitor.page == "home"
    (response,) = lobby.keeper.closed.values()
    assert dict(response.answers) == {"ogolem": ("4",), "klient": ("firma",)}
    assert not response.complete


def test_a_failed_farewell_is_offered_again_too(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.keeper.is_broken = True
    lobby.visitor.touch("home")
    lobby.rest()
    assert lobby.visitor.page == "outOfService"
    lobby.keeper.is_broken = False
    lobby.wait(16)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert len(lobby.keeper.closed) == 1


def test_the_catalogue_still_works_and_home_does_not_pretend(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    lobby.visitor.touch("face-4")
    lobby.visitor.touch("catalogueMeanwhile")
    assert lobby.visitor.page == "catalogue"
    lobby.visitor.touch("home")
    assert lobby.visitor.page == "outOfService"


def test_a_bug_on_the_store_thread_ends_like_a_broken_store(lobby: Lobby) -> None:
    lobby.keeper.has_bug = True
    lobby.visitor.touch("face-4")
    assert lobby.visitor.page == "outOfService"


def test_a_store_that_does_not_answer_is_out_of_service_until_it_does(lobby: Lobby) -> None:
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("face-4")
    lobby.wait(81)
    assert lobby.visitor.page == "outOfService"
    lobby.keeper.let_pass.set()
    lobby.rest()
    lobby.rest()
    assert lobby.visitor.page == "home"
    (response,) = lobby.keeper.closed.values()
    assert not response.complete
