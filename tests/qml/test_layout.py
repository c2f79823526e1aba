"""Every page and state, in four languages, standing and lying: large enough, in sight, not cut, named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.reader import read_pack
from kiosk.domain.pack import Pack
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import items
from kiosk.terminal.tour import Tour
from tests.qml.conftest import LANDSCAPE, PORTRAIT, ROOT
from tests.qml.fakes import MONDAY_MORNING
from tests.qml.sample_pack import sample_pack

ROLES = (QAccessible.Role.Button, QAccessible.Role.CheckBox)
LEAST = 20.0
LEAST_FACE = 30.0
LEAST_GAP = 3.0


def accessibles(window: QQuickWindow) -> Iterator[QAccessibleInterface]:
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    waiting = [root]
    while waiting:
        interface = waiting.pop()
        yield interface
        waiting.extend(interface.child(number) for number in range(interface.childCount()))


def targets(window: QQuickWindow) -> dict[str, QRect]:
    """Everything that can be pressed now: name and place."""
    found = {}
    for interface in accessibles(window):
        state = interface.state()
        is_veiled = state.disabled and window.property("isVeiled")
        if interface.role() in ROLES and not state.invisible and not is_veiled:
            name = interface.text(QAccessible.Text.Name)
            found[f"{name}@{interface.rect().x()},{interface.rect().y()}"] = interface.rect()
            actions = interface.actionInterface()
            assert name, f"a target without a name at {interface.rect()}"
            assert actions is not None, f"'{name}' cannot be pressed by a screen reader"
            assert actions.actionNames(), f"'{name}' cannot be pressed by a screen reader"
    return found


def faults_of_targets(window: QQuickWindow, pixels_per_millimetre: float) -> list[str]:
    faults = []
    found = targets(window)
    screen = QRect(0, 0, window.width(), window.height())
    for name, rect in found.items():
        if min(rect.width(), rect.height()) < LEAST * pixels_per_millimetre - 1:
            faults.append(f"'{name}' is too small: {rect}")
        if not screen.contains(rect):
            faults.append(f"'{name}' is not wholly on the screen: {rect}")
    gap = round(LEAST_GAP * pixels_per_millimetre) - 1
    for (one, first), (other, second) in combinations(found.items(), 2):
        if first.adjusted(-gap, -gap, gap, gap).intersects(second):
            faults.append(f"'{one}' and '{other}' are too close: {first} {second}")
    return faults


def faults_of_labels(window: QQuickWindow) -> list[str]:
    """Labels that are cut, spill over, leave the screen, or lie on another label."""
    faults = []
    shown: list[tuple[str, QRectF]] = []
    screen = QRectF(0, 0, window.width(), window.height())
    for item in items(window):
        words = item.property("text")
        if not item.inherits("QQuickText") or not words or not item.isVisible() or is_hidden(item, window):
            continue
        width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
        if item.property("truncated") or width > item.width() + 1.5 or height > item.height() + 1.5:
            faults.append(f"'{words}' is cut: {width}x{height} in {item.width()}x{item.height()}")
        place = QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))
        if not screen.adjusted(-1, -1, 1, 1).contains(place):
            faults.append(f"'{words}' leaves the screen: {place}")
        shown.append((str(words), place.adjusted(1, 1, -1, -1)))
    for (one, first), (other, second) in combinations(shown, 2):
        if first.intersects(second):
            faults.append(f"'{one}' lies on '{other}'")
    return faults


def is_hidden(item: QQuickItem, window: QQuickWindow) -> bool:
    """Whether the item is under the warning's veil: everything is disabled there."""
    return bool(window.property("isVeiled")) and not item.isEnabled()


def faults_of_blocks(window: QQuickWindow) -> list[str]:
    """Blocks of a card that are shown but not wholly inside the sheet."""
    faults = []
    for item in items(window):
        sheet = item.parentItem().parentItem() if item.parentItem() is not None else None
        if item.inherits("QQuickItem") and item.property("isShown") and item.isVisible() and sheet is not None:
            top = item.mapToItem(sheet, QPointF(0, 0)).y()
            if top < -1 or top + item.implicitHeight() > sheet.height() + 1:
                faults.append(f"'{item.property('text')}' is cut at {top} of {sheet.height()}")
    return faults


def faults_of_faces(window: QQuickWindow, pixels_per_millimetre: float) -> list[str]:
    return [
        f"{item.objectName()}: the face is too small"
        for item in items(window)
        if item.property("faceExtent") is not None
        and item.isVisible()
        and float(item.property("faceExtent")) < LEAST_FACE * pixels_per_millimetre
    ]


def real_pack() -> Pack:
    return read_pack(ROOT / "resources" / "offices" / "poznan")


@pytest.mark.parametrize("language", ["pl", "en", "uk", "de"])
@pytest.mark.parametrize(("size", "density"), [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("pack", [sample_pack, real_pack])
def test_everything_fits_is_large_enough_and_has_a_name(
    qapp: QGuiApplication, resources: Path, pack: object, size: tuple[int, int], density: float, language: str
) -> None:
    assert callable(pack)
    QAccessible.setActive(True)
    options = TerminalOptions(resources, size=size, pixels_per_millimetre=density, language=language)
    tour = Tour(pack(), options, MONDAY_MORNING)
    window = tour.terminal.window
    faults = [
        f"{scene}: {fault}"
        for scene in tour.walk()
        for fault in (
            *faults_of_targets(window, density),
            *faults_of_labels(window),
            *faults_of_blocks(window),
            *faults_of_faces(window, density),
        )
    ]
    assert not faults, "\n".join(faults)


def test_the_checks_above_find_what_is_too_small_cut_or_crowded(qapp: QGuiApplication, resources: Path) -> None:
    QAccessible.setActive(True)
    options = TerminalOptions(resources, size=(640, 480), pixels_per_millimetre=3.0)
    tour = Tour(sample_pack(), options, MONDAY_MORNING)
    window = tour.terminal.window
    faults = [
        fault
        for _ in tour.walk()
        for fault in (*faults_of_targets(window, 6.0), *faults_of_labels(window), *faults_of_faces(window, 6.0))
    ]
    for kind in (
        "too small",
        "not wholly on the screen",
        "too close",
        "is cut",
        "leaves the screen",
        "lies on",
        "face",
    ):
        assert any(kind in fault for fault in faults), kind
