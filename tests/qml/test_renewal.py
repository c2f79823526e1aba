"""Newer content is shown from between two visits on: the terminal begins again when nobody is here, and only then."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kiosk.domain.errors import StoreFault
from kiosk.terminal.idle import SLOWLY
from kiosk.terminal.navigation import HOME, SURVEY
from kiosk.terminal.renewal import Renewal
from tests.qml.conftest import Lobby


@dataclass
class News:
    """What is asked for news, and how often it came to be due."""

    are_there: bool = False
    asked: int = 0
    due: int = 0
    fault: StoreFault | None = None
    area: str = ""
    renewal: Renewal | None = field(default=None, repr=False)

    def __call__(self) -> bool:
        self.asked += 1
        if self.fault is not None:
            raise self.fault
        return self.are_there

    def was_due(self) -> None:
        self.due += 1


@pytest.fixture
def news(lobby: Lobby) -> News:
    news = News()
    news.renewal = Renewal(news, lobby.terminal, lobby.clock, lambda: news.area)
    news.renewal.due.connect(news.was_due)
    return news


def minutes(lobby: Lobby, number: int) -> None:
    for _ in range(number):
        lobby.wait(60.0)
        lobby.rest()


def test_terminal_begins_again_a_minute_after_the_last_visitor(lobby: Lobby, news: News) -> None:
    minutes(lobby, 3)
    assert (news.asked, news.due) == (3, 0)
    news.are_there = True
    minutes(lobby, 1)
    assert news.due == 1


def test_it_looks_once_a_minute_and_never_on_the_gui_thread(lobby: Lobby, news: News) -> None:
    for _ in range(120):
        lobby.wait(1.0)
    lobby.rest()
    assert news.asked == 2


def test_nobody_is_sent_away(lobby: Lobby, news: News) -> None:
    news.are_there = True
    lobby.wait(59.0)
    lobby.visitor.touch("catalogue")
    minutes(lobby, 1)
    assert news.due == 0, "somebody reads the catalogue"
    lobby.terminal.navigation.goHome()
    lobby.terminal.idle.progress()
    lobby.wait(59.0)
    lobby.rest()
    assert news.due == 0, "somebody was here a moment ago"
    minutes(lobby, 1)
    assert news.due == 1


def test_somebody_who_comes_while_it_looks_stays(lobby: Lobby, news: News) -> None:
    news.are_there = True
    lobby.clock.advance(61.0)
    lobby.terminal.navigation.tick()
    lobby.terminal.idle.progress()
    lobby.rest()
    assert (news.asked, news.due) == (1, 0)


def test_somebody_whose_answer_is_on_its_way_stays(lobby: Lobby, news: News) -> None:
    """The store is so slow that whoever waits for it has not touched anything for a minute when the news come."""
    news.are_there = True
    lobby.terminal.idle.setPatience(SLOWLY)  # large text, say: the visit is not over yet
    lobby.keeper.let_pass.clear()
    lobby.wait(2.0)
    lobby.wait(59.0)  # it is asked for news, behind a store that tidies up
    lobby.visitor.tap("face-4")
    lobby.wait(61.0)
    assert lobby.terminal.visit.is_busy
    assert lobby.visitor.page == HOME
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert (news.asked, news.due) == (1, 0)
    assert lobby.visitor.page == SURVEY


def test_the_administrator_and_whoever_listens_stay(lobby: Lobby, news: News) -> None:
    news.are_there, news.area = True, "overview"
    minutes(lobby, 2)
    assert news.due == 0
    news.area = ""
    lobby.terminal.reading.turn(on=True)
    minutes(lobby, 1)
    assert news.due == 0


def test_disk_that_cannot_be_read_is_no_news(lobby: Lobby, news: News) -> None:
    news.are_there, news.fault = True, StoreFault("gone")
    minutes(lobby, 2)
    assert news.due == 0
    news.fault = None
    minutes(lobby, 1)
    assert news.due == 1
