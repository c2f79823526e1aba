"""The whole visit without a finger: Tab moves, Return and Space press, the ring shows where one stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kiosk.terminal.scenes import find
from tests.qml.conftest import Lobby


def tab_to(lobby: Lobby, name: str) -> None:
    for _ in range(30):
        if find(lobby.visitor.window, name).hasActiveFocus():
            return
        lobby.visitor.type(Qt.Key.Key_Tab)
    raise AssertionError(f"'{name}' is not reached by Tab")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_visit_by_keys_alone(lobby: Lobby, key: Qt.Key) -> None:
    for name in ("face-5", "answer-osoba", "answer-4", "answer-nie", "answer-dok", "confirm"):
        tab_to(lobby, name)
        assert find(lobby.visitor.window, name).property("visualFocus")
        lobby.visitor.type(key)
    assert lobby.visitor.page == "thanks"
    assert lobby.keeper.only.answers["powod"] == ("dok",)


def test_a_screen_reader_presses_once(lobby: Lobby) -> None:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(find(lobby.visitor.window, "face-2"))
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction("Press")
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("2",)}
    assert len(lobby.keeper.kept) == 1
