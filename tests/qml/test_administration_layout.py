"""Every page of the area on four panels: targets large enough, words whole, readable, named, and reached by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from _pytest.mark import ParameterSet
from PySide6.QtGui import QAccessible

from kiosk.domain.errors import FileFault, FileTrouble
from kiosk.terminal.scenes import find_all, settle_layout, wait_until
from kiosk.terminal.screenshots import LANDSCAPE, LARGE, PORTRAIT, TABLET, Panel
from kiosk.terminal.tour import MODES, Mode
from tests.qml.administering import PIN, SHARE, STICK, WRONG, Administrator, Behind
from tests.qml.conftest import OpenLobby
from tests.qml.inspecting.inspector import Inspector
from tests.qml.inspecting.sight import Sight

_AREA = "is no target for a screen reader"
"""The area of the touch test is there for fingers: who does not use any has nothing to test."""
BY_NAME = {mode.name: mode for mode in MODES}


def nightly(*values: object) -> ParameterSet:
    return pytest.param(*values, marks=pytest.mark.nightly)


def scenes(admin: Administrator, behind: Behind, set_mode: Callable[[], None]) -> Iterator[str]:
    """Each page and state of the area, further pages too, once it is on the screen."""
    behind.targets.targets = [STICK, SHARE]
    admin.knock()
    set_mode()
    yield "pin"
    behind.gate.tries_left = 1
    admin.type(WRONG)
    yield "pin-wait"
    behind.gate.tries_left = 5
    admin.lobby.clock.advance(60)
    admin.area.pin.begin(behind.gate.standing())
    admin.type(PIN)
    yield from pages(admin, "overview")
    for tab in ("export", "tests", "program", "audit"):
        admin.touch(f"tab-{tab}")
        yield from pages(admin, tab)
    admin.touch("tab-program")
    admin.touch("closeProgram")
    yield from pages(admin, "program-close")
    admin.touch("tab-export")
    for field, code in (("first", "2026-W42"), ("target", str(STICK.folder))):
        admin.touch(f"pick-{field}")
        yield from pages(admin, f"export-{field}")
        admin.touch("tab-export")
        admin.area.exporting.pick(field)
        admin.area.exporting.choose(code)
    behind.exporter.let_pass.clear()
    behind.exporter.has_held_back = True
    admin.begin_export()
    wait_until(lambda: admin.area.exporting.share > 0)
    yield "export-running"
    behind.exporter.let_pass.set()
    admin.rest()
    yield from pages(admin, "export-done")
    behind.exporter.fault = FileFault(FileTrouble.NO_KEY, "one sentence")
    admin.touch("exportAgain")
    admin.begin_export()
    admin.rest()
    yield from pages(admin, "export-failed")
    admin.touch("tab-tests")
    admin.touch("testTouch")
    yield "touch"
    for number in range(9):
        test = admin.area.touch_test
        test.touch(test.targetX + number, test.targetY - 2 * number)
    yield "touch-over"


def pages(admin: Administrator, name: str) -> Iterator[str]:
    window = admin.lobby.visitor.window
    settle_layout(window)
    yield name
    number = 1
    while any(turner.isEnabled() for turner in find_all(window, "nextPage")):
        admin.lobby.visitor.touch("nextPage")
        number += 1
        yield f"{name}-page{number}"


@pytest.mark.parametrize(
    ("panel", "mode", "language"),
    [
        (PORTRAIT, BY_NAME["contrast"], "pl"),
        (TABLET, BY_NAME["plain"], "de"),
        nightly(PORTRAIT, BY_NAME["plain"], "de"),
        nightly(LANDSCAPE, BY_NAME["plain"], "uk"),
        nightly(LANDSCAPE, BY_NAME["text200"], "pl"),
        nightly(TABLET, BY_NAME["text150"], "en"),
        nightly(TABLET, BY_NAME["contrast"], "uk"),
        nightly(LARGE, BY_NAME["plain"], "en"),
        nightly(LARGE, BY_NAME["text200-contrast-lowered"], "de"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_area_is_readable_and_reachable(open_lobby: OpenLobby, panel: Panel, mode: Mode, language: str) -> None:
    QAccessible.setActive(True)
    behind = Behind()
    size, scale = (panel.width, panel.height), panel.pixels_per_millimetre
    admin = Administrator(open_lobby(size, scale, language, administration=behind, bottom_edge_mm=panel.bottom_edge_mm))
    comfort = admin.lobby.terminal.comfort

    def set_mode() -> None:
        for _ in range(mode.steps):
            comfort.enlarge()
        if mode.is_high_contrast:
            comfort.toggleContrast()
        if mode.is_lowered:
            comfort.toggleLowered()
        settle_layout(admin.lobby.visitor.window)

    inspector = Inspector(scale, comfort.lowZone if mode.is_lowered else None, is_high=mode.is_high_contrast)
    faults = []
    for scene in scenes(admin, behind, set_mode):
        settle_layout(admin.lobby.visitor.window)
        sight = Sight(admin.lobby.visitor.window)
        faults += [f"{scene}: {fault}" for fault in inspector.faults(sight, language)]
    assert [fault for fault in faults if not fault.startswith("touch: ") or _AREA not in fault] == []
