"""What a screen reader presses does something: every target of every kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from tests.qml.conftest import OpenLobby
from tests.qml.inspecting.actions import faults_of_actions
from tests.qml.lock_down import ATTRACT_SECONDS, WAYS, stand_before
from tests.qml.sample_pack import FILM, sample_pack


@pytest.mark.parametrize("name", WAYS)
def test_every_target_answers_a_screen_reader(open_lobby: OpenLobby, tmp_path: Path, name: str) -> None:
    QAccessible.setActive(True)
    pack = sample_pack(has_comments=True)
    lobby = open_lobby(pack=pack, attract_seconds=ATTRACT_SECONDS, media={FILM: tmp_path / "gone.mp4"})

    def open_page() -> None:
        lobby.terminal.reading.forget()
        stand_before(lobby, name)
        if name == "search":
            lobby.terminal.keyboard.press("r")  # no word begins with a space

    assert faults_of_actions(lobby.terminal.window, open_page) == []
