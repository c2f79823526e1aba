"""What a screen reader presses does something: every target of every kind of page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible

from kiosk.terminal.scenes import wait_until
from tests.qml.conftest import Lobby
from tests.qml.inspecting.actions import faults_of_actions

Way = Callable[[Lobby], object]


def to_question(lobby: Lobby, *answers: str) -> None:
    """The question after these answers."""
    terminal = lobby.terminal
    terminal.home.rate("2")
    for code in answers:
        wait_until(lambda: not terminal.visit.is_busy)
        terminal.survey.choose(code)
    wait_until(lambda: not terminal.visit.is_busy)


def to_search(lobby: Lobby) -> None:
    lobby.terminal.navigation.openSearch()
    wait_until(lambda: lobby.terminal.search.isReady)
    lobby.terminal.search.eraseAll()
    for letter in "regon":
        lobby.terminal.search.press(letter)
    wait_until(lambda: lobby.terminal.search.isReady)


def to_results(lobby: Lobby) -> None:
    to_search(lobby)
    lobby.terminal.search.showResults()


def to_failure(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    to_question(lobby)


def to_warning(lobby: Lobby) -> None:
    lobby.terminal.navigation.openCatalogue()
    lobby.wait(63)


WAYS: dict[str, Way] = {
    "home": lambda lobby: lobby.terminal.navigation.goHome(),
    "catalogue": lambda lobby: lobby.terminal.navigation.openCatalogue(),
    "group": lambda lobby: lobby.terminal.catalogue.open("regon"),
    "card": lambda lobby: lobby.terminal.group.open("REG-01"),
    "search": to_search,
    "results": to_results,
    "languages": lambda lobby: lobby.terminal.navigation.openLanguages(),
    "single": to_question,
    "rating": lambda lobby: to_question(lobby, "osoba"),
    "multiple": lambda lobby: to_question(lobby, "osoba", "3", "nie"),
    "thanks": lambda lobby: to_question(lobby, "osoba", "3", "tak"),
    "out of service": to_failure,
    "warning": to_warning,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_target_answers_a_screen_reader(lobby: Lobby, way: Way) -> None:
    QAccessible.setActive(True)
    terminal = lobby.terminal

    def open_page() -> None:
        lobby.keeper.is_broken = False
        wait_until(lambda: not terminal.visit.is_busy)
        terminal.idle.progress()
        terminal.navigation.goHome()
        terminal.comfort.forget()
        terminal.language.forget()
        terminal.reading.forget()
        way(lobby)

    assert faults_of_actions(terminal.window, open_page) == []
