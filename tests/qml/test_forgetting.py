"""Whoever comes next finds what everybody finds: nothing of the one before, however the visit ended."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.terminal.scenes import find_all
from tests.qml.conftest import PORTRAIT, Lobby, OpenLobby
from tests.qml.inspecting.ink import pixels
from tests.qml.inspecting.sight import picture as window_picture

_EDGES = 48


def picture(lobby: Lobby) -> QImage:
    lobby.rest()
    return window_picture(lobby.visitor.window)


def difference(one: QImage, other: QImage) -> int:
    """The greatest difference between two pixels, 0 to 255."""
    first, second = (pixels(each).view(np.uint8) for each in (one, other))
    return int((np.maximum(first, second) - np.minimum(first, second)).max())


def first_screens(lobby: Lobby) -> list[QImage]:
    """What somebody new sees who looks around a little, and home again."""
    pictures = [picture(lobby)]
    for name in ("catalogue", "group-regon", "card-REG-01", "back", "card-REG-02"):
        lobby.visitor.touch(name)
        pictures.append(picture(lobby))
    lobby.visitor.touch("home")
    return [*pictures, picture(lobby)]


def same(one: QImage, other: QImage) -> bool:
    """Equal pixels; the edges of letters differ a little when a page is drawn again only in part."""
    return one.size() == other.size() and (one == other or difference(one, other) <= _EDGES)


def settle_in(lobby: Lobby) -> None:
    """Everything somebody may want otherwise."""
    lobby.visitor.choose_language("uk")
    for name in ("textSize", "contrast", "lower"):
        lobby.visitor.touch(name)


def reach(lobby: Lobby, name: str) -> None:
    """Touch it, on whatever page of the page it is."""
    while not lobby.visitor.sees(name):
        lobby.visitor.touch("nextPage")
    lobby.visitor.touch(name)


def answer_everything(lobby: Lobby) -> None:
    for name in ("face-4", "answer-firma", "answer-5", "answer-tak"):
        while not find_all(lobby.visitor.window, name):
            lobby.visitor.touch("nextPage")
        reach(lobby, name)
    assert lobby.visitor.page == "thanks"


def by_button(lobby: Lobby) -> None:
    answer_everything(lobby)
    reach(lobby, "finish")


def by_home(lobby: Lobby) -> None:
    answer_everything(lobby)
    lobby.visitor.touch("home")


def by_key(lobby: Lobby) -> None:
    answer_everything(lobby)
    while not any(each.hasActiveFocus() for each in find_all(lobby.visitor.window, "finish")):
        lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.visitor.type(Qt.Key.Key_Return)


def by_time(lobby: Lobby) -> None:
    answer_everything(lobby)
    lobby.wait(6 * 3)


def by_language_page(lobby: Lobby) -> None:
    answer_everything(lobby)
    lobby.visitor.touch("language")
    lobby.visitor.touch("home")


def by_leaving_the_survey(lobby: Lobby) -> None:
    reach(lobby, "face-4")
    lobby.wait(80 * 3)


def by_leaving_the_catalogue(lobby: Lobby) -> None:
    reach(lobby, "catalogueShortcut")
    lobby.wait(80 * 3)


def by_leaving_a_card_at_its_second_page(lobby: Lobby) -> None:
    for name in ("catalogueShortcut", "group-regon", "card-REG-01", "nextPage"):
        reach(lobby, name)
    lobby.wait(80 * 3)


def by_leaving_a_related_card_in_plain_language(lobby: Lobby) -> None:
    for name in ("catalogueShortcut", "group-regon", "card-REG-02", "plain", "related-REG-03"):
        reach(lobby, name)
    assert lobby.terminal.card.code == "REG-03"
    lobby.wait(80 * 3)
    assert not lobby.terminal.related._trail


def by_leaving_the_code_of_a_card(lobby: Lobby) -> None:
    for name in ("catalogueShortcut", "group-regon", "card-REG-02", "plain", "code"):
        reach(lobby, name)
    assert lobby.visitor.page == "cardCode"
    lobby.wait(80 * 3)


def by_leaving_the_languages(lobby: Lobby) -> None:
    lobby.visitor.touch("language")
    lobby.wait(80 * 3)


def by_leaving_home(lobby: Lobby) -> None:
    lobby.wait(60 * 3)


def by_a_broken_store(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    reach(lobby, "face-4")
    assert lobby.visitor.page == "outOfService"
    lobby.keeper.is_broken = False
    lobby.wait(15 * 3)
    lobby.rest()


def by_going_home_and_away(lobby: Lobby) -> None:
    reach(lobby, "catalogueShortcut")
    lobby.visitor.touch("home")
    assert lobby.terminal.language.code == "uk", "whoever goes home in the middle may go on"
    assert lobby.terminal.comfort.is_changed
    lobby.wait(60 * 3)


ENDS: tuple[Callable[[Lobby], None], ...] = (
    by_button,
    by_home,
    by_key,
    by_time,
    by_language_page,
    by_leaving_the_survey,
    by_leaving_the_catalogue,
    by_leaving_a_card_at_its_second_page,
    by_leaving_a_related_card_in_plain_language,
    by_leaving_the_code_of_a_card,
    by_leaving_the_languages,
    by_leaving_home,
    by_a_broken_store,
    by_going_home_and_away,
)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_a_fresh_visitor_finds_the_same_first_screens(lobby: Lobby, end: Callable[[Lobby], None]) -> None:
    fresh = first_screens(lobby)
    settle_in(lobby)
    assert not same(picture(lobby), fresh[0]), "the comparison can fail"
    end(lobby)
    lobby.wait(0)
    assert lobby.visitor.page == "home"
    assert all(same(now, then) for now, then in zip(first_screens(lobby), fresh, strict=True))


def test_a_visitor_of_a_broken_terminal_is_forgotten_while_it_stays_broken(lobby: Lobby) -> None:
    settle_in(lobby)
    lobby.keeper.is_broken = True
    lobby.visitor.touch("face-4")
    for _ in range(13):
        lobby.wait(15)
        lobby.rest()
    assert lobby.visitor.page == "outOfService"
    assert lobby.terminal.language.code == "pl"
    assert not lobby.terminal.comfort.is_changed


def visits(open_lobby: OpenLobby, count: int, panel: tuple[tuple[int, int], float], seed: int) -> None:
    """One visitor after another, each with other wishes and another way out; each first sees what the first one saw."""
    chance = random.Random(seed)
    lobby = open_lobby(*panel)
    fresh = picture(lobby)
    for number in range(count):
        # A thousand visits take days, and each day has hours of its own.
        lobby.clock.turn_back()
        for name in chance.sample(["textSize", "textSize", "contrast", "lower"], chance.randint(0, 4)):
            if lobby.visitor.sees(name):
                lobby.visitor.touch(name)
        if chance.random() < 0.7:
            while not lobby.visitor.sees("language-uk"):
                lobby.visitor.touch("nextPage" if lobby.visitor.page == "languages" else "language")
            lobby.visitor.touch(f"language-{chance.choice(('uk', 'pl'))}")
        lobby.terminal.language.select(chance.choice(("pl", "en", "uk", "de")))
        chance.choice([end for end in ENDS if end is not by_going_home_and_away])(lobby)
        lobby.wait(0)
        assert lobby.visitor.page == "home", f"seed {seed}, visitor {number}"
        assert same(picture(lobby), fresh), f"seed {seed}, visitor {number}"


def test_twenty_visitors_leave_nothing(open_lobby: OpenLobby) -> None:
    visits(open_lobby, 20, PORTRAIT, seed=20)


@pytest.mark.nightly
def test_a_thousand_visitors_leave_nothing(open_lobby: OpenLobby) -> None:
    visits(open_lobby, 1000, PORTRAIT, seed=random.randrange(10**6))
