"""Real processes that make sound, and a window system that needs no screen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.integration.speech.sound_server import Recording, SoundServer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="module")
def own_server() -> Iterator[SoundServer]:
    # A short path: it holds sockets.
    with tempfile.TemporaryDirectory(prefix="okienko-") as folder:
        server = SoundServer(Path(folder))
        server.start()
        yield server
        server.kill()


@pytest.fixture
def server(own_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    for name, value in own_server.environment.items():
        monkeypatch.setenv(name, value)
    return own_server


@pytest.fixture(scope="module")
def recordings(own_server: SoundServer) -> Iterator[tuple[Recording, Recording]]:
    with own_server.record("A", "B") as (one, other):
        yield one, other
