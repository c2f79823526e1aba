"""What a screen reader presses does something: every target of every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from tests.qml.conftest import Lobby, lobbies
from tests.qml.inspecting.actions import faults_of_actions
from tests.qml.lock_down import ATTRACT_SECONDS, WAYS, stand_before
from tests.qml.sample_pack import FILM, sample_pack


@pytest.fixture(scope="module")
def lobby(qapp: QGuiApplication, resources: Path) -> Iterator[Lobby]:
    """One terminal for all pages: each press finds its page opened afresh, whatever the one before has done."""
    QAccessible.setActive(True)
    with lobbies(resources) as opening:
        pack = sample_pack(has_comments=True)
        yield opening(pack=pack, attract_seconds=ATTRACT_SECONDS, media={FILM: resources / "gone.mp4"})


@pytest.mark.parametrize("name", WAYS)
def test_every_target_answers_a_screen_reader(lobby: Lobby, name: str) -> None:
    def open_page() -> None:
        lobby.terminal.reading.forget()
        stand_before(lobby, name)
        if name == "search":
            lobby.terminal.keyboard.press("r")  # no word begins with a space

    assert faults_of_actions(lobby.terminal.window, open_page) == []
