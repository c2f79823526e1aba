"""Every page in every mode, on four panels, in four languages: large enough, in reach, not cut, named, readable.

The ordinary run takes each panel as it stands at first and in the worst mode, the tightest panel in each mode, in the
language that fits worst there, and every language once; the nightly run takes them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.content.reader import read_pack
from kiosk.domain.pack import Pack
from kiosk.terminal import paged_column
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.screenshots import LANDSCAPE, PANELS, PORTRAIT, TABLET, Panel
from kiosk.terminal.tour import MODES, PLAIN, Mode, Tour
from tests.qml.conftest import ROOT
from tests.qml.fakes import MONDAY_MORNING
from tests.qml.inspecting.inspector import Inspector
from tests.qml.inspecting.pages import faults_of_head, faults_of_pages
from tests.qml.inspecting.sight import Sight
from tests.qml.sample_pack import long_winded_pack, sample_pack

_LOW = 175.0
"""Millimetres, as high as what is left of a screen."""
_LARGEST = max(mode.steps for mode in MODES)
LANGUAGES = ("pl", "en", "uk", "de")


@cache
def real_pack() -> Pack:
    return read_pack(ROOT / "resources" / "offices" / "poznan")


def tour(pack: Pack, resources: Path, panel: Panel, mode: Mode, language: str) -> Tour:
    QAccessible.setActive(True)
    options = TerminalOptions(
        resources,
        size=(panel.width, panel.height),
        pixels_per_millimetre=panel.pixels_per_millimetre,
        bottom_edge_mm=panel.bottom_edge_mm,
        language=language,
        media={"media/logo.svg": ROOT / "tests" / "qml" / "logo.svg"},
    )
    return Tour(pack, options, MONDAY_MORNING, mode)


def inspected(walking: Tour, panel: Panel, mode: Mode, *, only: str = "") -> Iterator[str]:
    """Every fault of every scene, or `only` of those whose name begins so."""
    terminal = walking.terminal
    low_zone = terminal.comfort.lowZone if mode.is_lowered else None
    millimetres = min(panel.height, low_zone or panel.height) / panel.pixels_per_millimetre
    inspector = Inspector(panel.pixels_per_millimetre, low_zone, is_high=mode.is_high_contrast)
    pages: dict[str, int] = {}
    for scene in walking.walk():
        if not scene.startswith(only):
            continue
        sight = Sight(terminal.window)
        of = pages_of(sight)
        if pages.setdefault(re.sub(r"-page\d+$", "", scene), of) != of:
            yield f"{scene}: now there are {of} pages"
        assert sight.is_veiled == scene.startswith("idle-warning"), scene
        yield from (f"{scene}: {fault}" for fault in inspector.faults(sight, terminal.language.code))
        yield from (f"{scene}: {fault}" for fault in faults_of_head(sight))
        # There a question, and what is answered to it, may each take a page: docs/accessibility.md says so.
        if not (millimetres < _LOW and mode.steps == _LARGEST and scene.startswith("survey-")):
            yield from (f"{scene}: {fault}" for fault in faults_of_pages(sight, scene))


def pages_of(sight: Sight) -> int:
    """Of how many pages one is shown."""
    return max((item.pages for item in sight.items if isinstance(item, paged_column.PagedColumn)), default=1)


# German has the longest words; Ukrainian has other letters, and is looked at in every run where all is at its worst.
# So is every panel, and as it stands at first; what lies between is the tightest panel's, and the others' at night.
def of_a_small_office() -> Iterator[ParameterSet]:
    in_every_run = {(panel, mode) for panel in PANELS for mode in (PLAIN, MODES[-1])}
    in_every_run |= {(TABLET, mode) for mode in MODES} | {(PORTRAIT, mode) for mode in MODES if mode.is_high_contrast}
    for panel in PANELS:
        for mode in MODES:
            marks = () if (panel, mode) in in_every_run else pytest.mark.nightly
            yield pytest.param(panel, mode, "de", id=f"{panel.name}-{mode.name}-de", marks=marks)
            marks = () if mode is MODES[-1] else pytest.mark.nightly
            yield pytest.param(panel, mode, "uk", id=f"{panel.name}-{mode.name}-uk", marks=marks)


@pytest.mark.parametrize(("panel", "mode", "language"), [*of_a_small_office()])
def test_every_page_of_a_small_office(
    qapp: QGuiApplication, resources: Path, panel: Panel, mode: Mode, language: str
) -> None:
    faults = list(inspected(tour(sample_pack(has_comments=True), resources, panel, mode, language), panel, mode))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "mode",
    [MODES[-1], *(pytest.param(mode, marks=pytest.mark.nightly) for mode in MODES[:-1] if mode.is_lowered)],
    ids=lambda mode: mode.name,
)
@pytest.mark.parametrize(
    ("panel", "edge"),
    [
        (PORTRAIT, 730.0),
        pytest.param(PORTRAIT, 800.0, marks=pytest.mark.nightly),
        (LANDSCAPE, 1010.0),
        pytest.param(LANDSCAPE, 1040.0, marks=pytest.mark.nightly),
        (LANDSCAPE, 1060.0),
    ],
)
def test_every_page_lowered_a_little_and_a_lot(
    qapp: QGuiApplication, resources: Path, panel: Panel, edge: float, mode: Mode
) -> None:
    hung = replace(panel, bottom_edge_mm=edge)
    walking = tour(sample_pack(has_comments=True), resources, hung, mode, "de")
    assert walking.terminal.comfort.lowZone < panel.height
    faults = list(inspected(walking, hung, mode))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("panel", "language"), list(zip(PANELS, LANGUAGES, strict=True)), ids=lambda value: getattr(value, "name", value)
)
def test_every_page_of_the_real_office(qapp: QGuiApplication, resources: Path, panel: Panel, language: str) -> None:
    faults = list(inspected(tour(real_pack(), resources, panel, PLAIN, language), panel, PLAIN))
    assert not faults, "\n".join(faults)


def test_answers_without_their_question_are_told(
    qapp: QGuiApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_column, "_MOST_PINNED", 0.0)
    monkeypatch.setattr(paged_column, "_MOST_COMPACT", 0)
    mode = next(each for each in MODES if each.steps == _LARGEST)
    walking = tour(sample_pack(has_comments=True), resources, LANDSCAPE, mode, "de")
    faults = list(inspected(walking, LANDSCAPE, mode, only="survey-"))
    assert {fault.partition(": ")[2] for fault in faults} == {"answers without their question"}


@pytest.mark.nightly
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_the_longest_texts_that_a_questionnaire_may_have(
    qapp: QGuiApplication, resources: Path, panel: Panel, mode: Mode
) -> None:
    faults = list(inspected(tour(long_winded_pack(), resources, panel, mode, "de"), panel, mode))
    # Questions so long may stand on the page before their answers.
    faults = [fault for fault in faults if not fault.endswith(": answers without their question")]
    assert not faults, "\n".join(faults)


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("panel", "mode", "language", "pack"),
    list(product(PANELS, MODES, LANGUAGES, (real_pack, sample_pack))),
    ids=lambda value: getattr(value, "name", None) or getattr(value, "__name__", None) or str(value),
)
def test_every_page_in_every_mode_language_and_panel(
    qapp: QGuiApplication, resources: Path, panel: Panel, mode: Mode, language: str, pack: Callable[[], Pack]
) -> None:
    faults = list(inspected(tour(pack(), resources, panel, mode, language), panel, mode))
    assert not faults, "\n".join(faults)
