"""The window of a kiosk stays, whatever the window system is told to do with it; a developer's can be closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication

from kiosk.terminal.scenes import wait_until
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.lock_down import Guard


def kiosk(open_lobby: OpenLobby) -> Lobby:
    lobby = open_lobby(full_screen=True)
    assert lobby.terminal.window.windowState() is Qt.WindowState.WindowFullScreen
    return lobby


def try_to_close(lobby: Lobby) -> None:
    """As Alt+F4 does, a window manager, a session that ends, or a page."""
    QCoreApplication.sendEvent(lobby.terminal.window, QCloseEvent())
    lobby.terminal.window.close()
    QGuiApplication.quit()
    QCoreApplication.processEvents()


def test_a_kiosk_cannot_be_closed_from_outside(open_lobby: OpenLobby) -> None:
    lobby = kiosk(open_lobby)
    guard = Guard(lobby)
    try_to_close(lobby)
    assert guard.faults() == []
    guard.leave()


@pytest.mark.parametrize("away", ["hide", "showMinimized", "showNormal", "showMaximized"])
def test_a_kiosk_put_away_comes_back(open_lobby: OpenLobby, away: str) -> None:
    lobby = kiosk(open_lobby)
    window = lobby.terminal.window
    getattr(window, away)()
    wait_until(lambda: window.isVisible() and window.windowState() is Qt.WindowState.WindowFullScreen)


def test_a_developers_window_can_be_closed(lobby: Lobby) -> None:
    assert lobby.terminal.window.close()
    assert not lobby.terminal.window.isVisible()
    lobby.terminal.window.show()


def test_a_kiosk_whose_lock_is_gone_is_caught(open_lobby: OpenLobby) -> None:
    lobby = kiosk(open_lobby)
    guard = Guard(lobby)
    lobby.terminal.window.removeEventFilter(lobby.terminal.lock)
    lobby.terminal.window.close()
    assert any("the window was" in fault for fault in guard.faults())
    lobby.terminal.window.show()
    guard.leave()
