"""Thousands of random touches on the real screens: a visitor's page is always shown, and nothing piles up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.commands.keeping import OpeningKeeper
from kiosk.commands.places import resources as built_resources
from kiosk.content.current import current_pack
from kiosk.store.store import Store
from kiosk.terminal.application import build
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import settle_layout
from tests.qml.conftest import LANDSCAPE, PORTRAIT
from tests.qml.fakes import FakeClock, Listener
from tests.qml.lock_down import VISITORS_PAGES
from tests.qml.monkey import Monkey, foreign_codes, memory

PACK = built_resources() / "offices" / "poznan"
MOST_GROWTH = 1.10
PANELS = pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def play(
    data: Path, resources: Path, panel: tuple[tuple[int, int], float], seed: int, warm_up: int, touches: int
) -> float:
    """Let the monkey warm up and then touch so often; gives the memory after it as a share of that before it."""
    print(f"seed {seed}")
    pack, faults = current_pack(PACK, data)
    assert faults == ()
    clock = FakeClock()
    keeper = OpeningKeeper(data, clock)
    size, density = panel
    options = TerminalOptions(resources=resources, size=size, pixels_per_millimetre=density)
    terminal = build(pack, keeper, clock, options, mouth=Listener())
    settle_layout(terminal.window)
    window, windows = terminal.window.winId(), len(QGuiApplication.allWindows())
    monkey = Monkey(terminal, clock, seed)
    try:
        monkey.touch(warm_up)
        monkey.go_away()
        before = memory()
        monkey.touch(touches)
        monkey.go_away()
        after = memory()
        assert (terminal.window.winId(), len(QGuiApplication.allWindows())) == (window, windows)
        assert terminal.window.isVisible()
        assert (terminal.window.width(), terminal.window.height()) == size
    finally:
        terminal.close()
        keeper.end()
    with Store.open(data) as store:
        responses = list(store.responses.stream())
    assert [fault for one in responses for fault in foreign_codes(pack, dict(one.answers))] == []
    assert len(responses) > touches / 100
    print(f"{touches} touches, {len(responses)} responses, {dict(monkey.pages)}")
    print(f"memory {before / 2**20:.1f} MiB before, {after / 2**20:.1f} MiB after: {after / before:.3f}")
    assert set(monkey.pages) - {"warning"} <= VISITORS_PAGES
    return after / before


@pytest.mark.parametrize(
    "panel", [PORTRAIT, pytest.param(LANDSCAPE, marks=pytest.mark.nightly)], ids=["portrait", "landscape"]
)
def test_a_monkey_never_leaves_the_visitors_pages(
    qapp: QGuiApplication, resources: Path, tmp_path: Path, panel: tuple[tuple[int, int], float]
) -> None:
    play(tmp_path, resources, panel, seed=20261124, warm_up=100, touches=650)


@pytest.mark.nightly
@PANELS
def test_a_monkey_that_touches_20000_times_leaves_no_memory_behind(
    qapp: QGuiApplication, resources: Path, tmp_path: Path, panel: tuple[tuple[int, int], float]
) -> None:
    assert play(tmp_path, resources, panel, seed=20000, warm_up=4_000, touches=20_000) < MOST_GROWTH


def test_foreign_codes_are_seen(tmp_path: Path) -> None:
    pack, _ = current_pack(PACK, tmp_path)
    assert foreign_codes(pack, {"ogolem": ("6",), "nie_ma": ("1",)}) == ["no question nie_ma", "ogolem: 6", "nie_ma: 1"]
    assert foreign_codes(pack, {"ogolem": ("5",)}) == []
