"""The window of a kiosk stays, whatever the window system is told to do with it; a developer's can be closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication

from kiosk.domain.errors import EnvironmentFault
from kiosk.terminal import application
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import wait_until
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.fakes import MONDAY_MORNING, FakeClock, FakeKeeper
from tests.qml.lock_down import Guard
from tests.qml.sample_pack import sample_pack


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


def test_a_millimetre_is_that_of_the_screen_which_a_kiosk_fills(
    qapp: QGuiApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen of the tests has 3840 by 3840 pixels: on 30 inches some 7 to the millimetre."""
    seen: list[TerminalOptions] = []

    def building(_pack: object, _keeper: object, _clock: object, options: TerminalOptions, **_others: object) -> None:
        seen.append(options)
        raise EnvironmentFault("enough")

    monkeypatch.setattr(application, "build", building)
    for is_kiosk in (True, False):
        told = TerminalOptions(resources, full_screen=is_kiosk, size=(1080, 1920), diagonal_inches=30.0)
        with pytest.raises(EnvironmentFault):
            application.run_terminal(sample_pack(), FakeKeeper(), FakeClock(MONDAY_MORNING), told)

    kiosk_options, windowed = seen
    assert (kiosk_options.size, windowed.size) == ((3840, 3840), (1080, 1920))
    assert kiosk_options.pixels_per_millimetre == pytest.approx(3840 * 2**0.5 / 30 / 25.4)
    assert windowed.pixels_per_millimetre == 4.03


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
