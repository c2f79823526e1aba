"""Short movements that show what is new, and none at all for those whom they disturb."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.terminal.scenes import find, settle_layout, wait_until
from tests.qml.conftest import Lobby, OpenLobby

_STILL = 0.3
"""Seconds: an answer is on the disk before the next question begins to move."""


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby(reduced_motion=False)


def heights_seen(lobby: Lobby, name: str, begin: Callable[[], object]) -> list[int]:
    """Where the top of a thing is at each frame until it stands still."""
    window = lobby.visitor.window
    seen: list[int] = []
    since = [time.monotonic()]

    def look() -> None:
        seen.append(round(find(window, name).mapToScene(QPointF(0, 0)).y()))
        if seen[-1:] != seen[-2:-1]:
            since[0] = time.monotonic()
        window.update()

    connection = window.frameSwapped.connect(look)
    begin()
    wait_until(lambda: len(seen) > 2 and time.monotonic() - since[0] > _STILL)
    window.frameSwapped.disconnect(connection)
    return seen


def rising(look: Callable[[], list[int]], put_back: Callable[[], object]) -> list[int]:
    """What was seen of a movement; where frames come late none of it may be seen, and it is made again."""
    for _ in range(5):
        seen = look()
        if seen[0] > seen[-1]:
            return seen
        put_back()
    raise AssertionError("nothing moved")


def open_card(lobby: Lobby) -> None:
    lobby.terminal.catalogue.open("regon")
    lobby.terminal.group.open("REG-01")


def test_new_page_rises_into_place_and_what_turns_pages_stays_where_it_is(lobby: Lobby) -> None:
    seen = rising(lambda: heights_seen(lobby, "cardName", lambda: open_card(lobby)), lobby.terminal.navigation.goHome)
    assert seen == sorted(seen, reverse=True)
    turner = heights_seen(lobby, "nextPage", lambda: lobby.visitor.tap("nextPage"))
    assert len(set(turner)) == 1


def test_the_next_question_rises_too(lobby: Lobby) -> None:
    lobby.visitor.touch("face-3")
    settle_layout(lobby.visitor.window)
    rising(
        lambda: heights_seen(lobby, "question", lambda: lobby.visitor.tap("answer-osoba")),
        lambda: lobby.visitor.touch("back"),
    )


@pytest.mark.parametrize("name", ["cardName", "nextPage"])
def test_nothing_moves_where_motion_is_reduced(open_lobby: OpenLobby, name: str) -> None:
    lobby = open_lobby(reduced_motion=True)
    open_card(lobby)
    settle_layout(lobby.visitor.window)
    lobby.terminal.navigation.goBack()
    settle_layout(lobby.visitor.window)
    assert len(set(heights_seen(lobby, name, lambda: open_card(lobby)))) == 1


@pytest.mark.parametrize("is_reduced", [False, True])
def test_pressed_face_grows_within_a_few_frames_or_not_at_all(open_lobby: OpenLobby, *, is_reduced: bool) -> None:
    lobby = open_lobby(reduced_motion=is_reduced)
    between = {size for _ in range(5) for size in sizes_seen(lobby) if 1.0 < size < 1.049}
    assert bool(between) is not is_reduced


def sizes_seen(lobby: Lobby) -> list[float]:
    """Of a face from the moment it is pressed until it has grown; the finger slides off."""
    window = lobby.visitor.window
    sizes: list[float] = []
    face = picture_in(find(window, "face-4"))

    def look() -> None:
        sizes.append(face.scale())
        window.update()

    connection = window.frameSwapped.connect(look)
    lobby.visitor.press("face-4")
    wait_until(lambda: len(sizes) > 4 and sizes[-1] == sizes[-4] == pytest.approx(1.05))
    window.frameSwapped.disconnect(connection)
    beside = QPoint(5, 300)
    lobby.visitor.shift(0, beside)
    lobby.visitor.lift(beside)
    settle_layout(window)
    return sizes


def picture_in(item: QQuickItem) -> QQuickItem:
    waiting = [item]
    while not waiting[0].inherits("QQuickImage"):
        waiting += waiting.pop(0).childItems()
    return waiting[0]
