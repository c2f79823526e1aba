"""A terminal that nobody touches: putting it to sleep, and reading what it shows meanwhile."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint

from kiosk.terminal.scenes import find_all, settle_layout, wait_until
from tests.qml.conftest import Lobby

_WARSAW = ZoneInfo("Europe/Warsaw")
ELSEWHERE = QPoint(800, 1200)
"""A place to touch that is nobody's."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=_WARSAW)


def asleep(lobby: Lobby) -> Lobby:
    lobby.wait(60)
    assert lobby.visitor.page == "attract"
    return lobby


def title(lobby: Lobby) -> str:
    """On the slide that is due, once the one before has gone."""
    window, attract = lobby.visitor.window, lobby.terminal.attract
    wait_until(lambda: [slide.property("index") for slide in find_all(window, "slide")] == [attract.slide])
    return lobby.visitor.reads("slideTitle").replace("\N{NO-BREAK SPACE}", " ")


def sentence(lobby: Lobby) -> str:
    title(lobby)
    return lobby.visitor.reads("slideSentence").replace("\N{NO-BREAK SPACE}", " ")


def tap(lobby: Lobby, place: QPoint) -> None:
    lobby.visitor.land(0, place)
    lobby.visitor.leave(0, place)
    settle_layout(lobby.visitor.window)
