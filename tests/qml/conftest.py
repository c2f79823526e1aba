"""A whole terminal offscreen: real pages and view-models, a fake keeper and a fake clock."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.pack import Pack
from kiosk.terminal.administration.ports import OpenAdministration
from kiosk.terminal.application import Terminal, build
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import settle_layout, use_offscreen_screen, wait_until
from kiosk.terminal.typography import learn_hyphenation
from tests.qml.driving import Visitor
from tests.qml.fakes import MONDAY_MORNING, FakeClock, FakeKeeper, Listener
from tests.qml.filming import make_film
from tests.qml.sample_pack import sample_pack

ROOT = Path(__file__).parents[2]
PORTRAIT = ((1080, 1920), 4.03)
LANDSCAPE = ((1920, 1080), 5.56)
STILL = {"double_tap_seconds": 0.0, "attract_seconds": 0.0, "reduced_motion": True}
"""Most tests look at pages at rest, at a clock that stands or jumps: every tap would be a second one."""

use_offscreen_screen()


@dataclass
class Lobby:
    """A terminal, somebody before it, and what stands behind it."""

    terminal: Terminal
    visitor: Visitor
    keeper: FakeKeeper
    clock: FakeClock
    listener: Listener

    def wait(self, seconds: float) -> None:
        """Time passes, and the terminal looks at its clocks."""
        self.clock.advance(seconds)
        self.terminal.navigation.tick()
        settle_layout(self.terminal.window)

    def rest(self) -> None:
        """Every job given to the store is done and reported."""
        done: list[bool] = []
        self.terminal.worker.submit(lambda: None, lambda _fault: done.append(True))
        wait_until(lambda: bool(done))
        settle_layout(self.terminal.window)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def resources() -> Path:
    subprocess.run(["/bin/sh", str(ROOT / "packaging" / "translate"), "--build"], check=True)
    learn_hyphenation(("pl", "en", "uk", "de"))
    return ROOT / "resources"


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Longer than any test watches it."""
    return make_film(tmp_path_factory.mktemp("film") / "made.mp4", 20.0)


@pytest.fixture(scope="session")
def short_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_film(tmp_path_factory.mktemp("film") / "short.mp4", 1.5)


OpenLobby = Callable[..., Lobby]


@contextmanager
def lobbies(resources: Path) -> Iterator[OpenLobby]:
    """Opens lobbies, as many as asked for, and closes them at the end."""
    opened: list[Lobby] = []

    def opening(
        size: tuple[int, int] = PORTRAIT[0],
        pixels_per_millimetre: float = PORTRAIT[1],
        language: str = "pl",
        *,
        pack: Pack | None = None,
        now: datetime = MONDAY_MORNING,
        administration: OpenAdministration | None = None,
        **others: Any,
    ) -> Lobby:
        keeper, clock, listener = FakeKeeper(), FakeClock(now), Listener()
        options = TerminalOptions(
            resources=resources,
            size=size,
            pixels_per_millimetre=pixels_per_millimetre,
            language=language,
            **{**STILL, **others},
        )
        terminal = build(pack or sample_pack(), keeper, clock, options, mouth=listener, administration=administration)
        settle_layout(terminal.window)
        opened.append(Lobby(terminal, Visitor(terminal), keeper, clock, listener))
        return opened[-1]

    yield opening
    for lobby in opened:
        lobby.keeper.let_pass.set()
        lobby.keeper.is_broken = lobby.keeper.has_bug = False
        lobby.rest()
        lobby.terminal.close()


@pytest.fixture
def open_lobby(qapp: QGuiApplication, resources: Path) -> Iterator[OpenLobby]:
    with lobbies(resources) as opening:
        yield opening


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby()
